using System.Globalization;
using LogRegCourse.App.Running;
using Spectre.Console;

namespace LogRegCourse.App.Commands;

/// <summary>The table at the end of a run.</summary>
internal static class RunReport
{
    public static void Print(IAnsiConsole console, IReadOnlyList<NotebookRun> runs, params (string What, string Path)[] written)
    {
        var table = new Table().Border(TableBorder.Horizontal).BorderColor(Color.Grey);
        table.AddColumn("Notebook");
        foreach (var heading in (string[])["Cells", "Time", "Charts", "Passed", "Failed", "Not done"])
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var run in runs) table.AddRow(Row(run));
        console.WriteLine();
        console.Write(table);
        console.WriteLine();
        var width = written.Max(item => item.What.Length);
        foreach (var (what, path) in written) console.WriteLine($"{what.PadRight(width)}  {CourseFolder.Shown(path)}");
        console.WriteLine();
        var failed = runs.Count(run => run.Failure is not null);
        if (failed > 0) console.MarkupLine($"[red]{failed} of {runs.Count} notebooks failed:[/]");
        else console.MarkupLine(runs.Count == 1 ? "[green]The notebook ran to its end.[/]" : $"[green]All {runs.Count} notebooks ran to their end.[/]");
    }

    private static string[] Row(NotebookRun run) =>
    [
        run.Failure is null ? Markup.Escape(run.Name) : $"[red]{Markup.Escape(run.Name)}[/]",
        Number(run.Tally.Cells, "default"),
        run.Time.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture),
        Number(run.Tally.Charts, "default"),
        Number(run.Tally.Passed, "green"),
        Number(run.Tally.Failed, "red"),
        Number(run.Tally.NotDone, "yellow"),
    ];

    private static string Number(int count, string colour) => count == 0 ? "[grey]-[/]" : $"[{colour}]{count}[/]";
}
