using System.Net;
using WgsSite.Cms.Users;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Management;

/// <summary>Who gets which answer: every endpoint there is, asked by everybody there is. What is expected stands in <c>RightsTable.txt</c>.</summary>
[Parallelizable]
internal sealed class RightsTests
{
    private static readonly string[] Who = ["anonymous", "Autor", "Redaktion", "Administrator"];

    private static readonly string[] Parts = ["/umbraco/management/", "/umbraco/serverEventHub", "/umbraco/wgs/"];

    /// <summary>In the table's order of columns; the first is nobody.</summary>
    private static readonly UserGroup?[] Groups = [null, UserGroup.Autor, UserGroup.Redaktion, UserGroup.Administrator];

    private EditorSite site = null!;
    private EditorSession[] sessions = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        sessions = [.. await Task.WhenAll(Groups.OfType<UserGroup>().Select(site.SignInAsync))];
    }

    [OneTimeTearDown]
    public void Stop()
    {
        foreach (var session in sessions) session.Dispose();
        site.Dispose();
    }

    [Test]
    public async Task EveryEndpointHasALineInTheTable()
    {
        var table = Table().Select(row => row.Endpoint).ToList();
        var mapped = (await EndpointsAsync()).Keys.ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join('\n', mapped.Except(table)), Is.Empty, "without a line in RightsTable.txt");
            Assert.That(string.Join('\n', table.Except(mapped)), Is.Empty, "lines of endpoints that are gone");
            Assert.That(table, Is.Unique);
        }
    }

    [Test]
    public async Task EverybodyIsAnsweredAsTheTableSays()
    {
        var endpoints = await EndpointsAsync();
        var wrong = new List<string>();
        // What signs in and out comes last: it may end the sessions.
        foreach (var (name, expected) in Table().OrderBy(row => row.Endpoint.EndsWith("/sign-out-everywhere", StringComparison.Ordinal) ? 1 : row.Endpoint.Contains("/security/", StringComparison.Ordinal) ? 2 : 0))
            for (var who = 0; who < Who.Length; who++)
            {
                if (!endpoints.TryGetValue(name, out var endpoint)) continue;
                var status = await AskAsync(endpoint, who);
                // A failure of the server lets nobody through.
                var answer = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError ? $"{(int)status}" : "ok";
                if (answer != expected[who]) wrong.Add($"{name}, {Who[who]}: {(int)status} instead of {expected[who]}");
            }

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }

    /// <summary>A body that changes nothing, and a key that nothing has: only whether the request gets through counts.</summary>
    private async Task<HttpStatusCode> AskAsync(SiteEndpoint endpoint, int who)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Example);
        if (endpoint.Method is "POST" or "PUT" or "PATCH") request.Content = new StringContent("{}", null, "application/json");
        using var answer = await (who == 0 ? site.Process.Http : sessions[who - 1].Http).SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Of the API, of what the site adds to it, and the hub; the pages before the client are everybody's.</summary>
    private static async Task<Dictionary<string, SiteEndpoint>> EndpointsAsync() => (await SiteEndpoints.OfBackofficeAsync())
        .Where(endpoint => Parts.Any(part => endpoint.Pattern.StartsWith(part, StringComparison.Ordinal)))
        .ToDictionary(endpoint => endpoint.ToString());

    private static List<(string Endpoint, string[] Expected)> Table() =>
    [
        .. File.ReadLines(Repository.At("WgsSite.Tests", "Cms", "Management", "RightsTable.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => ($"{words[0]} /umbraco{words[1]}", words[2..])),
    ];
}
