namespace WgsSite.Core.Coverage;

/// <summary>Whether a service can be had somewhere. Ordered from worst to best, so that the worst is the minimum.</summary>
public enum Availability
{
    NotAvailable,
    OnRequest,
    Available,
}
