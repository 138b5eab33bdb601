using WgsSite.Cms.Publishing;
using WgsSite.Core.Contacts;
using WgsSite.Core.Coverage;
using WgsSite.Core.Offers;
using WgsSite.Core.Places;

namespace WgsSite.Web.Content;

/// <summary>A block of running text, in the order editors gave it.</summary>
public abstract record BodyBlock(string? Heading);

/// <param name="Html">Safe HTML.</param>
public sealed record TextBlock(string? Heading, string Html) : BodyBlock(Heading);

public sealed record ImageBlock(PublishedMedia Image, string AlternativeText, string? Caption) : BodyBlock((string?)null);

/// <param name="AsOf">How old the facts are: „Stand 2018“.</param>
public sealed record FactBox(string? Heading, IReadOnlyList<string> Facts, string? AsOf) : BodyBlock(Heading);

public sealed record LinkList(string? Heading, IReadOnlyList<PublishedLink> Links) : BodyBlock(Heading);

/// <summary>A page's text in Leichte Sprache.</summary>
/// <param name="PagePath">Path of the page in everyday language.</param>
public sealed record PlainPage(PageMeta Meta, string Title, string PagePath, Guid DocumentKey, IReadOnlyList<PlainSection> Sections);

/// <param name="Heading">Null for the section that stands right under the title.</param>
/// <param name="Icon">Name of a window drawing.</param>
/// <param name="Paragraphs">Each a list of lines, one sentence per line.</param>
public sealed record PlainSection(string? Heading, string? Icon, IReadOnlyList<IReadOnlyList<string>> Paragraphs);

public sealed record HomePage(
    PageMeta Meta,
    string Headline,
    string Intro,
    string NeedsHeading,
    IReadOnlyList<NeedLink> Needs,
    string PartnersHeading,
    string PartnersIntro,
    IReadOnlyList<Partner> Partners,
    string LevelsHeading,
    string LevelsIntro,
    IReadOnlyList<KeyFigure> KeyFigures,
    string? FiguresNote,
    string CallHeading,
    string CallText,
    IReadOnlyList<ContactPerson> CallPersons,
    string FaqHeading,
    IReadOnlyList<Question> Questions);

/// <summary>A need with what answers it: a service, several, or a page.</summary>
/// <param name="Icon">Name of a window drawing.</param>
/// <param name="Label">What the link leads to, in words.</param>
public sealed record NeedLink(Need Need, string Icon, string Label, string Path);

/// <summary>A number worth knowing about the project, counted from content or typed in by editors with its source.</summary>
/// <param name="Share">What the figure is made of, when it is a share of flats.</param>
public sealed record KeyFigure(string Value, string Label, string? Source, FlatShare? Share = null);

public sealed record PartnerPage(PageMeta Meta, Partner Partner, IReadOnlyList<BodyBlock> Body, PublishedMedia? Logo);

/// <param name="Icon">Name of the service's window drawing: <c>call</c>, <c>meal</c>, …</param>
/// <param name="AskLabel">Words of the button that leads to the contact page.</param>
/// <param name="WhereHeading">Heading above the places: „Wo gibt es den Hausnotruf?“</param>
/// <param name="CostShort">The price in a word or two: „auf Anfrage“.</param>
/// <param name="TopicKey">The contact topic questions about this service belong to.</param>
public sealed record ServicePage(
    PageMeta Meta,
    Service Service,
    string Icon,
    string AskLabel,
    string WhereHeading,
    string? CostShort,
    IReadOnlyList<BodyBlock> Body,
    IReadOnlyList<Complement> Complements,
    Guid? TopicKey);

/// <summary>A service that goes well with another, and why.</summary>
public sealed record Complement(Service Service, string Reason);

/// <summary>A page that is a list of its children or of data: what editors wrote above the list.</summary>
public sealed record ListPage(PageMeta Meta, string Headline, string? Intro, IReadOnlyList<BodyBlock> Body);

/// <summary>A page with a form tenants fill in.</summary>
/// <param name="PrivacyLink">Where the site says what happens to what is entered.</param>
public sealed record FormPage(PageMeta Meta, string Headline, string? Intro, IReadOnlyList<BodyBlock> Body, FormTexts Texts, PublishedLink? PrivacyLink);

/// <summary>A municipality's own page, made of what is known about it.</summary>
public sealed record PlacePage(PageMeta Meta, string Headline, Municipality Municipality);

/// <param name="Anchor">Name of the question in addresses: <c>/fragen/#muss-ich-alle-leistungen-nehmen</c>.</param>
/// <param name="AnswerHtml">Safe HTML.</param>
public sealed record Question(
    Guid Key,
    string Anchor,
    string Text,
    string AnswerHtml,
    IReadOnlyList<Guid> ServiceKeys,
    Guid? TopicKey);

/// <summary>Another word for a service.</summary>
/// <param name="Note">What somebody must know who calls it so; null when it is the same.</param>
public sealed record Synonym(string Word, Service Service, string? Note);

public sealed record QuestionCategory(string Name, string Anchor, string? Intro, IReadOnlyList<Question> Questions);

public sealed record NewsItem(PageMeta Meta, Guid Key, DateOnly Date, string Title, string Teaser, IReadOnlyList<BodyBlock> Body, IReadOnlyList<Guid> ServiceKeys);

/// <summary>A page of running text: Impressum, Datenschutz, Über das Projekt, …</summary>
/// <param name="PlaceholderNote">What must still be filled in before the site goes live; null when nothing is open.</param>
/// <param name="ReviewedOn">When somebody last checked that it is right.</param>
public sealed record TextPage(PageMeta Meta, string Headline, string? Intro, IReadOnlyList<BodyBlock> Body, string? PlaceholderNote, DateOnly? ReviewedOn);
