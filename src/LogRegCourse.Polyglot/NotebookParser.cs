using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace LogRegCourse.Polyglot;

/// <summary>
/// Reads and writes notebook files (.ipynb, .dib) for the extension, which leaves both to a process of its own: each line
/// of JSON is a request to parse or to serialize, and is answered by one.
/// </summary>
internal static class NotebookParser
{
    private static readonly KernelInfoCollection Kernels =
    [
        new("csharp", "C#", ["c#", "C#", "cs"]),
        new("html", "HTML"),
        new("javascript", "JavaScript", ["js"]),
        new("value"),
    ];

    static NotebookParser() => Kernels.DefaultKernelName = "csharp";

    /// <summary>Serves until the extension closes its end.</summary>
    public static async Task ServeAsync(TextReader requests, TextWriter answers)
    {
        while (await requests.ReadLineAsync() is { } line)
        {
            if (Answer(line) is not { } answer) continue;
            await answers.WriteLineAsync(answer.ToJsonString());
            await answers.FlushAsync();
        }
    }

    // A line without an id is nobody's question, and nobody waits for its answer.
    private static JsonObject? Answer(string line)
    {
        string? id = null;
        try
        {
            var request = JsonNode.Parse(line)!.AsObject();
            id = (string?)request["id"];
            var answer = (string?)request["type"] == "serialize"
                ? new JsonObject { ["rawData"] = Convert.ToBase64String(Serialized(Document(request["document"]!.AsObject()), IsDib(request))) }
                : new JsonObject { ["document"] = Json(Parsed(Convert.FromBase64String((string)request["rawData"]!), IsDib(request))) };
            answer["id"] = id;
            return answer;
        }
        // Whatever a file holds: the extension shows the sentence, and the next file is read.
        catch (Exception error)
        {
            return id is null ? null : new() { ["id"] = id, ["errorMessage"] = error.Message };
        }
    }

    private static bool IsDib(JsonObject request) => (string?)request["serializationType"] == "dib";

    private static InteractiveDocument Parsed(byte[] file, bool isDib)
    {
        using var stream = new MemoryStream(file);
        return isDib ? CodeSubmission.Read(stream, Kernels) : Notebook.Read(stream, Kernels);
    }

    private static byte[] Serialized(InteractiveDocument document, bool isDib)
    {
        using var stream = new MemoryStream();
        if (isDib) CodeSubmission.Write(document, stream, Kernels);
        else Notebook.Write(document, stream, Kernels);
        return stream.ToArray();
    }

    private static JsonObject Json(InteractiveDocument document) => new()
    {
        ["elements"] = new JsonArray([.. document.Elements.Select(Json)]),
        ["metadata"] = Json(document.Metadata),
    };

    private static JsonObject Json(InteractiveDocumentElement element) => new()
    {
        ["id"] = element.Id,
        ["kernelName"] = element.KernelName,
        ["contents"] = element.Contents,
        ["outputs"] = new JsonArray([.. element.Outputs.Select(Json)]),
        ["executionOrder"] = element.ExecutionOrder,
        ["metadata"] = Json(element.Metadata ?? new Dictionary<string, object>()),
    };

    private static JsonObject Json(InteractiveDocumentOutputElement output) => output switch
    {
        ReturnValueElement value => new() { ["data"] = Texts(value.Data), ["executionOrder"] = value.ExecutionOrder, ["metadata"] = Json(value.Metadata) },
        DisplayElement shown => new() { ["data"] = Texts(shown.Data), ["metadata"] = Json(shown.Metadata) },
        TextElement text => new() { ["name"] = text.Name, ["text"] = text.Text },
        ErrorElement error => new() { ["errorName"] = error.ErrorName, ["errorValue"] = error.ErrorValue, ["stackTrace"] = Json(error.StackTrace) },
        _ => [],
    };

    private static JsonNode Json(object values) => JsonSerializer.SerializeToNode(values)!;

    // The extension takes each form of an output as one text, and the library writes nothing else.
    private static JsonObject Texts(IDictionary<string, object> forms) => new(forms.Select(form => KeyValuePair.Create(form.Key, (JsonNode?)Text(Json(form.Value)))));

    private static string Text(JsonNode? form) => form switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray lines when lines.All(line => line is JsonValue value && value.TryGetValue<string>(out _)) => string.Concat(lines.Select(line => (string?)line)),
        null => "null",
        _ => form.ToJsonString(),
    };

    private static InteractiveDocument Document(JsonObject json)
    {
        var document = new InteractiveDocument([.. json["elements"]!.AsArray().Select(element => Element(element!.AsObject()))]);
        Copy(json["metadata"], document.Metadata);
        return document;
    }

    private static InteractiveDocumentElement Element(JsonObject json)
    {
        var element = new InteractiveDocumentElement((string?)json["contents"] ?? "", (string?)json["kernelName"], json["outputs"]?.AsArray().Select(output => Output(output!.AsObject())))
        {
            Id = (string?)json["id"],
            ExecutionOrder = (int?)json["executionOrder"] ?? 0,
            Metadata = new Dictionary<string, object>(),
        };
        Copy(json["metadata"], element.Metadata);
        return element;
    }

    private static InteractiveDocumentOutputElement Output(JsonObject json)
    {
        if (json["text"] is { } text) return new TextElement((string)text!, (string?)json["name"] ?? "stdout");
        if (json["errorValue"] is { } error) return new ErrorElement((string)error!, (string?)json["errorName"], json["stackTrace"].Deserialize<string[]>() ?? []);
        if (json["executionOrder"] is { } order)
        {
            var value = new ReturnValueElement { ExecutionOrder = (int)order };
            foreach (var (mime, form) in json["data"] as JsonObject ?? []) value.Data[mime] = Text(form);
            Copy(json["metadata"], value.Metadata);
            return value;
        }
        var shown = new DisplayElement((json["data"] as JsonObject ?? []).ToDictionary(form => form.Key, form => (object)Text(form.Value)));
        Copy(json["metadata"], shown.Metadata);
        return shown;
    }

    private static void Copy(JsonNode? from, IDictionary<string, object> to)
    {
        foreach (var (name, value) in from as JsonObject ?? []) to[name] = Plain(value)!;
    }

    // The library looks for dictionaries in the metadata.
    private static object? Plain(JsonNode? node) => node switch
    {
        JsonObject members => members.ToDictionary(member => member.Key, member => Plain(member.Value)),
        JsonArray items => items.Select(Plain).ToList(),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node,
    };
}
