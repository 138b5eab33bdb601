using System.Net;
using System.Text.Json.Nodes;
using WgsSite.Cms.Users;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Webhooks;

/// <summary>Webhooks of a whole site: registered over the API, told of what editors do, also when the process is killed.</summary>
[Parallelizable]
internal sealed class WebhookSiteTests
{
    private const string Home = "76289ab4-2402-542f-9c3c-658a68c3dfc8";
    private const string PageType = "4b29876d-e31c-50ab-b971-6d4e992527bc";

    private static readonly string[] Options = ["--Webhooks:AllowedNetworks", "127.0.0.1", "--Umbraco:CMS:Webhook:Period", "00:00:00.5"];

    [Test]
    public async Task AnEditorsChangeComesToTheReceiverInOrder()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var site = await EditorSite.StartAsync(Options);
        using var editor = await site.SignInAsync();
        var webhook = await RegisterAsync(editor, receiver.Url);
        var page = await PublishAsync(editor, "Mit Webhook");
        Assert.That((await editor.PutAsync($"/document/{page}/unpublish", new { cultures = (object?)null })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await editor.PutAsync($"/document/{page}/move-to-recycle-bin", new { })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await editor.Http.DeleteAsync($"{EditorSession.Api}/recycle-bin/document/{page}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var calls = await receiver.WaitAsync(3);
        Assert.That(calls.Select(call => (call.Event, (string?)JsonNode.Parse(call.Body)!["id"])), Is.EqualTo(new[] { ("Umbraco.ContentPublish", page), ("Umbraco.ContentUnpublish", page), ("Umbraco.ContentDelete", page) }));

        var first = await editor.GetAsync<JsonObject>($"/webhook/{webhook}/secret");
        Assert.That(calls.All(call => call.IsSignedWith((string)first["secret"]!)));
        var second = JsonNode.Parse(await (await editor.PostAsync($"/webhook/{webhook}/secret", new { })).Content.ReadAsStringAsync())!;
        var tried = JsonNode.Parse(await (await editor.PostAsync($"/webhook/{webhook}/test", new { })).Content.ReadAsStringAsync())!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)tried["state"], Is.EqualTo("Delivered"));
            Assert.That(second["formerUntil"], Is.Not.Null);
            Assert.That(receiver.Calls[^1].Event, Is.EqualTo("Host.Test"));
            Assert.That(receiver.Calls[^1].IsSignedWith((string)first["secret"]!));
            Assert.That(receiver.Calls[^1].IsSignedWith((string)second["secret"]!));
        }

