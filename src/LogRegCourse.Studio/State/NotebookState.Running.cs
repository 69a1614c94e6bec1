using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Studio.State;

// What runs, and what came of it.
internal sealed partial record NotebookState
{
    private const string BesideSuffix = "-beside";
    private const string ExercisePrefix = "exercise-";
    private const string CheckPrefix = "check-";
    private const string SetupCell = "setup";
    private const string CompilationError = "CompilationError";
    private const string NothingToCheck = "The exercise's cell above has not run as it stands, so nothing was checked. Mend it and run it: the check follows by itself.";
    private const string EndedIdle = "The kernel was ended, for the lesson lay unused for long; outputs stay, variables are gone.";
    private const string Restarted = "The kernel was restarted; all variables are gone.";
    private const string StartsEmpty = "A new kernel runs this: the variables of earlier runs are gone. More, then \"Run from the top to here\" makes them anew.";

    private NotebookState Started(List<StudioEffect> effects) =>
        Kernel != KernelPhase.None ? this
        : (this with { Kernel = KernelPhase.Starting }).Also(effects, new StartKernel(), new Tell(new KernelPhaseChanged("starting")));

    // The new kernel is started when the old one has said its last word, so that nothing of the one reaches the other.
    private NotebookState Restart(List<StudioEffect> effects)
    {
        if (IsRestarting) return this;
        var next = this with { HasLostVariables = false };
        if (Kernel == KernelPhase.None) return next.Started(effects);
        return (next with { Kernel = KernelPhase.Starting, IsRestarting = true }).Also(effects, new EndKernelProcess(Restarted), new Tell(new KernelPhaseChanged("starting")));
    }

    private NotebookState Run(IReadOnlyList<string> cellIds, List<StudioEffect> effects)
    {
        if (IsRestarting) return this with { ToRun = ToRun.AddRange(cellIds) };
        var next = Started(effects);
        if (HasLostVariables) next = (next with { HasLostVariables = false }).Also(effects, new Tell(new NoticeGiven(StartsEmpty)));
        foreach (var id in WithTheirOtherHalf(cellIds))
        {
            if (next.Find(id) is not { Phase: CellPhase.Idle, Cell: CodeCell } cell || string.IsNullOrWhiteSpace(cell.Cell.Source)) continue;
            next = next.Replace(cell with { Phase = CellPhase.Queued, SentSource = cell.Cell.Source })
                .Also(effects, new SendToKernel(new RunCell(id, cell.Cell.Source, AbortOnError: !IsOfExercise(id), NotebookLanguage.Of(cell.Cell))), new Tell(new CellPhaseChanged(id, "queued")));
        }
        return next.WithKernelPhase(effects);
    }

    // Running an answer checks it, and a check asked for judges the answer that stands there: one action.
    private IEnumerable<string> WithTheirOtherHalf(IReadOnlyList<string> cellIds)
    {
        foreach (var id in cellIds)
        {
            if (AnswerOf(id) is { } answer && !cellIds.Contains(answer.Id) && !RanAsItStands(answer)) yield return answer.Id;
            yield return id;
            if (CheckOf(id) is { } check && !cellIds.Contains(check.Id)) yield return check.Id;
        }
    }

    // An exercise that is not finished is no reason to leave the rest of a lesson unrun.
    private static bool IsOfExercise(string id) => id.StartsWith(ExercisePrefix, StringComparison.Ordinal) || id.StartsWith(CheckPrefix, StringComparison.Ordinal);

    private NotebookState Hint(string exercise, List<StudioEffect> effects) =>
        IsId(exercise) ? RunBeside($"{CheckPrefix}{exercise.Replace('.', '-')}", $"Hint(\"{exercise}\")", effects) : this;

    private NotebookState Answer(AnswerQuestion answer, List<StudioEffect> effects) =>
        IsId(answer.Question) ? RunBeside(answer.CellId, $"Predict(\"{answer.Question}\", {JsonSerializer.Serialize(answer.Guess)})", effects) : this;

    private static bool IsId(string id) => id.All(c => char.IsAsciiLetterOrDigit(c) || c == '.');

