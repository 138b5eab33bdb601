namespace WgsSite.Cms.Backoffice;

/// <summary>Addresses of the backoffice, as its client knows them.</summary>
public static class BackofficePaths
{
    public const string Root = "/umbraco";
    public const string Login = Root + "/login";
    public const string SetUp = Root + "/einrichten";
    public const string Invitation = Root + "/einladung";
    public const string Forgotten = Root + "/passwort-vergessen";
    public const string NewPassword = Root + "/neues-passwort";
    public const string SecondStep = Root + "/code";
    public const string Preview = Root + "/vorschau";
    public const string Client = Root + "/client";

    /// <summary>Where the client finishes a sign-in (<c>@umbraco-cms/backoffice</c> 17.1.0, packages/core/auth).</summary>
    public const string OAuthComplete = Root + "/oauth_complete";
    public const string LoggedOut = Root + "/logout";
    public const string Hub = Root + "/serverEventHub";
    public const string ManagementApi = Root + "/management/api";

    /// <summary>The OAuth endpoints of the client (packages/core/auth/auth-flow.js).</summary>
    public const string Security = ManagementApi + "/v1/security/back-office";
    public const string Authorize = Security + "/authorize";
    public const string Token = Security + "/token";
    public const string Revoke = Security + "/revoke";
    public const string SignOut = Security + "/signout";
}
