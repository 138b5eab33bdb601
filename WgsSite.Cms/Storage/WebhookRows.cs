namespace WgsSite.Cms.Storage;

/// <summary>Somebody else's address that is told of changes.</summary>
public sealed class WebhookRow
{
    public required Guid Key { get; init; }
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public required string Url { get; set; }
    public bool Enabled { get; set; }

    /// <summary>Umbraco's aliases of what it is told of.</summary>
    public List<string> Events { get; set; } = [];

    /// <summary>Only of documents or media of these types; empty for all.</summary>
    public List<Guid> TypeKeys { get; set; } = [];

    /// <summary>Encrypted JSON object name → value: such headers often hold a key of the receiver's.</summary>
    public required string Headers { get; set; }

    /// <summary>Encrypted; what calls are signed with.</summary>
    public required string Secret { get; set; }

    /// <summary>Encrypted; the secret before this one, which calls are signed with too until <see cref="FormerSecretUntil"/>.</summary>
    public string? FormerSecret { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? FormerSecretUntil { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }
}

public enum WebhookDeliveryState
{
    /// <summary>Still to be sent, for the first time or once more.</summary>
    Waiting,
    Delivered,

    /// <summary>The receiver did not take it, as often as it was tried.</summary>
    GivenUp,

    /// <summary>The webhook was switched off before it was sent.</summary>
    Cancelled,
}

/// <summary>
/// One thing a webhook is told of, and what became of it: outbox and log in one. Written in the transaction of the change
/// it tells of.
/// </summary>
public sealed class WebhookDeliveryRow
{
    /// <summary>Grows: a webhook is told in this order.</summary>
    public long Id { get; init; }
    public required Guid Key { get; init; }
    public required Guid WebhookKey { get; init; }

    /// <summary>Stays the same however often something is sent, so that a receiver knows what it has had already.</summary>
    public required Guid MessageKey { get; init; }

    /// <summary>Umbraco's alias of what happened.</summary>
    public required string EventAlias { get; init; }

    /// <summary>JSON, as it is sent.</summary>
    public required string Body { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public WebhookDeliveryState State { get; set; }

    /// <summary>How often it was sent, counted before it is.</summary>
    public int Attempts { get; set; }

    /// <summary>UTC; when it is to be sent while it waits, null afterwards.</summary>
    public DateTime? NextAt { get; set; }

    /// <summary>UTC; when it was sent last.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>Where it was sent last; the webhook may have another address by now.</summary>
    public string Url { get; set; } = "";

    /// <summary>As Umbraco writes it, <c>OK (200)</c>, or the name of what went wrong; empty before the first attempt.</summary>
    public string StatusCode { get; set; } = "";

    /// <summary>Why it did not work, for administrators; null when it did.</summary>
    public string? Fault { get; set; }

    /// <summary>True when there was no answer.</summary>
    public bool WasUnanswered { get; set; }
    public string RequestHeaders { get; set; } = "";
    public string ResponseHeaders { get; set; } = "";

    /// <summary>Its beginning.</summary>
    public string ResponseBody { get; set; } = "";
}
