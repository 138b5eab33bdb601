namespace WgsSite.Core.Places;

/// <summary>A town or municipality of the region.</summary>
/// <param name="Ags">Amtlicher Gemeindeschlüssel, eight digits; the first five name the Kreis.</param>
/// <param name="KreisName">Name of the Kreis as editors write it.</param>
/// <param name="PostalCodes">Five digits each. One code may belong to several municipalities.</param>
/// <param name="Flats">Number of flats the cooperative owns there; null when it is not known.</param>
public sealed record Municipality(
    Guid Key,
    string Ags,
    string Name,
    string KreisName,
    IReadOnlyList<string> PostalCodes,
    int? Flats,
    IReadOnlyList<string> Districts,
    string Path)
{
    public string KreisCode => Ags[..5];
}
