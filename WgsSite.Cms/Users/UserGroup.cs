using Umbraco.Cms.Core;

namespace WgsSite.Cms.Users;

/// <summary>
/// What somebody is in the backoffice. The groups are fixed, with Umbraco's own keys and aliases; what each of them may do
/// stands in <see cref="Right"/>.
/// </summary>
/// <param name="Alias">What a user's row names it by.</param>
/// <param name="Name">What editors call it.</param>
public sealed record UserGroup(Guid Key, string Alias, string Name, string Icon)
{
    /// <summary>Everything, and the accounts of the others.</summary>
    public static readonly UserGroup Administrator = new(Constants.Security.AdminGroupKey, Constants.Security.AdminGroupAlias, "Administrator", "icon-medal");

    /// <summary>All content, and what readers see of it.</summary>
    public static readonly UserGroup Redaktion = new(Constants.Security.EditorGroupKey, "editor", "Redaktion", "icon-edit");

    /// <summary>Drafts; what readers see stays as it is.</summary>
    public static readonly UserGroup Autor = new(Constants.Security.WriterGroupKey, "writer", "Autor", "icon-document");

    public static IReadOnlyList<UserGroup> All { get; } = [Administrator, Redaktion, Autor];

    public static UserGroup? Find(Guid key) => All.FirstOrDefault(group => group.Key == key);

    public static UserGroup? Find(string alias) => All.FirstOrDefault(group => group.Alias == alias);
}
