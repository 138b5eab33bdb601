using WgsSite.Core.Offers;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Faq;

public sealed class FaqModel : DocumentPageModel<ListPage>
{
    public override PageMeta Meta => Item.Meta;

    public IEnumerable<Service> ServicesOf(Question question) => Site.ListedServices.Where(service => question.ServiceKeys.Contains(service.Key));

    public override IEnumerable<object> StructuredData =>
    [
        new Dictionary<string, object?>
        {
            ["@type"] = "FAQPage",
            ["mainEntity"] = Site.Questions.SelectMany(category => category.Questions).Select(question => new Dictionary<string, object?>
            {
                ["@type"] = "Question",
                ["name"] = question.Text,
                ["acceptedAnswer"] = new Dictionary<string, object?> { ["@type"] = "Answer", ["text"] = PlainText.Of(question.AnswerHtml) },
            }).ToList(),
        },
    ];
}
