using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Webhooks;
using WgsSite.Cms.Publishing;

namespace WgsSite.Cms.Webhooks;

/// <summary>
/// The body of a call: JSON with names in camel case, as Umbraco 17 sends them. Minimal is the key of what it is about;
/// Extended, where something is published or saved, is what the Content Delivery API says of it.
/// </summary>
public sealed partial class WebhookPayloads(IOptionsMonitor<WebhookSettings> settings, IServiceProvider services, ILogger<WebhookPayloads> log)
{
    /// <param name="now">What readers get from now on.</param>
    internal string Of(ContentEvent happened, PublishedSnapshot now)
    {
        if (settings.CurrentValue.PayloadType == WebhookPayloadType.Extended && Extended(happened, now) is { } extended) return extended;
        return happened.Alias == Constants.WebhookEvents.Aliases.ContentPublish
            // Umbraco lists the cultures something was published in, and for documents that do not vary there are none.
            ? JsonSerializer.Serialize(new { id = happened.Key, cultures = Array.Empty<object>() })
            : Minimal(happened.Key);
    }

    internal static string Minimal(Guid key) => JsonSerializer.Serialize(new { id = key });

    /// <summary>Of what a body tells; empty when it does not say so.</summary>
    internal static Guid KeyIn(string body) => JsonNode.Parse(body) is JsonObject told && told["id"] is JsonValue id && id.TryGetValue<Guid>(out var key) ? key : Guid.Empty;

    private string? Extended(ContentEvent happened, PublishedSnapshot now)
    {
        try
        {
            if (services.GetService<ExtendedPayloads>() is not { } extended) return null;
            var said = happened.Document is { } document ? extended.OfDocument(document)
                : happened.Media is { } media ? extended.OfMedia(media, now)
                : null;
            return said?.ToJsonString();
        }
        catch (Exception e)
        {
            // What cannot be said at length is said in short; nobody's change is stopped by it.
            LogShort(log, happened.Key, e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Der ausführliche Inhalt von {Key} für Webhooks ließ sich nicht bilden; sie erfahren nur den Schlüssel.")]
    private static partial void LogShort(ILogger logger, Guid key, Exception exception);
}