    /// <summary>Runs something of the course's own whose output is shown beside a cell's and not kept.</summary>
    private NotebookState RunBeside(string cellId, string source, List<StudioEffect> effects)
    {
        if (Find(cellId) is not { } cell) return this;
        if (IsRestarting) return this.Also(effects, new Tell(new NoticeGiven("The kernel is being restarted: try again in a moment.")));
        // The setup cell brings the library that is asked.
        var ready = Find(SetupCell) is { LastRun: null, Phase: CellPhase.Idle } ? Run([SetupCell], effects) : Started(effects);
        return ready.Also(effects, new SendToKernel(new RunCell(cell.Id + BesideSuffix, source)));
    }

    private NotebookState Stop(List<StudioEffect> effects) =>
        Kernel is KernelPhase.None ? this : this.Also(effects, new StopKernelCell());

    // A cell that runs is use enough.
    private NotebookState EndIdleKernel(List<StudioEffect> effects) =>
        Kernel is KernelPhase.Ready ? this.Also(effects, new EndKernelProcess(EndedIdle)) : this;

    private NotebookState Move(MoveInput move, int page, List<StudioEffect> effects) =>
        Kernel is KernelPhase.None or KernelPhase.Starting
            ? this.Also(effects, new Tell(new InputMoved(move.Request, move.Name, move.Value, "Run the cell first."), Only: page))
            : this.Also(effects, new SendToKernel(new SetLiveInput(move.Request, move.Name, move.Value)));

    private NotebookState AfterKernel(KernelEvent news, List<StudioEffect> effects) => news switch
    {
        // The old kernel may have said so before it heard that it has to go.
        KernelReady when IsRestarting => this,
        KernelReady => (this with { Kernel = KernelPhase.Ready }).WithKernelPhase(effects, always: true),
        CellStarted started => Begin(started, effects),
        OutputCleared cleared => Clear(cleared, effects),
        TextPrinted { CellId: var check } when JudgesOlderAnswer(check) => this,
        ValueDisplayed { CellId: var check } when JudgesOlderAnswer(check) => this,
        TextPrinted printed => Show(printed.CellId, new StreamOutput(printed.Stream == PrintStream.Stdout ? "stdout" : "stderr", printed.Text), null, effects),
        ValueDisplayed shown => Show(shown.CellId, ValueOf(shown), shown.DisplayId, effects),
        DisplayUpdated updated => Update(updated, effects),
        InputRequested asked => Waiting(new LineAsked(asked.CellId, asked.Prompt, asked.IsPassword), effects),
        CellFinished finished => Finish(finished, effects),
        LiveInputSet set => Moved(set).Also(effects, new Tell(new InputMoved(set.Request, set.Name, set.Value, set.Refusal))),
        ReferenceChanged changed => this.Also(effects, new Tell(new NoticeGiven($"{Path.GetFileName(changed.Path)} is newer than what this lesson runs with: restart the kernel to use it."))),
        KernelEnded ended => AfterEnd(ended.Sentence, effects),
        _ => this,
    };

    private NotebookState Waiting(LineAsked asked, List<StudioEffect> effects) => (this with { Asked = asked }).Also(effects, new Tell(asked));

    private NotebookState Moved(LiveInputSet set) => set.Refusal is not null ? this : this with
    {
        Cells = [.. Cells.Select(cell => cell.LiveInputs.Any(input => input.Name == set.Name)
            ? cell with { LiveInputs = [.. cell.LiveInputs.Select(input => input.Name == set.Name ? input with { Default = set.Value } : input)] } : cell)],
    };

    private NotebookState Begin(CellStarted started, List<StudioEffect> effects)
    {
        if (Find(started.CellId) is not { } cell) return this;
        var byInput = started.Request is not null;
        var begun = cell.With([], byInput ? (cell.Cell as CodeCell)?.ExecutionCount : started.ExecutionCount) with
        {
            Phase = CellPhase.Running,
            AreOutputsStored = false,
            Displays = cell.Displays.Clear(),
        };
        return Replace(begun).Also(effects, new Tell(new OutputsCleared(cell.Id, started.ExecutionCount, byInput)), new Tell(new CellPhaseChanged(cell.Id, "running")));
    }

