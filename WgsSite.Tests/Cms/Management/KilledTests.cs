using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using WgsSite.Tests.Support;
using static WgsSite.Tests.Cms.Management.ApiEditor;

namespace WgsSite.Tests.Cms.Management;

/// <summary>The power goes while something is under way: nothing is half done afterwards, and what is due is done.</summary>
[Parallelizable]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class KilledTests
{
    private EditorSite site = null!;

    [SetUp]
    public async Task StartAsync() => site = await EditorSite.StartAsync();

    [TearDown]
    public void Stop() => site.Dispose();

    [Test]
    public async Task WhatBecameDueWhileTheSiteWasDownIsDoneWhenItIsBack()
    {
        string shown, hidden;
        using (var editor = await site.SignInAsync())
        {
            shown = await editor.CreatePageAsync("Soll erscheinen");
            hidden = await editor.PublishedPageAsync("Soll verschwinden");
            var later = DateTimeOffset.UtcNow.AddDays(2);
            await DoneAsync(editor.PutAsync($"/document/{shown}/publish", new { publishSchedules = new[] { new { culture = (string?)null, schedule = new { publishTime = later, unpublishTime = (DateTimeOffset?)null } } } }));
            await DoneAsync(editor.PutAsync($"/document/{hidden}/publish", new { publishSchedules = new[] { new { culture = (string?)null, schedule = new { publishTime = (DateTimeOffset?)null, unpublishTime = later } } } }));
        }

        site.Process.Kill();
        Assert.That(await TwoDaysPassAsync(), Is.EqualTo(2));
        using var again = await SiteProcess.StartAsync(site.DataFolder);
        await UntilAsync(async () => await StatusAsync(again, "/soll-erscheinen/") == HttpStatusCode.OK && await StatusAsync(again, "/soll-verschwinden/") == HttpStatusCode.NotFound);
        using var after = await EditorSession.SignInAsync(again.Address, EditorSite.Email, EditorSite.Password);
        foreach (var key in (string[])[shown, hidden])
            Assert.That((await after.ReadAsync($"/document/{key}/audit-log?orderDirection=Descending"))["items"]!.AsArray().Count(entry => (string?)entry!["comment"] == "nach Zeitplan"), Is.EqualTo(1), "once, and not again");
    }

    [Test]
    public async Task AnUploadThatWasCutOffLeavesNoItemAndIsSentAgain()
    {
        using (var editor = await site.SignInAsync())
        {
            using var half = new MultipartFormDataContent { { new StringContent(Guid.NewGuid().ToString()), "Id" } };
            var begun = new TaskCompletionSource();
            half.Add(new Stalled(TestPictures.Jpeg(3000, 2000), begun), "File", "halb.jpg");
            using var cut = new CancellationTokenSource();
            var sending = editor.Http.PostAsync($"{EditorSession.Api}/temporary-file", half, cut.Token);
            await begun.Task;
            site.Process.Kill();
            await cut.CancelAsync();
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        using var again = await SiteProcess.StartAsync(site.DataFolder);
        using var after = await EditorSession.SignInAsync(again.Address, EditorSite.Email, EditorSite.Password);
        Assert.That((await after.ReadAsync("/collection/media"))["items"]!.AsArray(), Is.Empty);
        var key = await after.AddMediaAsync("ganz.jpg", TestPictures.Jpeg(300, 200));
        var url = (string)(await after.GetAsync<JsonArray>($"/media/urls?id={key}"))[0]!["urlInfos"]![0]!["url"]!;
        Assert.That(await StatusAsync(again, url), Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task<HttpStatusCode> StatusAsync(SiteProcess process, string path) => (await process.Http.GetAsync(path)).StatusCode;

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await done()) return;
            await Task.Delay(100);
        }

        Assert.Fail("not in time");
    }

    private async Task<int> TwoDaysPassAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "cms.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Schedule SET At = $past";
        command.Parameters.AddWithValue("$past", DateTime.UtcNow.AddMinutes(-1).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Sends half of a file, and then nothing more.</summary>
    private sealed class Stalled : HttpContent
    {
        private readonly byte[] file;
        private readonly TaskCompletionSource begun;

        public Stalled(byte[] file, TaskCompletionSource begun)
        {
            this.file = file;
            this.begun = begun;
            Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(file.AsMemory(0, file.Length / 2), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = file.Length;
            return true;
        }
    }
}
