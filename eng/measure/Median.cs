using System.Diagnostics;

namespace WgsSite.Measure;

/// <summary>Machines are noisy: the middle of many runs says more than their mean.</summary>
internal static class Median
{
    /// <returns>Milliseconds.</returns>
    public static async Task<double> OfAsync(int runs, Func<Task> run)
    {
        for (var warmUp = 0; warmUp < 3; warmUp++) await run();
        var times = new List<double>();
        for (var index = 0; index < runs; index++)
        {
            var start = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Of(times);
    }

    public static double Of(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
