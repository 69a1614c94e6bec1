using LogRegCourse.App.Kernels;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Studio.State;

namespace LogRegCourse.App.Running;

/// <summary>Runs a notebook from top to bottom in a kernel of its own and stops at the first cell that fails, since the cells below stand on it.</summary>
internal sealed class NotebookRunner(KernelLaunch launch, TimeSpan cellLimit, TimeProvider time)
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(1);

    public async Task<NotebookRun> RunAsync(string name, Notebook notebook, Action cellDone, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        var recorder = new OutputRecorder();
        await using var kernel = new KernelProcess(launch, time);
        kernel.Start();
        var failure = await WaitUntilReadyAsync(kernel, cancel);
        foreach (var (index, cell) in notebook.Cells.Index())
        {
            if (failure is not null) break;
            if (cell is not CodeCell code) continue;
            if (!string.IsNullOrWhiteSpace(code.Source))
                failure = await RunCellAsync(kernel, recorder, code, new CellPlace(index + 1, code.Id), cancel);
            cellDone();
        }
        var cells = notebook.Cells.Select(cell => cell is CodeCell code ? recorder.Executed(code) : cell);
        return new NotebookRun(name, notebook with { Cells = [.. cells] }, time.GetElapsedTime(started), failure);
    }

    /// <summary>The time a kernel needs to start is not the first cell's.</summary>
    private async Task<RunFailure?> WaitUntilReadyAsync(KernelProcess kernel, CancellationToken cancel)
    {
        using var timer = new CancellationTokenSource(StartPatience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, timer.Token);
        try
        {
            return await kernel.Events.ReadAsync(limit.Token) is KernelEnded ended ? new RunFailure(ended.Sentence) : null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new RunFailure($"The kernel did not start within {StartPatience.TotalSeconds:0} s: try again, or see what  doctor  says.");
        }
    }

    private async Task<RunFailure?> RunCellAsync(KernelProcess kernel, OutputRecorder recorder, CodeCell cell, CellPlace place, CancellationToken cancel)
    {
        using var timer = new CancellationTokenSource(cellLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, timer.Token);
        kernel.Send(new RunCell(cell.Id, cell.Source, AbortOnError: true, NotebookLanguage.Of(cell)));
        var isLate = false;
        while (true)
        {
            KernelEvent news;
            try
            {
                news = await kernel.Events.ReadAsync(isLate ? cancel : limit.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                isLate = true;
                await kernel.StopCellAsync();
                continue;
            }
            switch (news)
            {
                case InputRequested:
                    // Nobody sits there: the cell reads the end of input.
                    kernel.Send(new ProvideInput(null));
                    break;
                case CellFinished { Request: null, Outcome: not CellOutcomeKind.Succeeded } when isLate:
                case KernelEnded when isLate:
                    return Fail("TimeoutException", $"The cell ran longer than {cellLimit.TotalSeconds:0.###} s and was stopped: look for a loop without an end, or allow more with --timeout.");
                case KernelEnded ended:
                    return Fail("ProcessEnded", ended.Sentence);
                case CellFinished { Request: null } finished when finished.CellId == cell.Id:
                    recorder.Record(finished);
                    return finished.Error is { } error && !cell.MayFail ? new RunFailure(error.Message, place, error.Line, error.Column) : null;
                default:
                    recorder.Record(news);
                    break;
            }
        }

        RunFailure Fail(string name, string message)
        {
            recorder.Fail(cell.Id, name, message, [message]);
            return new RunFailure(message, place);
        }
    }
}
