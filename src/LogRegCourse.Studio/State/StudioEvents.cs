using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Studio.State;

/// <summary>Everything that can happen to an open lesson.</summary>
internal abstract record StudioEvent;

/// <summary>A page asked for something.</summary>
internal sealed record PageAsked(int Page, PageCommand Command) : StudioEvent;

/// <summary>A page came and wants to see everything.</summary>
internal sealed record PageCame(int Page) : StudioEvent;

/// <summary>The kernel said something.</summary>
internal sealed record KernelSaid(KernelEvent Event) : StudioEvent;

/// <summary>Nobody has used the lesson for long.</summary>
internal sealed record LayIdle : StudioEvent;

/// <summary>The pause after an edit is over.</summary>
internal sealed record PauseEnded : StudioEvent;

/// <summary>The file holds what the notebook was at a revision.</summary>
internal sealed record FileSaved(int Revision) : StudioEvent;

/// <summary>The file could not be written.</summary>
internal sealed record SaveFailed(string Sentence) : StudioEvent;

/// <summary>Somebody else changed the file; this is what it holds now.</summary>
internal sealed record FileChanged(Notebook OnDisk) : StudioEvent;

/// <summary>Somebody took the file away, or (false) it is there again as it was.</summary>
internal sealed record FileGone(bool IsGone) : StudioEvent;

/// <summary>The course's original was read, for one cell or (absent) for the lesson.</summary>
internal sealed record OriginalRead(Notebook Original, string? CellId) : StudioEvent;

/// <summary>The answer to a question that needs no decision.</summary>
internal sealed record AnswerFound(int Page, PageNews News) : StudioEvent;
