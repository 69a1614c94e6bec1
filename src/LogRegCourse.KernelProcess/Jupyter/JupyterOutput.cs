using System.Text.Json;
using System.Text.Json.Nodes;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>A cell's outputs as messages on iopub. Ask: null when the front end allows no questions.</summary>
internal sealed class JupyterOutput(int executionCount, Action<string, JsonObject> publish, Func<string, bool, string?>? ask) : IOutput
{
    public void Print(PrintStream stream, string text) =>
        publish("stream", new() { ["name"] = stream == PrintStream.Stdout ? "stdout" : "stderr", ["text"] = text });

    public void Show(IReadOnlyDictionary<string, JsonElement> bundle, bool isResult, string? displayId)
    {
        var content = Content(bundle, displayId);
        if (isResult) content["execution_count"] = executionCount;
        publish(isResult ? "execute_result" : "display_data", content);
    }

    public void Update(string displayId, IReadOnlyDictionary<string, JsonElement> bundle) => publish("update_display_data", Content(bundle, displayId));

    public void Clear(bool wait) => publish("clear_output", new() { ["wait"] = wait });

    public string? ReadLine(string prompt, bool isPassword) => ask?.Invoke(prompt, isPassword);

    private static JsonObject Content(IReadOnlyDictionary<string, JsonElement> bundle, string? displayId)
    {
        var data = new JsonObject(bundle.Select(part => KeyValuePair.Create(part.Key, Node(part.Value))));
        var transient = displayId is null ? new JsonObject() : new JsonObject { ["display_id"] = displayId };
        return new() { ["data"] = data, ["metadata"] = new JsonObject(), ["transient"] = transient };
    }

    private static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };
}
