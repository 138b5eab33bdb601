using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Health;
using WgsSite.Cms.Publishing;
using WgsSite.Core.Inquiries;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries;
using WgsSite.Web.Inquiries.Mail;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Web.Backoffice.Health;

/// <summary>What this site knows of its own state beside what the CMS knows. Says nothing of what people wrote.</summary>
public sealed class SiteHealth(
    IDbContextFactory<InquiryDbContext> inquiries, InquiryHealth mails, MailTransport transport, SiteAddress address, PublishedContent content, SiteClock clock)
{
    public static IServiceCollection Add(IServiceCollection services)
    {
        services.AddSingleton<SiteHealth>();
        Check("E-Mails", health => health.MailsAsync);
        Check("Anfragen", health => health.InquiriesAsync);
        Check("Adresse der Website", health => _ => Task.FromResult(health.Address()));
        Check("Platzhalter", health => _ => Task.FromResult(health.Placeholders()));
        Check("Prüftermine", health => _ => Task.FromResult(health.Reviews()));
        return services;

        void Check(string name, Func<SiteHealth, Func<CancellationToken, Task<HealthResult>>> of) =>
            services.AddSingleton(provider => new HealthCheck(name, of(provider.GetRequiredService<SiteHealth>())));
    }

    private async Task<HealthResult> MailsAsync(CancellationToken cancel)
    {
        var faults = await mails.FaultsAsync(cancel);
        await using var db = await inquiries.CreateDbContextAsync(cancel);
        var last = await db.Mails.MaxAsync(mail => mail.SentAt, cancel);
        var sent = last is { } at ? $"Zuletzt ging am {SiteClock.Local(at).ToString("d. MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("de-DE"))} Uhr eine E-Mail hinaus." : "Es ging noch keine E-Mail hinaus.";
        if (faults.Count > 0) return new HealthResult(HealthState.Bad, sent, [.. faults.Select(fault => new HealthFinding(fault))]);
        return transport.HasServer ? HealthResult.Good(sent) : new HealthResult(HealthState.Warning, $"Es ist kein Mailserver eingerichtet: {transport.Description}. {sent}", []);
    }

    private async Task<HealthResult> InquiriesAsync(CancellationToken cancel)
    {
        await using var db = await inquiries.CreateDbContextAsync(cancel);
        var open = await db.Inquiries.CountAsync(row => row.State == InquiryState.Open, cancel);
        return HealthResult.Good(open switch { 0 => "Keine Anfrage ist offen.", 1 => "Eine Anfrage ist offen.", _ => $"{open} Anfragen sind offen." });
    }

    private HealthResult Address() => address.Root switch
    {
        null => new HealthResult(HealthState.Bad, "Die Adresse ist nicht eingestellt (Umbraco:CMS:WebRouting:UmbracoApplicationUrl). Suchmaschinen finden die Seiten schlechter, und Links in E-Mails fehlen.", []),
        var root when !root.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => new HealthResult(HealthState.Warning, $"Die Adresse {root} beginnt nicht mit https. Was Menschen in Formulare schreiben, ginge ungeschützt durchs Netz.", []),
        var root => HealthResult.Good($"Die Website steht unter {root}."),
    };

    private HealthResult Placeholders()
    {
        var left = content.Current.Documents.Where(document => document.Flag("isPlaceholder")).Select(document => new HealthFinding(Join(document.Name, document.Text("placeholderNote")), document.Key)).ToList();
        return left.Count == 0 ? HealthResult.Good("Keine Seite enthält noch einen Platzhalter.") : new HealthResult(HealthState.Warning, "Auf diesen Seiten ist noch etwas zu ersetzen.", left);
    }

    private HealthResult Reviews()
    {
        var due = content.Current.Documents
            .Select(document => (Document: document, Due: document.Date("reviewDueOn")))
            .Where(page => page.Due is { } day && day < clock.Today)
            .OrderBy(page => page.Due)
            .Select(page => new HealthFinding(Join(page.Document.Name, $"fällig seit {page.Due!.Value.ToString("d. MMMM yyyy", CultureInfo.GetCultureInfo("de-DE"))}"), page.Document.Key))
            .ToList();
        return due.Count == 0 ? HealthResult.Good("Keine Seite wartet darauf, wieder geprüft zu werden.") : new HealthResult(HealthState.Warning, "Der Tag, an dem diese Seiten wieder geprüft werden sollten, ist vorbei.", due);
    }

    private static string Join(string name, string? more) => string.IsNullOrWhiteSpace(more) ? name : $"{name}: {more}";
}
