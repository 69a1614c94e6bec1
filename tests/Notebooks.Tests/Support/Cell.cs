using System.Text.Json;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>One cell as its author wrote it.</summary>
public sealed record Cell(bool IsCode, string Id, string Source, JsonElement Metadata)
{
    private static readonly JsonElement NoMetadata = JsonElement.Parse("{}");

    public static Cell Code(string id, string source, string metadata = "{}") => new(true, id, source, JsonElement.Parse(metadata));

    public static Cell Markdown(string id, string source, string metadata = "{}") => new(false, id, source, JsonElement.Parse(metadata));

    public bool IsSetup => Id == "setup";

    /// <summary>The same in every lesson, and folded away on the pages.</summary>
    public bool IsShared => Id is "setup" or "drawing" or "cluster";

    /// <summary>Asks a question before the answer is seen: not a line of what the lesson computes.</summary>
    public bool IsPrediction => Id.StartsWith("predict-", StringComparison.Ordinal);

    public string[] Lines => Source.Split('\n');

    /// <summary>Lines of code that are not blank.</summary>
    public int CodeLines => IsCode ? Lines.Count(line => line.Trim().Length > 0) : 0;

    public string? Alt => Metadata.TryGetProperty("alt", out var alt) ? alt.GetString() : null;

    /// <summary>Numbers that the author declares to be given and not computed.</summary>
    public string[] Given => Metadata.TryGetProperty("given", out var given) ? [.. given.EnumerateArray().Select(number => number.GetString()!)] : [];

    public static Cell Read(JsonElement cell) => new(
        cell.GetProperty("cell_type").GetString() == "code",
        cell.GetProperty("id").GetString()!,
        Text(cell.GetProperty("source")),
        cell.TryGetProperty("metadata", out var metadata) ? metadata : NoMetadata);

    /// <summary>nbformat writes a text as one string or as a list of lines.</summary>
    public static string Text(JsonElement text) =>
        text.ValueKind == JsonValueKind.String ? text.GetString()! : string.Concat(text.EnumerateArray().Select(line => line.GetString()));
}
