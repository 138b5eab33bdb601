using System.Text.Json;
using Json.Schema;

namespace WgsSite.Tests.Support;

/// <summary>The published schemas of HSDS (see the test data's README), with formats asserted and nothing fetched.</summary>
internal static class HsdsSchemas
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    public static string ServiceText { get; } = Text("service_with_definitions.json");

    private static readonly JsonSchema Service = Schema("service_with_definitions.json");
    private static readonly JsonSchema Listed = Schema("service_list.json");
    private static readonly JsonSchema Page = Schema("page.json");

    /// <summary>What is wrong with a service by itself; empty when nothing is.</summary>
    public static IReadOnlyList<string> FaultsOfService(JsonElement service) => Faults(Service, service);

    /// <summary>What is wrong with a page of services.</summary>
    /// <param name="full">With everything beneath each service.</param>
    public static IReadOnlyList<string> FaultsOfPage(JsonElement page, bool full) =>
        [.. Faults(Page, page), .. page.GetProperty("contents").EnumerateArray().SelectMany(service => Faults(full ? Service : Listed, service))];

    private static IReadOnlyList<string> Faults(JsonSchema schema, JsonElement instance)
    {
        var result = schema.Evaluate(instance, Options);
        return result.IsValid
            ? []
            : [.. (result.Details ?? []).Prepend(result).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))];
    }

    private static JsonSchema Schema(string name) => JsonSchema.FromText(
        Text(name),
        new BuildOptions { Dialect = Dialect.Draft202012, SchemaRegistry = new SchemaRegistry { Fetch = (uri, _) => throw new InvalidOperationException($"The schema refers to {uri}, which is not here.") } });

    private static string Text(string name) => File.ReadAllText(Repository.At("WgsSite.Tests", "TestData", "OpenReferral", name));
}
