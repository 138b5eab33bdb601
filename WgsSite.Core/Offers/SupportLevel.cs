namespace WgsSite.Core.Offers;

/// <summary>Degree of support a service gives. The numbers are the steps of the staircase tenants see.</summary>
public enum SupportLevel
{
    EverydayRelief = 1,
    Safety = 2,
    Support = 3,
    Care = 4,
}
