using System.Text.Json.Serialization;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Studio.Protocol;

/// <summary>What the Studio tells the pages of a lesson, in the order it happened.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(NotebookOpened), "notebook-opened")]
[JsonDerivedType(typeof(CellEdited), "cell-edited")]
[JsonDerivedType(typeof(EditTaken), "edit-taken")]
[JsonDerivedType(typeof(EditsSaved), "edits-saved")]
[JsonDerivedType(typeof(CellAdded), "cell-added")]
[JsonDerivedType(typeof(CellDeleted), "cell-deleted")]
[JsonDerivedType(typeof(CellPhaseChanged), "cell-phase-changed")]
[JsonDerivedType(typeof(OutputsCleared), "outputs-cleared")]
[JsonDerivedType(typeof(OutputAdded), "output-added")]
[JsonDerivedType(typeof(OutputReplaced), "output-replaced")]
[JsonDerivedType(typeof(CellRan), "cell-ran")]
[JsonDerivedType(typeof(StaleCells), "stale-cells")]
[JsonDerivedType(typeof(KernelPhaseChanged), "kernel-phase-changed")]
[JsonDerivedType(typeof(SaveStateChanged), "save-state-changed")]
[JsonDerivedType(typeof(ConflictFound), "conflict-found")]
[JsonDerivedType(typeof(InputMoved), "input-moved")]
[JsonDerivedType(typeof(LineAsked), "line-asked")]
[JsonDerivedType(typeof(SolutionShown), "solution-shown")]
[JsonDerivedType(typeof(NoticeGiven), "notice-given")]
[JsonDerivedType(typeof(CompletionsListed), "completions-listed")]
[JsonDerivedType(typeof(HoverShown), "hover-shown")]
[JsonDerivedType(typeof(DiagnosisMade), "diagnosis-made")]
internal abstract record PageNews
{
    /// <summary>Both sides must speak the same version; a page of another version reloads itself.</summary>
    public const int ProtocolVersion = 2;
}

/// <summary>The whole lesson, sent first to each page (IsGreeting) and whenever everything changed. IsTrusted: its code may run.</summary>
internal sealed record NotebookOpened(int Version, string Name, IReadOnlyList<PageCell> Cells, string Kernel, bool IsSaved, bool HasConflict, bool IsGreeting = false, bool IsFileGone = false, bool IsTrusted = true) : PageNews;

/// <summary>A cell as pages see it. Html: a markdown cell's rendered text. Phase: idle, queued or running.
/// TextVersion: grows with each change of the text.
/// AreOutputsStored: they come from the file and not from a run of this session, so they are shown in a frame.</summary>
internal sealed record PageCell(
    string Id, string Kind, string Source, string Phase, bool IsStale, bool AreOutputsStored, IReadOnlyList<PageOutput> Outputs,
    string? Html = null, int? ExecutionCount = null, double? Milliseconds = null, IReadOnlyList<LiveInput>? LiveInputs = null, string? Alt = null, int TextVersion = 0);

/// <summary>One output. Kind text: Stream and Text. Kind value: Data by MIME type. Kind error: Text, and Line where known.</summary>
internal sealed record PageOutput(string Kind, string? Stream = null, string? Text = null, IReadOnlyDictionary<string, JsonElement>? Data = null, int? Line = null);

/// <summary>Somebody else changed a cell's text. Html and TextVersion as in <see cref="PageCell"/>.</summary>
internal sealed record CellEdited(string CellId, string Source, int TextVersion, string? Html = null) : PageNews;

/// <summary>The page's own edit stands in the lesson, not yet on the disk. Html as in <see cref="PageCell"/>.</summary>
internal sealed record EditTaken(string CellId, int Edit, string? Html = null) : PageNews;

/// <summary>All edits of this page up to this one are on the disk, or were given up for the file's text.</summary>
internal sealed record EditsSaved(int Edit) : PageNews;

/// <summary>A cell stands now at an index.</summary>
internal sealed record CellAdded(int Index, PageCell Cell) : PageNews;

/// <summary>A cell is gone.</summary>
internal sealed record CellDeleted(string CellId) : PageNews;

/// <summary>A cell waits, runs or rests.</summary>
internal sealed record CellPhaseChanged(string CellId, string Phase) : PageNews;

/// <summary>A cell runs anew: its outputs are gone. ByInput: a live input is the reason; keep the old ones until the
/// new ones are complete (<see cref="CellRan"/>).</summary>
internal sealed record OutputsCleared(string CellId, int ExecutionCount, bool ByInput) : PageNews;

/// <summary>A cell has one more output. Text that follows text of the same stream continues it.</summary>
internal sealed record OutputAdded(string CellId, PageOutput Output) : PageNews;

/// <summary>An output shown earlier has a new value.</summary>
internal sealed record OutputReplaced(string CellId, int Index, PageOutput Output) : PageNews;

/// <summary>A cell came to its end. Outcome: succeeded, failed, stopped or aborted. NeedsCellsAbove: it did not compile,
/// and cells above it have not run.</summary>
internal sealed record CellRan(string CellId, string Outcome, double Milliseconds, bool ByInput, IReadOnlyList<LiveInput>? LiveInputs = null, bool? NeedsCellsAbove = null) : PageNews;

/// <summary>These cells, and no others, show something older than what they depend on.</summary>
internal sealed record StaleCells(IReadOnlyList<string> CellIds) : PageNews;

/// <summary>Phase: none, starting, ready, busy. Sentence: why, where there is something to say.</summary>
internal sealed record KernelPhaseChanged(string Phase, string? Sentence = null) : PageNews;

/// <summary>Whether the file holds what the page shows.</summary>
internal sealed record SaveStateChanged(bool IsSaved, string? Trouble = null) : PageNews;

/// <summary>The file changed on disk while there was unsaved work here, or is gone; nothing is saved until this is resolved.</summary>
internal sealed record ConflictFound(bool IsThere, bool IsFileGone = false) : PageNews;

/// <summary>A live input has this value and its dependents show it; or it was not done, and Refusal says why.</summary>
internal sealed record InputMoved(int Request, string Name, JsonElement Value, string? Refusal = null) : PageNews;

/// <summary>The running cell waits for a line; absent CellId: it waits no longer.</summary>
internal sealed record LineAsked(string? CellId = null, string? Prompt = null, bool IsPassword = false) : PageNews;

/// <summary>The solution of an exercise.</summary>
internal sealed record SolutionShown(string Exercise, string Source) : PageNews;

/// <summary>One sentence for the student.</summary>
internal sealed record NoticeGiven(string Sentence) : PageNews;

internal sealed record CompletionsListed(int Request, int Start, int End, IReadOnlyList<CompletionItem> Items) : PageNews;

internal sealed record HoverShown(int Request, int Start, int End, string? Signature = null, string? Documentation = null) : PageNews;

internal sealed record DiagnosisMade(int Request, IReadOnlyList<Diagnosis> Items) : PageNews;
