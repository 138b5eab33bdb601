using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace WgsSite.Cms.Management;

/// <summary>
/// What an editor is told when the store did not take a change: that nothing of it was saved (a change is one transaction),
/// that what they typed is still there, and whether waiting helps.
/// </summary>
internal static class StoreFailure
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Fault = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    // ENOSPC and EROFS of Linux, and ERROR_DISK_FULL of Windows as an HResult.
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int DiskFull = unchecked((int)0x80070070);

    private const string Again = "Versuchen Sie es in einer Minute noch einmal.";
    private const string Tell = "Sagen Sie bitte der Betreuung der Website Bescheid, und speichern Sie danach noch einmal.";

    /// <returns>Null for a failure that is none of the store.</returns>
    public static IResult? Answer(Exception? failure, HttpRequest request)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (Of(cause) is var (status, reason, advice))
                return HttpMethods.IsGet(request.Method)
                    ? Problem.Of(status, reason, advice == Again ? Again : null)
                    : Problem.Of(status, $"Nicht gespeichert: {reason}", $"Ihr Text steht noch im Fenster. {advice}");
        return null;
    }

    private static (int Status, string Reason, string Advice)? Of(Exception cause) => cause switch
    {
        SqliteException { SqliteErrorCode: Full } or IOException { HResult: NoSpace or DiskFull } => (StatusCodes.Status507InsufficientStorage, "Auf dem Server ist kein Platz mehr.", Tell),
        SqliteException { SqliteErrorCode: Busy or Locked } => (StatusCodes.Status503ServiceUnavailable, "Auf dem Server wird gerade etwas anderes geschrieben.", Again),
        SqliteException { SqliteErrorCode: ReadOnly } or IOException { HResult: ReadOnlyFileSystem } => (StatusCodes.Status503ServiceUnavailable, "Auf dem Server lässt sich gerade nichts ändern.", Tell),
        SqliteException { SqliteErrorCode: Fault or CannotOpen } => (StatusCodes.Status503ServiceUnavailable, "Der Server erreicht seine Inhalte nicht.", Tell),
        _ => null,
    };
}
