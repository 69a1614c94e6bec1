using System.Collections.Immutable;
using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;

namespace LogRegCourse.Studio.State;

/// <summary>What the kernel of a lesson does: there is none, it starts, it waits for work, it works.</summary>
internal enum KernelPhase
{
    None,
    Starting,
    Ready,
    Busy,
}

/// <summary>
/// An open lesson. Immutable: <see cref="After"/> is a pure function from a state and an event to the next state and
/// what is to be done, so that everything the Studio decides is tested without a kernel, a file or a page.
/// </summary>
internal sealed partial record NotebookState(string Name, ImmutableList<CellState> Cells, JsonElement Metadata)
{
    private const string NotTrusted = "Nothing of this notebook runs until you say above that it may.";

    public KernelPhase Kernel { get; init; }

    /// <summary>An old kernel is on its way out and a new one is coming.</summary>
    public bool IsRestarting { get; init; }

    /// <summary>Cells to run as soon as the new kernel is asked for: what was asked while the old one ended.</summary>
    public ImmutableList<string> ToRun { get; init; } = [];

    /// <summary>A kernel ended between two runs, and the next run stands on nothing: it has to say so.</summary>
    public bool HasLostVariables { get; init; }

    /// <summary>The line that the running cell waits for.</summary>
    public LineAsked? Asked { get; init; }

    /// <summary>Grows with every change that the file must hold.</summary>
    public int Revision { get; init; }

    public int SavedRevision { get; init; }

    public bool IsSaved => Revision == SavedRevision;

    /// <summary>The file as somebody else left it while there was unsaved work here.</summary>
    public Notebook? OnDisk { get; init; }

    /// <summary>Fields of the file that the format does not know.</summary>
    public OtherFields Other { get; init; }

    /// <summary>Somebody took the file away; it is written again when the reader says so.</summary>
    public bool IsFileGone { get; init; }

    /// <summary>Edits that pages wait to hear of: by whom, which, and the revision that holds each.</summary>
    public ImmutableList<(int Page, int Edit, int Revision)> Typed { get; init; } = [];

    /// <summary>How many runs there were.</summary>
    public int Runs { get; init; }

    public IReadOnlyList<string> Stale { get; init; } = [];

    /// <summary>Deleted cells, the last one on top, with the place each had.</summary>
    public ImmutableStack<(int Index, Cell Cell)> Bin { get; init; } = [];

    /// <summary>Whether its code may run: it is the course's own, or the reader has said so.</summary>
    public bool IsTrusted { get; init; } = true;

    public static NotebookState Of(string name, Notebook notebook) =>
        new(name, [.. notebook.Cells.Select(cell => new CellState(cell))], notebook.Metadata) { Other = notebook.Other };

    public Notebook Notebook => new([.. Cells.Select(cell => cell.Cell is CodeCell code ? code with { Outputs = [.. StreamOutput.Joined(code.Outputs)] } : cell.Cell)], Metadata) { Other = Other };

    public (NotebookState State, IReadOnlyList<StudioEffect> Effects) After(StudioEvent happened)
    {
        var effects = new List<StudioEffect>();
        var next = happened switch
        {
            PageCame came => Greet(came, effects),
            PageAsked asked => AfterCommand(asked, effects),
            KernelSaid said => AfterKernel(said.Event, effects),
            PauseEnded => Save(effects, overwrite: false),
            LayIdle => EndIdleKernel(effects),
            FileSaved saved => AfterSaved(saved, effects),
            SaveFailed failed => this.Also(effects, new Tell(new SaveStateChanged(false, failed.Sentence))),
            FileChanged changed => AfterFileChanged(changed.OnDisk, effects),
            FileGone gone => AfterFileGone(gone.IsGone, effects),
            OriginalRead read => AfterOriginalRead(read, effects),
            AnswerFound answer => this.Also(effects, new Tell(answer.News, Only: answer.Page)),
            _ => throw new InvalidOperationException($"No rule for {happened.GetType().Name}."),
        };
        return (next.MarkStale(effects), effects);
    }

    private NotebookState Greet(PageCame came, List<StudioEffect> effects)
    {
        effects.Add(new Tell(Opened() with { IsGreeting = true }, Only: came.Page));
        if (Asked is { } asked) effects.Add(new Tell(asked, Only: came.Page));
        return this;
    }

    private NotebookOpened Opened() => new(
        PageNews.ProtocolVersion,
        Name,
        [.. Cells.Select(cell => cell.ForPage(Stale.Contains(cell.Id)))],
        Kernel.ToString().ToLowerInvariant(),
        IsSaved,
        OnDisk is not null || IsFileGone,
        IsFileGone: IsFileGone,
        IsTrusted: IsTrusted);

    private NotebookState AfterCommand(PageAsked asked, List<StudioEffect> effects) => asked.Command switch
    {
        TrustNotebook => (this with { IsTrusted = true }).Also(effects, new KeepTrust()).Reopen(effects),
        // Asked by a page when somebody begins to write.
        WarmUp when !IsTrusted => this,
        RunCells or RestartKernel or MoveInput or AskHint or AnswerQuestion when !IsTrusted => this.Also(effects, new Tell(new NoticeGiven(NotTrusted), Only: asked.Page)),
        EditCell edit => Edit(edit, asked.Page, effects),
        AddCell add => Add(add, effects),
        DeleteCell delete => Delete(delete.CellId, effects),
        RestoreCell => Restore(effects),
        RunCells run => Run(run.CellIds, effects),
        StopCells => Stop(effects),
        RestartKernel => Restart(effects),
        WarmUp => Started(effects),
        MoveInput move => Move(move, asked.Page, effects),
        AnswerInput answer => (this with { Asked = null }).Also(effects, new SendToKernel(new Kernel.Messages.ProvideInput(answer.Text)), new Tell(new LineAsked())),
        AskHint hint => Hint(hint.Exercise, effects),
        AnswerQuestion answer => Answer(answer, effects),
        AskSolution solution => this.Also(effects, new ReadSolution(solution.Exercise, asked.Page)),
        ResetToOriginal reset => this.Also(effects, new ReadOriginal(reset.CellId)),
        SaveNow => Save(effects, overwrite: false),
        ResolveConflict resolve => Resolve(resolve.KeepMine, effects),
        _ => this,
    };

    private NotebookState MarkStale(List<StudioEffect> effects)
    {
        var stale = Staleness.Of(Cells);
        return stale.SequenceEqual(Stale) ? this : (this with { Stale = stale }).Also(effects, new Tell(new StaleCells(stale)));
    }

    private int IndexOf(string cellId) => Cells.FindIndex(cell => cell.Id == cellId);

    private CellState? Find(string cellId) => Cells.Find(cell => cell.Id == cellId);

    private NotebookState Replace(CellState cell) => IndexOf(cell.Id) is var index and >= 0 ? this with { Cells = Cells.SetItem(index, cell) } : this;

    private NotebookState Also(List<StudioEffect> effects, params ReadOnlySpan<StudioEffect> more)
    {
        effects.AddRange(more);
        return this;
    }
}
