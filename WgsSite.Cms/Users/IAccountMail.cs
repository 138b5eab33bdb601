namespace WgsSite.Cms.Users;

/// <summary>How the site reaches the owner of an account.</summary>
public interface IAccountMail
{
    /// <summary>The whole address of a page of the backoffice, never made from a request; null while the site does not know its own.</summary>
    string? AddressOf(string path);

    /// <returns>Null when the mail was taken; else why not, in words and without addresses.</returns>
    Task<string?> SendAsync(string to, string subject, IReadOnlyList<string> paragraphs, CancellationToken cancel = default);
}