        // Neither in the log of the server nor in the database as it is.
        Assert.That(site.Process.Log, Does.Not.Contain("whsec_"));
        site.Process.Kill();
        Assert.That(Directory.EnumerateFiles(site.DataFolder, "cms.db*").Any(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains("whsec_", StringComparison.Ordinal)), Is.False);
    }

    [Test]
    public async Task WhatWasConfirmedIsToldAfterAKillAndNothingElse()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var site = await EditorSite.StartAsync(Options);
        var told = new List<string>();
        using (var editor = await site.SignInAsync())
        {
            await RegisterAsync(editor, receiver.Url);
            await receiver.StopAsync();
            for (var count = 0; count < 5; count++) told.Add(await PublishAsync(editor, $"Vor dem Ende {count}"));
            // One more, in the middle of which the process ends: told when it came to be, and only then.
            var last = Guid.NewGuid().ToString();
            await CreateAsync(editor, last, "Im Ende");
            var publishing = editor.PutAsync($"/document/{last}/publish", new { publishSchedules = new[] { new { culture = (string?)null } } });
            site.Process.Kill();
            try
            {
                if ((await publishing).IsSuccessStatusCode) told.Add(last);
            }
            catch (HttpRequestException)
            {
                // Nobody knows yet; readers will see.
            }

            await receiver.ListenAsync();
            using var again = await SiteProcess.StartAsync(site.DataFolder, "Development", Options);
            if (!told.Contains(last) && (await again.Http.GetAsync("/im-ende/")).IsSuccessStatusCode) told.Add(last);
            await receiver.WaitAsync(told.Count);
            using var administrator = await EditorSession.SignInAsync(again.Address, EditorSite.Email, EditorSite.Password);
            await UntilAsync(async () => (await administrator.GetAsync<JsonObject>("/webhook/logs"))["items"]!.AsArray().All(row => (bool)row!["isSuccessStatusCode"]!));
            Assert.That(receiver.Calls.Select(call => (string?)JsonNode.Parse(call.Body)!["id"]).Distinct(), Is.EqualTo(told));
        }
    }

    [Test]
    public async Task AnImportBesideTheSiteIsToldAtItsNextStart()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var site = await EditorSite.StartAsync(Options);
        using (var editor = await site.SignInAsync()) await RegisterAsync(editor, receiver.Url);
        site.Process.Kill();
        var folder = Directory.CreateTempSubdirectory("wgs-hook-import-").FullName;
        try
        {
            Repository.CopyFolder(Repository.FirstContent, folder);
            var file = Directory.EnumerateFiles(Path.Combine(folder, "Content"), "*.config").Select(System.Xml.Linq.XElement.Load).Single(xml => (string?)xml.Attribute("Alias") == "Über das Projekt");
            var path = Directory.EnumerateFiles(Path.Combine(folder, "Content"), "*.config").Single(name => (string?)System.Xml.Linq.XElement.Load(name).Attribute("Key") == (string?)file.Attribute("Key"));
            file.SetAttributeValue("Alias", "Worum es geht");
            file.Element("Info")!.Element("NodeName")!.SetAttributeValue("Default", "Worum es geht");
            file.Save(path);
            var (exit, output, errors) = await SiteProcess.RunAsync("usync", "import", folder, "--data", site.DataFolder);
            Assert.That(exit, Is.Not.EqualTo(1), output + errors);
            using var again = await SiteProcess.StartAsync(site.DataFolder, "Development", Options);
            var calls = await receiver.WaitAsync(1);
            Assert.That(calls.Select(call => (string?)JsonNode.Parse(call.Body)!["id"]), Does.Contain(((string)file.Attribute("Key")!).ToLowerInvariant()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task ASlowReceiverHoldsUpNoOther()
    {
        await using var slow = await WebhookReceiver.StartAsync();
        await using var quick = await WebhookReceiver.StartAsync();
        slow.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        using var site = await EditorSite.StartAsync(Options);
        using var editor = await site.SignInAsync();
        await RegisterAsync(editor, slow.Url);
        await RegisterAsync(editor, quick.Url);
        await PublishAsync(editor, "Eins");
        await slow.WaitAsync(1);
        await PublishAsync(editor, "Zwei");
        await quick.WaitAsync(2);
        Assert.That(slow.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task WithoutTheSettingThisMachineIsNotCalled()
    {
        using var site = await EditorSite.StartAsync();
        using var editor = await site.SignInAsync();
        using var refused = await editor.PostAsync("/webhook", Body("https://127.0.0.1:9/"));
        Assert.That((refused.StatusCode, await refused.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.BadRequest, "")).Using<(HttpStatusCode Status, string Text)>((a, b) => a.Status == b.Status && a.Text.Contains("in das die Website nicht rufen darf", StringComparison.Ordinal)));
        var webhook = await RegisterAsync(editor, "https://localhost:9/");
        var tried = JsonNode.Parse(await (await editor.PostAsync($"/webhook/{webhook}/test", new { })).Content.ReadAsStringAsync())!;
        Assert.That((string?)tried["fault"], Does.Contain("in das die Website nicht rufen darf"));
    }

    [Test]
    public async Task WrongSettingsAreSaidAtStart()
    {
        var folder = Directory.CreateTempSubdirectory("wgs-hook-settings-").FullName;
        try
        {
            foreach (var (name, value) in new[] { ("Umbraco:CMS:Webhook:PayloadType", "Legacy"), ("Webhooks:AllowedNetworks", "intern"), ("Umbraco:CMS:Webhook:Period", "oft") })
            {
                var (exit, _, errors) = await SiteProcess.RunAsync("--data", folder, "--urls", "http://127.0.0.1:0", $"--{name}", value);
                Assert.That((exit, errors), Is.EqualTo((1, "")).Using<(int Exit, string Text)>((a, b) => a.Exit == b.Exit && a.Text.Contains(name.Split(':')[^1] == "Period" ? "Umbraco:CMS:Webhook" : name.Split(':')[^1], StringComparison.Ordinal)), name);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task EditorsGetAtNothingOfIt()
    {
        using var site = await EditorSite.StartAsync(Options);
        using var administrator = await site.SignInAsync();
        var webhook = await RegisterAsync(administrator, "https://empfaenger.example/");
        using var editor = await site.SignInAsync(UserGroup.Redaktion);
        using (Assert.EnterMultipleScope())
            foreach (var path in (string[])["/webhook", $"/webhook/{webhook}", $"/webhook/{webhook}/secret", $"/webhook/{webhook}/deliveries", "/webhook/logs"])
                Assert.That((await editor.Http.GetAsync(EditorSession.Api + path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), path);
    }

    private static object Body(string url) => new
    {
        enabled = true,
        name = "Empfänger",
        url,
        contentTypeKeys = Array.Empty<string>(),
        headers = new { },
        events = new[] { "Umbraco.ContentPublish", "Umbraco.ContentUnpublish", "Umbraco.ContentDelete" },
    };

    private static async Task<string> RegisterAsync(EditorSession editor, string url)
    {
        using var made = await editor.PostAsync("/webhook", Body(url));
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created), await made.Content.ReadAsStringAsync());
        return made.Headers.GetValues("Umb-Generated-Resource").Single();
    }

    private static async Task CreateAsync(EditorSession editor, string key, string name)
    {
        using var made = await editor.PostAsync("/document", new { id = key, parent = new { id = Home }, documentType = new { id = PageType }, template = (object?)null, values = new[] { new { alias = "headline", value = name } }, variants = new[] { new { name } } });
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created), await made.Content.ReadAsStringAsync());
    }

    private static async Task<string> PublishAsync(EditorSession editor, string name)
    {
        var key = Guid.NewGuid().ToString();
        await CreateAsync(editor, key, name);
        using var published = await editor.PutAsync($"/document/{key}/publish", new { publishSchedules = new[] { new { culture = (string?)null } } });
        Assert.That(published.StatusCode, Is.EqualTo(HttpStatusCode.OK), await published.Content.ReadAsStringAsync());
        return key;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 400 && !await isSo(); tries++) await Task.Delay(50);
    }
}
