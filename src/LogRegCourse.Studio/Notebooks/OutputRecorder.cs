using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>Turns what a kernel says into the outputs a notebook file keeps, cell by cell.</summary>
internal sealed class OutputRecorder
{
    private static readonly JsonElement NoMetadata = JsonElement.Parse("{}");

    private readonly Dictionary<string, Kept> _cells = [];
    private readonly Dictionary<string, Shown> _displays = [];

    public ImmutableArray<CellOutput> OutputsOf(string cellId) => [.. Of(cellId).Outputs.Select(output => output.Value)];

    /// <summary>The cell as it looks after its run.</summary>
    public CodeCell Executed(CodeCell cell) =>
        cell with { ExecutionCount = Of(cell.Id).ExecutionCount, Outputs = OutputsOf(cell.Id) };

    /// <summary>Keeps an event that shows something; others are no concern of it.</summary>
    public void Record(KernelEvent news)
    {
        switch (news)
        {
            case CellStarted started:
                _cells[started.CellId] = new Kept { ExecutionCount = started.ExecutionCount };
                break;
            case OutputCleared cleared:
                Of(cleared.CellId).Clear(cleared.Wait);
                break;
            case TextPrinted printed:
                Of(printed.CellId).Print(printed.Stream == PrintStream.Stdout ? "stdout" : "stderr", printed.Text);
                break;
            case ValueDisplayed displayed:
                Show(displayed, Of(displayed.CellId));
                break;
            case DisplayUpdated updated when _displays.TryGetValue(updated.DisplayId, out var shown):
                Update(shown, MimeBundle.Of(updated.Data));
                break;
            case CellFinished { Error: { } error } finished:
                Fail(finished.CellId, error.Name, error.Message, error.Trace);
                break;
        }
    }

    /// <summary>An end that the kernel itself could not tell.</summary>
    public void Fail(string cellId, string name, string message, IReadOnlyList<string> trace) =>
        Of(cellId).Add(new Fixed(OutputBudget.Bounded(new ErrorOutput(name, message, [.. trace]))));

    private Kept Of(string cellId) => CollectionsMarshal.GetValueRefOrAddDefault(_cells, cellId, out _) ??= new Kept();

    private void Show(ValueDisplayed displayed, Kept cell)
    {
        var shown = new Shown(displayed.IsResult, cell.ExecutionCount) { Data = MimeBundle.Of(displayed.Data) };
        shown.Data = OutputBudget.Bounded(shown.Value).Bundle!;
        if (cell.IsCut) return;
        if (!OutputBudget.Fits(shown.Value, cell.Bytes, Bytes))
        {
            cell.Add(new Fixed(OutputBudget.Cut));
            return;
        }
        if (displayed.DisplayId is { } id) _displays[id] = shown;
        cell.Add(shown);
    }

    private void Update(Shown shown, MimeBundle data)
    {
        var old = shown.Data;
        shown.Data = data;
        shown.Data = OutputBudget.Bounded(shown.Value).Bundle!;
        if (Bytes > OutputBudget.LessonMegabytes * 1024L * 1024) shown.Data = old;
    }

    private long Bytes => _cells.Values.Sum(cell => cell.Bytes);

    /// <summary>What one cell has left behind so far.</summary>
    private sealed class Kept
    {
        private bool _goesWithNextOutput;

        public int? ExecutionCount { get; init; }

        public List<Output> Outputs { get; } = [];

        public bool IsCut => Outputs.LastOrDefault() is Fixed { Value: StreamOutput last } && last == OutputBudget.Cut;

        public long Bytes => Outputs.Sum(output => output.Bytes);

        public void Clear(bool wait)
        {
            _goesWithNextOutput = wait;
            if (!wait) Outputs.Clear();
        }

        public void Print(string stream, string text)
        {
            if (!_goesWithNextOutput && Outputs.LastOrDefault() is Printed last && last.Stream == stream) last.Text.Append(text);
            else Add(new Printed(stream, new StringBuilder(text)));
        }

        public void Add(Output output)
        {
            if (_goesWithNextOutput) Clear(wait: false);
            Outputs.Add(output);
        }
    }

    private abstract class Output
    {
        public abstract CellOutput Value { get; }

        public virtual long Bytes => OutputBudget.Size(Value);
    }

    private sealed class Fixed(CellOutput value) : Output
    {
        public override CellOutput Value => value;
    }

    /// <summary>Text that may still grow: a cell may print a million times.</summary>
    private sealed class Printed(string stream, StringBuilder text) : Output
    {
        public string Stream => stream;

        public StringBuilder Text => text;

        public override CellOutput Value => new StreamOutput(stream, text.ToString());

        public override long Bytes => text.Length;
    }

    /// <summary>A value that a later cell may update.</summary>
    private sealed class Shown(bool isResult, int? executionCount) : Output
    {
        public required MimeBundle Data { get; set; }

        public override CellOutput Value => isResult ? new ResultOutput(Data, NoMetadata, executionCount) : new DisplayOutput(Data, NoMetadata);
    }
}
