using System.Text.Encodings.Web;
using System.Text.Unicode;
using Umbraco.Cms.Core.Configuration.Models;
using WgsSite.Cms;
using WgsSite.Cms.Storage;
using WgsSite.Web.Commands;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;
using WgsSite.Web.Pages.Shared;

var builder = WebApplication.CreateBuilder(args);
var dataFolder = Path.GetFullPath(builder.Configuration["data"] ?? Path.Combine(builder.Environment.ContentRootPath, "App_Data"));
if (args is ["usync", .. var words])
    return await SyncCommand.RunAsync(CommandLine.Words(words), dataFolder, words.Contains("--force"), Console.Out, Console.Error);

using var held = DataFolderLock.TryTake(dataFolder);
if (held is null)
{
    await Console.Error.WriteLineAsync($"Auf {dataFolder} läuft schon eine Website oder ein Import.");
    return 1;
}

builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddCms(dataFolder);
builder.Services.AddSingleton<SiteContentSource>();
builder.Services.AddSingleton<SiteAddress>();
builder.Services.AddSingleton<Drawings>();
builder.Services.AddSingleton<DocumentRoute>();
builder.Services.Configure<WebRoutingSettings>(builder.Configuration.GetSection("Umbraco:CMS:WebRouting"));
builder.Services.AddSingleton<StructuredData>();
builder.Services.AddSitePages();
builder.Services.AddSiteCompression();
// Without this, every ä would be written as &#xE4; and the pages would grow for nothing.
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

var app = builder.Build();
await app.PrepareAsync();
app.UseSite();
await app.RunAsync();
return 0;
