using System.Net;
using System.Net.Http.Headers;

namespace WgsSite.Tests.Support;

/// <summary>Uploading, as the client does it: the file first, then the item it belongs to.</summary>
internal static class EditorSessionMedia
{
    public const string Image = "cc07b313-0843-4aa8-bbda-871c8da728c8";
    public const string Folder = "f38bd2d7-65d0-48e6-95dc-87ce06ec2d3d";
    public const string Document = "4c52d8ab-54e6-40cd-999c-7a5f24903e4d";
    public const string Drawing = "c4b1efcf-a9d5-41c4-9621-e9d273b52a9c";

    public static async Task<HttpResponseMessage> UploadAsync(this EditorSession editor, Guid key, string name, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new StringContent(key.ToString()), "Id" } };
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "File", name);
        return await editor.Http.PostAsync($"{EditorSession.Api}/temporary-file", form);
    }

    /// <summary>Makes an item of a file.</summary>
    /// <returns>Key of the item.</returns>
    public static async Task<Guid> AddMediaAsync(this EditorSession editor, string name, byte[] file, string type = Image, string? alternativeText = null, Guid? parent = null)
    {
        var upload = Guid.NewGuid();
        using var sent = await editor.UploadAsync(upload, name, file);
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Created), await sent.Content.ReadAsStringAsync());
        var key = Guid.NewGuid();
        using var made = await editor.PostAsync("/media", Item(key, name, type, parent, FileValue(upload), alternativeText));
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created), await made.Content.ReadAsStringAsync());
        return key;
    }

    public static async Task<Guid> AddFolderAsync(this EditorSession editor, string name, Guid? parent = null)
    {
        var key = Guid.NewGuid();
        using var made = await editor.PostAsync("/media", new { Id = key, Parent = parent is { } place ? new { Id = place } : null, MediaType = new { Id = Folder }, Values = Array.Empty<object>(), Variants = new[] { new { Name = name } } });
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created), await made.Content.ReadAsStringAsync());
        return key;
    }

    public static object Item(Guid key, string name, string type, Guid? parent, object? file, string? alternativeText) => new
    {
        Id = key,
        Parent = parent is { } place ? new { Id = place } : null,
        MediaType = new { Id = type },
        Values = new object[] { new { Alias = "umbracoFile", Value = file }, new { Alias = "alternativeText", Value = alternativeText } },
        Variants = new[] { new { Name = name } },
    };

    public static object FileValue(Guid upload) => new { TemporaryFileId = upload, Src = "" };
}
