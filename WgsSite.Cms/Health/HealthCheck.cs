namespace WgsSite.Cms.Health;

public enum HealthState
{
    Good,

    /// <summary>Somebody should do something about it, some day.</summary>
    Warning,

    /// <summary>Something does not work, or soon will not.</summary>
    Bad,
}

/// <summary>One thing administrators want to know of their site. The CMS brings some; a site registers more.</summary>
/// <param name="Name">What is looked at, in the editors' words.</param>
public sealed record HealthCheck(string Name, Func<CancellationToken, Task<HealthResult>> RunAsync);

/// <param name="Message">One sentence, also when all is well.</param>
public sealed record HealthResult(HealthState State, string Message, IReadOnlyList<HealthFinding> Findings)
{
    public static HealthResult Good(string message) => new(HealthState.Good, message, []);
}

/// <param name="Document">Where to do something about it; null when it is not about a document.</param>
/// <param name="Media">The same for a picture or a file.</param>
public sealed record HealthFinding(string Text, Guid? Document = null, Guid? Media = null);
