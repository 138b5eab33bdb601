using WgsSite.Cms.Backoffice;

namespace WgsSite.Cms.Publishing;

/// <summary>
/// Addresses the site answers itself. No page gets one: a page whose name leads to it is numbered, as a namesake is.
/// </summary>
/// <param name="first">Segments an address of the site itself begins with, beside the CMS's own.</param>
/// <param name="below">Segments the site puts after the address of any page.</param>
public sealed class ReservedSegments(IEnumerable<string> first, IEnumerable<string> below)
{
    private readonly HashSet<string> first = new([BackofficePaths.Root[1..], ExtensionManifests.Folder, .. first], StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> below = new(below, StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of the CMS itself only.</summary>
    public static ReservedSegments Own { get; } = new([], []);

    /// <param name="isFirst">Whether the segment is the first of its address.</param>
    public bool Contains(string segment, bool isFirst) => below.Contains(segment) || (isFirst && first.Contains(segment));
}
