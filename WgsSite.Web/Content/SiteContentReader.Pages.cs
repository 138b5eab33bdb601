using WgsSite.Cms.Media;
using WgsSite.Cms.Publishing;
using WgsSite.Core.Contacts;
using WgsSite.Core.Inquiries;
using WgsSite.Core.Offers;

namespace WgsSite.Web.Content;

/// <summary>The pages: what editors wrote, together with the records it speaks of.</summary>
internal sealed partial class SiteContentReader
{
    /// <summary>Where a page in Leichte Sprache stands beneath its page.</summary>
    public const string PlainSegment = "leicht/";

    private HomePage HomePage(PublishedDocument document, IReadOnlyList<NeedLink> allNeeds, IReadOnlyList<QuestionCategory> categories)
    {
        var byKey = categories.SelectMany(category => category.Questions).ToDictionary(question => question.Key);
        var chosen = document.References("needs").Select(need => need.Key).ToList();
        return new HomePage(
            Meta(document, document.Text("headline") ?? document.Name, document.Text("intro")),
            document.Text("headline") ?? document.Name,
            document.Text("intro") ?? "",
            document.Text("needsHeading") ?? words["Home.Needs"],
            [.. chosen.Select(key => allNeeds.FirstOrDefault(need => need.Need.Key == key)).OfType<NeedLink>()],
            document.Text("partnersHeading") ?? words["Home.Partners"],
            document.Text("partnersIntro") ?? "",
            [.. document.References("featuredPartners").Select(partner => Find(partners, partner)).OfType<Partner>().Where(partner => partner.Status.State != OfferState.Ended)],
            document.Text("levelsHeading") ?? words["Home.Levels"],
            document.Text("levelsIntro") ?? "",
            [.. document.Blocks("keyFigures").Select(KeyFigure).OfType<KeyFigure>()],
            document.Text("figuresNote"),
            document.Text("callHeading") ?? words["Home.Call"],
            document.Text("callText") ?? "",
            [.. document.References("callPersons").Select(person => Find(persons, person)).OfType<ContactPerson>()],
            document.Text("faqHeading") ?? words["Home.Faq"],
            [.. document.References("featuredFaqs").Select(faq => byKey.GetValueOrDefault(faq.Key)).OfType<Question>()]);
    }

    /// <summary>A typed figure is shown as typed; a computed one is left out while content lacks what it needs.</summary>
    private KeyFigure? KeyFigure(PublishedBlock block)
    {
        var label = block.Text("label");
        if (label is null) return null;
        if (block.Choice("kind") != "berechnet") return block.Text("value") is { } typed ? new KeyFigure(typed, label, block.Text("source")) : null;
        if (block.Choice("figure")?.Contains("Anteil", StringComparison.Ordinal) == true)
            return shareOfAll is { } share
                ? new KeyFigure($"{Words.Number((int)Math.Round(share.Percent))}\u00A0%", label, block.Text("source"), share)
                : null;
        int? number = block.Choice("figure") switch
        {
            "Anzahl Leistungen" => services.Values.Count(service => service.IsListed),
            "Anzahl Partner" => partners.Values.Count(partner => partner.Status.State != OfferState.Ended),
            "Wohnungen insgesamt" => settings.TotalFlats,
            _ => null,
        };
        return number is { } value ? new KeyFigure(Words.Number(value), label, block.Text("source")) : null;
    }

    private PartnerPage PartnerPage(PublishedDocument document)
    {
        var partner = partners[document.Key];
        return new PartnerPage(Meta(document, partner.FullName, partner.Summary), partner, Body(document), document.Image("logo"));
    }

    private ServicePage ServicePage(PublishedDocument document)
    {
        var service = services[document.Key];
        return new ServicePage(
            Meta(document, service.Name, service.Summary),
            service,
            WindowDrawings.Of(document) ?? WindowDrawings.Question,
            document.Text("askLabel") ?? words["Service.Ask"],
            document.Text("whereHeading") ?? words["Service.Where"],
            document.Text("costShort"),
            Body(document),
            [.. document.Blocks("complements")
                .Select(block => Find(services, block.Reference("service")) is { IsListed: true } other ? new Complement(other, block.Text("reason") ?? other.Tagline) : null)
                .OfType<Complement>()],
            document.Reference("contactTopic")?.Key);
    }

    private ListPage ListPage(PublishedDocument document)
    {
        var headline = document.Text("headline") ?? document.Name;
        return new ListPage(Meta(document, headline, document.Text("intro")), headline, document.Text("intro"), Body(document));
    }

    private FormPage FormPage(PublishedDocument document)
    {
        var headline = document.Text("headline") ?? document.Name;
        var shared = document.Ancestors().LastOrDefault(ancestor => ancestor.Type.Alias == "contactPage");
        return new FormPage(
            Meta(document, headline, document.Text("intro")),
            headline,
            document.Text("intro"),
            Body(document),
            new FormTexts(document, shared),
            document.Links("privacyLink").Concat(shared?.Links("privacyLink") ?? []).FirstOrDefault());
    }

