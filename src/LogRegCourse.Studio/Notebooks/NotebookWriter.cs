using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>Records to the text that nbformat itself writes, byte for byte: a diff shows what somebody changed and nothing else.</summary>
internal static class NotebookWriter
{
    public static void WriteFile(string path, Notebook notebook)
    {
        var bytes = Bytes(notebook, Path.GetFileName(path));
        SafeFile.Write(path, () => bytes);
    }

    /// <summary>The file's bytes: never more than can be read again.</summary>
    /// <exception cref="NotebookException">Its text alone is too much.</exception>
    public static byte[] Bytes(Notebook notebook, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Write(OutputBudget.Kept(notebook)));
        if (bytes.Length > NotebookReader.LargestFileMegabytes * 1024 * 1024) bytes = Encoding.UTF8.GetBytes(Write(OutputBudget.WithoutOutputs(notebook)));
        NotebookReader.ExpectSize(bytes.Length, name);
        return bytes;
    }

    public static string Write(Notebook notebook)
    {
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. notebook.Cells.Select(CellJson)]),
            ["metadata"] = Node(notebook.Metadata),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        notebook.Other.AddTo(json);
        return CanonicalJson.Write(json) + "\n";
    }

    /// <summary>A value as it is put into what is written, however deep it is.</summary>
    public static JsonNode? Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => JsonValue.Create(element),
    };

    private static JsonObject CellJson(Cell cell)
    {
        var json = new JsonObject { ["id"] = cell.Id, ["metadata"] = Node(cell.Metadata), ["source"] = Lines(cell.Source) };
        json["cell_type"] = cell switch { CodeCell => "code", MarkdownCell => "markdown", _ => "raw" };
        if (cell.Attachments is { } attachments) json["attachments"] = Node(attachments);
        if (cell is CodeCell code)
        {
            json["execution_count"] = code.ExecutionCount;
            json["outputs"] = new JsonArray([.. code.Outputs.Select(OutputJson)]);
        }
        cell.Other.AddTo(json);
        return json;
    }

    private static JsonObject OutputJson(CellOutput output)
    {
        var json = FieldsOf(output);
        output.Other.AddTo(json);
        return json;
    }

    private static JsonObject FieldsOf(CellOutput output) => output switch
    {
        StreamOutput stream => new() { ["output_type"] = "stream", ["name"] = stream.Name, ["text"] = Lines(stream.Text) },
        DisplayOutput display => new() { ["output_type"] = "display_data", ["data"] = BundleJson(display.Data), ["metadata"] = Node(display.Metadata) },
        ResultOutput result => new()
        {
            ["output_type"] = "execute_result",
            ["data"] = BundleJson(result.Data),
            ["metadata"] = Node(result.Metadata),
            ["execution_count"] = result.ExecutionCount,
        },
        ErrorOutput error => new()
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
        _ => throw new InvalidOperationException($"No such output: {output.GetType().Name}."),
    };

    private static JsonObject BundleJson(MimeBundle bundle)
    {
        var json = new JsonObject();
        foreach (var (mimeType, form) in bundle.Forms)
            json[mimeType] = IsSplitIntoLines(mimeType) && form.ValueKind == JsonValueKind.String ? Lines(form.GetString()!) : Node(form);
        return json;
    }

    private static bool IsSplitIntoLines(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or "image/svg+xml";

    /// <summary>Lines end where Python's splitlines ends them, which is in more places than at a line feed.</summary>
    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (text[i] is not ((>= '\n' and <= '\r') or (>= '\u001C' and <= '\u001E') or '\u0085' or '\u2028' or '\u2029')) continue;
            lines.Add((JsonNode)text[start..(i + 1)]);
            start = i + 1;
        }
        if (start < text.Length) lines.Add((JsonNode)text[start..]);
        return lines;
    }
}
