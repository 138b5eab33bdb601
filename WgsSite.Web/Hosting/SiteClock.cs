namespace WgsSite.Web.Hosting;

/// <summary>The time where the cooperative works. Stored times are UTC; days and hours people read are these.</summary>
public sealed class SiteClock(TimeProvider clock)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

    public DateTime Now => Local(UtcNow);

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>The machine's clock, in the time of the cooperative wherever the machine stands.</summary>
    public static TimeProvider System { get; } = new InZone();

    private sealed class InZone : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => Zone;
    }
}
