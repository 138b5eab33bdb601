using Microsoft.Data.Sqlite;

namespace WgsSite.Cms.Search;

/// <summary>
/// Finds texts by words: SQLite FTS5 with trigrams (so that parts of compounds are found) says which entries come into
/// question; which are the best is told by where the words stand in them. Kept in memory, since it is made of what is
/// published and must never differ from it. May be used from many threads.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>Letters of a query that are read.</summary>
    public const int LongestQuery = 200;

    private const int MostWords = 12;

    /// <summary>Who misspells more words of a query than this meant something else.</summary>
    private const int MostCorrected = 4;

    /// <summary>How many that come into question are looked at more closely.</summary>
    private const int MostCandidates = 80;

    private const int ShortestTrigram = 3;

    private readonly Lock gate = new();
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly Dictionary<string, Known> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Known> byRow = [];
    private readonly Vocabulary vocabulary = new();
    private long lastRow;

    public SearchIndex()
    {
        connection.Open();
        Run("CREATE VIRTUAL TABLE entries USING fts5(title, keywords, summary, body, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')");
    }

    /// <summary>Makes the index hold just these entries; those it holds already as they are cost nothing.</summary>
    public void Hold(IReadOnlyCollection<SearchEntry> entries)
    {
        lock (gate)
        {
            var now = entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
            var gone = byId.Values.Where(known => !now.TryGetValue(known.Entry.Id, out var entry) || entry != known.Entry).ToList();
            var added = now.Values.Where(entry => !byId.TryGetValue(entry.Id, out var known) || known.Entry != entry).ToList();
            using var transaction = connection.BeginTransaction();
            using var delete = Command("DELETE FROM entries WHERE rowid = $row");
            using var insert = Command("INSERT INTO entries (rowid, title, keywords, summary, body) VALUES ($row, $title, $keywords, $summary, $body)");
            foreach (var known in gone)
            {
                Run(delete, known.Row, []);
                byId.Remove(known.Entry.Id);
                byRow.Remove(known.Row);
                vocabulary.Remove(known.Entry);
            }

            foreach (var entry in added)
            {
                var known = new Known(++lastRow, entry);
                Run(insert, known.Row, [("$title", Text(known.Title)), ("$keywords", Text(known.Keywords)), ("$summary", Text(known.Summary)), ("$body", Text(known.Body))]);
                byId[entry.Id] = known;
                byRow[known.Row] = known;
                vocabulary.Add(entry);
            }

            transaction.Commit();
        }
    }

    /// <summary>The entries that fit a query, whatever is in it.</summary>
    public SearchResult Find(string query, int most = 50)
    {
        var words = Words(query);
        if (words.Count == 0) return SearchResult.Nothing;
        lock (gate)
        {
            var unknown = words.Where(word => !IsKnown(word)).ToList();
            if (unknown.Count == 0) return new SearchResult(Best(words, most, SearchText.Fold(query)), words, null);

            // A slip of one letter; or a compound nobody wrote, by the words it is made of; or something further off.
            var (parts, corrections) = (new List<string>(), new Dictionary<string, string>());
            foreach (var word in unknown.Take(MostCorrected))
            {
                if (vocabulary.Nearest(word, edits: 1) is { } slip) corrections[word] = slip;
                else if (vocabulary.Parts(word) is { Count: > 0 } found) parts.AddRange(found);
                else if (vocabulary.Nearest(word, Vocabulary.MostEdits) is { } near) corrections[word] = near;
            }

            if (corrections.Count > 0)
            {
                var meant = words.Select(word => corrections.GetValueOrDefault(word) is { } near ? SearchText.Fold(near) : word).ToList();
                return new SearchResult(Best([.. meant.Where(word => !unknown.Contains(word)), .. parts], most), [.. meant, .. parts], Corrected(query, corrections));
            }

            List<string> rest = [.. words.Except(unknown), .. parts];
            return rest.Count == 0 ? SearchResult.Nothing with { Words = words } : new SearchResult(Best(rest, most), rest, null);
        }
    }

    public void Dispose() => connection.Dispose();

    /// <summary>The words of a query that say what is looked for, folded.</summary>
    public static IReadOnlyList<string> Words(string query) =>
        [.. SearchText.Telling(SearchText.Words(query.Length > LongestQuery ? query[..LongestQuery] : query)).Distinct().Take(MostWords)];

    private bool IsKnown(string word) => vocabulary.Holds(word) || (word.Length >= ShortestTrigram && Rows([word], all: true, 1).Count > 0);

    /// <param name="whole">The query in one piece, folded: a title of just this is what is meant.</param>
    private List<SearchHit> Best(IReadOnlyList<string> words, int most, string? whole = null)
    {
        var rows = Rows(words, all: true, MostCandidates);
        if (words.Count > 1 && rows.Count < MostCandidates) rows.UnionWith(Rows(words, all: false, MostCandidates));
        var asked = words.Select(word => (Word: word, Stem: SearchText.Stem(word))).ToList();
        return
        [
            .. rows.Select(row => byRow[row])
                .Select(known => new SearchHit(known.Entry, known.Score(asked, whole ?? string.Join(' ', words))))
                .Where(hit => hit.Score > 0)
                .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Entry.Title, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    /// <summary>Entries that hold all of the words, or any.</summary>
    private HashSet<long> Rows(IReadOnlyList<string> words, bool all, int most)
    {
        var long_ = words.Where(word => word.Length >= ShortestTrigram).ToList();
        if (long_.Count == 0) return [.. byRow.Where(pair => words.Any(pair.Value.HoldsWord)).Select(pair => pair.Key).Take(most)];
        // Words are of letters and digits only: nothing in them means anything to FTS5.
        var match = string.Join(all ? " AND " : " OR ", long_.Select(word => $"\"{(SearchText.Stem(word) is { Length: >= ShortestTrigram } stem ? stem : word)}\""));
        using var command = Command("SELECT rowid FROM entries WHERE entries MATCH $match ORDER BY bm25(entries, 20, 12, 4, 1) LIMIT $most");
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$most", most);
        using var reader = command.ExecuteReader();
        var rows = new HashSet<long>();
        while (reader.Read()) rows.Add(reader.GetInt64(0));
        return rows;
    }

    /// <summary>The query with each word that stands nowhere as it was probably meant.</summary>
    private static string Corrected(string query, Dictionary<string, string> corrections)
    {
        foreach (var (start, length, folded) in SearchText.Positions(query).Reverse().ToList())
            if (corrections.GetValueOrDefault(folded) is { } near) query = string.Concat(query.AsSpan(0, start), near, query.AsSpan(start + length));
        return query.Trim();
    }

    private static string Text(string[] words) => string.Join(' ', words);

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private static void Run(SqliteCommand command, long row, ReadOnlySpan<(string Name, string Value)> values)
    {
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$row", row);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    /// <summary>An entry with its words as they are compared.</summary>
    private sealed class Known(long row, SearchEntry entry)
    {
        private const double InTitle = 10, InKeywords = 7, InSummary = 3, InBody = 1;

        public long Row => row;
        public SearchEntry Entry => entry;
        public string[] Title { get; } = [.. SearchText.Words(entry.Title)];
        public string[] Keywords { get; } = [.. SearchText.Words(entry.Keywords)];
        public string[] Summary { get; } = [.. SearchText.Words(entry.Summary)];
        public string[] Body { get; } = [.. SearchText.Words(entry.Body).Distinct()];

        public bool HoldsWord(string word) => Title.Contains(word) || Keywords.Contains(word) || Summary.Contains(word) || Body.Contains(word);

        /// <summary>Each word counts where it stands best; entries without all of them fall far back.</summary>
        public double Score(List<(string Word, string Stem)> asked, string whole)
        {
            var (sum, found) = (0d, 0);
            foreach (var (word, stem) in asked)
            {
                var score = Math.Max(Math.Max(InTitle * In(Title, word, stem), InKeywords * In(Keywords, word, stem)), Math.Max(InSummary * In(Summary, word, stem), InBody * In(Body, word, stem)));
                if (score == 0) continue;
                sum += score;
                found++;
            }

            var share = (double)found / asked.Count;
            var titles = Title.Length == 0 ? 0 : asked.Count(word => In(Title, word.Word, word.Stem) > 0) / (double)Title.Length;
            if (string.Join(' ', Title) == whole) sum += 2 * InTitle;
            return entry.Weight * (sum + (3 * Math.Min(1, titles))) * share * share;
        }

        private static double In(string[] words, string asked, string stem)
        {
            var best = 0d;
            foreach (var word in words)
            {
                var match = WordMatch.Of(asked, stem, word);
                if (match > best) best = match;
                if (best == 1) break;
            }

            return best;
        }
    }
}
