namespace LogRegCourse.Checks.Exercises;

/// <summary>How one property of an answer came out.</summary>
internal enum FindingState
{
    Right,
    Wrong,
    NotTried,

    /// <summary>A sentence that explains, without a verdict of its own.</summary>
    Advice,
}

/// <summary>One property of an answer: what was tried and what came of it, in a sentence.</summary>
internal sealed record Finding(FindingState State, string Text)
{
    /// <summary>Whether the table of the derivation's lines says it as well, at its line.</summary>
    public bool IsInTable { get; init; }
}
