using LogRegCourse.App.Kernels;

namespace LogRegCourse.App.Grading;

/// <summary>What keeps a submission's code away from everything else. Sentence: what was in force, for the report.</summary>
internal sealed record Isolation(string Sentence, Func<KernelLaunch, KernelLaunch> Around)
{
    /// <summary>A process of its own, without the platform's help.</summary>
    public static Isolation None { get; } = new("a process and a time limit for each submission; this platform offers no more, so run only what you trust", launch => launch);
}