    private NotebookState Clear(OutputCleared cleared, List<StudioEffect> effects)
    {
        if (Find(cleared.CellId) is not { Cell: CodeCell code } cell) return this;
        if (cleared.Wait) return Replace(cell with { ClearsWithNextOutput = true });
        return Replace(cell.With([], code.ExecutionCount) with { ClearsWithNextOutput = false, Displays = cell.Displays.Clear() })
            .Also(effects, new Tell(new OutputsCleared(cell.Id, code.ExecutionCount ?? 0, ByInput: false)));
    }

    private static CellOutput ValueOf(ValueDisplayed shown) => shown.IsResult
        ? new ResultOutput(MimeBundle.Of(shown.Data), NoMetadata, null)
        : new DisplayOutput(MimeBundle.Of(shown.Data), NoMetadata);

    private NotebookState Show(string cellId, CellOutput output, string? displayId, List<StudioEffect> effects)
    {
        // A hint belongs to the check it helps with, and is not kept.
        if (cellId.EndsWith(BesideSuffix, StringComparison.Ordinal))
            return this.Also(effects, new Tell(new OutputAdded(cellId, CellState.OutputForPage(OutputBudget.Bounded(output)))));
        if (Find(cellId) is { ClearsWithNextOutput: true }) return Clear(new OutputCleared(cellId, Wait: false), effects).Show(cellId, output, displayId, effects);
        if (Find(cellId) is not { Cell: CodeCell code } cell) return this;
        if (OutputBudget.Next(output, code.Outputs.LastOrDefault(), cell.OutputBytes, Cells.Sum(other => other.OutputBytes)) is not { } bounded) return this;
        output = bounded is ResultOutput result ? result with { ExecutionCount = code.ExecutionCount } : bounded;
        var shown = cell.With(code.Outputs.Add(output), code.ExecutionCount);
        if (displayId is not null && output.Bundle is not null) shown = shown with { Displays = cell.Displays.SetItem(displayId, code.Outputs.Length) };
        return Replace(shown).Also(effects, new Tell(new OutputAdded(cellId, CellState.OutputForPage(output))));
    }

    private NotebookState Update(DisplayUpdated updated, List<StudioEffect> effects)
    {
        if (Cells.Find(cell => cell.Displays.ContainsKey(updated.DisplayId)) is not { Cell: CodeCell code } cell) return this;
        var index = cell.Displays[updated.DisplayId];
        var old = code.Outputs[index];
        var data = MimeBundle.Of(updated.Data);
        var output = OutputBudget.Bounded(old is ResultOutput result ? result with { Data = data } : new DisplayOutput(data, NoMetadata));
        if (!OutputBudget.Fits(output, cell.OutputBytes - OutputBudget.Size(old), Cells.Sum(other => other.OutputBytes) - OutputBudget.Size(old))) return this;
        return Replace(cell.With(code.Outputs.SetItem(index, output), code.ExecutionCount))
            .Also(effects, new Tell(new OutputReplaced(cell.Id, index, CellState.OutputForPage(output))));
    }

