using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WgsSite.Cms.Management.Users;
using WgsSite.Cms.Users;

namespace WgsSite.Cms.Backoffice;

/// <summary>Who may use what: each endpoint says what it needs, and one that says nothing is refused to everybody.</summary>
public static class BackofficeAccess
{
    /// <summary>Policy of everything editors do: a session of the client, and the right the endpoint needs. For <c>RequireAuthorization</c>.</summary>
    public const string Policy = "Backoffice";

    /// <param name="right">One of <see cref="Right"/>.</param>
    public static T Needs<T>(this T endpoint, string right)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new NeededRight(right));
}

/// <summary>What an endpoint says it needs.</summary>
internal sealed record NeededRight(string Right);

/// <summary>The rule of <see cref="BackofficeAccess.Policy"/>.</summary>
internal sealed class RightRequirement : IAuthorizationRequirement;

/// <summary>Looks up what the endpoint needs and what the user may.</summary>
internal sealed class RightHandler(AccessReader users) : AuthorizationHandler<RightRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (context.Resource is not HttpContext http || context.User.Identity?.IsAuthenticated != true) return;
        // The last one said is the nearest to the endpoint.
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeededRight>() is not { } needed) return;
        if (await users.ReadAsync(context.User.Key(), http.RequestAborted) is not { } access || !access.Rights.Contains(needed.Right)) return;
        http.Features.Set(access);
        context.Succeed(requirement);
    }
}
