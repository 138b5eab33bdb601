using System.Net;
using Umbraco.Cms.Core.Configuration.Models;
using WgsSite.Cms.Delivery;
using WgsSite.Cms.Schema;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Delivery;

/// <summary>Who may read what: the settings of Umbraco's names.</summary>
[Parallelizable]
internal sealed class DeliveryAccessTests
{
    private const string Content = "/umbraco/delivery/api/v2/content";
    private const string Media = "/umbraco/delivery/api/v2/media?fetch=children:/";

    [Test]
    public async Task NothingIsAnsweredUnlessItIsSwitchedOn()
    {
        var site = await SmallSite.SiteAsync();
        using (Assert.EnterMultipleScope())
        {
            foreach (var path in (string[])[Content, Content + "/item/", Media, "/umbraco/swagger/", "/umbraco/swagger/delivery/swagger.json"])
            {
                using var answer = await site.Http.GetAsync(path);
                Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.NotFound, "application/problem+json")), path);
            }
        }
    }

    [Test]
    public async Task WithoutPublicAccessAKeyIsNeeded()
    {
        using var files = SyncFiles.OfSmallSite();
        await using var cms = await CmsFolder.MakeAsync(files.Path);
        using var site = await SiteProcess.StartAsync(cms.Path, "Production", "--Umbraco:CMS:DeliveryApi:Enabled", "true", "--Umbraco:CMS:DeliveryApi:PublicAccess", "false", "--Umbraco:CMS:DeliveryApi:ApiKey", "offen", "--Umbraco:CMS:DeliveryApi:Media:Enabled", "true");
        using (Assert.EnterMultipleScope())
        {
            foreach (var path in (string[])[Content, Media])
            {
                Assert.That(await StatusAsync(path, null), Is.EqualTo(HttpStatusCode.Unauthorized), path);
                Assert.That(await StatusAsync(path, "Offen"), Is.EqualTo(HttpStatusCode.Unauthorized), path);
                Assert.That(await StatusAsync(path, "offen"), Is.EqualTo(HttpStatusCode.OK), path);
                Assert.That(await StatusAsync(path, null), Is.EqualTo(HttpStatusCode.Unauthorized), path + ": what is kept is not for everybody");
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, Content) { Headers = { { "Api-Key", "offen" } } };
            using var answer = await site.Http.SendAsync(request);
            Assert.That(answer.Headers.CacheControl!.Private, Is.True);
            Assert.That(answer.Headers.Contains("Access-Control-Allow-Origin"), Is.False);
        }

        async Task<HttpStatusCode> StatusAsync(string path, string? key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (key is not null) request.Headers.Add("Api-Key", key);
            using var answer = await site.Http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [TestCase("", "", "page:yes block:yes secret:no", Description = "what the site denies")]
    [TestCase("", "page", "page:no block:yes secret:no")]
    [TestCase("page", "", "page:yes block:yes secret:no other:no", Description = "a list of what is allowed closes the rest; blocks stand within documents")]
    [TestCase("page", "page", "page:yes", Description = "allowed goes before denied, as in Umbraco")]
    [TestCase("secret", "", "secret:yes page:no", Description = "somebody means it")]
    public void TypesAreAllowedAndDenied(string allowed, string denied, string expected)
    {
        var access = new DeliveryAccess(new DeliveryApiSettings { AllowedContentTypeAliases = Set(allowed), DisallowedContentTypeAliases = Set(denied) }, ["secret"]);
        foreach (var (alias, isAllowed) in expected.Split(' ').Select(part => part.Split(':')).Select(pair => (pair[0], pair[1] == "yes")))
            Assert.That(access.Allows(new ContentType(Guid.NewGuid(), alias, alias, "", "", false, null, alias == "block", false, [], [], null, [], [])), Is.EqualTo(isAllowed), alias);

        static HashSet<string> Set(string alias) => alias.Length == 0 ? [] : [alias];
    }
}
