using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>A notebook of nbformat 3 (IPython 1 to 2, until 2014) in the words of nbformat 4.</summary>
internal static class OldFormat
{
    private static readonly Dictionary<string, string> MimeTypes = new()
    {
        ["text"] = "text/plain",
        ["html"] = "text/html",
        ["svg"] = "image/svg+xml",
        ["png"] = "image/png",
        ["jpeg"] = "image/jpeg",
        ["latex"] = "text/latex",
        ["json"] = "application/json",
        ["javascript"] = "application/javascript",
        ["pdf"] = "application/pdf",
    };

    // What an output has beside its forms.
    private static readonly string[] NoForms = ["output_type", "metadata", "prompt_number"];

    /// <summary>The same notebook as nbformat 4.0; what the format does not know is left as it is.</summary>
    public static JsonElement Upgraded(JsonElement notebook)
    {
        var root = JsonObject.Create(notebook)!;
        var cells = new JsonArray();
        foreach (var sheet in Items(root["worksheets"]))
            foreach (var cell in Items(sheet?["cells"])) cells.Add(Cell(cell!.DeepClone()));
        root.Remove("worksheets");
        root["cells"] = cells;
        root["nbformat"] = 4;
        root["nbformat_minor"] = 0;
        return JsonElement.Parse(root.ToJsonString(), new JsonDocumentOptions { MaxDepth = NotebookReader.DeepestNesting });
    }

    private static JsonNode Cell(JsonNode node)
    {
        if (node is not JsonObject cell) return node;
        var metadata = cell["metadata"] as JsonObject ?? [];
        cell["metadata"] = metadata.Parent is null ? metadata : metadata.DeepClone();
        switch (Text(cell["cell_type"]))
        {
            case "heading":
                var level = cell["level"] is JsonValue number && number.TryGetValue(out int whole) ? Math.Clamp(whole, 1, 6) : 1;
                var source = cell["source"] is JsonArray lines ? string.Concat(lines.Select(Text)) : Text(cell["source"]);
                cell["source"] = new string('#', level) + " " + source.ReplaceLineEndings(" ");
                cell["cell_type"] = "markdown";
                cell.Remove("level");
                break;
            case "code":
                Rename(cell, "input", "source");
                Rename(cell, "prompt_number", "execution_count");
                if (cell.Remove("collapsed", out var collapsed)) ((JsonObject)cell["metadata"]!)["collapsed"] = collapsed;
                if (cell.Remove("language", out var language) && Text(language) is var name and not "python") ((JsonObject)cell["metadata"]!)["language"] = name;
                cell["outputs"] = new JsonArray([.. Items(cell["outputs"]).Select(output => Output(output!.DeepClone()))]);
                break;
        }
        return cell;
    }

    private static JsonNode Output(JsonNode node)
    {
        if (node is not JsonObject output) return node;
        switch (Text(output["output_type"]))
        {
            case "pyout":
                output["output_type"] = "execute_result";
                Rename(output, "prompt_number", "execution_count");
                Bundle(output);
                break;
            case "display_data":
                Bundle(output);
                break;
            case "pyerr":
                output["output_type"] = "error";
                break;
            case "stream":
                Rename(output, "stream", "name");
                break;
        }
        return output;
    }

    private static void Bundle(JsonObject output)
    {
        var data = new JsonObject();
        foreach (var name in output.Select(field => field.Key).Except([.. NoForms, "execution_count"]).ToList())
            if (output.Remove(name, out var form)) data[MimeTypes.GetValueOrDefault(name, name)] = form;
        output["data"] = data;
        output["metadata"] ??= new JsonObject();
    }

    private static void Rename(JsonObject on, string old, string now)
    {
        if (on.Remove(old, out var value)) on[now] = value;
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? list) => list is JsonArray array ? array.Where(item => item is not null) : [];

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
