using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Studio.State;

/// <summary>The kernel's process is gone, and with it every variable; the last event of that process. The sentence
/// says why and belongs into the cell that was running.</summary>
internal sealed record KernelEnded(string Sentence) : KernelEvent;
