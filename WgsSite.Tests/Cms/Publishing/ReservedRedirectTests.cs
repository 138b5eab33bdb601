using WgsSite.Cms.Storage;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Publishing;

/// <summary>Old addresses of pages, where the site itself has answered since.</summary>
[Parallelizable]
internal sealed class ReservedRedirectTests
{
    [TestCase("/alte-seite/", true)]
    [TestCase("/unten/umbraco/", true)]
    [TestCase("/umbraco/", false)]
    [TestCase("/umbraco/alte-seite/", false)]
    [TestCase("/app_plugins/x/", false)]
    public async Task ARedirectAtAnAddressOfTheSiteIsNotFollowed(string path, bool followed)
    {
        using var files = SyncFiles.OfSmallSite();
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        var page = files.KeyOf("Content/eine-seite.config");
        await cms.Content.ChangeAsync(db =>
        {
            db.Redirects.Add(new RedirectRow { Path = path, DocumentKey = page });
            return Task.FromResult(true);
        });
        Assert.That(cms.Current.FindRedirect(path)?.Key == page, Is.EqualTo(followed));
    }
}
