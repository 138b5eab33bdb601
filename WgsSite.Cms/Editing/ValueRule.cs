namespace WgsSite.Cms.Editing;

/// <summary>
/// What a site asks of the values of one of its own property editors, beyond what the schema says. A value that breaks it
/// is not stored.
/// </summary>
/// <param name="EditorUiAlias">The editor in the client: <c>My.PropertyEditorUi.Map</c>.</param>
/// <param name="Check">Gets the stored value; answers with what is wrong and where, or null.</param>
public sealed record ValueRule(string EditorUiAlias, Func<string, string?> Check);
