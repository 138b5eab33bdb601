using Microsoft.AspNetCore.DataProtection;
using WgsSite.Cms.Storage;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Tests.Cms.Webhooks;

/// <summary>Signatures that any library for Standard Webhooks verifies.</summary>
internal sealed class WebhookSecretsTests
{
    private readonly WebhookSecrets secrets = new(new EphemeralDataProtectionProvider());

    /// <summary>https://github.com/standard-webhooks/standard-webhooks/tree/main/libraries: the value all of them are tested with.</summary>
    [Test]
    public void ASignatureIsThatOfTheStandard() => Assert.That(
        WebhookSecrets.Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""),
        Is.EqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));

    [Test]
    public void AnotherMomentIdOrBodyIsAnotherSignature()
    {
        var secret = WebhookSecrets.New();
        string[] all = [WebhookSecrets.Sign(secret, "a", 1, "x"), WebhookSecrets.Sign(secret, "a", 2, "x"), WebhookSecrets.Sign(secret, "b", 1, "x"), WebhookSecrets.Sign(secret, "a", 1, "ü"), WebhookSecrets.Sign(WebhookSecrets.New(), "a", 1, "x")];
        Assert.That(all, Is.Unique);
    }

    [Test]
    public void ANewSecretAndTheOneBeforeAreBothUsedForADay()
    {
        var (old, now) = (WebhookSecrets.New(), WebhookSecrets.New());
        var until = new DateTime(2026, 11, 28, 12, 0, 0, DateTimeKind.Utc);
        var webhook = new WebhookRow { Key = Guid.NewGuid(), Url = "", Headers = "", Secret = secrets.Hide(now), FormerSecret = secrets.Hide(old), FormerSecretUntil = until };
        string At(DateTime time) => secrets.SignaturesOf(webhook, "id", new DateTimeOffset(time), "{}");
        using (Assert.EnterMultipleScope())
        {
            var before = new DateTimeOffset(until.AddMinutes(-1)).ToUnixTimeSeconds();
            Assert.That(At(until.AddMinutes(-1)), Is.EqualTo($"{WebhookSecrets.Sign(now, "id", before, "{}")} {WebhookSecrets.Sign(old, "id", before, "{}")}"));
            Assert.That(At(until), Does.Not.Contain(' '));
        }
    }
}
