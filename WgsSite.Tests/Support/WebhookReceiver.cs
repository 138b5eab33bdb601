using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Tests.Support;

/// <summary>Somebody who is called by webhooks, on this machine; answers as a test wants it.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedCall> calls = new();
    private WebApplication app = null!;
    private int port;

    /// <summary>What it answers, after it has noted the call.</summary>
    public RequestDelegate Answer { get; set; } = context => Task.CompletedTask;

    public string Url => $"http://127.0.0.1:{port}/neues";

    public IReadOnlyList<ReceivedCall> Calls => [.. calls];

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver.ListenAsync();
        return receiver;
    }

    /// <summary>Nobody answers from here on.</summary>
    public async Task StopAsync() => await app.DisposeAsync();

    /// <summary>At the same address as before, too.</summary>
    public async Task ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            calls.Enqueue(new ReceivedCall(context.Request.Path, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync()));
            await Answer(context);
        });
        await app.StartAsync();
        port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
    }

    /// <summary>Waits for so many calls in all.</summary>
    public async Task<IReadOnlyList<ReceivedCall>> WaitAsync(int count)
    {
        for (var tries = 0; tries < 1200 && calls.Count < count; tries++) await Task.Delay(25);
        Assert.That(calls, Has.Count.GreaterThanOrEqualTo(count), "calls");
        return Calls;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

/// <summary>One call as it came.</summary>
internal sealed record ReceivedCall(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Event => Headers["umb-webhook-event"];

    /// <summary>What a receiver does that knows the secret.</summary>
    public bool IsSignedWith(string secret) => Headers["webhook-signature"].Split(' ')
        .Contains(WebhookSecrets.Sign(secret, Headers["webhook-id"], long.Parse(Headers["webhook-timestamp"], System.Globalization.CultureInfo.InvariantCulture), Body));
}
