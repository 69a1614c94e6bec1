using System.Globalization;
using LogRegCourse.App.Running;
using Spectre.Console;

namespace LogRegCourse.App.Commands;

/// <summary>The table at the end of a run. On a narrow terminal columns are left out, and names go on at a hyphen.</summary>
internal static class RunReport
{
    private const int NarrowestName = 24;

    private static readonly Column[] Columns =
    [
        new("Cells", run => Number(run.Tally.Cells, "default")),
        new("Time", run => run.Time.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture)),
        new("Charts", run => Number(run.Tally.Charts, "default")),
        new("Passed", run => Number(run.Tally.Exercises.Passed, "green")),
        new("Failed", run => Number(run.Tally.Exercises.Failed, "red")),
        new("Not done", run => Number(run.Tally.Exercises.NotDone, "yellow")),
        new("Examples", run => run.Tally.Examples.Failed == 0 ? Number(run.Tally.Examples.Passed, "default") : $"[red]{run.Tally.Examples.Failed} failed[/]"),
    ];

    // What is missed least comes first.
    private static readonly string[] LeftOut = ["Charts", "Cells", "Examples", "Time"];

    private sealed record Column(string Heading, Func<NotebookRun, string> Of)
    {
        // With a space on both sides.
        public int Width(IEnumerable<NotebookRun> runs) => 2 + runs.Select(run => Markup.Remove(Of(run)).Length).Append(Heading.Length).Max();
    }

    public static void Print(IAnsiConsole console, IReadOnlyList<NotebookRun> runs, params (string What, string Path)[] written)
    {
        var columns = Columns.ToList();
        var longest = runs.Select(run => run.Name.Length).Append("Notebook".Length).Max();
        foreach (var least in LeftOut)
            if (Room() < Math.Min(longest, NarrowestName)) columns.RemoveAll(column => column.Heading == least);
        var table = new Table().Border(TableBorder.Horizontal).BorderColor(Color.Grey);
        table.AddColumn("Notebook");
        foreach (var column in columns) table.AddColumn(new TableColumn(column.Heading).RightAligned().NoWrap());
        foreach (var run in runs)
        {
            var name = Markup.Escape(InLines(run.Name, Room()));
            table.AddRow([run.Failure is null ? name : $"[red]{name}[/]", .. columns.Select(column => column.Of(run))]);
        }
        console.WriteLine();
        console.Write(table);
        console.WriteLine();
        var width = written.Max(item => item.What.Length);
        foreach (var (what, path) in written) console.WriteLine($"{what.PadRight(width)}  {CourseFolder.Shown(path)}");
        console.WriteLine();
        var failed = runs.Count(run => run.Failure is not null);
        if (failed > 0) console.MarkupLine($"[red]{failed} of {runs.Count} notebooks failed:[/]");
        else console.MarkupLine(runs.Count == 1 ? "[green]The notebook ran to its end.[/]" : $"[green]All {runs.Count} notebooks ran to their end.[/]");

        int Room() => console.Profile.Width - 2 - columns.Sum(column => column.Width(runs));
    }

    private static string InLines(string name, int width)
    {
        var (lines, line) = ("", "");
        foreach (var word in name.Split('-').Select((word, index) => index == 0 ? word : "-" + word))
        {
            // The hyphen stays at the end of the line before.
            if (line.Length > 0 && line.Length + word.Length + 1 > width) (lines, line) = ($"{lines}{line}-\n", word[1..]);
            else line += word;
        }
        return lines + line;
    }

    private static string Number(int count, string colour) => count == 0 ? "[grey]-[/]" : $"[{colour}]{count}[/]";
}
