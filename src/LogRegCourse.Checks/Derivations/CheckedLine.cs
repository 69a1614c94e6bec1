using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>What the checker says of one line.</summary>
internal enum Mark
{
    Given,
    Right,
    Wrong,

    /// <summary>It could not be found out whether the line is right.</summary>
    Unchecked,

    /// <summary>Still to be written.</summary>
    Gap,
}

/// <summary>
/// One line with its mark. <paramref name="Before"/> is what the line is said to be equal to where that is not simply
/// the line above (a derivative, a logarithm); <paramref name="Findings"/> are the sentences for a wrong line.
/// </summary>
internal sealed record CheckedLine(int Number, string Why, Line? Line, Term? Before, Mark Mark, IReadOnlyList<string> Findings);
