using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Webhooks;

namespace WgsSite.Cms.Webhooks;

/// <summary>Registration of webhooks. <see cref="CmsServices.AddCms"/> registers what writes down what they are told of.</summary>
public static class WebhookServices
{
    /// <summary>Umbraco's settings of webhooks, under Umbraco's names: whoever changes content needs them too.</summary>
    /// <exception cref="FormatException">A setting cannot be used; the message says which.</exception>
    public static IServiceCollection AddWebhookSettings(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(Umbraco.Cms.Core.Constants.Configuration.ConfigWebhook);
        WebhookSettings settings;
        try
        {
            settings = section.Get<WebhookSettings>() ?? new WebhookSettings();
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException($"Unter „{section.Path}“ steht etwas, das sich nicht lesen lässt: {e.Message}", e);
        }

        // Umbraco's class still begins with Legacy, which its own manual has ending with 17.
        var isUnnamed = section[nameof(WebhookSettings.PayloadType)] is null;
        if (!isUnnamed && settings.PayloadType is not (WebhookPayloadType.Minimal or WebhookPayloadType.Extended))
            throw new FormatException($"„{section.Path}:PayloadType“ kennt hier nur Minimal und Extended.");
        if (settings.Period < TimeSpan.FromMilliseconds(100) || settings.Period > TimeSpan.FromHours(1))
            throw new FormatException($"„{section.Path}:Period“ muss zwischen einer zehntel Sekunde und einer Stunde liegen (00:00:10).");
        if (settings.MaximumRetries < 0 || settings.KeepLogsForDays < 0)
            throw new FormatException($"„{section.Path}:MaximumRetries“ und „KeepLogsForDays“ dürfen nicht negativ sein.");
        return services.Configure<WebhookSettings>(section).PostConfigure<WebhookSettings>(bound =>
        {
            if (isUnnamed) bound.PayloadType = WebhookPayloadType.Minimal;
        });
    }

    /// <summary>What sends, and what administrators see of it.</summary>
    /// <inheritdoc cref="AddWebhookSettings"/>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration) => services
        .AddWebhookSettings(configuration)
        .AddSingleton(ReceiverAddresses.Read(configuration))
        .AddSingleton<WebhookSecrets>()
        .AddSingleton<WebhookSender>()
        .AddSingleton<WebhookQueue>()
        .AddSingleton<WebhookSignal>()
        .AddSingleton<WebhookEditor>()
        .AddSingleton<WebhookStates>()
        .AddHostedService<WebhookWorker>();
}