    private PlacePage PlacePage(PublishedDocument document)
    {
        var place = municipalities[document.Key];
        var headline = words.Fill("Place.PageTitle", place.Name);
        return new PlacePage(Meta(document, headline, words.Fill("Place.PageDescription", place.Name)), headline, place);
    }

    private TextPage TextPage(PublishedDocument document)
    {
        var headline = document.Text("headline") ?? document.Name;
        return new TextPage(
            Meta(document, headline, document.Text("intro")),
            headline,
            document.Text("intro"),
            Body(document),
            document.Flag("isPlaceholder") ? document.Text("placeholderNote") ?? words["Page.Placeholder"] : null,
            document.Date("reviewedOn"));
    }

    private NewsItem NewsItem(PublishedDocument document) => new(
        Meta(document, document.Name, document.Text("teaser")),
        document.Key,
        document.Date("date") ?? DateOnly.FromDateTime(document.CreatedAt),
        document.Name,
        document.Text("teaser") ?? "",
        Body(document),
        [.. document.References("services").Select(service => service.Key)]);

    private QuestionCategory Category(PublishedDocument document) => new(
        document.Name,
        segments.Of(document.Name),
        document.Text("intro"),
        [.. document.Children.Where(child => child.Type.Alias == "faq").Select(Question).OfType<Question>()]);

    private Question? Question(PublishedDocument document) => document.Html("answer") is { } answer
        ? new Question(
            document.Key,
            segments.Of(document.Name),
            document.Text("question") ?? document.Name,
            answer,
            [.. document.References("services").Select(service => service.Key)],
            document.Reference("topic")?.Key)
        : null;

    private List<BodyBlock> Body(PublishedDocument document) =>
    [
        .. document.Blocks("body").Select(block => (BodyBlock?)(block.Type.Alias switch
        {
            "textBlock" => block.Html("text") is { } html ? new TextBlock(block.Text("heading"), WithSettings(html)) : null,
            // A picture nobody described is not shown: those who do not see it would meet a gap.
            "imageBlock" => block.Image("image") is { } image && (block.Text("alternativeText") ?? image.AlternativeText) is { } text
                ? new ImageBlock(image, text, block.Text("caption"))
                : null,
            "factBox" => block.Lines("facts") is { Count: > 0 } facts ? new FactBox(block.Text("heading"), facts, block.Text("asOf")) : null,
            "linkList" => block.Links("links") is { Count: > 0 } links ? new LinkList(block.Text("heading"), links) : null,
            _ => null,
        })).OfType<BodyBlock>(),
    ];

    /// <summary>
    /// Texts that promise something (Datenschutz above all) name numbers by what they are, so that they always say what the
    /// site does: editors write <c>{Aufbewahrungstage}</c>.
    /// </summary>
    private string WithSettings(string html)
    {
        if (!html.Contains('{')) return html;
        return html
            .Replace("{Aufbewahrungstage}", Words.Number(settings.RetentionDays ?? InquiryRetention.DefaultAfterClosing), StringComparison.Ordinal)
            .Replace("{Aufbewahrungstage beiseitegelegt}", Words.Number(InquiryRetention.AfterViewing), StringComparison.Ordinal)
            .Replace("{Aufbewahrungstage höchstens}", Words.Number(InquiryRetention.AtMost), StringComparison.Ordinal)
            .Replace("{Antworttage}", Words.Number(settings.ResponseDays ?? SiteSettings.DefaultResponseDays), StringComparison.Ordinal);
    }

    private PageMeta Meta(PublishedDocument document, string title, string? summary)
    {
        var plainPath = document.Blocks("plainSections").Count > 0 ? document.Path + PlainSegment : null;
        var meta = new PageMeta(
            document.Text("seoTitle") ?? title,
            document.Text("seoDescription") ?? Shorten(summary, 155) ?? title,
            document.Path,
            [.. document.Ancestors().Select(ancestor => new Crumb(ancestor.Parent is null ? words["Crumbs.Home"] : ancestor.Name, ancestor.Path))],
            document.UpdatedAt,
            document.Flag("noIndex"),
            plainPath,
            document.Image("seoImage") is { } shared ? shared.HasSizes ? shared.AddressOf(PictureSize.Share, PictureFormat.Jpeg) : shared.Url : null);
        if (plainPath is not null) AddPlainPage(document, meta);
        return meta;
    }

    private void AddPlainPage(PublishedDocument document, PageMeta meta)
    {
        var title = document.Text("plainTitle") ?? document.Name;
        var sections = document.Blocks("plainSections").Select(block => new PlainSection(
            block.Text("heading"),
            WindowDrawings.Of(block),
            [.. (block.Text("text") ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(paragraph => (IReadOnlyList<string>)paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]));
        plainPages[document.Key] = new PlainPage(
            meta with
            {
                Title = words.Fill("Plain.Title", title),
                Path = document.Path + PlainSegment,
                Description = words.Fill("Plain.Description", title),
                Crumbs = [.. meta.Crumbs, new Crumb(document.Parent is null ? words["Crumbs.Home"] : document.Name, document.Path)],
            },
            title,
            document.Path,
            document.Key,
            [.. sections]);
    }
}
