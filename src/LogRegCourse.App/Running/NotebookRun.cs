using System.Text.RegularExpressions;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Running;

/// <summary>What came of running one notebook. Executed is absent when the file could not be read at all, and where only the figures of a run are kept.</summary>
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
            var errors = lines.Select(line => CompilerError().Match(line)).Where(match => match.Success).ToList();
            if (errors.Count == 0) return lines[0];
            var (code, words) = (errors[0].Groups["code"].Value, errors[0].Groups["words"].Value);
            var first = CompilerError().IsMatch(lines[0]) ? $"{code}: {words}" : $"{PlainPlace().Replace(lines[0], "")} ({code}: {words.TrimEnd('.')})";
            return errors.Count == 1 ? first : $"{first} (and {errors.Count - 1} more)";
        }
    }

    [GeneratedRegex(@"^\(\d+,\d+\): error (?<code>\w+): (?<words>.*)")]
    private static partial Regex CompilerError();

    [GeneratedRegex(@"^Line \d+: ")]
    private static partial Regex PlainPlace();
}

/// <summary>A cell by its number among all cells of the notebook, from 1, and its id.</summary>
internal sealed record CellPlace(int Number, string Id);
