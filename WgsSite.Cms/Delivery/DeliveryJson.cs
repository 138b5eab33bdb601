using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace WgsSite.Cms.Delivery;

/// <summary>How the models are written: as Umbraco's Delivery API writes them.</summary>
public static class DeliveryJson
{
    // Deep enough for all levels that may be expanded, each with blocks within.
    private const int DeepestAnswer = 256;

    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            MaxDepth = DeepestAnswer,
            // As ASP.NET Core's own JSON answers: they are no part of a page, where < would have to be written otherwise.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WriteElementsAsWhatTheyAre } },
            Converters = { new JsonStringEnumConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void WriteElementsAsWhatTheyAre(JsonTypeInfo info)
    {
        if (info.Type != typeof(IRichTextElement)) return;
        info.PolymorphismOptions = new JsonPolymorphismOptions
        {
            DerivedTypes = { new(typeof(RichTextRootElement)), new(typeof(RichTextGenericElement)), new(typeof(RichTextTextElement)) },
        };
    }
}
