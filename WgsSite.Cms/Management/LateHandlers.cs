using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WgsSite.Cms.Management;

/// <summary>
/// Maps handlers as ASP.NET Core's methods of the same names do, but what binds their parameters is compiled when one is
/// called for the first time. ASP.NET Core does so for all endpoints at once, when the first request comes: with as many as
/// the client calls, the first editor after a start waited for seconds. No filters of endpoints: they would run twice.
/// </summary>
internal static class LateHandlers
{
    public static IEndpointConventionBuilder MapGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, HttpMethods.Get, pattern, handler);

    public static IEndpointConventionBuilder MapPost(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, HttpMethods.Post, pattern, handler);

    public static IEndpointConventionBuilder MapPut(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, HttpMethods.Put, pattern, handler);

    public static IEndpointConventionBuilder MapDelete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, HttpMethods.Delete, pattern, handler);

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes, string method, string pattern, Delegate handler)
    {
        Lazy<RequestDelegate>? compiled = null;
        var endpoint = routes.MapMethods(pattern, [method], (RequestDelegate)(context => compiled!.Value(context)));
        endpoint.Add(builder =>
        {
            var services = routes.ServiceProvider;
            // As RouteEndpointDataSource sets them, https://github.com/dotnet/aspnetcore/blob/v10.0.0/src/Http/Routing/src/RouteEndpointDataSource.cs
            var options = new RequestDelegateFactoryOptions
            {
                ServiceProvider = services,
                EndpointBuilder = builder,
                RouteParameterNames = ((RouteEndpointBuilder)builder).RoutePattern.Parameters.Select(parameter => parameter.Name),
                ThrowOnBadRequest = services.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
                DisableInferBodyFromParameters = method is "GET" or "DELETE",
            };
            var metadata = RequestDelegateFactory.InferMetadata(handler.Method, options);
            compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        });
        return endpoint;
    }
}
