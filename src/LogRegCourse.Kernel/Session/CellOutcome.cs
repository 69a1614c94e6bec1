using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Kernel.Session;

/// <summary>How a cell ended. Dependencies and LiveInputs are null when it did not compile.</summary>
internal sealed record CellOutcome(
    CellOutcomeKind Kind,
    TimeSpan Time,
    CellError? Error = null,
    CellUse? Dependencies = null,
    IReadOnlyList<LiveInput>? LiveInputs = null)
{
    public static CellOutcome Stopped { get; } = new(CellOutcomeKind.Stopped, TimeSpan.Zero,
        new CellError("Stopped", "The cell was stopped; the variables it had set keep their values.", []));

    public static CellOutcome Aborted { get; } = new(CellOutcomeKind.Aborted, TimeSpan.Zero,
        new CellError("Aborted", "This cell did not run, because one before it failed or was stopped.", []));
}

/// <summary>Which cells ran again for a live input, or why none did.</summary>
internal sealed record LiveInputOutcome(IReadOnlyList<string> Ran, string? Refusal = null);
