namespace WgsSite.Web.Hosting;

/// <summary>The site's font, which the build brings from npm. Without Node it is not there, and readers get one of their device.</summary>
public sealed class SiteFont(IWebHostEnvironment environment)
{
    /// <summary>Path of the file every page needs first.</summary>
    public const string Regular = "/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2";

    public bool IsThere { get; } = environment.WebRootFileProvider.GetFileInfo(Regular).Exists;
}
