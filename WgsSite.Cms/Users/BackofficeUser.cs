using Microsoft.AspNetCore.Identity;

namespace WgsSite.Cms.Users;

/// <summary>Somebody who may sign in to the backoffice. The e-mail address is the name to sign in with.</summary>
public sealed class BackofficeUser : IdentityUser<Guid>
{
    /// <summary>What colleagues see: „Erika Muster“.</summary>
    public required string Name { get; set; }

    /// <summary>Language of the backoffice, as <c>de</c>.</summary>
    public string Language { get; set; } = "de";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>UTC; null while nobody has signed in with it.</summary>
    public DateTime? LastSignedInAt { get; set; }

    /// <summary>UTC; null while it is the first password.</summary>
    public DateTime? PasswordChangedAt { get; set; }

    /// <summary>Closed by an administrator, until one opens it again.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>UTC. The row stays, so that the history can go on saying who did what.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>Aliases, see <see cref="UserGroup"/>.</summary>
    public List<string> Groups { get; set; } = [];

    /// <summary>All documents, whatever <see cref="DocumentStartNodes"/> says.</summary>
    public bool HasDocumentRootAccess { get; set; }

    /// <summary>The documents somebody works on, with all beneath them; empty for what the group has, which is all.</summary>
    public List<Guid> DocumentStartNodes { get; set; } = [];

    /// <summary>All media, whatever <see cref="MediaStartNodes"/> says.</summary>
    public bool HasMediaRootAccess { get; set; }

    /// <summary>As <see cref="DocumentStartNodes"/>, for media.</summary>
    public List<Guid> MediaStartNodes { get; set; } = [];

    /// <summary>Invited, and has not chosen a password yet.</summary>
    public bool IsInvited => PasswordHash is null && DeletedAt is null;

    /// <summary>May be signed in with.</summary>
    public bool IsActive => !IsDisabled && !IsInvited && DeletedAt is null;
}
