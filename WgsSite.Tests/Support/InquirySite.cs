using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WgsSite.Core.Inquiries;
using WgsSite.Web.Commands;
using WgsSite.Web.Inquiries;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Tests.Support;

/// <summary>A running site whose forms can be sent at once and often, and a look into what it stored.</summary>
internal sealed class InquirySite : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private InquirySite(SiteProcess process, string folder)
    {
        Process = process;
        Folder = folder;
        services = CommandServices.Of(new ConfigurationBuilder().Build(), new DevelopmentEnvironment(), folder);
    }

    public SiteProcess Process { get; }

    public string Folder { get; }

    public HttpClient Http => Process.Http;

    /// <summary>The desk of another process than the site's, as an operator's commands are.</summary>
    public InquiryDesk Desk => services.GetRequiredService<InquiryDesk>();

    /// <param name="options">More options of the site.</param>
    public static async Task<InquirySite> StartAsync(string environment = "Development", IReadOnlyDictionary<string, string>? variables = null, params string[] options) =>
        await StartAsync(Directory.CreateTempSubdirectory("wgs-inquiries-").FullName, environment, variables, options);

    public static async Task<InquirySite> StartAsync(string folder, string environment, IReadOnlyDictionary<string, string>? variables, params string[] options) => new(
        await SiteProcess.StartAsync(folder, variables ?? new Dictionary<string, string>(), environment, ["--Inquiries:ShortestSeconds", "0", "--Inquiries:PerAddress", "100000", "--Mail:FirstRetrySeconds", "0.3", .. options]),
        folder);

    /// <summary>A form as somebody would send it who fills in what is needed and nothing else.</summary>
    public static Dictionary<string, string> Filled(string message = "Was kostet der Hausnotruf?") => new()
    {
        ["topic"] = "hausnotruf",
        ["place"] = "57223 Kreuztal",
        ["message"] = message,
        ["onBehalf"] = "self",
        ["name"] = "Erika Müßig",
        ["reachBy"] = "phone",
        ["phone"] = "02732 55555",
    };

    public async Task<IHtmlDocument> PageAsync(string path) => await ParseAsync(await Http.GetAsync(path));

    public async Task<string> TokenAsync(string path = "/kontakt/") => TokenOf(await PageAsync(path));

    public static string TokenOf(IHtmlDocument page) => page.QuerySelector("input[name=token]")!.GetAttribute("value")!;

    /// <param name="token">Null for a fresh one.</param>
    public async Task<HttpResponseMessage> SendAsync(IEnumerable<KeyValuePair<string, string>> fields, string? token = null, string path = "/kontakt/") =>
        await Http.PostAsync(path, new FormUrlEncodedContent([.. fields, new("token", token ?? await TokenAsync(path))]));

    /// <summary>Sends a form that must be accepted, and gives the reference of the confirmation.</summary>
    public async Task<string> AcceptedAsync(IEnumerable<KeyValuePair<string, string>> fields, string path = "/kontakt/")
    {
        using var response = await SendAsync(fields, path: path);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther), await response.Content.ReadAsStringAsync());
        return await ReferenceAsync(response);
    }

    public async Task<string> ReferenceAsync(HttpResponseMessage accepted)
    {
        var done = await PageAsync(accepted.Headers.Location!.ToString());
        return InquiryReference.Read(done.QuerySelector(".number")!.TextContent)!;
    }

    public async Task<(InquiryRow Row, InquiryText Text)> StoredAsync(string reference)
    {
        var (row, text) = (await Desk.ReadAsync(reference))!.Value;
        return (row, text!);
    }

    /// <summary>Runs a command on the site's data, as an operator would.</summary>
    public Task<(int ExitCode, string Output, string Errors)> CommandAsync(params string[] words) => SiteProcess.RunAsync([.. words, "--data", Folder, "--environment", "Development"]);

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) => await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    public async ValueTask DisposeAsync()
    {
        Process.Dispose();
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
