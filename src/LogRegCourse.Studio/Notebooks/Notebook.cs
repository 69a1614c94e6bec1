using System.Collections.Immutable;
using System.Text.Json;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>A notebook as nbformat 4.5 describes it. Immutable: a change is a new value made by <c>with</c>.</summary>
internal sealed record Notebook(ImmutableArray<Cell> Cells, JsonElement Metadata)
{
    /// <summary>Fields of the file that the format does not know.</summary>
    public OtherFields Other { get; init; }
}

internal abstract record Cell(string Id, string Source, JsonElement Metadata)
{
    /// <summary>Images pasted into a text cell, as the file has them; null where there are none.</summary>
    public JsonElement? Attachments { get; init; }

    /// <summary>Fields of the file that the format does not know.</summary>
    public OtherFields Other { get; init; }

    /// <summary>A metadata entry that is a string, or null.</summary>
    public string? MetadataText(string name) =>
        Metadata.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

internal sealed record MarkdownCell(string Id, string Source, JsonElement Metadata) : Cell(Id, Source, Metadata);

internal sealed record RawCell(string Id, string Source, JsonElement Metadata) : Cell(Id, Source, Metadata);

internal sealed record CodeCell(string Id, string Source, JsonElement Metadata) : Cell(Id, Source, Metadata)
{
    /// <summary>The number in square brackets; null before the first run.</summary>
    public int? ExecutionCount { get; init; }

    public ImmutableArray<CellOutput> Outputs { get; init; } = [];

    /// <summary>Whether the cell is meant to fail, as Jupyter's tools are told by this tag.</summary>
    public bool MayFail => Metadata.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
        && tags.EnumerateArray().Any(tag => tag.ValueKind == JsonValueKind.String && tag.ValueEquals("raises-exception"));

    public CodeCell WithoutOutputs() => this with { ExecutionCount = null, Outputs = [] };
}
