using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WgsSite.Cms.Publishing;
using WgsSite.Core.Inquiries;
using WgsSite.Web.Content;
using WgsSite.Web.Hosting;
using WgsSite.Web.Inquiries;
using WgsSite.Web.Inquiries.Storage;

namespace WgsSite.Web.Commands;

/// <summary>
/// <c>inquiries list|show|close|release|retry|export|delete</c> for operators, beside a running site or without one. Exit
/// status: 0 done, 1 nothing was done.
/// </summary>
public static class InquiriesCommand
{
    private const string Usage = """
        Aufruf: inquiries list [--state open|set-aside|closed|all]   (ohne --state: offene und beiseitegelegte)
                inquiries show NUMMER        zeigt eine Anfrage mit ihren E-Mails
                inquiries close NUMMER       schließt sie ab
                inquiries release NUMMER     eine beiseitegelegte ist doch echt: verschickt sie
                inquiries retry [NUMMER]     versucht gescheiterte und wartende E-Mails sofort noch einmal
                inquiries export --csv       schreibt alle als CSV
                inquiries delete NUMMER      löscht eine Anfrage mit ihren E-Mails
        """;

    public static async Task<int> RunAsync(CommandLine line, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        var desk = services.GetRequiredService<InquiryDesk>();
        try
        {
            switch (line.Words[1..])
            {
                case ["list"] when State(line) is { IsKnown: true } asked:
                    return await ListAsync(desk, asked.State, line.Has("--state"), output);
                case ["export"] when line.Has("--csv"):
                    return await ExportAsync(desk, output, errors);
                case ["retry"]:
                    await output.WriteLineAsync($"E-Mails, die gleich noch einmal versucht werden: {await desk.RetryAsync(null)}");
                    return 0;
                case [var verb and ("show" or "close" or "release" or "retry" or "delete"), .. var number] when number.Length > 0:
                    if (InquiryReference.Read(string.Concat(number)) is not { } reference)
                    {
                        await errors.WriteLineAsync($"Das ist keine Vorgangsnummer: {string.Join(' ', number)}. Sie hat sechs Ziffern.");
                        return 1;
                    }

                    return await OneAsync(verb, reference, desk, services, output, errors);
                default:
                    await errors.WriteLineAsync(Usage);
                    return 1;
            }
        }
        catch (Exception e) when (e is DbException or DbUpdateException or IOException)
        {
            await errors.WriteLineAsync($"Das ging nicht: {e.GetBaseException().Message}");
            return 1;
        }
    }

    private static async Task<int> OneAsync(string verb, string reference, InquiryDesk desk, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        var shown = InquiryReference.Display(reference);
        var (isDone, said) = verb switch
        {
            "show" => (await ShowAsync(desk, reference, output), null),
            "close" => (await desk.CloseAsync(reference), $"{shown} ist abgeschlossen."),
            "release" => (await desk.ReleaseAsync(await ContentAsync(services), reference), $"{shown} ist freigegeben und wird verschickt."),
            "retry" => (await desk.RetryAsync(reference) > 0, $"Die E-Mails zu {shown} werden gleich noch einmal versucht."),
            _ => (await desk.DeleteAsync(reference), $"{shown} ist gelöscht."),
        };
        if (isDone)
        {
            if (said is not null) await output.WriteLineAsync(said);
            return 0;
        }

        await errors.WriteLineAsync(verb switch
        {
            "close" => $"{shown}: Es gibt keine offene Anfrage mit dieser Nummer.",
            "release" when await desk.ReadAsync(reference) is ({ State: InquiryState.SetAside }, null) => $"{shown}: Der Text lässt sich nicht entschlüsseln, der Schlüssel fehlt.",
            "release" => $"{shown}: Es gibt keine beiseitegelegte Anfrage mit dieser Nummer.",
            "retry" => $"{shown}: Es gibt dazu keine E-Mail, die noch nicht verschickt ist.",
            _ => $"{shown}: Es gibt keine Anfrage mit dieser Nummer.",
        });
        return 1;
    }

    private static (bool IsKnown, InquiryState? State) State(CommandLine line) => line.Value("--state") switch
    {
        null or "all" => (true, null),
        "open" => (true, InquiryState.Open),
        "set-aside" => (true, InquiryState.SetAside),
        "closed" => (true, InquiryState.Closed),
        _ => (false, null),
    };

    private static async Task<int> ListAsync(InquiryDesk desk, InquiryState? state, bool all, TextWriter output)
    {
        var rows = (await desk.ListAsync(state)).Where(row => all || row.State != InquiryState.Closed).ToList();
        foreach (var row in rows)
        {
            await output.WriteLineAsync(string.Join(" · ", new[]
            {
                InquiryReference.Display(row.Reference), Time(row.ReceivedAt), Word(row.State), Word(row.Kind), row.Topic, row.Place, "an " + (row.PersonName ?? "Postfach der Website"), Mails(row),
                row.Warnings is null ? null : "mit Warnung",
            }.OfType<string>()));
        }

        await output.WriteLineAsync($"Anfragen: {rows.Count}");
        return 0;
    }

