using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation.AspNetCore;
using Umbraco.Cms.Core.Configuration.Models;
using WgsSite.Cms.Users;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace WgsSite.Cms.Backoffice.SignIn;

/// <summary>Registration of users, of the sign-in page and of the sessions the client works with.</summary>
internal static class SignInServices
{
    /// <summary>The client's own id (<c>@umbraco-cms/backoffice</c> 17.1.0, packages/core/auth/auth-flow.js).</summary>
    public const string ClientId = "umbraco-back-office";

    /// <summary>Scheme of the sign-in page's own cookie, which the client's sessions come from.</summary>
    public static readonly string LoginScheme = IdentityConstants.ApplicationScheme;

    /// <summary>After so many wrong passwords in a row an account is closed for a while.</summary>
    public const int AttemptsBeforeLockout = 5;

    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var idle = configuration.GetSection("Umbraco:CMS:Global").Get<GlobalSettings>()?.TimeOut ?? TimeSpan.FromMinutes(20);
        var password = configuration.GetSection("Umbraco:CMS:Security:UserPassword").Get<UserPasswordConfigurationSettings>() ?? new UserPasswordConfigurationSettings();

        services.AddDbContextFactory<UsersDbContext>(options => UsersDbContext.Configure(options, dataFolder));
        services.AddIdentityCore<BackofficeUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.SignIn.RequireConfirmedAccount = true;
                // Names are e-mail addresses, and those may hold more than letters and digits.
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = Math.Max(password.RequiredLength, 10);
                options.Password.RequireDigit = password.RequireDigit;
                options.Password.RequireLowercase = password.RequireLowercase;
                options.Password.RequireUppercase = password.RequireUppercase;
                options.Password.RequireNonAlphanumeric = password.RequireNonLetterOrDigit;
                options.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLockout;
                options.Lockout.DefaultLockoutTimeSpan = Lockout;
            })
            .AddEntityFrameworkStores<UsersDbContext>()
            .AddErrorDescriber<GermanIdentityErrors>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddTokenProvider<InvitationTokens>(InvitationTokens.Provider);

        services.AddScoped<IUserConfirmation<BackofficeUser>, ActiveAccounts>();

        // No default scheme: readers' requests are nobody's.
        services.AddAuthentication()
            .AddCookie(LoginScheme, options => Login(options, idle));
        services.AddAuthorizationBuilder().AddPolicy(
            BackofficeAccess.Policy,
            policy => policy.AddAuthenticationSchemes(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme).RequireAuthenticatedUser().AddRequirements(new RightRequirement()));
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "backoffice-form";
            options.Cookie.Path = BackofficePaths.Root;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<SetUpLink>();
        services.AddSingleton<OpenWindows>();
        services.AddScoped<Invitations>();
        services.AddScoped<SecondStep>();
        services.AddScoped<SecondFactor>();
        services.AddSingleton<UsedCodes>();
        services.AddSingleton<PasswordResets>();
        services.AddScoped<PasswordForm>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = PasswordResets.Lifetime);
        services.AddSingleton<SignInLimit>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<EditorSessions>();
        services.AddHostedService<SessionUpkeep>();

        services.AddOpenIddict()
            .AddCore(options => options.UseEntityFrameworkCore().UseDbContext<UsersDbContext>())
            .AddServer(options => Server(options, idle))
            .AddValidation(options =>
            {
                options.UseLocalServer();
                options.UseAspNetCore().DisableAccessTokenExtractionFromBodyForm().DisableAccessTokenExtractionFromQueryString();
                options.UseDataProtection();
                // A token that a refresh gave out while its session was ended counts no more than the others.
                options.EnableAuthorizationEntryValidation();
                options.TakeHiddenTokens();
            });
    }

    private static void Login(CookieAuthenticationOptions options, TimeSpan idle)
    {
        options.Cookie.Name = "backoffice-login";
        options.Cookie.Path = BackofficePaths.Root;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = idle;
        options.SlidingExpiration = true;
        options.LoginPath = BackofficePaths.Login;
        options.Events.OnValidatePrincipal = async context =>
        {
            var sessions = context.HttpContext.RequestServices.GetRequiredService<EditorSessions>();
            if (await sessions.FindUserAsync(EditorSessions.Of(context.Properties)) is null) context.RejectPrincipal();
        };
    }

    private static void Server(OpenIddictServerBuilder server, TimeSpan idle)
    {
        server.SetAuthorizationEndpointUris(BackofficePaths.Authorize[1..])
            .SetTokenEndpointUris(BackofficePaths.Token[1..])
            .SetRevocationEndpointUris(BackofficePaths.Revoke[1..]);
        server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
        // The client ends a session that was idle for four times what it is told an access token holds.
        server.SetAccessTokenLifetime(idle / 4).SetRefreshTokenLifetime(idle).SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(1));
        // The cookies hold a number; what it stands for can be revoked here.
        server.UseReferenceAccessTokens().UseReferenceRefreshTokens();
        server.UseDataProtection();
        // Never used, since tokens are protected by the site's own keys; the library wants them all the same. Of kinds that are
        // made in no time: its own ephemeral ones are RSA keys, and the first editor after a start waited for their primes.
        server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))
            .AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
        server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            // A proxy before the site may speak TLS; the cookies are „secure“ whenever the request was.
            .DisableTransportSecurityRequirement();
        server.RemoveEventHandler(OpenIddictServerHandlers.Authentication.ValidateClientRedirectUri.Descriptor);
        server.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler => handler
            .UseInlineHandler(AuthorizeEndpoint.CheckRedirect)
            .SetOrder(OpenIddictServerHandlers.Authentication.ValidateClientRedirectUri.Descriptor.Order));
        server.HideTokens();
    }

    /// <summary>Makes the client known to the library; it is the only one.</summary>
    public static async Task RegisterClientAsync(IOpenIddictApplicationManager applications, CancellationToken cancel)
    {
        if (await applications.FindByClientIdAsync(ClientId, cancel) is not null) return;
        await applications.CreateAsync(
            new OpenIddictApplicationDescriptor
            {
                ClientId = ClientId,
                ClientType = ClientTypes.Public,
                Permissions =
                {
                    Permissions.Endpoints.Authorization,
                    Permissions.Endpoints.Token,
                    Permissions.Endpoints.Revocation,
                    Permissions.GrantTypes.AuthorizationCode,
                    Permissions.GrantTypes.RefreshToken,
                    Permissions.ResponseTypes.Code,
                },
            },
            cancel);
    }
}
