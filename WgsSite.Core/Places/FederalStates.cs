namespace WgsSite.Core.Places;

/// <summary>Names of the Länder by the first two digits of an Amtlicher Gemeindeschlüssel (Destatis, Gemeindeverzeichnis GV-ISys).</summary>
public static class FederalStates
{
    private static readonly string[] Names =
    [
        "Schleswig-Holstein", "Hamburg", "Niedersachsen", "Bremen", "Nordrhein-Westfalen", "Hessen", "Rheinland-Pfalz", "Baden-Württemberg",
        "Bayern", "Saarland", "Berlin", "Brandenburg", "Mecklenburg-Vorpommern", "Sachsen", "Sachsen-Anhalt", "Thüringen",
    ];

    /// <returns>Null when no Land has these digits.</returns>
    public static string? NameOf(Municipality municipality) =>
        int.TryParse(municipality.Ags.AsSpan(0, 2), out var number) && number >= 1 && number <= Names.Length ? Names[number - 1] : null;
}
