using System.Collections.Immutable;
using System.Text.Json;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>What a cell left behind when it ran.</summary>
internal abstract record CellOutput
{
    /// <summary>Fields of the file that the format does not know.</summary>
    public OtherFields Other { get; init; }

    /// <summary>The forms of a value; none for printed text and errors.</summary>
    public MimeBundle? Bundle => this switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => null,
    };
}

/// <summary>Text that the cell printed; <paramref name="Name"/> is <c>stdout</c> or <c>stderr</c>.</summary>
internal sealed record StreamOutput(string Name, string Text) : CellOutput
{
    /// <summary>A kernel sends what a cell prints in pieces; a file and a reader have one text.</summary>
    public static IEnumerable<CellOutput> Joined(IEnumerable<CellOutput> outputs)
    {
        StreamOutput? open = null;
        foreach (var output in outputs)
        {
            if (output is StreamOutput stream && open?.Name == stream.Name)
            {
                open = open with { Text = open.Text + stream.Text };
                continue;
            }
            if (open is not null) yield return open;
            open = output as StreamOutput;
            if (open is null) yield return output;
        }
        if (open is not null) yield return open;
    }
}

/// <summary>A value shown by <c>display(x)</c>.</summary>
internal sealed record DisplayOutput(MimeBundle Data, JsonElement Metadata) : CellOutput;

/// <summary>The value of the cell's last expression.</summary>
internal sealed record ResultOutput(MimeBundle Data, JsonElement Metadata, int? ExecutionCount) : CellOutput;

/// <summary>Why the cell failed; the traceback holds the cell's own lines, one entry a line.</summary>
internal sealed record ErrorOutput(string Name, string Message, ImmutableArray<string> Traceback) : CellOutput;
