namespace LogRegCourse.Checks;

/// <summary>A derivation or check that cannot be read at all, with a sentence that says what to write instead.</summary>
public sealed class DerivationException(string message) : Exception(message);
