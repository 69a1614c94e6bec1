using System.Collections.Immutable;
using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Studio.State;

internal enum CellPhase
{
    Idle,
    Queued,
    Running,
}

/// <summary>What is known of a cell's last run in the present kernel. Order counts runs: later is greater.</summary>
internal sealed record CellRun(int Order, string Source, CellUse? Use, bool Failed = false);

/// <summary>A cell of an open lesson and what happens to it.</summary>
internal sealed record CellState(Cell Cell)
{
    public string Id => Cell.Id;

    public CellPhase Phase { get; init; }

    public CellRun? LastRun { get; init; }

    public double? Milliseconds { get; init; }

    /// <summary>The outputs come from the file, not from a run in this session.</summary>
    public bool AreOutputsStored { get; init; } = true;

    /// <summary>The live inputs that the cell made, each with the value it has now.</summary>
    public IReadOnlyList<LiveInput> LiveInputs { get; init; } = [];

    /// <summary>Grows with each change of the text.</summary>
    public int TextVersion { get; init; }

    /// <summary>The page that wrote last, and the version that it then began from; no page where a file or an original did.</summary>
    public (int? Page, int Since) Writer { get; init; }

    /// <summary>The source that was sent to the kernel and is queued or running.</summary>
    public string? SentSource { get; init; }

    /// <summary>The cell asked for its outputs to go when the next one comes.</summary>
    public bool ClearsWithNextOutput { get; init; }

    /// <summary>Places of outputs that may be updated, by display id.</summary>
    public ImmutableDictionary<string, int> Displays { get; init; } = ImmutableDictionary<string, int>.Empty;

    public ImmutableArray<CellOutput> Outputs => Cell is CodeCell code ? code.Outputs : [];

    /// <summary>About what the outputs take in the file.</summary>
    public long OutputBytes => Outputs.Sum(OutputBudget.Size);

    public CellState With(ImmutableArray<CellOutput> outputs, int? executionCount) =>
        this with { Cell = (CodeCell)Cell with { Outputs = outputs, ExecutionCount = executionCount } };

    /// <summary>The cell with another text.</summary>
    public CellState Written(Cell cell, int? page) => this with
    {
        Cell = cell,
        TextVersion = TextVersion + 1,
        Writer = page is not null && Writer.Page == page ? Writer : (page, TextVersion),
    };

    /// <summary>Whether a page that knows this version of others' text knows all that others wrote.</summary>
    public bool IsKnownTo(int? page, int version) => version >= (Writer.Page == page ? Writer.Since : TextVersion);

    public string? Html => Cell is MarkdownCell ? MarkdownHtml.Render(Cell.Source) : null;

    public PageCell ForPage(bool isStale) => new(
        Id,
        Cell switch { CodeCell => "code", MarkdownCell => "markdown", _ => "raw" },
        Cell.Source,
        PhaseWord,
        isStale,
        AreOutputsStored,
        [.. Outputs.Select(OutputForPage)],
        Html,
        (Cell as CodeCell)?.ExecutionCount,
        Milliseconds,
        LiveInputs,
        Cell.MetadataText("alt"),
        TextVersion);

    public string PhaseWord => Phase.ToString().ToLowerInvariant();

    public static PageOutput OutputForPage(CellOutput output) => output switch
    {
        StreamOutput stream => new("text", stream.Name, stream.Text),
        DisplayOutput display => new("value", Data: FormsForPage(display.Data)),
        ResultOutput result => new("value", Data: FormsForPage(result.Data)),
        ErrorOutput error => new("error", Text: error.Traceback.IsEmpty ? $"{error.Name}: {error.Message}" : string.Join('\n', error.Traceback)),
        _ => throw new InvalidOperationException($"No such output: {output.GetType().Name}."),
    };

    // A chart's html, for front ends without plotly.js, holds the whole figure once more.
    private static IReadOnlyDictionary<string, JsonElement> FormsForPage(MimeBundle data) =>
        data.Forms.TryGetValue(MimeBundle.Plotly, out var figure) ? new Dictionary<string, JsonElement> { [MimeBundle.Plotly] = figure } : data.Forms;
}
