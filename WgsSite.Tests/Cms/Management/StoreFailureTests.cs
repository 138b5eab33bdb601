using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Management;

namespace WgsSite.Tests.Cms.Management;

/// <summary>What an editor reads when the store takes nothing.</summary>
internal sealed class StoreFailureTests
{
    [TestCase(13, 507, "Nicht gespeichert: Auf dem Server ist kein Platz mehr.")]
    [TestCase(5, 503, "Nicht gespeichert: Auf dem Server wird gerade etwas anderes geschrieben.")]
    [TestCase(6, 503, "Nicht gespeichert: Auf dem Server wird gerade etwas anderes geschrieben.")]
    [TestCase(8, 503, "Nicht gespeichert: Auf dem Server lässt sich gerade nichts ändern.")]
    [TestCase(10, 503, "Nicht gespeichert: Der Server erreicht seine Inhalte nicht.")]
    [TestCase(14, 503, "Nicht gespeichert: Der Server erreicht seine Inhalte nicht.")]
    public void WhatTheDatabaseRefusesIsSaidInWords(int code, int status, string title)
    {
        var problem = Of(new DbUpdateException("…", new SqliteException("…", code)), "PUT")!;
        Assert.That((problem.StatusCode, problem.ProblemDetails.Title), Is.EqualTo((status, title)));
        Assert.That(problem.ProblemDetails.Detail, Does.StartWith("Ihr Text steht noch im Fenster. "));
    }

    [Test]
    public void AFullDiskIsSaidInWordsWhereverItShows() =>
        Assert.That(Of(new IOException("…", 28), "PUT")!.StatusCode, Is.EqualTo(507));

    [Test]
    public void WhoOnlyReadsHasLostNoText()
    {
        var problem = Of(new SqliteException("…", 5), "GET")!;
        Assert.That((problem.ProblemDetails.Title, problem.ProblemDetails.Detail), Is.EqualTo(("Auf dem Server wird gerade etwas anderes geschrieben.", "Versuchen Sie es in einer Minute noch einmal.")));
    }

    [Test]
    public void OtherFailuresAreNoneOfTheStore()
    {
        Assert.That(Of(new SqliteException("constraint", 19), "PUT"), Is.Null);
        Assert.That(Of(new InvalidOperationException(), "PUT"), Is.Null);
    }

    private static ProblemHttpResult? Of(Exception failure, string method)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        return (ProblemHttpResult?)StoreFailure.Answer(failure, context.Request);
    }
}
