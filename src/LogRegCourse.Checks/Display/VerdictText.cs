using LogRegCourse.Checks.Exercises;

namespace LogRegCourse.Checks.Display;

/// <summary>A verdict in plain text: signs and words, so that nothing depends on colour.</summary>
internal static class VerdictText
{
    public static string Write(Verdict verdict) =>
        string.Join('\n', verdict.Findings.Select(finding => $"  {Sign(finding.State)} {finding.Text}").Prepend(Headline(verdict)).Concat(Lines(verdict)));

    // The findings have said already what is wrong with a line.
    private static IEnumerable<string> Lines(Verdict verdict) => verdict.Derivation is { } derivation ? [DerivationText.WriteLines(derivation, withFindings: false)] : [];

    public static string Headline(Verdict verdict) => $"Exercise {verdict.Id}, {verdict.Title}: {Word(verdict.State)}";

    public static string Sign(FindingState state) => state switch
    {
        FindingState.Right => "✓",
        FindingState.Wrong => "✗",
        FindingState.NotTried => "…",
        _ => "→",
    };

    /// <summary>The word of the machine-readable verdict.</summary>
    public static string Code(VerdictState state) => state switch
    {
        VerdictState.Passed => "passed",
        VerdictState.Failed => "failed",
        VerdictState.Unchecked => "unchecked",
        _ => "not-done",
    };

    private static string Word(VerdictState state) => state switch
    {
        VerdictState.Passed => "✓ right",
        VerdictState.Failed => "✗ not yet",
        VerdictState.Unchecked => "? could not be checked",
        _ => "… not done yet",
    };
}
