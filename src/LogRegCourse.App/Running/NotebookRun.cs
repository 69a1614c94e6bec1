using System.Text.RegularExpressions;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Running;

/// <summary>What came of running one notebook. Executed is absent when the file could not be read at all.</summary>
internal sealed record NotebookRun(string Name, Notebook? Executed, TimeSpan Time, RunFailure? Failure)
{
    public NotebookTally Tally { get; } = Executed is null ? NotebookTally.Nothing : NotebookTally.Of(Executed);
}

/// <summary>Why a notebook failed; a place is absent where the whole notebook is at fault.</summary>
internal sealed partial record RunFailure(string Message, CellPlace? Cell = null, int? Line = null, int? Column = null)
{
    public string Sentence(string notebook)
    {
        var place = Cell is null ? "" : $", cell {Cell.Number} ({Cell.Id})";
        if (Line is not null) place += $", line {Line}" + (Column is null ? "" : $", column {Column}");
        return $"{notebook}{place}: {Headline}";
    }

    /// <summary>One line: the place is told already, and of several compiler errors the first is enough.</summary>
    private string Headline
    {
        get
        {
            var lines = Message.Split('\n');
            var first = CompilerPlace().Replace(lines[0], "");
            return first == lines[0] || lines.Length == 1 ? first : $"{first} (and {lines.Length - 1} more)";
        }
    }

    [GeneratedRegex(@"^\(\d+,\d+\): error ")]
    private static partial Regex CompilerPlace();
}

/// <summary>A cell by its number among all cells of the notebook, from 1, and its id.</summary>
internal sealed record CellPlace(int Number, string Id);
