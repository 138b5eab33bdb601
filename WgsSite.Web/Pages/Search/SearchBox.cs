using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Search;

/// <summary>The field that leads to the search.</summary>
/// <param name="Query">What stands in it already.</param>
public sealed record SearchBox(Words Words, string? Query = null);
