using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>What was run in this session, for front ends with an arrow-up key. Nothing is kept beyond it.</summary>
internal sealed class CellHistory
{
    private readonly List<(int Count, string Source)> _cells = [];

    public void Add(int count, string source)
    {
        lock (_cells) _cells.Add((count, source));
    }

    /// <summary>The answer to a history_request.</summary>
    public JsonObject Answer(JsonElement request)
    {
        (int Count, string Source)[] cells;
        lock (_cells) cells = [.. _cells];
        var count = Number(request, "n") ?? int.MaxValue;
        IEnumerable<(int Count, string Source)> found = Text(request, "hist_access_type") switch
        {
            "tail" => cells.TakeLast(count),
            "range" => cells.Where(cell => cell.Count >= (Number(request, "start") ?? 0) && cell.Count < (Number(request, "stop") ?? int.MaxValue)),
            "search" => cells.Where(cell => FileSystemName.MatchesSimpleExpression(Text(request, "pattern") ?? "*", cell.Source, ignoreCase: false))
                .Reverse().DistinctBy(cell => IsTrue(request, "unique") ? cell.Source : (object)cell).Reverse().TakeLast(count),
            _ => [],
        };
        var withOutput = IsTrue(request, "output");
        var items = found.Select(cell => (JsonNode)new JsonArray(0, cell.Count, withOutput ? new JsonArray(cell.Source, null) : cell.Source));
        return new JsonObject { ["status"] = "ok", ["history"] = new JsonArray([.. items]) };
    }

    private static bool IsTrue(JsonElement request, string name) => request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static int? Number(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static string? Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
