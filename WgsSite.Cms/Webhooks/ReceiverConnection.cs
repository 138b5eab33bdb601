using System.Net;
using System.Net.Sockets;

namespace WgsSite.Cms.Webhooks;

/// <summary>
/// Opens connections to receivers. The rule of <see cref="ReceiverAddresses"/> is applied to the very address that is
/// connected to, after the name was looked up: a name that leads elsewhere the second time gets around nothing.
/// </summary>
internal sealed class ReceiverConnection(ReceiverAddresses addresses)
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(5);

    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy would look the name up itself.
        UseProxy = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = LongestConnect,
        ConnectCallback = ConnectAsync,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel);
        var allowed = found.Where(addresses.Allows).ToArray();
        if (allowed.Length == 0) throw new ReceiverRefusedException("Der Empfänger steht in einem Netz, in das die Website nicht rufen darf.");
        // What is sent may be for the receiver only; in a network of the operator's own that is for the operator to say.
        if (context.InitialRequestMessage.RequestUri?.Scheme != Uri.UriSchemeHttps) allowed = [.. allowed.Where(addresses.IsNamed)];
        if (allowed.Length == 0) throw new ReceiverRefusedException("Der Empfänger muss mit https:// gerufen werden.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A receiver the site must not call; the message is for administrators.</summary>
internal sealed class ReceiverRefusedException(string message) : Exception(message);
