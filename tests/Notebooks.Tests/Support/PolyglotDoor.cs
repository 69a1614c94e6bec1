using System.Text.Json;
using System.Text.Json.Nodes;
using LogRegCourse.Polyglot.Tests.Support;
using LogRegCourse.Testing;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>The kernel behind Polyglot Notebooks' protocol, told to run a lesson's cells as VS Code's extension tells it.</summary>
public sealed class PolyglotDoor : Door
{
    private readonly CourseCopy _course = CourseCopy.OfAllLessons();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _course.Dispose();
    }

    protected override async Task<string> RunAsync(string lesson)
    {
        var path = _course.PathOf(lesson);
        var notebook = JsonNode.Parse(await File.ReadAllBytesAsync(path))!;
        using var client = await PolyglotClient.StartAsync(_course.Notebooks);
        var count = 0;
        foreach (var cell in notebook["cells"]!.AsArray().Where(cell => cell!["cell_type"]!.GetValue<string>() == "code"))
        {
            var events = await client.RunAsync(Cell.Text(JsonSerializer.SerializeToElement(cell!["source"])));
            cell["execution_count"] = ++count;
            cell["outputs"] = Outputs(events, count);
        }
        await File.WriteAllTextAsync(path, notebook.ToJsonString());
        return path;
    }

    /// <summary>The events as the extension writes them into a notebook.</summary>
    private static JsonArray Outputs(IEnumerable<PolyglotEvent> events, int count)
    {
        JsonArray outputs = [];
        foreach (var happened in events)
            switch (happened.Type)
            {
                case "StandardOutputValueProduced" or "StandardErrorValueProduced":
                    Print(outputs, happened.Type == "StandardOutputValueProduced" ? "stdout" : "stderr", happened.Form("text/plain")!);
                    break;
                case "DisplayedValueProduced":
                    outputs.Add(new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = Data(happened) });
                    break;
                case "ReturnValueProduced":
                    outputs.Add(new JsonObject { ["output_type"] = "execute_result", ["metadata"] = new JsonObject(), ["data"] = Data(happened), ["execution_count"] = count });
                    break;
                case "CommandFailed":
                    outputs.Add(new JsonObject { ["output_type"] = "error", ["evalue"] = happened.Content.GetProperty("message").GetString() });
                    break;
            }
        return outputs;
    }

    private static void Print(JsonArray outputs, string name, string text)
    {
        if (outputs.LastOrDefault() is JsonObject last && last["name"]?.GetValue<string>() == name) last["text"] = last["text"]!.GetValue<string>() + text;
        else outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = name, ["text"] = text });
    }

    private static JsonObject Data(PolyglotEvent shown) => new(shown.Content.GetProperty("formattedValues").EnumerateArray().Select(form =>
    {
        var (mime, value) = (form.GetProperty("mimeType").GetString()!, form.GetProperty("value").GetString()!);
        return KeyValuePair.Create(mime, mime.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(value) : JsonValue.Create(value));
    }));
}
