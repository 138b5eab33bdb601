namespace WgsSite.Core.Inquiries;

/// <summary>
/// The number of an inquiry, made to be read aloud on the phone: six digits without zero, which is easily taken for an O,
/// shown as <c>4817 26</c>.
/// </summary>
public static class InquiryReference
{
    public const int Length = 6;

    /// <param name="random">Gives a number from 0 up to, and without, its argument.</param>
    public static string New(Func<int, int> random) => string.Concat(Enumerable.Range(0, Length).Select(_ => (char)('1' + random(9))));

    public static string Display(string reference) => reference.Length == Length ? $"{reference[..4]}\u00A0{reference[4..]}" : reference;

    /// <summary>What somebody wrote as a number, as it is stored; null when it cannot be one.</summary>
    public static string? Read(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == Length && text.All(sign => char.IsAsciiDigit(sign) || char.IsWhiteSpace(sign) || sign == '-') ? digits : null;
    }
}
