using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>
/// One editor's window of the backoffice. Notes whatever must not happen on the way: errors in the console, requests that
/// fail or go to somebody else, English words.
/// </summary>
internal sealed class EditorWindow : IAsyncDisposable
{
    private static readonly Lazy<Task<HashSet<string>>> English = new(EnglishAsync);

    private readonly List<string> faults = [];
    private readonly List<string> expected = [];
    private readonly List<(int Status, string PathEnd)> refusals = [];
    private readonly HashSet<string> seen = [];
    private readonly IBrowserContext context;
    private readonly HashSet<IRequest> underWay = [];
    private long lastCall;

    private EditorWindow(IBrowserContext context, IPage page, Uri address)
    {
        this.context = context;
        Page = page;
        Address = address;
        page.Console += (_, message) =>
        {
            // What the browser says of a failed request is noted below, with its address.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) Fault($"console: {message.Text}");
        };
        page.PageError += (_, error) =>
        {
            // The client says so of a part of a page that was left before it was ready.
            if (!error.StartsWith("Context request was cancelled, host was disconnected.", StringComparison.Ordinal)) Fault($"page: {error}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !refusals.Exists(refusal => refusal.Status == response.Status && new Uri(response.Url).AbsolutePath.EndsWith(refusal.PathEnd, StringComparison.Ordinal))) Fault($"{response.Status} {response.Request.Method} {response.Url}");
        };
        page.RequestFailed += (_, request) =>
        {
            // A page that is left takes its open requests with it.
            if (request.Failure != "net::ERR_ABORTED") Fault($"{request.Failure} {request.Method} {request.Url}");
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } url && url.Authority != address.Authority) Fault($"a request to somebody else: {request.Url}");
            Call(request, true);
        };
        page.RequestFinished += (_, request) => Call(request, false);
        page.RequestFailed += (_, request) => Call(request, false);
    }

    public IPage Page { get; }

    public Uri Address { get; }

    /// <summary>Opens the backoffice and signs in.</summary>
    /// <param name="timeZone">Where the editor's computer stands; null for where this one does.</param>
    public static async Task<EditorWindow> OpenAsync(Uri address, int width = 1280, bool dark = false, string email = EditorSite.Email, string? timeZone = null)
    {
        var context = await ChromiumBrowser.NewReaderAsync(width, height: 800, dark: dark, timeZone: timeZone);
        var window = new EditorWindow(context, await context.NewPageAsync(), address);
        window.Page.SetDefaultTimeout(60_000);
        await window.Page.GotoAsync(new Uri(address, "/umbraco/").ToString());
        await window.Page.FillAsync("#email", email);
        await window.Page.FillAsync("#password", EditorSite.Password);
        await window.Page.ClickAsync("button[type=submit]");
        await window.TreeItem("Startseite").WaitForAsync();
        return window;
    }

    /// <summary>A fault that belongs to the journey: what is refused on purpose.</summary>
    public void Expect(string part) => expected.Add(part);

    /// <summary>A refusal that belongs to the journey: no other status, and no other address.</summary>
    public void Expect(HttpStatusCode status, string pathEnd) => refusals.Add(((int)status, pathEnd));

    public ILocator TreeItem(string name) => Page.Locator($"umb-tree uui-menu-item[label=\"{name}\"]").First;

    public ILocator Property(string alias) => Page.Locator($"[data-mark=\"property:{alias}\"]");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Opens the branches of the tree on the way to an item, and returns the item.</summary>
    public async Task<ILocator> FindAsync(params string[] path)
    {
        foreach (var step in path[..^1])
        {
            var item = TreeItem(step);
            await item.WaitForAsync();
            if (await item.GetAttributeAsync("show-children") is null) await item.Locator("#caret-button").First.ClickAsync();
            await Assertions.Expect(item).ToHaveAttributeAsync("show-children", "");
        }

        var last = TreeItem(path[^1]);
        await last.WaitForAsync();
        return last;
    }

    public async Task OpenDocumentAsync(params string[] path)
    {
        var item = await FindAsync(path);
        await item.Locator("#label-button").First.ClickAsync();
        await Assertions.Expect(NameField).ToHaveValueAsync(path[^1]);
        await LookAsync();
    }

    /// <summary>Key of what is open, as its address says it.</summary>
    public string OpenKey => new Uri(Page.Url).AbsolutePath.Split('/').First(part => Guid.TryParse(part, out _));

    public ILocator NameField => Page.Locator("[data-mark=\"input:entity-name\"] input").First;

    public ILocator Modal => Page.Locator("umb-backoffice-modal-container");

    /// <summary>Waits, as an editor does, until what was done before is shown: a menu that is opened while the tree is read anew is lost with it.</summary>
    public async Task SettledAsync()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(30); await Page.WaitForTimeoutAsync(50))
        {
            lock (underWay)
            {
                if (underWay.Count == 0 && Stopwatch.GetElapsedTime(lastCall) > TimeSpan.FromMilliseconds(400)) return;
            }
        }
    }

    /// <summary>Chooses from the „…“ menu of a tree item.</summary>
    /// <param name="action">Last part of the action's alias: <c>MoveTo</c>.</param>
    public async Task ActAsync(ILocator item, string action)
    {
        await SettledAsync();
        await item.HoverAsync();
        await item.Locator("[data-mark=\"open-dropdown\"]").First.ClickAsync();
        await LookAsync();
        await item.Locator($"umb-entity-action-list [data-mark$=\".{action}\"] #label-button").First.ClickAsync();
        await Modal.Locator("h3").First.WaitForAsync();
        await LookAsync();
    }

    /// <summary>Begins a new document beneath a tree item.</summary>
    public async Task CreateAsync(ILocator parent, string type)
    {
        await parent.HoverAsync();
        await parent.Locator("> umb-entity-actions-bundle [data-mark=\"entity-action:Umb.EntityAction.Document.Create\"], [data-mark=\"entity-action:Umb.EntityAction.Document.Create\"]").Last.ClickAsync();
        await Modal.Locator("uui-ref-node-document-type, uui-ref-node").Filter(new LocatorFilterOptions { HasText = type }).First.ClickAsync();
        await Assertions.Expect(NameField).ToHaveValueAsync("");
        await LookAsync();
    }

    /// <summary>Begins a new document beneath a tree item and saves it with nothing but its name.</summary>
    public async Task CreateDraftAsync(ILocator parent, string type, string name)
    {
        // What is missing for readers is said, and does not keep a draft.
        Expect(HttpStatusCode.BadRequest, "/document/validate");
        await CreateAsync(parent, type);
        await NameField.FillAsync(name);
        var saved = await Page.RunAndWaitForResponseAsync(
            () => Button("Speichern").Last.ClickAsync(), answer => answer.Request.Method == "POST" && answer.Url.EndsWith("/document", StringComparison.Ordinal));
        Assert.That(saved.Ok, "saved");
    }

    /// <summary>Chooses in the tree of a dialog.</summary>
    public async Task PickAsync(params string[] path)
    {
        foreach (var step in path[..^1])
        {
            var item = Modal.Locator($"uui-menu-item[label=\"{step}\"]").First;
            await item.WaitForAsync();
            if (await item.GetAttributeAsync("show-children") is null) await item.Locator("#caret-button").First.ClickAsync();
        }

        await Modal.Locator($"uui-menu-item[label=\"{path[^1]}\"]").First.Locator("#label-button").First.ClickAsync();
        await LookAsync();
    }

    /// <summary>Ends a dialog with what it is there for, and waits until it is done.</summary>
    public async Task ConfirmAsync(string button)
    {
        var done = await Page.RunAndWaitForResponseAsync(
            () => Modal.Locator($"uui-button[label=\"{button}\"]").Last.ClickAsync(), answer => answer.Request.Method != "GET" && answer.Url.Contains("/management/api/", StringComparison.Ordinal));
        Assert.That(done.Ok, $"{button}: {done.Status} {done.Request.Method} {done.Url}");
        await Assertions.Expect(Modal.Locator("uui-modal-sidebar, uui-modal-dialog")).ToHaveCountAsync(0);
        await LookAsync();
    }

    /// <summary>Ends a dialog that asks nothing of the server.</summary>
    public async Task CloseDialogAsync(string button)
    {
        await LookAsync();
        await Modal.Locator($"uui-button[label=\"{button}\"]").Last.ClickAsync();
        await LookAsync();
    }

    /// <summary>Adds a document to a property that names documents.</summary>
    public async Task ChooseAsync(string property, params string[] path)
    {
        await Property(property).Locator("#btn-add").ClickAsync();
        await PickAsync(path);
        await CloseDialogAsync("Auswählen");
        await Property(property).GetByText(path[^1], new() { Exact = true }).First.WaitForAsync();
    }

    /// <summary>Takes a document out of a property; asked whether it is meant, says yes.</summary>
    public async Task RemoveAsync(string property, string name)
    {
        var item = Property(property).Locator("umb-entity-item-ref").Filter(new() { HasText = name });
        await item.HoverAsync();
        await item.Locator("uui-button[label=\"Entfernen\"]").ClickAsync();
        await Modal.Locator("umb-confirm-modal").WaitForAsync();
        await CloseDialogAsync("Entfernen");
        await item.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await LookAsync();
    }

    /// <summary>Saves, and waits until the window has read what was saved.</summary>
    public async Task SaveAsync()
    {
        IResponse? saved = null;
        await Page.RunAndWaitForResponseAsync(() => Button("Speichern").Last.ClickAsync(), answer =>
        {
            if (answer.Request.Method == "PUT" && !answer.Url.EndsWith("/validate", StringComparison.Ordinal)) saved = answer;
            return saved is { Ok: false } || (answer.Request.Method == "GET" && answer.Url == saved?.Url);
        });
        Assert.That(saved!.Ok, "saved");
        await Assertions.Expect(Page.Locator("umb-workspace-action uui-button[state=waiting]")).ToHaveCountAsync(0);
        await LookAsync();
    }

    public async Task PublishAsync()
    {
        var published = await Page.RunAndWaitForResponseAsync(
            () => Button("Speichern und veröffentlichen").ClickAsync(), answer => answer.Request.Method == "PUT" && answer.Url.EndsWith("/publish", StringComparison.Ordinal));
        Assert.That(published.Ok, "published");
        await NotifiedAsync("veröffentlicht");
    }

    /// <summary>Waits for a message to the editor, and closes it.</summary>
    public async Task NotifiedAsync(string part)
    {
        var message = Page.Locator("uui-toast-notification").Filter(new LocatorFilterOptions { HasText = part }).First;
        await message.WaitForAsync();
        await LookAsync();
        // This one and no other that says nearly the same: a handle does not go on to the next.
        var shown = await message.ElementHandleAsync();
        await message.Locator("uui-button").First.ClickAsync();
        await shown.WaitForElementStateAsync(ElementState.Hidden);
    }

    /// <summary>What readers get now; null when there is no such page.</summary>
    public async Task<string?> ReadAsync(string path)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        var answer = await http.GetAsync(path);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : null;
    }

    /// <summary>Notes every text that stands on the screen now.</summary>
    public async Task LookAsync()
    {
        foreach (var text in await Page.EvaluateAsync<string[]>(TextsOnScreen)) seen.Add(text);
    }

    /// <summary>What the window shows, once all of it is there and dialogs have come and gone.</summary>
    /// <param name="height">Of the window, in pixels, where 800 would cut what the picture is about.</param>
    public async Task PictureAsync(string name, Clip? part = null, int? height = null)
    {
        var usual = Page.ViewportSize!;
        if (height is { } tall) await Page.SetViewportSizeAsync(usual.Width, tall);
        await SettledAsync();
        await Page.WaitForFunctionAsync(IsStill);
        await Page.WaitForTimeoutAsync(400);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.At(name), Clip = part, Caret = ScreenshotCaret.Hide });
        if (height is not null) await Page.SetViewportSizeAsync(usual.Width, usual.Height);
    }

    /// <summary>Nothing went wrong on the way, and nothing was English.</summary>
    public async Task CheckAsync()
    {
        await LookAsync();
        var english = await English.Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(faults, Is.Empty, "errors on the way");
            Assert.That(seen.Where(english.Contains), Is.Empty, "English words on the way");
        }
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private void Call(IRequest request, bool begins)
    {
        if (!request.Url.Contains("/management/api/", StringComparison.Ordinal)) return;
        lock (underWay)
        {
            if (begins) underWay.Add(request);
            else underWay.Remove(request);
            lastCall = Stopwatch.GetTimestamp();
        }
    }

    private void Fault(string text)
    {
        if (!expected.Exists(part => text.Contains(part, StringComparison.Ordinal))) faults.Add(text);
    }

    private static async Task<HashSet<string>> EnglishAsync()
    {
        using var node = Process.Start(new ProcessStartInfo("node", Repository.At("WgsSite.Cms", "Backoffice", "client", "build", "english-texts.mjs")) { RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        var texts = JsonSerializer.Deserialize<HashSet<string>>(output)!;
        Assert.That(texts, Has.Count.GreaterThan(1000), "the list of English texts");
        return texts;
    }

    /// <summary>Nothing says that it is still on its way, and nothing moves or fades.</summary>
    private const string IsStill =
        """
        () => {
          const moves = (root) => root.getAnimations().some((animation) => animation.playState === "running" && animation.effect?.getComputedTiming().endTime !== Infinity);
          const loads = (element) => (/^(uui|umb)-loader/.test(element.localName) || element.matches("uui-button:is([state=waiting], [state=success])")) && element.checkVisibility() && element.getBoundingClientRect().height > 0;
          const still = (root) => !moves(root) && [...root.querySelectorAll("*")].every((element) => !loads(element) && (!element.shadowRoot || still(element.shadowRoot)));
          return still(document);
        }
        """;

    /// <summary>Visible texts and labels, through all shadow roots.</summary>
    private const string TextsOnScreen =
        """
        () => {
          const texts = new Set();
          const walk = (node) => {
            if (node.nodeType === Node.TEXT_NODE) { const text = node.textContent.trim(); if (text) texts.add(text); return; }
            if (node.nodeType === Node.ELEMENT_NODE) {
              if (['STYLE', 'SCRIPT', 'TEMPLATE'].includes(node.tagName) || !node.checkVisibility()) return;
              for (const name of ['label', 'title', 'placeholder', 'aria-label', 'headline']) { const text = node.getAttribute(name)?.trim(); if (text) texts.add(text); }
              if (node.shadowRoot) node.shadowRoot.childNodes.forEach(walk);
            }
            node.childNodes.forEach(walk);
          };
          walk(document.body);
          return [...texts];
        }
        """;
}
