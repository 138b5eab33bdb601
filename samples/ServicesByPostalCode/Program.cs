// Prints all services for a postal code: what is available there from the site's coverage API, what each service is from
// its Content Delivery API. Usage: dotnet run --project samples/ServicesByPostalCode -- http://localhost:5080 57072
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

if (args is not [var address, var postalCode] || !Uri.TryCreate(address, UriKind.Absolute, out var site) || !site.Scheme.StartsWith("http", StringComparison.Ordinal))
{
    Console.Error.WriteLine("Usage: ServicesByPostalCode ADDRESS-OF-THE-SITE POSTAL-CODE");
    return 1;
}

using var http = new HttpClient { BaseAddress = site };
try
{
    using var answer = await http.GetAsync("/api/coverage?place=" + Uri.EscapeDataString(postalCode));
    var coverage = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
    {
        Console.Error.WriteLine(coverage["detail"]);
        return 1;
    }

    answer.EnsureSuccessStatusCode();
    var places = coverage["places"]!.AsArray().Select(place => (string)place!["name"]!).ToList();
    Console.WriteLine((string)coverage["result"]! switch
    {
        "found" => postalCode.EndsWith(places[0], StringComparison.OrdinalIgnoreCase) ? postalCode : $"{postalCode} {places[0]}",
        "ambiguous" => $"{postalCode} gehört zu mehreren Orten: {string.Join(", ", places)}. Bitte nennen Sie einen davon.",
        _ => $"{postalCode} liegt außerhalb des Gebiets.",
    });

    // One call for all services, each with its partner's name, and nothing else.
    var content = (await http.GetFromJsonAsync<JsonObject>(
        "/umbraco/delivery/api/v2/content?filter=contentType:service&take=100&expand=properties[partner]&fields=properties[summary,partner[properties[fullName]]]"))!;
    var services = content["items"]!.AsArray().ToDictionary(item => (string)item!["route"]!["path"]!, item => item!["properties"]!);
    foreach (var found in coverage["services"]!.AsArray())
    {
        if (!services.TryGetValue((string)found!["path"]!, out var service)) continue;
        var status = (string)found["status"]! switch { "available" => "verfügbar", "notAvailable" => "nicht verfügbar", _ => "auf Anfrage" };
        Console.WriteLine($"\n{found["name"]} ({status}{(found["note"] is { } note ? $": {note}" : "")})");
        Console.WriteLine($"  {service["partner"]?[0]?["properties"]?["fullName"]}");
        Console.WriteLine($"  {service["summary"]}");
    }

    return 0;
}
catch (Exception failure) when (failure is HttpRequestException or JsonException)
{
    Console.Error.WriteLine($"The site does not answer as expected: {failure.Message} Is the Delivery API switched on (Umbraco:CMS:DeliveryApi:Enabled)?");
    return 1;
}
