using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>Whether two formulas are the same, outside any derivation.</summary>
internal static class Comparisons
{
    public static bool AreEqual(Term expected, Term line, Setting setting)
    {
        try
        {
            var checker = setting.NewShapeChecker();
            return new ExpressionCheck(checker.WithSizes(expected), new Comparison(setting)).Accepts(checker.WithSizes(line));
        }
        catch (ShapeException)
        {
            return false;
        }
    }
}
