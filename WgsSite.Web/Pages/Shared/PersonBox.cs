using WgsSite.Core.Contacts;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Shared;

/// <param name="Line">What to say under the name instead of the person's function; null for the function.</param>
public sealed record PersonBox(ContactPerson Person, Words Words, string? Line = null);
