using WgsSite.Web.Pages.OpenReferral;

namespace WgsSite.Tests.Web.Pages.OpenReferral;

internal sealed class NameBasedUuidTests
{
    /// <summary>RFC 9562, A.4: „www.example.com“ in the namespace of domain names.</summary>
    [Test]
    public void It_is_that_of_the_rfc() => Assert.That(
        NameBasedUuid.Of(Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"), Is.EqualTo(Guid.Parse("2ed6657d-e927-568b-95e1-2665a8aea6a2")));
}
