using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>Removes what is left of sessions that ended; each refresh leaves a row behind.</summary>
internal sealed partial class SessionUpkeep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SessionUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = clock.GetUtcNow() - KeptFor;
                await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, stoppingToken);
                await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException) // It must not take the site down with it.
            {
                LogFailed(log, e.GetBaseException().Message);
            }
    }

    [LoggerMessage(LogLevel.Warning, "Abgelaufene Sitzungen der Redaktion ließen sich nicht aufräumen: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
