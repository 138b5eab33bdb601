using WgsSite.Cms.Management.Documents;

namespace WgsSite.Cms.Management.Media;

// MediaTreeItemResponseModel and its parts (17.1.0, types.gen.d.ts).

internal sealed record MediaTypeReference(Guid Id, string Icon, Reference? Collection);

internal sealed record MediaCollectionType(Guid Id, string Alias, string Icon, Reference? Collection);

internal sealed record MediaVariantItem(string Name, string? Culture = null);

internal sealed record MediaItem(Guid Id, IReadOnlyList<Flag> Flags, bool IsTrashed, Reference? Parent, bool HasChildren, MediaTypeReference MediaType, IReadOnlyList<MediaVariantItem> Variants);

internal sealed record MediaTreeItem(
    Guid Id, Reference? Parent, bool HasChildren, IReadOnlyList<Flag> Flags, bool NoAccess, bool IsTrashed, DateTime CreateDate, MediaTypeReference MediaType, IReadOnlyList<MediaVariantItem> Variants);

internal sealed record MediaVariant(string? Culture, string? Segment, string Name, DateTime CreateDate, DateTime UpdateDate);

internal sealed record MediaModel(
    Guid Id, IReadOnlyList<DocumentValue> Values, IReadOnlyList<MediaVariant> Variants, IReadOnlyList<Flag> Flags, bool IsTrashed, MediaTypeReference MediaType);

internal sealed record MediaCollectionItem(
    Guid Id, IReadOnlyList<DocumentValue> Values, IReadOnlyList<MediaVariant> Variants, IReadOnlyList<Flag> Flags, string? Creator, int SortOrder, MediaCollectionType MediaType);

internal sealed record MediaRequest(IReadOnlyList<ValueRequest?>? Values, IReadOnlyList<VariantRequest?>? Variants, Guid? Id, Reference? Parent, Reference? MediaType);
