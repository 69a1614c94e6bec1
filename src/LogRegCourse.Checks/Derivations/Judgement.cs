namespace LogRegCourse.Checks.Derivations;

/// <summary>What is said of one line: right, wrong, or that it could not be checked, and the sentences for it.</summary>
internal sealed record Judgement(Mark Mark, IReadOnlyList<string> Findings)
{
    public static Judgement Right { get; } = new(Mark.Right, []);

    /// <summary>Neither right nor wrong.</summary>
    public static Judgement Open(string because) => new(Mark.Unchecked, [$"This line could not be checked, because {because}"]);
}