    private NotebookState Finish(CellFinished finished, List<StudioEffect> effects)
    {
        if (Find(finished.CellId) is not { } cell)
            return finished.Error is { } trouble && finished.CellId.EndsWith(BesideSuffix, StringComparison.Ordinal)
                ? this.Also(effects, new Tell(new NoticeGiven("Not yet: run the first cells of the lesson, then try again."))) : this;
        var byInput = finished.Request is not null;
        var needsCellsAbove = false;
        var next = Asked is null ? this : Waiting(new LineAsked(), effects) with { Asked = null };
        if (finished is { Error: { } error, Outcome: not CellOutcomeKind.Aborted })
        {
            needsCellsAbove = error.Name == CompilationError && Cells.TakeWhile(above => above.Id != cell.Id).Any(NeverRan);
            // An answer that never ran leaves nothing behind that its check could find.
            next = next.Show(cell.Id, JudgesOlderAnswer(cell.Id) ? Unchecked : new ErrorOutput(error.Name, error.Message, [.. error.Trace]), null, effects);
            var left = Cells.Count(other => other.Phase == CellPhase.Queued && other.Id != cell.Id);
            if (left > 0 && finished.Outcome == CellOutcomeKind.Failed && !IsOfExercise(cell.Id)) effects.Add(new Tell(new NoticeGiven($"Cell {cell.Id} failed, and {(left == 1 ? "one cell" : $"{left} cells")} behind it did not run.")));
        }
        else if (JudgesOlderAnswer(cell.Id))
        {
            next = next.Show(cell.Id, Unchecked, null, effects);
        }
        cell = next.Find(cell.Id)!;
        var ran = finished.Outcome != CellOutcomeKind.Aborted;
        next = next.Replace(cell with
        {
            Phase = CellPhase.Idle,
            Milliseconds = ran ? finished.Milliseconds : cell.Milliseconds,
            LiveInputs = byInput ? cell.LiveInputs : finished.LiveInputs ?? cell.LiveInputs,
            LastRun = ran ? new CellRun(Runs + 1, byInput ? cell.LastRun?.Source ?? cell.Cell.Source : cell.SentSource ?? cell.Cell.Source, finished.Dependencies ?? cell.LastRun?.Use, finished.Outcome == CellOutcomeKind.Failed) : cell.LastRun,
            SentSource = null,
        }) with { Runs = Runs + 1 };
        effects.Add(new Tell(new CellRan(cell.Id, finished.Outcome.ToString().ToLowerInvariant(), finished.Milliseconds, byInput, finished.LiveInputs, needsCellsAbove ? true : null)));
        return (ran && !byInput ? next.Changed(effects) : next).WithKernelPhase(effects);
    }

    /// <summary>The cell with the answer that a check judges; null for cells that are no check.</summary>
    private CellState? AnswerOf(string id) => OtherHalf(id, CheckPrefix, ExercisePrefix);

    /// <summary>The cell that checks an answer; null for cells that hold none.</summary>
    private CellState? CheckOf(string id) => OtherHalf(id, ExercisePrefix, CheckPrefix);

    private CellState? OtherHalf(string id, string prefix, string other) => id.StartsWith(prefix, StringComparison.Ordinal) ? Find(other + id[prefix.Length..]) : null;

    private static bool RanAsItStands(CellState answer) => answer.LastRun is { Failed: false } last && last.Source == answer.Cell.Source;

    private static StreamOutput Unchecked => new("stderr", NothingToCheck);

    private bool JudgesOlderAnswer(string id) => AnswerOf(id) is { } answer && !RanAsItStands(answer);

    private static bool NeverRan(CellState cell) => cell is { Cell: CodeCell, LastRun: null } && !string.IsNullOrWhiteSpace(cell.Cell.Source);

    private NotebookState AfterEnd(string sentence, List<StudioEffect> effects)
    {
        var next = this with
        {
            Kernel = KernelPhase.None,
            IsRestarting = false,
            ToRun = [],
            Asked = null,
            HasLostVariables = !IsRestarting && Cells.TrueForAll(cell => cell.Phase != CellPhase.Running) && Cells.Exists(cell => cell.LastRun is not null),
        };
        foreach (var cell in Cells)
        {
            if (cell.Phase == CellPhase.Running)
                next = next.Show(cell.Id, new ErrorOutput("KernelEnded", sentence, [sentence]), null, effects).Changed(effects);
            if (cell.Phase != CellPhase.Idle)
                effects.Add(new Tell(new CellRan(cell.Id, cell.Phase == CellPhase.Running ? "failed" : "aborted", 0, ByInput: false)));
        }
        // A new kernel knows none of the old runs.
        next = next with { Cells = [.. next.Cells.Select(cell => cell with { Phase = CellPhase.Idle, LastRun = null, SentSource = null, LiveInputs = [] })] };
        next.Also(effects, new Tell(new KernelPhaseChanged("none", sentence)), new Tell(new LineAsked()));
        return IsRestarting ? next.Started(effects).Run(ToRun, effects) : next;
    }

    private NotebookState WithKernelPhase(List<StudioEffect> effects, bool always = false)
    {
        if (Kernel is KernelPhase.None or KernelPhase.Starting) return this;
        var phase = Cells.Exists(cell => cell.Phase != CellPhase.Idle) ? KernelPhase.Busy : KernelPhase.Ready;
        return phase == Kernel && !always ? this : (this with { Kernel = phase }).Also(effects, new Tell(new KernelPhaseChanged(phase.ToString().ToLowerInvariant())));
    }
}
