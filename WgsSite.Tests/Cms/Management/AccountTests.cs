using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using WgsSite.Cms.Users;
using WgsSite.Tests.Support;
using static WgsSite.Tests.Cms.Management.ApiEditor;

namespace WgsSite.Tests.Cms.Management;

/// <summary>What administrators do with accounts, and what it does to who is signed in with them.</summary>
[Parallelizable]
internal sealed class AccountTests
{
    private EditorSite site = null!;
    private EditorSession administrator = null!;
    private string ownKey = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        site = await EditorSite.StartAsync();
        administrator = await site.SignInAsync();
        ownKey = await KeyAsync(administrator);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        administrator.Dispose();
        site.Dispose();
    }

    [Test]
    public async Task TheLastAdministratorStays()
    {
        using var other = await MemberAsync("zweite", UserGroup.Administrator);
        var key = await KeyAsync(other);
        // While there are two, each may take the rights of the other.
        await DoneAsync(administrator.PostAsync("/user/set-user-groups", Groups(key, UserGroup.Autor)));
        var own = (await administrator.ReadAsync($"/user/{ownKey}")).AsObject();
        own["userGroupIds"] = new JsonArray(new JsonObject { ["id"] = UserGroup.Redaktion.Key.ToString() });
        var refused = await administrator.PutAsync($"/user/{ownKey}", own);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("Es bliebe niemand, der Konten verwalten kann."));
            Assert.That((await administrator.PostAsync("/user/set-user-groups", Groups(ownKey, UserGroup.Autor))).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await administrator.Http.GetAsync(EditorSession.Api + "/filter/user")).StatusCode, Is.EqualTo(HttpStatusCode.OK), "nothing of it stays");
        }
    }

    [Test]
    public async Task NobodyClosesOrDeletesTheirOwnAccount()
    {
        using var other = await MemberAsync("dritte", UserGroup.Administrator);
        var key = await KeyAsync(other);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await other.PostAsync("/user/disable", Users(key))).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await other.Http.DeleteAsync($"{EditorSession.Api}/user/{key}")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await administrator.Http.DeleteAsync($"{EditorSession.Api}/user/{key}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task AnotherGroupHoldsFromTheNextRequestOn()
    {
        using var member = await MemberAsync("wechsel", UserGroup.Redaktion);
        var key = await KeyAsync(member);
        var page = await member.PublishedPageAsync("Vor dem Wechsel");
        await DoneAsync(administrator.PostAsync("/user/set-user-groups", Groups(key, UserGroup.Autor)));
        var publish = await member.PutAsync($"/document/{page}/publish", JsonNode.Parse("""{"publishSchedules":[{"culture":null}]}""")!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(publish.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await publish.Content.ReadAsStringAsync(), Does.Contain("Das dürfen Sie mit Ihrem Konto nicht."));
            Assert.That((await member.ReadAsync("/user/current"))["fallbackPermissions"]!.AsArray().Select(verb => (string)verb!), Does.Contain("Umb.Document.Update").And.Not.Contain("Umb.Document.Publish"));
        }
    }

    [Test]
    public async Task WhoseAccountIsClosedIsOutAtOnce()
    {
        using var member = await MemberAsync("weg", UserGroup.Redaktion);
        var key = await KeyAsync(member);
        using var window = await ListenAsync(member);
        await DoneAsync(administrator.PostAsync("/user/disable", Users(key)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await member.Http.GetAsync(EditorSession.Api + "/user/current")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((await member.PostTokenAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = "[redacted]" })).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await EndsAsync(window), Is.True, "the open window hears nothing more");
            Assert.That((await administrator.ReadAsync($"/user/{key}"))["state"]!.ToString(), Is.EqualTo("Disabled"));
            Assert.That(await CanSignInAsync("weg"), Is.False);
        }

        await DoneAsync(administrator.PostAsync("/user/enable", Users(key)));
        Assert.That(await CanSignInAsync("weg"), Is.True);
    }

    [Test]
    public async Task ADeletedAccountLeavesItsNameInTheHistory()
    {
        using var member = await MemberAsync("ehemals", UserGroup.Redaktion);
        var key = await KeyAsync(member);
        await DoneAsync(administrator.Http.DeleteAsync($"{EditorSession.Api}/user/{key}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await member.Http.GetAsync(EditorSession.Api + "/user/current")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((await administrator.Http.GetAsync($"{EditorSession.Api}/user/{key}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await administrator.ReadAsync("/filter/user?filter=ehemals"))["total"]!.GetValue<int>(), Is.Zero);
            Assert.That((await administrator.ReadAsync($"/item/user?id={key}"))[0]!["name"]!.ToString(), Is.EqualTo("ehemals"));
            Assert.That(await CanSignInAsync("ehemals"), Is.False);
        }

        using var again = await MemberAsync("ehemals", UserGroup.Autor);
        Assert.That(await KeyAsync(again), Is.Not.EqualTo(key), "the address is free again");
    }

    [Test]
    public async Task AnAccountThatWrongPasswordsClosedIsOpenedAgain()
    {
        using var member = await MemberAsync("vergesslich", UserGroup.Autor);
        var key = await KeyAsync(member);
        for (var count = 0; count < 5; count++) await member.PostAsync("/user/current/change-password", new { oldPassword = "geraten", newPassword = "ganz-anders-und-lang" });
        var locked = await administrator.ReadAsync($"/user/{key}");
        Assert.That((locked["state"]!.ToString(), locked["lastLockoutDate"]), Is.EqualTo(("LockedOut", locked["lastLockoutDate"])));
        Assert.That(await CanSignInAsync("vergesslich"), Is.False);
        await DoneAsync(administrator.PostAsync("/user/unlock", Users(key)));
        Assert.That(await CanSignInAsync("vergesslich"), Is.True);
    }

    [Test]
    public async Task AccountsAreFoundByNameGroupAndState()
    {
        using var member = await MemberAsync("gesucht", UserGroup.Autor);
        await administrator.PostAsync("/user/invite", Invite("eingeladen@wgs.example", "Ingo Eingeladen", UserGroup.Autor));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await NamesAsync("filter=GESUCHT@"), Is.EqualTo(["gesucht"]));
            Assert.That(await NamesAsync("userStates=Invited"), Does.Contain("Ingo Eingeladen").And.Not.Contain("gesucht"));
            Assert.That(await NamesAsync($"userGroupIds={UserGroup.Autor.Key}"), Does.Contain("gesucht").And.Not.Contain(EditorSite.Name));
            Assert.That((await NamesAsync("orderBy=Name&orderDirection=Descending&take=1000")).Order(), Is.EqualTo(await NamesAsync("orderBy=Name&take=1000")).AsCollection);
            Assert.That((await administrator.ReadAsync("/filter/user?skip=0&take=1"))["items"]!.AsArray(), Has.Count.EqualTo(1));
        }

        async Task<List<string>> NamesAsync(string query) => [.. (await administrator.ReadAsync("/filter/user?" + query))["items"]!.AsArray().Select(user => (string)user!["name"]!)];
    }

    [TestCase("", "Jemand", "Das ist keine gültige E-Mail-Adresse.")]
    [TestCase("erika@wgs.example", "Jemand", "Zu dieser E-Mail-Adresse gibt es schon ein Konto.")]
    [TestCase("neu@wgs.example", " ", "Der Name fehlt.")]
    public async Task AnInvitationThatCannotBeIsRefusedInWords(string email, string name, string reason)
    {
        var refused = await administrator.PostAsync("/user/invite", Invite(email, name, UserGroup.Autor));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(JsonNode.Parse(await refused.Content.ReadAsStringAsync())!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), Does.Contain(reason));
    }

    [Test]
    public async Task AnAccountNeedsAGroupThatExists()
    {
        var none = await administrator.PostAsync("/user/invite", new { email = "ohne@wgs.example", name = "Ohne", userGroupIds = Array.Empty<object>() });
        var unknown = await administrator.PostAsync("/user/invite", new { email = "ohne@wgs.example", name = "Ohne", userGroupIds = new[] { new { id = Guid.NewGuid() } } });
        Assert.That((none.StatusCode, unknown.StatusCode), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)));
    }

    private async Task<EditorSession> MemberAsync(string name, UserGroup group) =>
        await EditorSession.SignInAsync(site.Address, await EditorSite.AddAsync(administrator, group, name), EditorSite.Password);

    private async Task<bool> CanSignInAsync(string name)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = site.Address };
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await http.GetStringAsync("/umbraco/login"));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await http.PostAsync("/umbraco/login", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["email"] = $"{name}@wgs.example", ["password"] = EditorSite.Password }));
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    /// <summary>A connection to the hub, as a window holds it.</summary>
    private async Task<ClientWebSocket> ListenAsync(EditorSession member)
    {
        var negotiated = JsonNode.Parse(await (await member.Http.PostAsync("/umbraco/serverEventHub/negotiate?negotiateVersion=1", null)).Content.ReadAsStringAsync())!;
        var window = new ClientWebSocket();
        window.Options.Cookies = member.Cookies;
        window.Options.SetRequestHeader("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        window.Options.SetRequestHeader("Authorization", "Bearer [redacted]");
        await window.ConnectAsync(new UriBuilder(site.Address) { Scheme = "ws", Path = "/umbraco/serverEventHub", Query = $"id={negotiated["connectionToken"]}" }.Uri, CancellationToken.None);
        await window.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        await window.ReceiveAsync(new byte[100], CancellationToken.None);
        return window;
    }

    private static async Task<bool> EndsAsync(ClientWebSocket window)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            while ((await window.ReceiveAsync(new byte[1000], patience.Token)).MessageType != WebSocketMessageType.Close) { }
            return true;
        }
        catch (WebSocketException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<string> KeyAsync(EditorSession member) => (string)(await member.ReadAsync("/user/current"))["id"]!;

    private static object Users(string key) => new { userIds = new[] { new { id = key } } };

    private static object Groups(string key, UserGroup group) => new { userIds = new[] { new { id = key } }, userGroupIds = new[] { new { id = group.Key } } };

    private static object Invite(string email, string name, UserGroup group) => new { email, userName = email, name, userGroupIds = new[] { new { id = group.Key } } };
}
