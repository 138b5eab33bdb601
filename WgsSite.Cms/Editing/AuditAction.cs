namespace WgsSite.Cms.Editing;

/// <summary>What Umbraco has no name for in its audit log, or another one than the store.</summary>
internal static class AuditAction
{
    /// <summary>A schedule was made, changed or deleted.</summary>
    public const string Schedule = "Schedule";

    /// <summary>What was due could not be done.</summary>
    public const string ScheduleFailed = "ScheduleFailed";

    public const string RollBack = "RollBack";

    /// <summary>A version is kept for good, or no longer.</summary>
    public const string Pin = "Pin";

    /// <summary>What changes nothing of a document, so that it does not hide what was noted before.</summary>
    public static readonly string[] Aside = [Pin, "Sort"];
}
