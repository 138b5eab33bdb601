namespace WgsSite.Tests.Support;

/// <summary>A clock that stands until it is moved, in Germany.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now;

    public override TimeZoneInfo LocalTimeZone => Zone;

    public void Move(TimeSpan by) => now += by;

    public void MoveTo(DateTimeOffset time) => now = time;
}
