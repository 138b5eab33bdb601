using WgsSite.Core.Contacts;

namespace WgsSite.Core.Inquiries;

/// <summary>Who gets an inquiry, and why.</summary>
/// <param name="Person">Null only when nobody has an address: the site's own mailbox gets it then.</param>
/// <param name="Reason">In words: „Thema Hausnotruf, Ort Kreuztal → Mieterservice Kreuztal; vertreten bis 3. Mai durch …“</param>
/// <param name="Warnings">What editors should mend, such as a person without an address.</param>
public sealed record Routing(ContactPerson? Person, string Reason, IReadOnlyList<string> Warnings);
