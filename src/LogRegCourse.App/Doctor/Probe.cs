namespace LogRegCourse.App.Doctor;

/// <summary>One question about this machine.</summary>
internal abstract class Probe
{
    /// <summary>What is looked for, as the report names it.</summary>
    public abstract string Subject { get; }

    public abstract Task<Finding> LookAsync(CancellationToken cancel);
}

/// <param name="State">Whether it is there, and if not, whether that matters.</param>
/// <param name="Text">What was found, in a few words.</param>
/// <param name="Remedy">The command that mends it; absent when nothing is to be mended.</param>
internal sealed record Finding(FindingState State, string Text, string? Remedy = null)
{
    public static Finding Present(string text) => new(FindingState.Present, text);

    public static Finding Missing(string text, string remedy) => new(FindingState.Missing, text, remedy);

    public static Finding Optional(string text, string remedy) => new(FindingState.Optional, text, remedy);
}

internal enum FindingState
{
    Present,

    /// <summary>Missing, and one of the doors to the course stays shut without it.</summary>
    Optional,

    /// <summary>Missing, and nothing works without it.</summary>
    Missing,
}
