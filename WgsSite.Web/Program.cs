using System.Text.Encodings.Web;
using System.Text.Unicode;
using Umbraco.Cms.Core.Configuration.Models;
using WgsSite.Cms;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Delivery;
using WgsSite.Cms.Users;
using WgsSite.Core.Maps;
using WgsSite.Web.Backoffice.Accounts;
using WgsSite.Web.Backoffice.Coverage;
using WgsSite.Web.Backoffice.Health;
using WgsSite.Web.Commands;
using WgsSite.Web.Content;
using WgsSite.Web.Geo;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries;
using WgsSite.Web.Inquiries.Storage;
using WgsSite.Web.Pages.Coverage.Map;
using WgsSite.Web.Pages.OpenReferral;
using WgsSite.Web.Pages.Search;
using WgsSite.Web.Pages.Shared;

var line = CommandLine.Parse(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = line.Configuration, ContentRootPath = line.Value("--contentRoot") ?? SiteFolder.Find() });
var dataFolder = Path.GetFullPath(builder.Configuration["data"] ?? Path.Combine(builder.Environment.ContentRootPath, "App_Data"));
switch (line.Words)
{
    case ["usync", .. var words]:
        if (line.Fault("--data", "--force") is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return 1;
        }

        return await SyncCommand.RunAsync(words, dataFolder, line.Has("--force"), builder.Configuration, builder.Environment, Console.Out, Console.Error);
    case ["inquiries", ..]:
    case ["mail-test", ..]:
        return await RunWithInquiriesAsync();
    case [var unknown, ..]:
        await Console.Error.WriteLineAsync($"Diesen Befehl gibt es nicht: {unknown}. Es gibt: usync import|export|diff ORDNER; inquiries …; mail-test ADRESSE");
        return 1;
}

using var held = DataFolder.Take(dataFolder, Console.Error);
if (held is null) return 1;

Region region;
try
{
    region = GeoFiles.Region(builder.Environment.ContentRootPath, builder.Configuration["Coverage:RegionFile"]);
}
catch (RegionException e)
{
    await Console.Error.WriteLineAsync($"Die Website startet nicht: {e.Message}");
    return 1;
}

builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    // Whatever somebody pastes into the field of the place check is to be answered in words, not by an empty 414.
    kestrel.Limits.MaxRequestLineSize = 128 * 1024;
});
builder.Services.AddCms(dataFolder, SitePipeline.OwnAddresses);
builder.Services.AddSingleton(SiteClock.System);
builder.Services.AddDeliveryApi(builder.Configuration, OtherChannels.Denied);
try
{
    builder.Services.AddBackoffice(builder.Configuration, dataFolder, options =>
    {
        options.Name = "WGS Redaktion";
        options.HasPage = DocumentPages.Has;
        options.LogoSvg = File.ReadAllText(Path.Combine(builder.Environment.ContentRootPath, "Drawings", "mark.svg"));
    });
    builder.Services.AddInquiries(builder.Configuration, dataFolder).AddInquiryForms();
    builder.Services.AddKnownProxies(builder.Configuration);
    if (SyncOnSaveConfiguration.Read(builder.Configuration, builder.Environment, dataFolder) is { } syncOnSave) builder.Services.AddSyncOnSave(syncOnSave);
}
catch (Exception e) when (e is InquiryKeysException or FormatException)
{
    await Console.Error.WriteLineAsync($"Die Website startet nicht: {e.Message}");
    return 1;
}

builder.Services.AddSingleton(GeoFiles.Country(builder.Environment.ContentRootPath));
builder.Services.AddSingleton(new RegionDrawing(region));
builder.Services.AddSingleton<MapSvg>();
builder.Services.AddSingleton<SiteContentSource>();
builder.Services.AddSingleton<SiteSearch>();
builder.Services.AddSingleton<PublishedServices>();
builder.Services.AddCoverageEditor();
SiteHealth.Add(builder.Services);
builder.Services.AddSingleton<IAccountMail, AccountMail>();
builder.Services.AddSingleton<SiteAddress>();
builder.Services.AddSingleton<SiteFont>();
builder.Services.AddSingleton<Drawings>();
builder.Services.AddSingleton<DocumentRoute>();
builder.Services.Configure<WebRoutingSettings>(builder.Configuration.GetSection("Umbraco:CMS:WebRouting"));
builder.Services.AddSingleton<StructuredData>();
builder.Services.AddSitePages();
builder.Services.AddSiteCompression();
// Without this, every ä would be written as &#xE4; and the pages would grow for nothing.
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

// Disposed on every way out: what the log still holds would be lost, and with it why the site does not start.
await using var app = builder.Build();
if (!await app.PrepareAsync()) return 1;
app.UseSite();
await app.RunAsync();
return 0;

// These commands read the site's settings (mail server, keys), so every option of the site is one of theirs.
async Task<int> RunWithInquiriesAsync()
{
    try
    {
        if (line.Fault("--data", "--environment", "--state", "--csv", CommandLine.Settings) is { } wrong) throw new FormatException(wrong);
        // Looking into a folder must not fill it.
        if (line.Words[0] == "inquiries" && !File.Exists(Path.Combine(dataFolder, InquiryDatabase.FileName))) throw new FormatException($"In {dataFolder} gibt es noch keine Anfragen.");
        await using var services = CommandServices.Of(builder.Configuration, builder.Environment, dataFolder);
        return line.Words is ["inquiries", ..]
            ? await InquiriesCommand.RunAsync(line, services, Console.Out, Console.Error)
            : await MailTestCommand.RunAsync(line.Words[1..], services, dataFolder, Console.Out, Console.Error);
    }
    catch (Exception e) when (e is InquiryKeysException or FormatException or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }
}
