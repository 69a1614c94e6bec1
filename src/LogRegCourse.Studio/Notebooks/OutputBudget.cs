using System.Runtime.InteropServices;
using System.Text.Json;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>How much of outputs is kept, so that a lesson that was saved can always be opened again.</summary>
internal static class OutputBudget
{
    public const int OutputMegabytes = 10;
    public const int CellMegabytes = 20;
    public const int LessonMegabytes = 40;
    private const int Megabyte = 1024 * 1024;
    private const int LongestErrorPart = 100_000;
    private static readonly JsonElement NoMetadata = JsonElement.Parse("{}");

    /// <summary>About the bytes that an output takes in a file.</summary>
    public static long Size(CellOutput output) => output switch
    {
        StreamOutput stream => stream.Text.Length,
        ErrorOutput error => error.Message.Length + error.Traceback.Sum(line => (long)line.Length),
        _ => output.Bundle is { } bundle ? Size(bundle) : 0,
    };

    /// <summary>What a cell shows after its last output that had room.</summary>
    public static StreamOutput Cut { get; } = new("stderr", $"Cut here: a cell keeps at most {CellMegabytes} MB of outputs, and a lesson {LessonMegabytes} MB. Show less, or write it into a file.\n");

    /// <summary>An output by itself: one that is too big, or too deep to be read again, is replaced by a sentence that says so.</summary>
    public static CellOutput Bounded(CellOutput output) => output switch
    {
        ErrorOutput error when Size(error) > LongestErrorPart => error with { Message = Shortened(error.Message), Traceback = [.. Shortened(string.Join('\n', error.Traceback)).Split('\n')] },
        { Bundle: { } bundle } when Trouble(bundle) is { } trouble => Saying(output, trouble),
        _ => output,
    };

    /// <summary>What comes of one more output, by what the cell and the lesson hold already; null: nothing, the cell is cut.</summary>
    public static CellOutput? Next(CellOutput output, CellOutput? last, long ofCell, long ofLesson)
    {
        output = Bounded(output);
        if (output is ErrorOutput) return output;
        if (last == Cut) return null;
        return Fits(output, ofCell, ofLesson) ? output : Cut;
    }

    /// <summary>Whether there is room for an output.</summary>
    public static bool Fits(CellOutput output, long ofCell, long ofLesson) =>
        ofCell + Size(output) <= CellMegabytes * Megabyte && ofLesson + Size(output) <= LessonMegabytes * Megabyte;

    /// <summary>The notebook without its largest outputs, as many as are too much for a file.</summary>
    public static Notebook Kept(Notebook notebook)
    {
        var left = (long)LessonMegabytes * Megabyte / 2;
        var kept = new HashSet<CellOutput>(ReferenceEqualityComparer.Instance);
        foreach (var output in notebook.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs).OrderBy(Size))
        {
            if (Size(output) > left) break;
            left -= Size(output);
            kept.Add(output);
        }
        return notebook with { Cells = [.. notebook.Cells.Select(cell => cell is CodeCell code ? code with { Outputs = [.. code.Outputs.Select(output => kept.Contains(output) ? output : Saying(output, $"This output was too much for the file, which holds at most {NotebookReader.LargestFileMegabytes} MB: run the cell again to see it."))] } : cell)] };
    }

    /// <summary>The notebook's text alone.</summary>
    public static Notebook WithoutOutputs(Notebook notebook) => notebook with { Cells = [.. notebook.Cells.Select(cell => cell is CodeCell code ? code.WithoutOutputs() : cell)] };

    private static long Size(MimeBundle bundle) => bundle.Forms.Values.Sum(form => (long)JsonMarshal.GetRawUtf8Value(form).Length);

    private static string? Trouble(MimeBundle bundle)
    {
        var megabytes = Size(bundle) / Megabyte;
        if (megabytes >= OutputMegabytes) return $"This output has {megabytes} MB, more than the {OutputMegabytes} MB a notebook keeps: show less of it.";
        // The notebook around it is some levels deep itself.
        return bundle.Forms.Values.Any(form => JsonOfOthers.Depth(JsonMarshal.GetRawUtf8Value(form)) > NotebookReader.DeepestNesting - 16)
            ? $"This output is nested deeper than the {NotebookReader.DeepestNesting} levels that a notebook keeps: show less of it." : null;
    }

    private static string Shortened(string text) => text.Length <= LongestErrorPart ? text : $"{text.AsSpan(0, LongestErrorPart)} … (cut here, of {text.Length:N0} characters)";

    // A value that is updated later keeps its place.
    private static CellOutput Saying(CellOutput output, string sentence) => output switch
    {
        ResultOutput result => result with { Data = Plain(sentence) },
        DisplayOutput display => display with { Data = Plain(sentence) },
        _ => new StreamOutput("stderr", sentence + "\n"),
    };

    private static MimeBundle Plain(string sentence) => MimeBundle.Of([KeyValuePair.Create(MimeBundle.Plain, JsonSerializer.SerializeToElement(sentence))]);
}
