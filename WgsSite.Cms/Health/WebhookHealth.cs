using WgsSite.Cms.Webhooks;

namespace WgsSite.Cms.Health;

/// <summary>Whether receivers of webhooks get what they are told.</summary>
internal sealed class WebhookHealth(WebhookStates states)
{
    public async Task<HealthResult> RunAsync(CancellationToken cancel)
    {
        // What has waited for minutes only may yet come through by itself.
        var failing = (await states.TroublesAsync(cancel)).Where(trouble => trouble.NotDelivered + trouble.Late > 0).ToList();
        return failing.Count == 0
            ? HealthResult.Good("Alle Empfänger haben erfahren, was sie erfahren sollen.")
            : new HealthResult(HealthState.Warning, "Diese Empfänger haben nicht alles erfahren. Warum, steht unter „Einstellungen“ beim Webhook unter „Zustellungen“.", [
                .. failing.Select(trouble => new HealthFinding($"{(trouble.Name.Length > 0 ? trouble.Name : "Webhook ohne Namen")}: {trouble.NotDelivered} nicht zugestellt, {trouble.Late} warten seit über einer Stunde")),
            ]);
    }
}
