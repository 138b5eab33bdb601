namespace WgsSite.Web.Pages.Shared;

/// <summary>German phone numbers as editors write them: „0221 4710-110“.</summary>
public static class PhoneNumber
{
    /// <summary>The number for a <c>tel:</c> link, with the country's code: <c>tel:+492214710110</c> (RFC 3966).</summary>
    public static string Href(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        if (number.TrimStart().StartsWith('+')) return "tel:+" + digits;
        if (digits.StartsWith("00", StringComparison.Ordinal)) return "tel:+" + digits[2..];
        return digits.StartsWith('0') ? "tel:+49" + digits[1..] : "tel:" + digits;
    }

    /// <summary>The number as people read it, kept on one line.</summary>
    public static string Display(string number) => number.Trim().Replace(' ', '\u00A0');
}
