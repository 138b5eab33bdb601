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

    /// <summary>UTC; null while nobody has signed in with it.</summary>
    public DateTime? LastSignedInAt { get; set; }
}
