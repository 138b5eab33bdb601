using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core;
using WgsSite.Cms.Caching;

namespace WgsSite.Cms.Delivery;

/// <summary>
/// Answers as they were last sent, for as long as the state they were made from is the published one: gone from here the moment
/// a publish is sure. Bounded, since anybody can think of another query.
/// </summary>
internal sealed class DeliveryCache
{
    private const int MostBytes = 32_000_000;
    private const int LongestKey = 4_000;

    private volatile Kept kept = new(0);

    /// <summary>What an answer depends on, beside the published state; null for a request whose answer is not kept.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        var key = string.Join('\n', request.Path, request.QueryString, request.Headers[Constants.DeliveryApi.HeaderNames.StartItem], request.Headers.AcceptLanguage);
        return key.Length <= LongestKey ? key : null;
    }

    public CachedAnswer? Find(int snapshot, string key) => kept is { } now && now.Snapshot == snapshot ? now.Answers.GetValueOrDefault(key) : null;

    public void Keep(int snapshot, string key, CachedAnswer answer)
    {
        var now = kept;
        // An answer made from what was published before stays out: it would be found by nobody.
        if (snapshot < now.Snapshot) return;
        if (snapshot > now.Snapshot || now.Bytes > MostBytes) kept = now = new Kept(snapshot);
        if (now.Answers.TryAdd(key, answer)) now.Add(key.Length + answer.Length);
    }

    private sealed class Kept(int snapshot)
    {
        private long bytes;

        public int Snapshot { get; } = snapshot;
        public long Bytes => Interlocked.Read(ref bytes);
        public ConcurrentDictionary<string, CachedAnswer> Answers { get; } = new(StringComparer.Ordinal);

        public void Add(long more) => Interlocked.Add(ref bytes, more);
    }
}
