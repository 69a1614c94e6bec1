using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogRegCourse.Studio.Protocol;

// The whole language between a page and the Studio: one JSON object per WebSocket message, tagged by "type".
// Web/studio/protocol.js lists the same words; a test compares both.

/// <summary>What a page asks. An absent field means what its comment says.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(EditCell), "edit-cell")]
[JsonDerivedType(typeof(RunCells), "run-cells")]
[JsonDerivedType(typeof(StopCells), "stop-cells")]
[JsonDerivedType(typeof(RestartKernel), "restart-kernel")]
[JsonDerivedType(typeof(WarmUp), "warm-up")]
[JsonDerivedType(typeof(AddCell), "add-cell")]
[JsonDerivedType(typeof(DeleteCell), "delete-cell")]
[JsonDerivedType(typeof(RestoreCell), "restore-cell")]
[JsonDerivedType(typeof(ResetToOriginal), "reset-to-original")]
[JsonDerivedType(typeof(SaveNow), "save-now")]
[JsonDerivedType(typeof(ResolveConflict), "resolve-conflict")]
[JsonDerivedType(typeof(MoveInput), "move-input")]
[JsonDerivedType(typeof(AnswerInput), "answer-input")]
[JsonDerivedType(typeof(AskHint), "ask-hint")]
[JsonDerivedType(typeof(AnswerQuestion), "answer-question")]
[JsonDerivedType(typeof(AskSolution), "ask-solution")]
[JsonDerivedType(typeof(TrustNotebook), "trust-notebook")]
[JsonDerivedType(typeof(AskCompletions), "ask-completions")]
[JsonDerivedType(typeof(AskHover), "ask-hover")]
[JsonDerivedType(typeof(AskDiagnosis), "ask-diagnosis")]
internal abstract record PageCommand;

/// <summary>A cell's text is now this. Other pages of the lesson hear of it. Edit: the page's own count of its edits, by
/// which it hears that the text was taken and is on the disk. Base: the text version that the page knew of what others
/// wrote in the cell; where somebody wrote since, the page is told the newer text and merges the two. Absent: taken as it is.</summary>
internal sealed record EditCell(string CellId, string Source, int? Edit = null, int? Base = null) : PageCommand;

/// <summary>Runs code cells in the order given; when one fails those behind it do not run.</summary>
internal sealed record RunCells(IReadOnlyList<string> CellIds) : PageCommand;

/// <summary>Stops the running cell and takes back those that wait.</summary>
internal sealed record StopCells : PageCommand;

/// <summary>A new kernel without variables; outputs stay.</summary>
internal sealed record RestartKernel : PageCommand;

/// <summary>Somebody began to write: start a kernel, run nothing.</summary>
internal sealed record WarmUp : PageCommand;

/// <summary>A new empty cell (kind code or markdown) after a cell; at the top where AfterCellId is absent.</summary>
internal sealed record AddCell(string Kind, string NewCellId, string? AfterCellId = null) : PageCommand;

/// <summary>Takes a cell out; it goes to a bin that <see cref="RestoreCell"/> empties backwards.</summary>
internal sealed record DeleteCell(string CellId) : PageCommand;

/// <summary>Puts the cell deleted last back where it was.</summary>
internal sealed record RestoreCell : PageCommand;

/// <summary>Puts a cell's text back to the course's original; the whole lesson where CellId is absent.</summary>
internal sealed record ResetToOriginal(string? CellId = null) : PageCommand;

/// <summary>Saves without waiting for the pause.</summary>
internal sealed record SaveNow : PageCommand;

/// <summary>The file changed on disk while there was unsaved work: keep the page's text, or take the file's.</summary>
internal sealed record ResolveConflict(bool KeepMine) : PageCommand;

/// <summary>Moves a live input. Answered by <see cref="InputMoved"/> with the same request.</summary>
internal sealed record MoveInput(int Request, string Name, JsonElement Value) : PageCommand;

/// <summary>The line that a running cell waits for; absent is the end of input.</summary>
internal sealed record AnswerInput(string? Text = null) : PageCommand;

/// <summary>The next hint of an exercise, shown among the outputs of its check cell.</summary>
internal sealed record AskHint(string Exercise) : PageCommand;

/// <summary>An answer to a question that looks back, shown among the outputs of the cell that asked and not written into it.</summary>
internal sealed record AnswerQuestion(string CellId, string Question, string Guess) : PageCommand;

/// <summary>The solution of an exercise; the page has asked the student whether they are sure.</summary>
internal sealed record AskSolution(string Exercise) : PageCommand;

/// <summary>The reader says that the notebook's code may run.</summary>
internal sealed record TrustNotebook : PageCommand;

/// <summary>What could be written at a position (UTF-16) of a cell's text.</summary>
internal sealed record AskCompletions(int Request, string CellId, string Source, int Position) : PageCommand;

/// <summary>What stands at a position of a cell's text.</summary>
internal sealed record AskHover(int Request, string CellId, string Source, int Position) : PageCommand;

/// <summary>What the compiler thinks of a cell's text.</summary>
internal sealed record AskDiagnosis(int Request, string CellId, string Source) : PageCommand;
