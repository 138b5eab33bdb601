namespace WgsSite.Cms.Backoffice;

/// <summary>Who may use what a site adds to its backoffice.</summary>
public static class BackofficeAccess
{
    /// <summary>Policy of everything editors do: a session of the client. For <c>RequireAuthorization</c>.</summary>
    public const string Policy = "Backoffice";
}
