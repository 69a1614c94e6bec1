using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using LogRegCourse.App.Notebooks;
using LogRegCourse.Kernel.Pipe;

namespace LogRegCourse.App.Kernels;

/// <summary>Turns what a kernel says into the outputs a notebook file keeps, cell by cell.</summary>
internal sealed class OutputRecorder
{
    public const int LargestOutputMegabytes = 10;
    private static readonly JsonElement NoMetadata = JsonElement.Parse("{}");

    private readonly Dictionary<string, List<object>> _outputs = [];
    private readonly Dictionary<string, (List<object> Outputs, int Index)> _displays = [];
    private readonly Dictionary<string, int> _counts = [];

    public ImmutableArray<CellOutput> OutputsOf(string cellId) =>
        [.. Of(cellId).Select(output => output is Printed printed ? new StreamOutput(printed.Stream, printed.Text.ToString()) : (CellOutput)output)];

    /// <summary>The cell as it looks after its run.</summary>
    public CodeCell Executed(CodeCell cell) =>
        cell with { ExecutionCount = _counts.TryGetValue(cell.Id, out var count) ? count : null, Outputs = OutputsOf(cell.Id) };

    /// <summary>Keeps an event that shows something; others are no concern of it.</summary>
    public void Record(KernelEvent news)
    {
        switch (news)
        {
            case CellStarted started:
                _counts[started.CellId] = started.ExecutionCount;
                _outputs[started.CellId] = [];
                break;
            case TextPrinted printed:
                Print(Of(printed.CellId), printed.Stream == PrintStream.Stdout ? "stdout" : "stderr", printed.Text);
                break;
            case ValueDisplayed shown:
                var outputs = Of(shown.CellId);
                if (shown.DisplayId is not null) _displays[shown.DisplayId] = (outputs, outputs.Count);
                outputs.Add(shown.IsResult
                    ? new ResultOutput(Bounded(shown.Data), NoMetadata, _counts.GetValueOrDefault(shown.CellId))
                    : new DisplayOutput(Bounded(shown.Data), NoMetadata));
                break;
            case DisplayUpdated updated when _displays.TryGetValue(updated.DisplayId, out var place):
                place.Outputs[place.Index] = place.Outputs[place.Index] is ResultOutput result
                    ? result with { Data = Bounded(updated.Data) }
                    : new DisplayOutput(Bounded(updated.Data), NoMetadata);
                break;
            case CellFinished { Error: { } error } finished:
                Fail(finished.CellId, error.Name, error.Message, error.Trace);
                break;
        }
    }

    /// <summary>An end that the kernel itself could not tell.</summary>
    public void Fail(string cellId, string name, string message, IReadOnlyList<string> trace) =>
        Of(cellId).Add(new ErrorOutput(name, message, [.. trace]));

    private List<object> Of(string cellId) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_outputs, cellId, out _) ??= [];

    private static void Print(List<object> outputs, string stream, string text)
    {
        if (outputs.LastOrDefault() is Printed last && last.Stream == stream) last.Text.Append(text);
        else outputs.Add(new Printed(stream, new StringBuilder(text)));
    }

    private static MimeBundle Bounded(IReadOnlyDictionary<string, JsonElement> data)
    {
        var megabytes = data.Values.Sum(form => (long)JsonMarshal.GetRawUtf8Value(form).Length) / 1024 / 1024;
        if (megabytes < LargestOutputMegabytes) return MimeBundle.Of(data);
        var sentence = $"This output has {megabytes} MB, more than the {LargestOutputMegabytes} MB a notebook keeps: show less of it.";
        return MimeBundle.Of([KeyValuePair.Create(MimeBundle.Plain, JsonSerializer.SerializeToElement(sentence))]);
    }

    /// <summary>Text still growing: a cell may print a million times.</summary>
    private sealed record Printed(string Stream, StringBuilder Text);
}
