using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WgsSite.Tests.Support;

namespace WgsSite.Tests.Cms.Management;

/// <summary>What an editor does with documents, through the API as the client calls it.</summary>
internal static class ApiEditor
{
    public const string Home = "76289ab4-2402-542f-9c3c-658a68c3dfc8";
    public const string PageType = "4b29876d-e31c-50ab-b971-6d4e992527bc";

    extension(EditorSession editor)
    {
        public async Task<JsonNode> ReadAsync(string path) => (await editor.Http.GetFromJsonAsync<JsonNode>(EditorSession.Api + path))!;

        /// <summary>A draft of a page below the home page or another one.</summary>
        public async Task<string> CreatePageAsync(string name, string parent = Home, params JsonNode?[] values)
        {
            var answer = await editor.PostAsync("/document", Page(name, parent, values));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
            return answer.Headers.GetValues("Umb-Generated-Resource").Single();
        }

        public async Task<string> PublishedPageAsync(string name, string parent = Home, params JsonNode?[] values)
        {
            var key = await editor.CreatePageAsync(name, parent, values);
            await editor.PublishAsync(key);
            return key;
        }

        /// <summary>Opens a document, changes its name or a value, and saves it.</summary>
        public async Task SaveAsync(string key, string? name = null, params JsonNode?[] values)
        {
            var opened = await editor.ReadAsync($"/document/{key}");
            var aliases = values.Select(value => (string)value!["alias"]!).ToList();
            await DoneAsync(editor.PutAsync($"/document/{key}", new JsonObject
            {
                ["values"] = new JsonArray([.. opened["values"]!.AsArray().Where(value => !aliases.Contains((string)value!["alias"]!)).Select(value => value!.DeepClone()), .. values]),
                ["variants"] = new JsonArray(new JsonObject { ["culture"] = null, ["segment"] = null, ["name"] = name ?? (string)opened["variants"]![0]!["name"]! }),
                ["template"] = null,
            }));
        }

        public Task PublishAsync(string key) => DoneAsync(editor.PutAsync($"/document/{key}/publish", JsonNode.Parse("""{"publishSchedules":[{"culture":null}]}""")!));

        public Task BinAsync(string key) => DoneAsync(editor.PutAsync($"/document/{key}/move-to-recycle-bin", new JsonObject()));
    }

    public static JsonObject Page(string name, string parent, params JsonNode?[] values) => new()
    {
        ["id"] = Guid.NewGuid().ToString(),
        ["parent"] = new JsonObject { ["id"] = parent },
        ["documentType"] = new JsonObject { ["id"] = PageType },
        ["template"] = null,
        ["values"] = new JsonArray(values),
        ["variants"] = new JsonArray(new JsonObject { ["culture"] = null, ["segment"] = null, ["name"] = name }),
    };

    public static JsonObject Value(string alias, JsonNode? value) => new() { ["alias"] = alias, ["culture"] = null, ["segment"] = null, ["value"] = value };

    /// <summary>A block list with one block.</summary>
    public static JsonObject Block(string typeKey, string alias, JsonNode value)
    {
        var key = Guid.NewGuid().ToString();
        return new JsonObject
        {
            ["layout"] = new JsonObject { ["Umbraco.BlockList"] = new JsonArray(new JsonObject { ["contentKey"] = key }) },
            ["contentData"] = new JsonArray(new JsonObject { ["key"] = key, ["contentTypeKey"] = typeKey, ["values"] = new JsonArray(Value(alias, value)) }),
            ["settingsData"] = new JsonArray(),
            ["expose"] = new JsonArray(new JsonObject { ["contentKey"] = key, ["culture"] = null, ["segment"] = null }),
        };
    }

    public static async Task DoneAsync(Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        Assert.That(answer.IsSuccessStatusCode, Is.True, await answer.Content.ReadAsStringAsync());
    }
}
