using System.Text;
using System.Text.RegularExpressions;
using WgsSite.Cms.Users;
using WgsSite.Tests.Support;

namespace WgsSite.Tests;

/// <summary>
/// A site with the first content and one account, for tests that write: each fixture has one of its own, made from a copy
/// of a data folder that was filled once.
/// </summary>
internal sealed partial class EditorSite : IDisposable
{
    public const string Email = "erika@wgs.example";
    public const string Password = "drei-lange-Woerter-reichen";
    public const string Name = "Erika Muster";

    private static readonly Lazy<Task<string>> Filled = new(FillAsync);

    private EditorSite(string folder, SiteProcess process)
    {
        DataFolder = folder;
        Process = process;
    }

    public string DataFolder { get; }

    public SiteProcess Process { get; }

    public Uri Address => Process.Address;

    /// <summary>Where mails lie that were sent in Development.</summary>
    public string MailFolder => Path.Combine(DataFolder, "mail");

    public static Task<EditorSite> StartAsync(params string[] options) => StartAsync(_ => Task.CompletedTask, options);

    /// <param name="prepare">What is done to the data folder before the site starts on it.</param>
    public static async Task<EditorSite> StartAsync(Func<string, Task> prepare, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("wgs-editor-").FullName;
        Copy(await Filled.Value, folder);
        await prepare(folder);
        return new EditorSite(folder, await SiteProcess.StartAsync(folder, "Development", options));
    }

    /// <summary>Somebody of a group, with an account made for this site.</summary>
    public async Task<EditorSession> SignInAsync(UserGroup group)
    {
        if (group == UserGroup.Administrator) return await SignInAsync();
        using var administrator = await SignInAsync();
        var email = await AddAsync(administrator, group);
        return await EditorSession.SignInAsync(Address, email, Password);
    }

    /// <summary>An account with a password; on a second call for the same name, the one there is.</summary>
    /// <returns>Its address.</returns>
    public static async Task<string> AddAsync(EditorSession administrator, UserGroup group, string? name = null)
    {
        var email = $"{name ?? group.Alias}@wgs.example";
        var invited = await administrator.PostAsync("/user/invite", new { email, userName = email, name = name ?? group.Name, userGroupIds = new[] { new { id = group.Key } } });
        if (!invited.IsSuccessStatusCode) return email;
        var key = invited.Headers.GetValues("Umb-Generated-Resource").Single();
        var set = await administrator.PostAsync($"/user/{key}/change-password", new { newPassword = Password });
        Assert.That(set.IsSuccessStatusCode, Is.True, await set.Content.ReadAsStringAsync());
        return email;
    }

    public Task<EditorSession> SignInAsync() => EditorSession.SignInAsync(Address, Email, Password);

    /// <summary>The link in the newest mail to somebody; waits for it.</summary>
    /// <param name="page">Which one: <c>einladung</c>.</param>
    public async Task<string> MailedLinkAsync(string to, string page)
    {
        for (var count = 0; count < 400; count++)
        {
            if (Directory.Exists(MailFolder))
                foreach (var mail in new DirectoryInfo(MailFolder).EnumerateFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc))
                    if (await File.ReadAllTextAsync(mail.FullName) is var text && text.Contains($"To: {to}", StringComparison.Ordinal) && new Regex($@"/umbraco/{page}\?\S+").Match(PlainText(text)) is { Success: true } link)
                        return link.Value;
            await Task.Delay(25);
        }

        throw new AssertionException($"No mail to {to}.");
    }

    public void Dispose()
    {
        Process.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    private static string PlainText(string mail) => Encoding.UTF8.GetString(Convert.FromBase64String(Body().Match(mail.ReplaceLineEndings("\n")).Groups["text"].Value));

    [GeneratedRegex(@"text/plain.*?\n\n(?<text>[A-Za-z0-9+/=\n]+?)\n-", RegexOptions.Singleline)]
    private static partial Regex Body();

    private static async Task<string> FillAsync()
    {
        var folder = Directory.CreateTempSubdirectory("wgs-editor-first-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var site = await SiteProcess.StartAsync(folder, new Dictionary<string, string>
        {
            ["Umbraco__CMS__Unattended__UnattendedUserName"] = Name,
            ["Umbraco__CMS__Unattended__UnattendedUserEmail"] = Email,
            ["Umbraco__CMS__Unattended__UnattendedUserPassword"] = Password,
        });
        return folder;
    }

    private static void Copy(string from, string to)
    {
        foreach (var path in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, path)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }
}
