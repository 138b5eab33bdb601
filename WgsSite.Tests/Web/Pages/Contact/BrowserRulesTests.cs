using System.Text.Json;
using FluentValidation;
using WgsSite.Core.Inquiries;
using WgsSite.Tests.Support;
using WgsSite.Web.Pages.Contact;

namespace WgsSite.Tests.Web.Pages.Contact;

internal sealed class BrowserRulesTests
{
    /// <summary>Every rule of the server that does not need the server reaches the browser, with the same message.</summary>
    [TestCase(InquiryKind.Message)]
    [TestCase(InquiryKind.CallBack)]
    public async Task Rules_and_messages_are_the_servers(InquiryKind kind)
    {
        var site = await FirstContent.ReadAsync();
        var page = (kind == InquiryKind.Message ? site.ContactPage : site.CallBackPage)!;
        var validator = new InquiryInputValidator(page.Texts, site, kind);
        var rules = BrowserRules.Of(validator);
        var messages = rules.Values.SelectMany(json => JsonDocument.Parse(json).RootElement.EnumerateArray().Select(rule => rule.GetProperty("message").GetString())).ToList();
        var onServer = validator.CreateDescriptor().GetMembersWithValidators()
            .SelectMany(member => member).Where(item => item.Validator.Name != "PredicateValidator").Select(item => item.Options.GetUnformattedErrorMessage()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(messages, Is.EquivalentTo(onServer));
            Assert.That(messages, Has.Count.GreaterThan(4));
            Assert.That(messages, Has.None.Matches<string?>(message => message!.StartsWith("error", StringComparison.Ordinal) || message!.Contains("{0}", StringComparison.Ordinal)));
        });
    }

    [Test]
    public async Task Every_word_of_both_forms_is_written_in_content()
    {
        var site = await FirstContent.ReadAsync();
        foreach (var page in (WgsSite.Web.Content.FormPage[])[site.ContactPage!, site.CallBackPage!])
            foreach (var alias in site.Snapshot.OfType("contactPage").Single().Type.Properties.Select(property => property.Alias).Where(alias => alias is not ("headline" or "intro" or "body" or "privacyLink") && !alias.StartsWith("seo", StringComparison.Ordinal) && alias != "noIndex"))
                Assert.That(page.Texts[alias], Is.Not.EqualTo(alias));
    }
}
