namespace WgsSite.Cms.Delivery;

/// <summary>A request that cannot be answered as it stands: 400 with problem details (RFC 9457), in English as Umbraco's.</summary>
public sealed class DeliveryRefusalException(string title, string detail) : Exception(title)
{
    public string Title { get; } = title;
    public string Detail { get; } = detail;
}
