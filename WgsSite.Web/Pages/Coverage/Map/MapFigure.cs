using WgsSite.Web.Content;

namespace WgsSite.Web.Pages.Coverage.Map;

/// <summary>A map with what stands beneath it.</summary>
public sealed record MapFigure(MapForm Form, MapView View, Words Words);
