using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Umbraco.Cms.Core;
using WgsSite.Cms.Storage;

namespace WgsSite.Cms.Webhooks;

/// <summary>What became of one call.</summary>
/// <param name="StatusCode">As Umbraco writes it, <c>OK (200)</c>, or the name of what went wrong.</param>
/// <param name="Fault">Why it did not work, for administrators; null when the receiver took it.</param>
internal sealed record WebhookAnswer(string StatusCode, string? Fault, bool WasUnanswered, string RequestHeaders, string ResponseHeaders = "", string ResponseBody = "");

/// <summary>Calls receivers: signed, with a limit to how long they may take and how much of what they say is read.</summary>
internal sealed class WebhookSender(WebhookSecrets secrets, ReceiverAddresses addresses, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of an answer that are read; the rest stays with the receiver.</summary>
    public const int LargestAnswer = 16 * 1024;

    private readonly HttpClient http = new(new ReceiverConnection(addresses).Handler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Never throws for what a receiver does; only when the site itself ends.</summary>
    public async Task<WebhookAnswer> SendAsync(WebhookRow webhook, WebhookDeliveryRow delivery, CancellationToken cancel)
    {
        HttpRequestMessage? request = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LongestCall);
        var sent = "";
        try
        {
            request = Request(webhook, delivery);
            sent = Headers(request.Headers, request.Content!.Headers, hidden: secrets.HeadersOf(webhook).Keys);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var status = (int)response.StatusCode;
            return new WebhookAnswer(
                $"{response.StatusCode} ({status})",
                response.IsSuccessStatusCode ? null : Refusal(status),
                WasUnanswered: false,
                sent,
                Headers(response.Headers, response.Content.Headers),
                await BeginningAsync(response.Content, limit.Token, cancel));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Unanswered("Timeout", $"Keine Antwort in {LongestCall.TotalSeconds:0} Sekunden.");
        }
        catch (HttpRequestException e) when (e.InnerException is ReceiverRefusedException refused)
        {
            return Unanswered("NotAllowed", refused.Message);
        }
        catch (HttpRequestException e)
        {
            return Unanswered(e.HttpRequestError.ToString(), Words(e.HttpRequestError));
        }
        catch (IOException)
        {
            return Unanswered(nameof(HttpRequestError.ResponseEnded), Words(HttpRequestError.ResponseEnded));
        }
        catch (CryptographicException)
        {
            return Unanswered("NoSecret", "Das Geheimnis lässt sich nicht mehr entschlüsseln. Legen Sie den Webhook neu an.");
        }
        finally
        {
            request?.Dispose();
        }

        WebhookAnswer Unanswered(string status, string fault) => new(status, fault, WasUnanswered: true, sent);
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(WebhookRow webhook, WebhookDeliveryRow delivery)
    {
        var now = clock.GetUtcNow();
        var id = delivery.MessageKey.ToString();
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in secrets.HeadersOf(webhook)) request.Headers.TryAddWithoutValidation(name, value);
        if (request.Headers.UserAgent.Count == 0) request.Headers.TryAddWithoutValidation("User-Agent", "Cms-Webhook/1.0");
        request.Headers.Add(Constants.WebhookEvents.HeaderNames.EventName, delivery.EventAlias);
        request.Headers.Add(Constants.WebhookEvents.HeaderNames.RetryCount, Math.Max(0, delivery.Attempts - 1).ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSecrets.IdHeader, id);
        request.Headers.Add(WebhookSecrets.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSecrets.SignatureHeader, secrets.SignaturesOf(webhook, id, now, delivery.Body));
        return request;
    }

    /// <summary>For the log, without the values of headers that may hold a key.</summary>
    private static string Headers(HttpHeaders first, HttpHeaders second, IEnumerable<string>? hidden = null)
    {
        var secret = new HashSet<string>(hidden ?? [], StringComparer.OrdinalIgnoreCase);
        return string.Join('\n', first.Concat(second).Select(header => $"{header.Key}: {(secret.Contains(header.Key) ? "…" : string.Join(", ", header.Value))}"));
    }

    /// <summary>What is said beside the status is for the log only: where it stalls or breaks off, the status holds all the same.</summary>
    private static async Task<string> BeginningAsync(HttpContent content, CancellationToken limit, CancellationToken cancel)
    {
        var bytes = new byte[LargestAnswer];
        var count = 0;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(limit);
            while (count < bytes.Length && await stream.ReadAsync(bytes.AsMemory(count), limit) is > 0 and var more) count += more;
        }
        catch (Exception e) when (e is IOException or HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // What came until then is kept.
        }

        return Encoding.UTF8.GetString(bytes, 0, count);
    }

    private static string Refusal(int status) => status switch
    {
        >= 300 and < 400 => "Der Empfänger leitet weiter. Weiterleitungen folgt die Website nicht; tragen Sie die neue Adresse ein.",
        401 or 403 => "Der Empfänger lässt die Website nicht zu.",
        404 or 410 => "Unter dieser Adresse nimmt niemand etwas an.",
        >= 500 => "Beim Empfänger ist ein Fehler aufgetreten.",
        _ => "Der Empfänger nimmt das nicht an.",
    };

    private static string Words(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "Der Name in der Adresse ist nicht bekannt.",
        HttpRequestError.ConnectionError => "Der Empfänger ist nicht erreichbar.",
        HttpRequestError.SecureConnectionError => "Die verschlüsselte Verbindung kam nicht zustande, zum Beispiel wegen eines ungültigen Zertifikats.",
        HttpRequestError.ConfigurationLimitExceeded => "Die Antwort des Empfängers ist zu groß.",
        _ => "Der Empfänger hat die Verbindung abgebrochen oder unverständlich geantwortet.",
    };
}
