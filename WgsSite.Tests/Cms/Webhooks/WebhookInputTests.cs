using System.Net;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Schema;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Tests.Cms.Webhooks;

/// <summary>What of a webhook is refused before it is saved.</summary>
internal sealed class WebhookInputTests
{
    private static readonly WebhookInput Good = new(true, "Name", "", "https://empfaenger.example/neues?schluessel=1", ["Umbraco.ContentPublish", "Umbraco.ContentDelete"], [], [new("Authorization", "Bearer abc"), new("X-Api-Key", "")]);

    [Test]
    public void AGoodOneIsTaken() => Assert.That(() => Require(Good), Throws.Nothing);

    [TestCase("")]
    [TestCase("empfaenger.example")]
    [TestCase("/neues")]
    [TestCase("ftp://empfaenger.example/")]
    [TestCase("file:///etc/passwd")]
    [TestCase("javascript:alert(1)")]
    [TestCase("https://")]
    [TestCase("https://name:passwort@empfaenger.example/")]
    [TestCase("https://empfaenger.example/#teil")]
    [TestCase("http://empfaenger.example/")]
    [TestCase("https://127.0.0.1/")]
    [TestCase("https://127.1/")]
    [TestCase("https://0x7f000001/")]
    [TestCase("https://[::1]/")]
    [TestCase("https://[::ffff:10.0.0.1]/")]
    [TestCase("https://169.254.169.254/latest/meta-data/")]
    public void AddressesThatAreNoneOrNotAllowed(string url) => Refused(Good with { Url = url });

    [Test]
    public void EventsThatAreNoneUnknownOrOfTwoKinds()
    {
        Refused(Good with { Events = [] });
        Refused(Good with { Events = ["Umbraco.UserSaved"] });
        Refused(Good with { Events = ["Umbraco.ContentPublish", "Umbraco.MediaSave"] });
        Refused(Good with { TypeKeys = [Guid.NewGuid()] });
    }

    [TestCase("Host", "x")]
    [TestCase("content-type", "text/plain")]
    [TestCase("Transfer-Encoding", "chunked")]
    [TestCase("webhook-signature", "v1,x")]
    [TestCase("Umb-Webhook-Event", "x")]
    [TestCase("Mit Leerzeichen", "x")]
    [TestCase("Umlaut-ä", "x")]
    [TestCase("", "x")]
    [TestCase("X-Zeile", "a\r\nX-Andere: b")]
    [TestCase("X-Umlaut", "ä")]
    public void HeadersThatAreNoneOrTheHostsOwn(string name, string value) => Refused(Good with { Headers = [new(name, value)] });

    [Test]
    public void OneHeaderTwice() => Refused(Good with { Headers = [new("X-Api-Key", "a"), new("x-api-key", "b")] });

    [TestCase("http://10.1.2.3:8080/neues", true)]
    [TestCase("http://93.184.215.14/neues", false)]
    public void WithNetworksOfOnesOwnHttpWillDoThere(string url, bool isTaken) =>
        Assert.That(() => (Good with { Url = url }).Require(ContentSchema.Empty, new ReceiverAddresses([IPNetwork.Parse("10.1.0.0/16")])), isTaken ? Throws.Nothing : Throws.InstanceOf<EditRefusalException>());

    private static void Require(WebhookInput input) => input.Require(ContentSchema.Empty, new ReceiverAddresses([]));

    private static void Refused(WebhookInput input) => Assert.That(() => Require(input), Throws.TypeOf<EditRefusalException>());
}
