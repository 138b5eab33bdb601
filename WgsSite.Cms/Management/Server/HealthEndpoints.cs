using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using WgsSite.Cms.Backoffice;
using WgsSite.Cms.Health;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Management.Server;

/// <summary>
/// The state of the site, for our own dashboard: the client's health check has to be asked group by group, and is about a
/// stock server.
/// </summary>
internal static partial class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/site-health", Run).Needs(Right.SeeHealth);

    private static async Task<IReadOnlyList<object>> Run(CmsHealth cms, IEnumerable<HealthCheck> sites, ILogger<HealthCheck> log, CancellationToken cancel)
    {
        var answers = new List<(string Name, HealthResult Result)>();
        foreach (var check in cms.All.Concat(sites)) answers.Add((check.Name, await RunAsync(check, log, cancel)));
        // What has to be done stands above what is well.
        return
        [
            .. answers.OrderByDescending(answer => answer.Result.State).Select(answer => new
            {
                answer.Name,
                State = answer.Result.State.ToString(),
                answer.Result.Message,
                Findings = answer.Result.Findings.Select(finding => new { finding.Text, Document = Reference(finding.Document), Media = Reference(finding.Media) }),
            }),
        ];
    }

    private static Reference? Reference(Guid? key) => key is { } known ? new Reference(known) : null;

    private static async Task<HealthResult> RunAsync(HealthCheck check, ILogger log, CancellationToken cancel)
    {
        try
        {
            return await check.RunAsync(cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One that cannot look is no reason to say nothing of the others.
            LogFailed(log, check.Name, e);
            return new HealthResult(HealthState.Bad, "Das ließ sich nicht prüfen. Warum, steht im Protokoll des Servers.", []);
        }
    }

    [LoggerMessage(LogLevel.Error, "Die Prüfung „{Name}“ ist gescheitert.")]
    private static partial void LogFailed(ILogger logger, string name, Exception exception);
}
