using System.Net;
using WgsSite.Tests.Cms.Management;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Backoffice;

/// <summary>What a session consists of, where it counts, and that nothing of it is left when it is over.</summary>
[Parallelizable]
internal sealed class SessionTests
{
    private EditorSite site = null!;
    private EditorSession shared = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        shared = await site.SignInAsync();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        shared.Dispose();
        site.Dispose();
    }

    [Test]
    public async Task WhatWasCopiedOfASessionIsWorthNothingOnceItIsOver()
    {
        using var editor = await site.SignInAsync();
        await editor.ReadAsync($"/document/{ApiEditor.Home}/preview-url");
        using var copy = editor.Copy();
        using var elsewhere = await site.SignInAsync();
        await elsewhere.ReadAsync($"/document/{ApiEditor.Home}/preview-url");
        Assert.That(await editor.RightsAsync(), Is.EqualTo(SessionRights.All));

        using var later = editor.Copy();
        var answer = await editor.SignOutAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("/umbraco/logout"));
            Assert.That(editor.Cookies.GetAllCookies().Where(cookie => !cookie.Expired).Select(cookie => cookie.Name), Is.SubsetOf(new[] { "backoffice-form" }), "the browser forgets");
            Assert.That(await later.RightsAsync(), Is.EqualTo(SessionRights.None));
            Assert.That(await copy.RightsAsync(), Is.EqualTo(SessionRights.None));
            Assert.That(await elsewhere.RightsAsync(), Is.EqualTo(SessionRights.All), "another browser's session goes on");
        }
    }

    /// <summary>The sign-in page's cookie runs out long before a client that is in use.</summary>
    [Test]
    public async Task SigningOutEndsTheSessionByItsTokensToo()
    {
        using var editor = await site.SignInAsync();
        using var copy = editor.Copy();
        editor.Cookies.GetAllCookies().Single(cookie => cookie.Name == "backoffice-login").Expired = true;
        await editor.Http.GetAsync(EditorSession.Api + "/security/back-office/signout");
        Assert.That(await copy.RightsAsync(), Is.EqualTo(SessionRights.None));
    }

    /// <summary>Addresses stand in logs and histories, and forms can be sent from anywhere.</summary>
    [Test]
    public async Task TokensCountFromTheirCookieOnly()
    {
        using var editor = await site.SignInAsync();
        var token = editor.Cookies.GetAllCookies().Single(cookie => cookie.Name == "backoffice-access").Value;
        const string Current = EditorSession.Api + "/user/current";
        Assert.That((await editor.Http.GetAsync(Current)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        foreach (var withCookies in new[] { true, false })
            foreach (var value in new[] { token, "[redacted]" })
            {
                using var http = new HttpClient(new HttpClientHandler { CookieContainer = withCookies ? editor.Cookies : new CookieContainer() }) { BaseAddress = site.Address };
                var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["access_token"] = value });
                using (Assert.EnterMultipleScope())
                {
                    Assert.That((await http.GetAsync($"{Current}?access_token={Uri.EscapeDataString(value)}")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), "in the address");
                    Assert.That((await http.PostAsync(Current + "/change-password", form)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), "in a form");
                    if (withCookies && value != token) continue;
                    using var request = new HttpRequestMessage(HttpMethod.Get, Current) { Headers = { { "Authorization", "Bearer " + value } } };
                    Assert.That((await http.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), "in the header");
                }
            }
    }

    /// <summary>The one place where the client cannot send the header.</summary>
    [TestCase("own", "[redacted]", true)]
    [TestCase("https://evil.example", "[redacted]", false)]
    [TestCase("null", "[redacted]", false)]
    [TestCase(null, "[redacted]", false)]
    [TestCase("own", "token", false)]
    [TestCase("own", "", false)]
    public async Task TheSocketOpensForOurOwnPagesOnly(string? origin, string token, bool opens)
    {
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin == "own" ? site.Address.GetLeftPart(UriPartial.Authority) : origin);
        if (token == "token") token = shared.Cookies.GetAllCookies().Single(cookie => cookie.Name == "backoffice-access").Value;
        // A cookie container has none for ws: addresses.
        socket.Options.SetRequestHeader("Cookie", shared.Cookies.GetCookieHeader(new Uri(site.Address, "/umbraco/serverEventHub")));
        var address = new UriBuilder(new Uri(site.Address, "/umbraco/serverEventHub")) { Scheme = "ws", Query = "access_token=" + Uri.EscapeDataString(token) }.Uri;
        string? refused = null;
        try
        {
            await socket.ConnectAsync(address, CancellationToken.None);
        }
        catch (System.Net.WebSockets.WebSocketException e)
        {
            refused = e.Message;
        }

        Assert.That(refused, opens ? Is.Null : Does.Contain("401"));
    }
}
