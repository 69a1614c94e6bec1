namespace LogRegCourse.Checks;

/// <summary>A derivation or check that cannot be read at all, with a sentence that says what to write instead.</summary>
public sealed class DerivationException(string message) : Exception(message)
{
    /// <summary>Whether there is something in it that the checker does not know, which may be right all the same.</summary>
    internal bool IsUnreadable { get; init; }
}
