using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Webhooks;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Webhooks;
using WgsSite.Tests.Cms.Editing;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Webhooks;

/// <summary>What webhooks are told of, whatever way a change came about.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class WebhookOutboxTests
{
    private const string Publish = "Umbraco.ContentPublish";
    private const string Unpublish = "Umbraco.ContentUnpublish";
    private const string Delete = "Umbraco.ContentDelete";
    private const string MediaSave = "Umbraco.MediaSave";
    private const string MediaDelete = "Umbraco.MediaDelete";

    private EditedCms cms = null!;

    [SetUp]
    public async Task MakeAsync() => cms = await EditedCms.OfSmallSiteAsync();

    [TearDown]
    public async Task RemoveAsync() => await cms.DisposeAsync();

    [Test]
    public async Task ADraftIsNobodysBusinessAndPublishingItIs()
    {
        await ListenAsync();
        var page = await cms.CreateAsync("page", cms.Readers.Roots[0].Key, "Neu");
        Assert.That(await ToldAsync(), Is.Empty);
        await cms.PublishAsync(page);
        Assert.That(await ToldAsync(), Is.EqualTo(new[] { (Publish, page) }));
    }

    [Test]
    public async Task PublishingWhatIsPublishedAlreadyIsNoNews()
    {
        var page = await PublishedAsync("Neu");
        await ListenAsync();
        await cms.PublishAsync(page);
        Assert.That(await ToldAsync(), Is.Empty);
    }

    [Test]
    public async Task WhatHangsBeneathComesAndGoesWithItsParent()
    {
        var parent = await PublishedAsync("Oben");
        var child = await PublishedAsync("Unten", parent);
        await ListenAsync();
        await cms.Documents.UnpublishAsync(parent, EditedCms.User);
        await cms.PublishAsync(parent);
        Assert.That(await ToldAsync(), Is.EqualTo(new[] { (Unpublish, child), (Unpublish, parent), (Publish, parent), (Publish, child) }));
    }

    [Test]
    public async Task ANewAddressIsNewsForAllThatHave()
    {
        var parent = await PublishedAsync("Oben");
        var child = await PublishedAsync("Unten", parent);
        await ListenAsync();
        await cms.RenameAsync(parent, "Ganz oben");
        await cms.PublishAsync(parent);
        Assert.That(await ToldAsync(), Is.EqualTo(new[] { (Publish, parent), (Publish, child) }));
    }

    [Test]
    public async Task TheBinWithdrawsAndDeletingForGoodIsSaidOfDraftsToo()
    {
        var page = await PublishedAsync("Neu");
        var draft = await cms.CreateAsync("page", page, "Entwurf");
        await ListenAsync();
        await cms.Documents.MoveToBinAsync(page, EditedCms.User);
        Assert.That(await ToldAsync(), Is.EqualTo(new[] { (Unpublish, page) }));
        await cms.Documents.EmptyBinAsync(EditedCms.User);
        // The bin of the small site is not empty.
        Assert.That((await ToldAsync()).Skip(1), Is.SupersetOf(new[] { (Delete, page), (Delete, draft) }));
    }

    [Test]
    public async Task AnImportTellsToo()
    {
        await ListenAsync();
        using var files = SyncFiles.OfSmallSite();
        var file = Directory.EnumerateFiles(files.At("Content")).First(path => cms.Readers.Find(files.KeyOf($"Content/{Path.GetFileName(path)}")) is { Children.Count: 0, Parent: not null });
        var key = files.KeyOf($"Content/{Path.GetFileName(file)}");
        files.Rename($"Content/{Path.GetFileName(file)}", "Umbenannt");
        await cms.Cms.ImportAsync(files.Path);
        Assert.That(await ToldAsync(), Is.EqualTo(new[] { (Publish, key) }));
    }

    [Test]
    public async Task MediaAreSavedAndDeleted()
    {
        await ListenAsync();
        var type = cms.Readers.Schema.MediaType("Folder")!.Key;
        var key = Guid.NewGuid();
        await cms.Cms.Content.ChangeAsync(db => Task.FromResult(db.Media.Add(new MediaRow { Key = key, TypeKey = type, Name = "Bilder", Values = "{}" })));
        await ChangeMediaAsync(key, row => row.Name = "Fotos");
        await ChangeMediaAsync(key, row => row.SortOrder = 9);
        await cms.Cms.Content.ChangeAsync(async db => db.Media.Remove(await db.Media.SingleAsync(row => row.Key == key)));
        Assert.That(await ToldAsync(), Is.EqualTo(new[] { (MediaSave, key), (MediaSave, key), (MediaDelete, key) }));
    }

    [Test]
    public async Task OnlyWhatIsAskedForAndOnlyWhileItIsOn()
    {
        var pages = await ListenAsync([Publish], [cms.TypeKey("page")]);
        var partners = await ListenAsync([Publish], [cms.TypeKey("partner")]);
        var deletions = await ListenAsync([Delete]);
        var off = await ListenAsync(enabled: false);
        await PublishedAsync("Neu");
        Assert.That(
            new[] { (await ToldAsync(pages)).Count, (await ToldAsync(partners)).Count, (await ToldAsync(deletions)).Count, (await ToldAsync(off)).Count },
            Is.EqualTo(new[] { 1, 0, 0, 0 }));
    }

    [Test]
    public async Task AChangeThatFailsTellsNothing()
    {
        await ListenAsync();
        cms.Cms.Content.Preparing += _ => throw new InvalidOperationException();
        var page = await cms.CreateAsync("page", cms.Readers.Roots[0].Key, "Neu");
        await Assert.CatchAsync<InvalidOperationException>(() => cms.PublishAsync(page));
        Assert.That(await ToldAsync(), Is.Empty);
    }

    [Test]
    public async Task MinimalIsTheKey()
    {
        await ListenAsync();
        var page = await PublishedAsync("Neu");
        await cms.Documents.UnpublishAsync(page, EditedCms.User);
        Assert.That(await BodiesAsync(cms), Is.EqualTo(new[] { $$"""{"id":"{{page}}","cultures":[]}""", $$"""{"id":"{{page}}"}""" }));
    }

    [Test]
    public async Task ExtendedIsWhatTheDeliveryApiSaysAndItsSilenceIsKept()
    {
        await using var extended = await EditedCms.OfSmallSiteAsync(add: (services, _) => services
            .Configure<WebhookSettings>(settings => settings.PayloadType = WebhookPayloadType.Extended)
            .AddSingleton(new ExtendedPayloads(
                document => document.Name == "Geheim" ? null : document.Name == "Kaputt" ? throw new InvalidOperationException() : new JsonObject { ["name"] = document.Name },
                (media, snapshot) => new JsonObject { ["file"] = snapshot.FindMedia(media.Key)!.Name })));
        await ListenAsync(on: extended);
        var open = await PublishedAsync("Offen", on: extended);
        var denied = await PublishedAsync("Geheim", on: extended);
        var broken = await PublishedAsync("Kaputt", on: extended);
        await extended.Documents.UnpublishAsync(open, EditedCms.User);
        await extended.Cms.Content.ChangeAsync(db => Task.FromResult(db.Media.Add(new MediaRow { Key = Guid.NewGuid(), TypeKey = extended.Readers.Schema.MediaType("Folder")!.Key, Name = "Bilder", Values = "{}" })));
        Assert.That(await BodiesAsync(extended), Is.EqualTo(new[] { """{"name":"Offen"}""", $$"""{"id":"{{denied}}","cultures":[]}""", $$"""{"id":"{{broken}}","cultures":[]}""", $$"""{"id":"{{open}}"}""", """{"file":"Bilder"}""" }));
    }

    [Test]
    public async Task SwitchedOffByTheServerNothingIsPutDown()
    {
        await using var off = await EditedCms.OfSmallSiteAsync(add: (services, _) => services.Configure<WebhookSettings>(settings => settings.Enabled = false));
        await ListenAsync(on: off);
        await PublishedAsync("Neu", on: off);
        Assert.That(await BodiesAsync(off), Is.Empty);
    }

    private async Task<Guid> ListenAsync(List<string>? events = null, List<Guid>? types = null, bool enabled = true, EditedCms? on = null)
    {
        var key = Guid.NewGuid();
        await using var db = await (on ?? cms).Cms.OpenAsync();
        db.Webhooks.Add(new WebhookRow
        {
            Key = key,
            Url = "https://empfaenger.example/",
            Enabled = enabled,
            Events = events ?? [Publish, Unpublish, Delete, MediaSave, MediaDelete],
            TypeKeys = types ?? [],
            Headers = "",
            Secret = "",
        });
        await db.SaveChangesAsync();
        return key;
    }

    private async Task<Guid> PublishedAsync(string name, Guid? parent = null, EditedCms? on = null)
    {
        var where = on ?? cms;
        var page = await where.CreateAsync("page", parent ?? where.Readers.Roots[0].Key, name);
        await where.PublishAsync(page);
        return page;
    }

    private Task<bool> ChangeMediaAsync(Guid key, Action<MediaRow> change) => cms.Cms.Content.ChangeAsync(async db =>
    {
        change(await db.Media.SingleAsync(row => row.Key == key));
        return true;
    });

    private async Task<List<(string Event, Guid About)>> ToldAsync(Guid? webhook = null)
    {
        await using var db = await cms.Cms.OpenAsync();
        var rows = await db.WebhookDeliveries.AsNoTracking().Where(row => webhook == null || row.WebhookKey == webhook).OrderBy(row => row.Id).ToListAsync();
        return [.. rows.Select(row => (row.EventAlias, (Guid)JsonNode.Parse(row.Body)!["id"]!))];
    }

    private static async Task<List<string>> BodiesAsync(EditedCms of)
    {
        await using var db = await of.Cms.OpenAsync();
        return await db.WebhookDeliveries.AsNoTracking().OrderBy(row => row.Id).Select(row => row.Body).ToListAsync();
    }
}
