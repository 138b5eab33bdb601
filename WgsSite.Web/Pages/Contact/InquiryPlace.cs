using WgsSite.Core.Places;
using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Contact;

/// <summary>What a form makes of the place that was entered. It never stops an inquiry.</summary>
/// <param name="Municipality">Null when no one place is certain.</param>
/// <param name="Note">What to tell the tenant; null when the place is certain or none was entered.</param>
public sealed record InquiryPlace(Municipality? Municipality, string? Note)
{
    public static InquiryPlace Of(SiteContent site, FormTexts texts, string place)
    {
        if (place.Length == 0) return new InquiryPlace(null, null);
        return site.Places.Find(place) switch
        {
            PlaceAnswer.Found found => new InquiryPlace(found.Place.Municipality, null),
            PlaceAnswer.Ambiguous several when several.Places.Select(one => one.Municipality).Distinct().Count() == 1 => new InquiryPlace(several.Places[0].Municipality, null),
            PlaceAnswer.Ambiguous => new InquiryPlace(null, texts["placeSeveral"]),
            PlaceAnswer.Outside outside => new InquiryPlace(null, texts.Fill("placeOutside", outside.Name)),
            _ => new InquiryPlace(null, texts["placeUnknown"]),
        };
    }
}
