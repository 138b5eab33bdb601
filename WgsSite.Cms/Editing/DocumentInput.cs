using System.Text.Json.Nodes;

namespace WgsSite.Cms.Editing;

/// <summary>What an editor wants a document to say.</summary>
/// <param name="Values">As the client's editors send them.</param>
public sealed record DocumentInput(string Name, IReadOnlyList<ValueInput> Values, Guid? TemplateKey)
{
    internal string StoredName => EditorText.Name(Name);
}

/// <param name="Value">As the client's editor sends it; null for empty.</param>
public sealed record ValueInput(string Alias, JsonNode? Value, string? Culture = null, string? Segment = null);
