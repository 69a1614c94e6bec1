using LogRegCourse.App.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LogRegCourse.App.Commands;

/// <summary>Shows how far the notebooks are: a bar each on a terminal, else one line for each that is through.</summary>
internal static class RunDisplay
{
    public delegate Task<IReadOnlyList<NotebookRun>> Work(Action<RunStep> onStep);

    public static async Task<IReadOnlyList<NotebookRun>> ShowAsync(IReadOnlyList<string> paths, Work work)
    {
        var what = paths.Count == 1 ? "1 notebook" : $"{paths.Count} notebooks, {Math.Min(paths.Count, CourseRunner.AtOnce)} at a time";
        AnsiConsole.WriteLine($"Running {what}.");
        AnsiConsole.WriteLine();
        return AnsiConsole.Profile.Out.IsTerminal
            ? await BarsAsync([.. paths.Select(path => Path.GetFileNameWithoutExtension(path))], work)
            : await work(step => PrintLine(step));
    }

    private static async Task<IReadOnlyList<NotebookRun>> BarsAsync(IReadOnlyList<string> names, Work work)
    {
        IReadOnlyList<NotebookRun> runs = [];
        // Names are whole as long as there is room for them; the bar takes what they leave.
        var room = AnsiConsole.Profile.Width - names.Max(name => name.Length + 2) - "100/100 cells".Length - "00:00:00".Length - 6;
        var columns = new ProgressColumn[]
        {
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn { Width = Math.Clamp(room, 4, 40), CompletedStyle = Color.Blue, FinishedStyle = Color.Green },
            new CellsColumn(),
            new ElapsedTimeColumn(),
        };
        await AnsiConsole.Progress().Columns(columns).StartAsync(async progress =>
        {
            var bars = names.ToDictionary(name => name, name => progress.AddTask(Markup.Escape(name), autoStart: false, maxValue: 1));
            runs = await work(step => Move(bars[step.Name], step));
        });
        return runs;
    }

    private static void Move(ProgressTask bar, RunStep step)
    {
        if (!bar.IsStarted) bar.StartTask();
        if (step.Cells > 0) bar.MaxValue = step.Cells;
        bar.Value = step.Done;
        if (step.Run is not { } run) return;
        bar.Description = $"{Mark(run)} {Markup.Escape(step.Name)}";
        bar.StopTask();
    }

    private static void PrintLine(RunStep step)
    {
        if (step.Run is { } run)
            AnsiConsole.MarkupLine($"{Mark(run)} {Markup.Escape(step.Name)}  {step.Done}/{step.Cells} cells  {run.Time.TotalSeconds:0.0} s");
    }

    private static string Mark(NotebookRun run) => run.Failure is null ? "[green]✔[/]" : "[red]✘[/]";

    private sealed class CellsColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.IsStarted ? $"{task.Value:0}/{task.MaxValue:0} cells" : "waiting", Color.Grey);

        public override int? GetColumnWidth(RenderOptions options) => "100/100 cells".Length;
    }
}
