using LogRegCourse.App.Kernels;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Running;

/// <summary>Runs several notebooks at once, as cores allow. One that fails does not hold up the others.</summary>
internal sealed class CourseRunner(RunSettings settings, TimeProvider time)
{
    public static int AtOnce { get; } = Environment.ProcessorCount;

    /// <param name="paths">The notebooks' files.</param>
    /// <param name="onStep">Is told how far each has come; the last step of each has the executed notebook.</param>
    /// <param name="cancel">Ends all of it.</param>
    /// <returns>One run for each path, in the order of the paths, without the executed notebooks: outputs of hundreds take much memory.</returns>
    public async Task<IReadOnlyList<NotebookRun>> RunAsync(IReadOnlyList<string> paths, Action<RunStep> onStep, CancellationToken cancel)
    {
        var runs = new NotebookRun[paths.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        var names = RunNames.Of(paths);
        await Parallel.ForEachAsync(paths.Index(), options, async (job, token) => runs[job.Index] = await RunAsync(job.Item, names[job.Index], onStep, token) with { Executed = null });
        return runs;
    }

    private async Task<NotebookRun> RunAsync(string path, string name, Action<RunStep> onStep, CancellationToken cancel)
    {
        NotebookRun run;
        var (done, cells) = (0, 0);
        try
        {
            var notebook = NotebookReader.ReadFile(path);
            if (NotebookLanguage.Of(notebook) is { } other) throw new NotebookException($"{Path.GetFileName(path)} is a {other} notebook: the cells that run here are C#.");
            if (settings.UseSolutions) notebook = Solutions.Apply(notebook, path);
            cells = notebook.Cells.Count(cell => cell is CodeCell);
            var launch = KernelLaunch.BuiltIn(Path.GetDirectoryName(path)!) with
            {
                // A run of all lessons is no student's progress.
                Environment = new Dictionary<string, string> { ["LOGREGCOURSE_PROGRESS"] = "off" },
            };
            var runner = new NotebookRunner(launch, settings.CellLimit, time);
            onStep(new RunStep(name, done, cells));
            run = await runner.RunAsync(name, notebook, () => onStep(new RunStep(name, ++done, cells)), cancel);
            if (settings.UseSolutions) run = run with { Failure = run.Failure ?? UnsolvedExercise(run.Tally) };
        }
        catch (NotebookException refusal)
        {
            run = new NotebookRun(name, null, TimeSpan.Zero, new RunFailure(refusal.Message));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One file that nobody thought of must not take the others' results with it.
            run = new NotebookRun(name, null, TimeSpan.Zero, new RunFailure($"{Path.GetFileName(path)} could not be run: {e.Message}"));
        }
        onStep(new RunStep(name, done, cells, run));
        return run;
    }

    private static RunFailure? UnsolvedExercise(NotebookTally tally) =>
        tally.Checks is { Failed: 0, NotDone: 0 } ? null
        : new RunFailure($"With the solutions in place every check must pass, but {tally.Checks.Failed} failed and {tally.Checks.NotDone} were not done.");
}

/// <param name="UseSolutions">Put the solutions in the place of the exercises; every check must then pass.</param>
/// <param name="CellLimit">How long one cell may run.</param>
internal sealed record RunSettings(bool UseSolutions, TimeSpan CellLimit);

/// <summary>How far a notebook has come; Run is present when it is through.</summary>
internal sealed record RunStep(string Name, int Done, int Cells, NotebookRun? Run = null);
