using System.Net;
using WgsSite.Cms.Editing;
using WgsSite.Cms.Schema;

namespace WgsSite.Cms.Webhooks;

/// <summary>A webhook as an administrator wants it.</summary>
/// <param name="TypeKeys">Only of documents or media of these types; empty for all.</param>
public sealed record WebhookInput(bool Enabled, string Name, string Description, string Url, IReadOnlyList<string> Events, IReadOnlyList<Guid> TypeKeys, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    private const int LongestName = 255;
    private const int LongestText = 2000;
    private const int MostHeaders = 20;

    /// <summary>What the host itself says of a call and its body.</summary>
    private static readonly string[] OwnHeaders = ["host", "connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer", "expect"];
    private static readonly string[] OwnPrefixes = ["content-", "proxy-", "webhook-", "umb-webhook-"];

    /// <exception cref="EditRefusalException">Something of it cannot be used.</exception>
    internal void Require(ContentSchema schema, ReceiverAddresses addresses)
    {
        if (Name.Length > LongestName || Description.Length > LongestText) throw Refused("Name oder Beschreibung ist zu lang.");
        RequireUrl(addresses);
        RequireEvents(schema);
        if (Headers.Count > MostHeaders) throw Refused($"Mehr als {MostHeaders} Header sind nicht möglich.");
        foreach (var (name, value) in Headers) RequireHeader(name, value);
        if (Headers.CountBy(header => header.Key, StringComparer.OrdinalIgnoreCase).FirstOrDefault(header => header.Value > 1).Key is { } twice) throw Refused($"Der Header „{twice}“ steht zweimal da.", "Groß- und Kleinschreibung machen bei Headern keinen Unterschied.");
    }

    private void RequireUrl(ReceiverAddresses addresses)
    {
        if (Url.Length == 0) throw Refused("Die Adresse fehlt.", "Tragen Sie die Adresse ein, die gerufen werden soll.");
        if (Url.Length > LongestText || !Uri.TryCreate(Url, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp) || url.Host.Length == 0)
            throw Refused("Die Adresse ist keine Webadresse.", "Sie beginnt mit https:// und nennt den Empfänger: https://empfaenger.example/neues");
        if (url.UserInfo.Length > 0) throw Refused("In der Adresse stehen Zugangsdaten.", "Schicken Sie sie in einem Header „Authorization“.");
        if (url.Fragment.Length > 0) throw Refused("Die Adresse enthält ein „#“.", "Was danach steht, kommt beim Empfänger nicht an.");
        if (url.Scheme == Uri.UriSchemeHttp && !addresses.AllowsAny) throw Refused("Die Adresse beginnt mit http://.", "Nur über https:// kann unterwegs niemand mitlesen.");
        // Names are looked up when they are called, each time; an address is what it is.
        if (!IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)) return;
        if (url.Scheme == Uri.UriSchemeHttp && !addresses.IsNamed(address)) throw Refused("Die Adresse beginnt mit http://.", "Das geht nur in Netzen, die die Betreuung der Website freigegeben hat (Webhooks:AllowedNetworks).");
        if (!addresses.Allows(address))
            throw Refused("Die Adresse liegt in einem Netz, in das die Website nicht rufen darf.", "Private Netze gibt die Betreuung der Website frei (Webhooks:AllowedNetworks).");
    }

    private void RequireEvents(ContentSchema schema)
    {
        if (Events.Count == 0) throw Refused("Es ist kein Ereignis gewählt.", "Wählen Sie, wovon der Empfänger erfahren soll.");
        if (Events.FirstOrDefault(alias => WebhookEvents.Find(alias) is null) is { } unknown) throw Refused($"Das Ereignis „{unknown}“ gibt es hier nicht.");
        var types = Events.Select(alias => WebhookEvents.Find(alias)!.Type).Distinct().ToList();
        if (types.Count > 1) throw Refused("Inhalte und Dateien brauchen je einen eigenen Webhook.");
        var isMedia = types[0] == Umbraco.Cms.Core.Constants.WebhookEvents.Types.Media;
        if (TypeKeys.Any(key => (isMedia ? schema.MediaType(key) : schema.DocumentType(key)) is not { } type || (!isMedia && schema.IsOnlyComposition(type)))) throw Refused("Eine der gewählten Arten gibt es nicht, oder nichts ist von dieser Art.");
    }

    private static void RequireHeader(string name, string value)
    {
        var lower = name.ToLowerInvariant();
        if (OwnHeaders.Contains(lower) || OwnPrefixes.Any(prefix => lower.StartsWith(prefix, StringComparison.Ordinal))) throw Refused($"Den Header „{name}“ schreibt die Website selbst.");
        using var probe = new HttpRequestMessage();
        if (name.Length is 0 or > 100 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-.^_`|~".Contains(letter, StringComparison.Ordinal)) || !probe.Headers.TryAddWithoutValidation(name, "x"))
            throw Refused(name.Length == 0 ? "Einem Header fehlt der Name." : $"„{name}“ kann kein Header heißen.");
        if (value.Length > LongestText || !value.All(letter => letter is >= ' ' and <= '~')) throw Refused($"Der Wert des Headers „{name}“ ist zu lang oder enthält Zeichen, die dort nicht stehen dürfen.");
    }

    private static EditRefusalException Refused(string reason, string? advice = null) => new(RefusalKind.NotAllowed, $"Nicht gespeichert: {reason}", advice);
}
