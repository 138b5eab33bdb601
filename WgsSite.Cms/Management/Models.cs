namespace WgsSite.Cms.Management;

// Shapes that many answers share; names and members as in the client's generated types (17.1.0, types.gen.d.ts).

/// <summary>ReferenceByIdModel</summary>
internal sealed record Reference(Guid Id);

internal sealed record PagedModel<T>(int Total, IReadOnlyList<T> Items)
{
    /// <summary>One page of a list that is all there.</summary>
    public static PagedModel<T> Of(IReadOnlyList<T> all, int skip, int take) => new(all.Count, [.. all.Skip(skip).Take(take)]);
}

internal sealed record SubsetModel<T>(int TotalBefore, int TotalAfter, IReadOnlyList<T> Items);

internal sealed record Flag(string Alias);

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Take">At most so many; 0 asks for the number only.</param>
internal readonly record struct Paging(int Skip, int Take)
{
    public const int Most = 1000;

    public static ValueTask<Paging> BindAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        return ValueTask.FromResult(new Paging(Number("skip", 0), Math.Min(Number("take", 100), Most)));

        int Number(string name, int otherwise) => int.TryParse(context.Request.Query[name], out var number) && number >= 0 ? number : otherwise;
    }
}
