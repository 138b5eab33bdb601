namespace WgsSite.Web.Hosting;

/// <summary>The folder with the databases, media files, keys and, in Development, mails.</summary>
public sealed record DataFolderPath(string Path);
