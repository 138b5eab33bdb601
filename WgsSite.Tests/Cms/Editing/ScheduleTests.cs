using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Storage;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>Publishing and withdrawing at a time chosen before.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly ManualClock clock = new(Now);
    private EditedCms cms = null!;
    private Guid page;
    private Guid draft;

    [SetUp]
    public async Task FillAsync()
    {
        cms = await EditedCms.OfSmallSiteAsync(clock);
        page = cms.KeyOf("eine-seite");
        draft = await cms.CreateAsync("page", cms.KeyOf("start"), "Später");
    }

    [TearDown]
    public async Task CleanAsync() => await cms.DisposeAsync();

    [Test]
    public async Task WhatIsDueIsPublishedAndLaterWithdrawn()
    {
        await PlanAsync(draft, publishIn: 1, unpublishIn: 2);
        await PassAsync(hours: 0.9);
        Assert.That(cms.Readers.Find(draft), Is.Null);
        await PassAsync(hours: 0.1);
        Assert.That(cms.Readers.Find(draft), Is.Not.Null);
        await PassAsync(hours: 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cms.Readers.Find(draft), Is.Null);
            Assert.That(await PlannedAsync(draft), Is.Empty);
            Assert.That((await HistoryAsync(draft))[^2..], Is.EqualTo([("Publish", "nach Zeitplan", Guid.Empty), ("Unpublish", "nach Zeitplan", Guid.Empty)]));
        }
    }

    [Test]
    public async Task WhatIsPublishedIsTheDraftOfThatTime()
    {
        await PlanAsync(page, publishIn: 1);
        await cms.RenameAsync(page, "Neuer Name");
        Assert.That(cms.Readers.Find(page)!.Name, Is.EqualTo("Eine Seite"));
        await PassAsync(hours: 1);
        Assert.That(cms.Readers.Find(page)!.Name, Is.EqualTo("Neuer Name"));
    }

    [Test]
    public async Task WhatBecameDueWhileTheSiteWasDownIsDoneInTheOrderOfTime()
    {
        var child = await cms.CreateAsync("page", draft, "Darunter");
        var other = await cms.CreateAsync("page", cms.KeyOf("start"), "Vorbei");
        // The child at the same moment as what it stands beneath, and planned first.
        await PlanAsync(child, publishIn: 3);
        await PlanAsync(draft, publishIn: 3);
        await PlanAsync(other, publishIn: 1, unpublishIn: 2);
        await PassAsync(hours: 48);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cms.Readers.Find(child), Is.Not.Null);
            Assert.That(cms.Readers.Find(other), Is.Null);
            Assert.That((await HistoryAsync(other)).Select(entry => entry.Action).TakeLast(2), Is.EqualTo(["Publish", "Unpublish"]));
        }
    }

    [Test]
    public async Task WhatCannotBePublishedThenStaysAsItIsAndIsNotedOnce()
    {
        var child = await cms.CreateAsync("page", draft, "Darunter");
        await PlanAsync(child, publishIn: 1);
        await PassAsync(hours: 1);
        await PassAsync(hours: 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cms.Readers.Find(child), Is.Null);
            Assert.That(await PlannedAsync(child), Is.Empty);
            var notes = (await HistoryAsync(child)).Where(entry => entry.Action == "ScheduleFailed").ToList();
            Assert.That(notes, Has.Exactly(1).Items);
            Assert.That(notes[0].Comment, Does.StartWith("Zeitplan nicht ausgeführt.").And.Contain("„Später“ steht darüber"));
        }
    }

    [Test]
    public async Task SignsInTheTreeTellOfPlansAndOfOneThatFailedUntilSomebodyDoesSomething()
    {
        var child = await cms.CreateAsync("page", draft, "Darunter");
        await PlanAsync(child, publishIn: 1, unpublishIn: 5);
        Assert.That(await cms.SignsAsync(child), Is.EqualTo(["Umb.ScheduledForPublish", "Host.ScheduledForUnpublish"]));
        await PassAsync(hours: 1);
        Assert.That(await cms.SignsAsync(child), Is.EqualTo(["Host.ScheduledForUnpublish", "Host.ScheduleFailed"]));
        await cms.PublishAsync(draft);
        await cms.PublishAsync(child);
        Assert.That(await cms.SignsAsync(child), Is.EqualTo(["Host.ScheduledForUnpublish"]));
    }

    [Test]
    public async Task OneThatFailsDoesNotKeepTheOthersFromIt()
    {
        var child = await cms.CreateAsync("page", draft, "Darunter");
        await PlanAsync(child, publishIn: 1);
        await PlanAsync(page, unpublishIn: 2);
        await PassAsync(hours: 3);
        Assert.That(cms.Readers.Find(page), Is.Null);
    }

    [Test]
    public async Task WhatIsMissingIsSaidWhenItIsPlannedSinceNobodyIsThereLater()
    {
        var news = await cms.CreateAsync("newsItem", cms.KeyOf("aktuelles"), "Halb fertig");
        var refusal = await cms.RefusedAsync(() => PlanAsync(news, publishIn: 1));
        Assert.That(refusal.Faults, Is.Not.Empty);
    }

    [TestCase(-1, null, "1. Juli 2026, 11:00 Uhr ist schon vorbei.")]
    [TestCase(null, -2, "1. Juli 2026, 10:00 Uhr ist schon vorbei.")]
    [TestCase(2, 1, "Die Rücknahme muss nach der Veröffentlichung liegen.")]
    [TestCase(2, 2, "Die Rücknahme muss nach der Veröffentlichung liegen.")]
    public async Task APlanThatMakesNoSenseIsRefusedInWords(int? publishIn, int? unpublishIn, string why) =>
        Assert.That((await cms.RefusedAsync(() => PlanAsync(draft, publishIn, unpublishIn))).Detail, Is.EqualTo(why));

    [Test]
    public async Task ANewPlanReplacesTheOldOneAndNoneDeletesIt()
    {
        await PlanAsync(draft, publishIn: 1, unpublishIn: 2);
        await PlanAsync(draft, publishIn: 3);
        Assert.That(await PlannedAsync(draft), Is.EqualTo([(ScheduleAction.Publish, Now.UtcDateTime.AddHours(3))]));
        await PlanAsync(draft);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await PlannedAsync(draft), Is.Empty);
            Assert.That((await HistoryAsync(draft))[^1].Comment, Is.EqualTo("Zeitplan gelöscht"));
        }
    }

    [Test]
    public async Task SavingTheSamePlanAgainIsNoChange()
    {
        await PlanAsync(draft, publishIn: 1);
        var before = await cms.StateAsync();
        await PlanAsync(draft, publishIn: 1);
        Assert.That(await cms.StateAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task PublishingByHandKeepsOnlyTheEnd()
    {
        await PlanAsync(draft, publishIn: 1, unpublishIn: 2);
        await cms.PublishAsync(draft);
        Assert.That((await PlannedAsync(draft)).Select(plan => plan.Action), Is.EqualTo([ScheduleAction.Unpublish]));
    }

    [Test]
    public async Task WithdrawingByHandDropsThePlan()
    {
        await PlanAsync(page, publishIn: 1, unpublishIn: 2);
        await cms.Documents.UnpublishAsync(page, EditedCms.User);
        Assert.That(await PlannedAsync(page), Is.Empty);
    }

    [Test]
    public async Task WhatGoesIntoTheBinIsNotPublishedFromThere()
    {
        var child = await cms.CreateAsync("page", draft, "Darunter");
        await PlanAsync(draft, publishIn: 1);
        await PlanAsync(child, publishIn: 1);
        await cms.Documents.MoveToBinAsync(draft, EditedCms.User);
        await cms.Documents.RestoreAsync(draft, cms.KeyOf("start"), EditedCms.User);
        await PassAsync(hours: 2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cms.Readers.Find(draft), Is.Null);
            Assert.That(await PlannedAsync(child), Is.Empty);
        }
    }

    [Test]
    public async Task APlanIsKeptInUSyncFiles()
    {
        await PlanAsync(draft, publishIn: 1, unpublishIn: 2);
        await using var other = await CmsFolder.MakeAsync(await cms.Cms.ExportAsync());
        await using var db = await other.OpenAsync();
        Assert.That(await db.Schedules.Where(plan => plan.DocumentKey == draft).OrderBy(plan => plan.At).Select(plan => plan.At).ToListAsync(), Is.EqualTo([Now.UtcDateTime.AddHours(1), Now.UtcDateTime.AddHours(2)]));
    }

    /// <summary>The worker itself: woken by the plan, kept awake by the clock, on again after a restart.</summary>
    [Test]
    public async Task TheSiteDoesItByItself()
    {
        await PlanAsync(draft, publishIn: 1);
        clock.Move(TimeSpan.FromHours(2));
        using (var worker = Worker())
        {
            await worker.StartAsync(CancellationToken.None);
            await UntilAsync(() => cms.Readers.Find(draft) is not null);
            await PlanAsync(draft, unpublishIn: 4);
            clock.Move(TimeSpan.FromHours(4));
            // Any change wakes it; without one it looks at the clock every half minute.
            await cms.RenameAsync(page, "Geändert");
            await UntilAsync(() => cms.Readers.Find(draft) is null);
            await worker.StopAsync(CancellationToken.None);
        }
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        for (var tries = 0; tries < 200 && !done(); tries++) await Task.Delay(50);
        Assert.That(done(), "in time");
    }

    private ScheduleWorker Worker()
    {
        var store = cms.Cms.Get<IDbContextFactory<CmsDbContext>>();
        return new ScheduleWorker(store, cms.Documents, new VersionCleanup(store, clock), cms.Cms.Content, clock, NullLogger<ScheduleWorker>.Instance);
    }

    private async Task PassAsync(double hours)
    {
        clock.Move(TimeSpan.FromHours(hours));
        using var worker = Worker();
        await worker.CarryOutDueAsync();
    }

    private Task PlanAsync(Guid key, int? publishIn = null, int? unpublishIn = null) =>
        cms.Documents.ScheduleAsync(key, publishIn is { } from ? Now.AddHours(from) : null, unpublishIn is { } until ? Now.AddHours(until) : null, EditedCms.User);

    private async Task<List<(ScheduleAction Action, DateTime At)>> PlannedAsync(Guid key)
    {
        await using var db = await cms.Cms.OpenAsync();
        return [.. (await db.Schedules.Where(plan => plan.DocumentKey == key).OrderBy(plan => plan.At).ToListAsync()).Select(plan => (plan.Action, plan.At))];
    }

    private async Task<List<(string Action, string? Comment, Guid User)>> HistoryAsync(Guid key)
    {
        await using var db = await cms.Cms.OpenAsync();
        return [.. (await db.Audit.Where(entry => entry.ItemKey == key).OrderBy(entry => entry.Id).ToListAsync()).Select(entry => (entry.Action, entry.Comment, entry.UserKey ?? Guid.Empty))];
    }
}
