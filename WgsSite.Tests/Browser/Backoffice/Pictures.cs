using WgsSite.Tests.Support;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>
/// Where journeys put their pictures: among the test results, and, when asked for with <c>UPDATE_SNAPSHOTS=1</c>, those of
/// the editors' guide into its folder.
/// </summary>
internal static class Pictures
{
    /// <summary>The pictures <c>docs/redaktion.md</c> shows.</summary>
    public static readonly string[] InGuide =
    [
        "anmelden", "bloecke", "einladen", "einsatzgebiet", "feld-fehlt", "konten", "leistung-bearbeiten", "link", "liste", "medien", "medien-bild", "medien-waehlen", "profil", "text-aendern", "verlauf", "verschieben", "versionen", "vorschau", "webhook-zustellungen", "wiederherstellen", "zustand", "zwei-fenster",
    ];

    public static string Guide => Repository.At("docs", "redaktion");

    public static string At(string name)
    {
        var folder = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && InGuide.Contains(name) ? Guide : Repository.At("artifacts", "pictures");
        return Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".png");
    }
}
