using static WgsSite.Cms.Users.UserGroup;

namespace WgsSite.Cms.Users;

/// <summary>
/// What somebody may do. Names that begin with <c>Umb.</c> are Umbraco's own, and the client shows and hides by them
/// (17.1.0, packages/documents/documents/user-permissions); those with <c>Host.</c> are ours, where Umbraco has none.
/// </summary>
public static class Right
{
    /// <summary>What everybody may who is signed in: their own account, and what the client needs to start.</summary>
    public const string SignedIn = "Host.SignedIn";

    public const string ReadDocuments = "Umb.Document.Read";
    public const string CreateDocuments = "Umb.Document.Create";
    public const string UpdateDocuments = "Umb.Document.Update";
    public const string DuplicateDocuments = "Umb.Document.Duplicate";
    public const string RollBackDocuments = "Umb.Document.Rollback";
    public const string PublishDocuments = "Umb.Document.Publish";
    public const string UnpublishDocuments = "Umb.Document.Unpublish";
    public const string DeleteDocuments = "Umb.Document.Delete";
    public const string MoveDocuments = "Umb.Document.Move";
    public const string SortDocuments = "Umb.Document.Sort";

    public const string ReadMedia = "Host.Media.Read";
    public const string CreateMedia = "Host.Media.Create";
    public const string UpdateMedia = "Host.Media.Update";
    public const string MoveMedia = "Host.Media.Move";
    public const string DeleteMedia = "Host.Media.Delete";

    /// <summary>Words of the pages; readers see a change at once.</summary>
    public const string EditDictionary = "Host.Dictionary.Update";

    public const string EditRedirects = "Host.Redirect.Update";

    /// <summary>The state of the site.</summary>
    public const string SeeHealth = "Host.Health.Read";

    public const string ManageUsers = "Host.User.Update";

    /// <summary>Whom the site tells of changes, and what became of it; shows the secrets calls are signed with.</summary>
    public const string ManageWebhooks = "Host.Webhook.Update";

    /// <summary>Who may do what. What is not here, nobody may.</summary>
    private static readonly (string Right, UserGroup[] Groups)[] Table =
    [
        (SignedIn, [Administrator, Redaktion, Autor]),

        (ReadDocuments, [Administrator, Redaktion, Autor]),
        (CreateDocuments, [Administrator, Redaktion, Autor]),
        (UpdateDocuments, [Administrator, Redaktion, Autor]),
        ("Umb.Document.PropertyValue.Read", [Administrator, Redaktion, Autor]),
        ("Umb.Document.PropertyValue.Write", [Administrator, Redaktion, Autor]),
        (DuplicateDocuments, [Administrator, Redaktion, Autor]),
        (RollBackDocuments, [Administrator, Redaktion, Autor]),
        (PublishDocuments, [Administrator, Redaktion]),
        (UnpublishDocuments, [Administrator, Redaktion]),
        (DeleteDocuments, [Administrator, Redaktion]),
        (MoveDocuments, [Administrator, Redaktion]),
        (SortDocuments, [Administrator, Redaktion]),

        (ReadMedia, [Administrator, Redaktion, Autor]),
        (CreateMedia, [Administrator, Redaktion, Autor]),
        (UpdateMedia, [Administrator, Redaktion]),
        (MoveMedia, [Administrator, Redaktion]),
        (DeleteMedia, [Administrator, Redaktion]),

        (EditDictionary, [Administrator, Redaktion]),
        (EditRedirects, [Administrator, Redaktion]),
        (SeeHealth, [Administrator]),
        (ManageUsers, [Administrator]),
        (ManageWebhooks, [Administrator]),

        ("Umb.Section.Content", [Administrator, Redaktion, Autor]),
        ("Umb.Section.Media", [Administrator, Redaktion, Autor]),
        ("Umb.Section.Translation", [Administrator, Redaktion]),
        ("Umb.Section.Users", [Administrator]),
        ("Host.Section.Settings", [Administrator]),
    ];

    /// <summary>What groups may do together.</summary>
    public static IReadOnlySet<string> Of(IEnumerable<UserGroup> groups) =>
        Table.Where(row => row.Groups.Intersect(groups).Any()).Select(row => row.Right).ToHashSet();

    /// <summary>Sections are rights that the client lists apart.</summary>
    public static bool IsSection(string right) => right.StartsWith("Umb.Section.", StringComparison.Ordinal) || right.StartsWith("Host.Section.", StringComparison.Ordinal);
}
