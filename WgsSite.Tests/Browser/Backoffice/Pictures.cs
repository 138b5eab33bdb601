using WgsSite.Tests.Support;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>
/// Where journeys put their pictures: among the test results, and, when asked for with <c>UPDATE_SNAPSHOTS=1</c>, into the
/// editors' guide.
/// </summary>
internal static class Pictures
{
    public static string At(string name)
    {
        var folder = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" ? Repository.At("docs", "redaktion") : Repository.At("artifacts", "pictures");
        return Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".png");
    }
}
