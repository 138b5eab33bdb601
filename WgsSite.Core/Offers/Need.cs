namespace WgsSite.Core.Offers;

/// <summary>What a tenant would say: „Ich möchte nicht mehr schwer tragen.“ Services are found through it.</summary>
/// <param name="Slug">Name in addresses, as in <c>?bedarf=schwer-tragen</c>.</param>
/// <param name="Sentence">The tenant's sentence, without quotation marks.</param>
public sealed record Need(Guid Key, string Slug, string Name, string Sentence);
