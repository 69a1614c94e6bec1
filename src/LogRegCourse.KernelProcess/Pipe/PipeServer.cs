using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;
using LogRegCourse.KernelProcess.Session;

namespace LogRegCourse.KernelProcess.Pipe;

/// <summary>The app's door: commands come as lines, events go as lines (see Messages.cs).</summary>
internal sealed class PipeServer(ICellSession session, WorkQueue work, OutgoingEvents events) : IDisposable
{
    private readonly NewestOnly _completions = new();
    private readonly NewestOnly _hovers = new();
    private readonly NewestOnly _diagnoses = new();
    private readonly PipeInput _input = new(events);

    /// <summary>Answers until the app closes its end.</summary>
    public void Serve(TextReader commands)
    {
        while (commands.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            try
            {
                Do(JsonSerializer.Deserialize(line, PipeJson.Default.KernelCommand));
            }
            catch (Exception error) when (error is JsonException or NotSupportedException)
            {
                events.Send(new CommandRefused($"Not a command of this kernel: {error.Message}"));
            }
        }
    }

    public void Dispose() => work.Dispose();

    private void Do(KernelCommand? command)
    {
        switch (command)
        {
            case RunCell run:
                work.Add(new(() => Run(run), () => Finish(run.CellId, CellOutcome.Aborted, null)));
                break;
            case StopCell:
                work.Stop();
                _input.Provide(null);
                break;
            case ProvideInput input:
                _input.Provide(input.Text);
                break;
            case SetLiveInput set:
                work.Add(new(() => Set(set), () => Refuse(set, "A newer value came, or the kernel was stopped."), ReplacedBy: set.Name));
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
            default:
                events.Send(new CommandRefused("An empty command."));
                break;
        }
    }

    private bool Run(RunCell run)
    {
        events.Send(new CellStarted(run.CellId, session.ExecutionCount + 1));
        var outcome = session.Run(run.CellId, run.Source, new PipeOutput(run.CellId, events, _input), run.Language);
        foreach (var path in session.TakeChangedReferences()) events.Send(new ReferenceChanged(path));
        // What waited when the stop came was aborted by it; what came since is wanted.
        var mayGoOn = outcome.Kind is CellOutcomeKind.Succeeded or CellOutcomeKind.Stopped || !run.AbortOnError;
        var behind = mayGoOn ? [] : work.TakeWaiting();
        Finish(run.CellId, outcome, null);
        foreach (var waiting in behind) waiting.Abort();
        return true;
    }

    private bool Set(SetLiveInput set)
    {
        var outcome = session.SetLiveInput(set.Name, set.Value, new PipeRerun(set.Request, session.ExecutionCount, events, _input, Finish));
        events.Send(new LiveInputSet(set.Request, set.Name, set.Value, outcome.Ran, outcome.Refusal));
        return true;
    }

    private void Refuse(SetLiveInput set, string why) => events.Send(new LiveInputSet(set.Request, set.Name, set.Value, [], why));

    private void Finish(string cellId, CellOutcome outcome, int? request) => events.Send(new CellFinished(
        cellId, outcome.Kind, Math.Round(outcome.Time.TotalMilliseconds, 3), outcome.Error, outcome.Dependencies, outcome.LiveInputs, request));

    private void Answer(Complete ask, Completions found) => events.Send(new CompletionsFound(ask.Request, found.Start, found.End, found.Items));

    private void Answer(Hover ask, HoverText? found) =>
        events.Send(new HoverFound(ask.Request, found?.Start ?? ask.Position, found?.End ?? ask.Position, found?.Signature, found?.Documentation));

    private void Answer(Diagnose ask, Findings found) => events.Send(new Diagnosed(ask.Request, found.Items, found.Dependencies));
}
