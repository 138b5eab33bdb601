using System.Text.Json.Nodes;

namespace WgsSite.Cms.Management.Documents;

// DocumentTreeItemResponseModel and its parts (17.1.0, types.gen.d.ts).

internal sealed record DocumentTypeReference(Guid Id, string Icon, Reference? Collection);

internal sealed record DocumentVariantItem(string Name, string? Culture, string State, IReadOnlyList<Flag> Flags, string Id);

internal sealed record DocumentItem(
    Guid Id, Reference? Parent, bool HasChildren, IReadOnlyList<Flag> Flags, bool IsTrashed, bool IsProtected, DocumentTypeReference DocumentType, IReadOnlyList<DocumentVariantItem> Variants);

internal sealed record DocumentTreeItem(
    Guid Id,
    Reference? Parent,
    bool HasChildren,
    IReadOnlyList<Flag> Flags,
    bool NoAccess,
    bool IsTrashed,
    DateTime CreateDate,
    bool IsProtected,
    IReadOnlyList<Reference> Ancestors,
    DocumentTypeReference DocumentType,
    IReadOnlyList<DocumentVariantItem> Variants);

internal sealed record DocumentValue(string Alias, string? Culture, string? Segment, JsonNode? Value, string EditorAlias);

internal sealed record DocumentVariant(
    string? Culture,
    string? Segment,
    string Name,
    DateTime CreateDate,
    DateTime UpdateDate,
    string State,
    DateTime? PublishDate,
    DateTime? ScheduledPublishDate,
    DateTime? ScheduledUnpublishDate,
    string Id,
    IReadOnlyList<Flag> Flags);

internal sealed record DocumentModel(
    Guid Id, IReadOnlyList<DocumentValue> Values, IReadOnlyList<DocumentVariant> Variants, IReadOnlyList<Flag> Flags, DocumentTypeReference DocumentType, Reference? Template, bool IsTrashed);

internal sealed record DocumentListType(Guid Id, string Alias, string Icon, Reference? Collection);

internal sealed record DocumentListItem(
    Guid Id,
    IReadOnlyList<DocumentValue> Values,
    IReadOnlyList<DocumentVariant> Variants,
    IReadOnlyList<Flag> Flags,
    string? Creator,
    string? Updater,
    int SortOrder,
    bool IsTrashed,
    bool IsProtected,
    IReadOnlyList<Reference> Ancestors,
    DocumentListType DocumentType);

// What the client sends; anything may be missing in what somebody else sends.

internal sealed record ValueRequest(string? Alias, string? Culture, string? Segment, JsonNode? Value);

internal sealed record VariantRequest(string? Culture, string? Segment, string? Name);

internal sealed record DocumentRequest(
    IReadOnlyList<ValueRequest?>? Values, IReadOnlyList<VariantRequest?>? Variants, Guid? Id, Reference? Parent, Reference? DocumentType, Reference? Template);

internal sealed record TargetRequest(Reference? Target);

internal sealed record CopyRequest(Reference? Target, bool RelateToOriginal, bool IncludeDescendants);

internal sealed record SortRequest(Reference? Parent, IReadOnlyList<SortItem?>? Sorting);

internal sealed record SortItem(Guid Id, int SortOrder);
