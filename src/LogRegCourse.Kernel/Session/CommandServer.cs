using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Kernel.Session;

/// <summary>Does what commands ask of a session and sends what comes of it as events (see Messages.cs), whatever carries both.</summary>
internal sealed class CommandServer(ICellSession session, IWorkQueue work, ILines lines, Action<KernelEvent> send)
{
    private readonly NewestOnly _completions = new();
    private readonly NewestOnly _hovers = new();
    private readonly NewestOnly _diagnoses = new();

    /// <summary>Does a command, at once or when those before it are done.</summary>
    public void Do(KernelCommand command)
    {
        switch (command)
        {
            case RunCell run:
                work.Add(new(() => RunAsync(run), () => Finish(run.CellId, CellOutcome.Aborted, null)));
                break;
            case StopCell:
                work.Stop();
                lines.Provide(null);
                break;
            case ProvideInput input:
                lines.Provide(input.Text);
                break;
            case SetLiveInput set:
                work.Add(new(() => SetAsync(set), () => Refuse(set, "A newer value came, or the kernel was stopped."), ReplacedBy: set.Name));
                break;
            case Complete ask:
                _completions.Ask(cancel => Answer(ask, session.Complete(ask.Source, ask.Position, cancel)), () => Answer(ask, new(ask.Position, ask.Position, [])));
                break;
            case Hover ask:
                _hovers.Ask(cancel => Answer(ask, session.Hover(ask.Source, ask.Position, cancel)), () => Answer(ask, null));
                break;
            case Diagnose ask:
                _diagnoses.Ask(cancel => Answer(ask, session.Diagnose(ask.Source, cancel)), () => Answer(ask, new([], null)));
                break;
        }
    }

    private async Task<bool> RunAsync(RunCell run)
    {
        send(new CellStarted(run.CellId, session.ExecutionCount + 1));
        var outcome = await session.RunAsync(run.CellId, run.Source, new EventOutput(run.CellId, send, lines), run.Language);
        foreach (var path in session.TakeChangedReferences()) send(new ReferenceChanged(path));
        // What waited when the stop came was aborted by it; what came since is wanted.
        var mayGoOn = outcome.Kind is CellOutcomeKind.Succeeded or CellOutcomeKind.Stopped || !run.AbortOnError;
        var behind = mayGoOn ? [] : work.TakeWaiting();
        Finish(run.CellId, outcome, null);
        foreach (var waiting in behind) waiting.Abort();
        return true;
    }

    private async Task<bool> SetAsync(SetLiveInput set)
    {
        var outcome = await session.SetLiveInputAsync(set.Name, set.Value, new EventRerun(set.Request, session.ExecutionCount, send, lines, Finish));
        send(new LiveInputSet(set.Request, set.Name, set.Value, outcome.Ran, outcome.Refusal));
        return true;
    }

    private void Refuse(SetLiveInput set, string why) => send(new LiveInputSet(set.Request, set.Name, set.Value, [], why));

    private void Finish(string cellId, CellOutcome outcome, int? request) => send(new CellFinished(
        cellId, outcome.Kind, Math.Round(outcome.Time.TotalMilliseconds, 3), outcome.Error, outcome.Dependencies, outcome.LiveInputs, request));

    private void Answer(Complete ask, Completions found) => send(new CompletionsFound(ask.Request, found.Start, found.End, found.Items));

    private void Answer(Hover ask, HoverText? found) =>
        send(new HoverFound(ask.Request, found?.Start ?? ask.Position, found?.End ?? ask.Position, found?.Signature, found?.Documentation));

    private void Answer(Diagnose ask, Findings found) => send(new Diagnosed(ask.Request, found.Items, found.Dependencies));
}
