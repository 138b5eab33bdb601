using System.Net;
using Microsoft.Playwright;
using WgsSite.Cms.Users;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Browser.Backoffice;

/// <summary>An administrator tells another program what changes, and sees what becomes of it.</summary>
[Parallelizable]
internal sealed class WebhookTests
{
    private EditorSite site = null!;
    private WebhookReceiver receiver = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        receiver = await WebhookReceiver.StartAsync();
        // The second attempt is not waited for: whoever sits before the screen asks for it.
        site = await EditorSite.StartAsync("--Webhooks:AllowedNetworks", "127.0.0.1", "--Umbraco:CMS:Webhook:Period", "00:10:00");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        site.Dispose();
        await receiver.DisposeAsync();
    }

    [Test]
    public async Task AWebhookIsMadeTriedToldSentOnceMoreAndDeleted()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        var page = editor.Page;
        await page.GetByRole(AriaRole.Tab, new() { Name = "Einstellungen" }).ClickAsync();
        await page.GetByText("Ein Webhook sagt einem anderen Programm Bescheid").WaitForAsync();
        await editor.PictureAsync("webhooks-leer");
        await editor.LookAsync();

        await editor.Page.Locator("uui-button[label=\"Webhook anlegen\"]").ClickAsync();
        await page.Locator("umb-webhook-workspace-editor #name input").FillAsync("App für Mieter");
        await page.Locator("umb-webhook-details-workspace-view uui-input input").First.FillAsync(receiver.Url);
        await page.Locator("umb-input-webhook-events #btn-add").ClickAsync();
        await editor.Modal.Locator("uui-menu-item[label=\"Inhalt veröffentlicht oder geändert\"] #label-button").ClickAsync();
        await editor.Modal.Locator("uui-menu-item[label=\"Inhalt nicht mehr veröffentlicht\"] #label-button").ClickAsync();
        await editor.LookAsync();
        await editor.PictureAsync("webhook-ereignisse");
        await editor.Modal.GetByRole(AriaRole.Button, new() { Name = "Übernehmen" }).ClickAsync();
        await page.Locator("host-webhook-types uui-checkbox").Filter(new() { HasText = "Seite" }).First.WaitForAsync();
        await page.Locator("umb-input-webhook-headers #add").ClickAsync();
        await page.Locator("umb-input-webhook-headers input").Nth(0).FillAsync("Authorization");
        await page.Locator("umb-input-webhook-headers input").Nth(1).FillAsync("Bearer abc");
        await editor.LookAsync();
        await editor.PictureAsync("webhook-neu");
        var made = await page.RunAndWaitForResponseAsync(() => editor.Button("Speichern").Last.ClickAsync(), answer => answer.Request.Method == "POST" && answer.Url.EndsWith("/webhook", StringComparison.Ordinal));
        Assert.That(made.Status, Is.EqualTo((int)HttpStatusCode.Created));
        await page.WaitForURLAsync("**/webhook/edit/**");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Zustellungen" }).ClickAsync();
        await page.GetByText("Hier steht noch nichts.").WaitForAsync();
        await editor.Button("Probeaufruf").ClickAsync();
        await editor.NotifiedAsync("Der Empfänger hat den Probeaufruf angenommen.");
        var deliveries = page.Locator("host-webhook-deliveries li");
        await Assertions.Expect(deliveries.First).ToContainTextAsync("Zugestellt");
        Assert.That(receiver.Calls.Single().Headers["authorization"], Is.EqualTo("Bearer abc"));

        await page.GetByRole(AriaRole.Tab, new() { Name = "Signatur" }).ClickAsync();
        await editor.Button("Geheimnis zeigen").ClickAsync();
        var secret = page.Locator("host-webhook-signature #secret");
        await Assertions.Expect(secret).ToContainTextAsync(new System.Text.RegularExpressions.Regex("^whsec_"));
        var first = await secret.InnerTextAsync();
        Assert.That(receiver.Calls.Single().IsSignedWith(first));
        await editor.PictureAsync("webhook-signatur");
        await editor.Button("Neues Geheimnis").ClickAsync();
        await editor.ConfirmAsync("Neues Geheimnis");
        await page.GetByText("Das bisherige Geheimnis gilt noch bis").WaitForAsync();
        Assert.That(await secret.InnerTextAsync(), Is.Not.EqualTo(first));
        await editor.LookAsync();

        // A receiver that is ill: what it did not take waits, is tried at once when somebody wants it, and comes in order.
        receiver.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        var address = page.Url;
        await page.GetByRole(AriaRole.Tab, new() { Name = "Inhalt" }).First.ClickAsync();
        await editor.OpenDocumentAsync("Startseite", "Über das Projekt");
        await editor.NameField.FillAsync("Warum wir das machen");
        await editor.PublishAsync();
        await receiver.WaitAsync(2);
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Zustellungen" }).ClickAsync();
        await Assertions.Expect(deliveries.First).ToContainTextAsync("Wartet");
        await Assertions.Expect(deliveries.First).ToContainTextAsync("Beim Empfänger ist ein Fehler aufgetreten.");
        await deliveries.First.Locator("summary").ClickAsync();
        await Assertions.Expect(deliveries.First).ToContainTextAsync("503");
        await Assertions.Expect(deliveries.First).ToContainTextAsync("Warum wir das machen");
        await editor.LookAsync();
        await editor.PictureAsync("webhook-zustellungen");

        // Seen in the list, too, without opening it.
        var row = page.Locator("host-webhooks-dashboard li").Filter(new() { HasText = "App für Mieter" });
        var back = page.Locator("uui-button[href$=\"dashboard/webhooks\"]").First;
        await back.ClickAsync();
        await row.GetByText("Kommt nicht an").WaitForAsync();
        await Assertions.Expect(row).ToContainTextAsync("Beim Empfänger ist ein Fehler aufgetreten. Eine Nachricht wartet.");
        await editor.LookAsync();
        await editor.PictureAsync("webhooks-gestoert");
        await row.Locator("a").ClickAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Zustellungen" }).ClickAsync();
        receiver.Answer = context => Task.CompletedTask;
        await editor.Button("Jetzt versuchen").ClickAsync();
        await Assertions.Expect(deliveries.First).ToContainTextAsync("Zugestellt");
        await deliveries.First.Locator("uui-button").Last.ClickAsync();
        await Assertions.Expect(deliveries).ToHaveCountAsync(3);
        await receiver.WaitAsync(4);
        Assert.That(receiver.Calls.Skip(1).Select(call => call.Headers["webhook-id"]).Distinct().Count(), Is.EqualTo(1));

        await back.ClickAsync();
        await row.GetByText("Eingeschaltet").WaitForAsync();
        await editor.PictureAsync("webhooks");
        await editor.LookAsync();
        await row.Locator("umb-entity-actions-bundle uui-button").First.ClickAsync();
        await editor.ConfirmAsync("Löschen");
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await editor.CheckAsync();
    }

    [Test]
    public async Task WhatCannotBeIsRefusedInWordsAndStays()
    {
        await using var editor = await EditorWindow.OpenAsync(site.Address);
        await editor.Page.GotoAsync(new Uri(site.Address, "/umbraco/section/settings/workspace/webhook/create").ToString());
        await editor.Page.Locator("umb-webhook-details-workspace-view uui-input input").FillAsync("https://10.0.0.1/");
        editor.Expect(HttpStatusCode.BadRequest, "/webhook");
        // The client says so in the console, too.
        editor.Expect("Webhooks:AllowedNetworks");
        await editor.Button("Speichern").Last.ClickAsync();
        await editor.NotifiedAsync("in das die Website nicht rufen darf");
        await Assertions.Expect(editor.Page.Locator("umb-webhook-details-workspace-view uui-input input")).ToHaveValueAsync("https://10.0.0.1/");
        await editor.CheckAsync();
    }

    [Test]
    public async Task EditorsSeeNothingOfIt()
    {
        using (var administrator = await site.SignInAsync()) await EditorSite.AddAsync(administrator, UserGroup.Redaktion);
        await using var editor = await EditorWindow.OpenAsync(site.Address, email: $"{UserGroup.Redaktion.Alias}@wgs.example");
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Tab, new() { Name = "Einstellungen" })).ToHaveCountAsync(0);
        await editor.CheckAsync();
    }
}
