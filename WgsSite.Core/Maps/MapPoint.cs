namespace WgsSite.Core.Maps;

/// <summary>A point of a map in its own units: x to the right, y downwards.</summary>
public readonly record struct MapPoint(int X, int Y);