    private static async Task<bool> ShowAsync(InquiryDesk desk, string reference, TextWriter output)
    {
        if (await desk.ReadAsync(reference) is not ({ } row, var text)) return false;
        var lines = new List<(string Label, string? Value)>
        {
            ("Vorgangsnummer", InquiryReference.Display(row.Reference)),
            ("Art", Word(row.Kind)),
            ("Stand", Word(row.State) + (row.SetAsideBecause is null ? "" : row.State == InquiryState.SetAside ? $" ({row.SetAsideBecause})" : $" (war beiseitegelegt: {row.SetAsideBecause})")),
            ("Eingegangen", Time(row.ReceivedAt)),
            ("Abgeschlossen", row.ClosedAt is { } closed ? Time(closed) : null),
            ("Zuständig", row.PersonName ?? "Postfach der Website"),
            ("Warum", row.RoutingReason),
            ("Warnung", row.Warnings),
            ("Thema", row.Topic),
            ("Leistung", row.Service),
            ("Ort", row.Place),
        };
        if (text is null) lines.Add(("Text", "lässt sich nicht entschlüsseln: der Schlüssel fehlt"));
        else
            lines.AddRange(
            [
                ("Ort, wie eingegeben", text.Place), ("Name", text.Name), ("Fragt für", For(row, text)), ("Antwort", Word(text.ReachBy)), ("Telefon", text.Phone),
                ("E-Mail", text.Email), ("Anschrift", text.Address), ("Wann es passt", text.When), ("Nachricht", text.Message),
            ]);
        foreach (var (label, value) in lines.Where(item => item.Value is not null)) await output.WriteLineAsync($"{label}: {value!.Replace("\n", "\n  ", StringComparison.Ordinal)}");
        foreach (var mail in row.Mails.OrderBy(mail => mail.Id))
            await output.WriteLineAsync($"E-Mail {Word(mail.Kind)}: {Word(mail.State)}{(mail.SentAt is { } sent ? $" am {Time(sent)}" : "")}, Versuche: {mail.Attempts}{(mail.Fault is { } fault ? $". {fault}" : "")}");
        return true;
    }

    private static async Task<int> ExportAsync(InquiryDesk desk, TextWriter output, TextWriter errors)
    {
        var unreadable = 0;
        // With a byte order mark, or spreadsheets take it for another encoding.
        await output.WriteAsync("\uFEFF" + Row(["Vorgangsnummer", "Eingegangen", "Art", "Stand", "Thema", "Leistung", "Ort", "Zuständig", "Name", "Fragt für", "Antwort", "Telefon", "E-Mail", "Anschrift", "Wann", "Nachricht"]));
        foreach (var row in await desk.ListAsync(null))
        {
            var text = desk.TextOf(row);
            if (text is null) unreadable++;
            await output.WriteAsync(Row(
            [
                row.Reference, Time(row.ReceivedAt), Word(row.Kind), Word(row.State), row.Topic, row.Service, text?.Place ?? row.Place, row.PersonName, text?.Name,
                For(row, text), Word(row.ReachBy), text?.Phone, text?.Email, text?.Address, text?.When, text?.Message,
            ]));
        }

        if (unreadable == 0) return 0;
        await errors.WriteLineAsync($"Ohne Text, weil der Schlüssel fehlt: {unreadable}");
        return 1;
    }

    /// <summary>RFC 4180, with semicolons, as German spreadsheets read it; what would be a formula becomes text.</summary>
    private static string Row(IEnumerable<string?> cells) => string.Join(';', cells.Select(cell =>
    {
        var text = new StringBuilder(cell);
        if (text.Length > 0 && "=+-@＝＋－＠\t\r".Contains(text[0])) text.Insert(0, '\'');
        return $"\"{text.Replace("\"", "\"\"")}\"";
    })) + "\r\n";

    /// <summary>Who asks to be called is not asked for whom.</summary>
    private static string? For(InquiryRow row, InquiryText? text) =>
        text is null || row.Kind == InquiryKind.CallBack ? null : text.ForSomebodyElse ? "jemand anderen" : "sich selbst";

    private static async Task<SiteContent> ContentAsync(IServiceProvider services)
    {
        var source = services.GetRequiredService<SiteContentSource>();
        await services.GetRequiredService<PublishedContent>().ReloadAsync();
        return source.Current;
    }

    private static string? Mails(InquiryRow row) => row.Mails.Count == 0 ? null : string.Join(", ", row.Mails.OrderBy(mail => mail.Id).Select(mail => $"E-Mail {Word(mail.Kind)} {Word(mail.State)}"));

    private static string Time(DateTime utc) => SiteClock.Local(utc).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Word(InquiryState state) => state switch
    {
        InquiryState.Open => "offen",
        InquiryState.SetAside => "beiseitegelegt",
        _ => "abgeschlossen",
    };

    private static string Word(InquiryKind kind) => kind == InquiryKind.CallBack ? "Rückruf" : "Nachricht";

    private static string Word(ReachBy way) => way switch
    {
        ReachBy.Phone => "Anruf",
        ReachBy.Email => "E-Mail",
        ReachBy.Letter => "Brief",
        _ => "Besuch",
    };

    private static string Word(MailKind kind) => kind == MailKind.ToTenant ? "an den Mieter" : "an die Kontaktperson";

    private static string Word(MailState state) => state switch
    {
        MailState.Waiting => "wartet",
        MailState.Sent => "verschickt",
        _ => "gescheitert",
    };
}
