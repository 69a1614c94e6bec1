using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>A 0 that C# left of 1 / 2: what was written before it became 0 cannot be told.</summary>
internal static class Zeros
{
    /// <summary>Whether the term is 0 whatever its symbols are, by a 0 that is written.</summary>
    public static bool IsZero(Term term) => FalseDerivatives.Tidy(term) is Number { IsZero: true };

    /// <summary>Whether a 0 stands as a factor, or above a bar.</summary>
    public static bool HasFactor(Term term) => term.Everything().Any(part =>
        part is Apply { Op: Operator.Multiply } product && product.Operands.Any(IsNumber) || part is Apply { Op: Operator.Divide } quotient && IsNumber(quotient[0]));

    /// <summary>What is said of it: the 0 may have been meant.</summary>
    public static string Sentence(Term line) =>
        $"{(line is Number ? "The whole line is 0" : "A 0 stands here")}: if you wrote 1 / 2, C# divides whole numbers and drops the rest, so that 0 is left: write 1 / 2.0.";

    private static bool IsNumber(Term term) => term is Number { IsZero: true };
}
