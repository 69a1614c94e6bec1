using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Precision;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>Says where and why a line has no value though the line before has one.</summary>
internal static class Undefined
{
    public static string Describe(Term line, Point point, Setting setting)
    {
        var evaluator = new Evaluator(point, setting.Shapes, 256);
        foreach (var part in line.Everything().OfType<Apply>())
        {
            if (part.Op == Operator.Divide && IsZero(part[1])) return $"At {point} this line divides by {part[1]}, which is 0 there.";
            if (part.Op is Operator.Log or Operator.Log2 or Operator.Log10 && !IsPositive(part[0]))
                return $"At {point} this line takes the logarithm of {part[0]}, which is not positive there.";
        }
        return $"At {point} this line has no value, but the line before has one.";

        bool IsZero(Term term) => Try(term) is { IsKnown: true, MayBeZero: true };
        bool IsPositive(Term term) => Try(term) is not { IsKnown: true } value || value.Middle.Sign > 0;
        Ball? Try(Term term)
        {
            try
            {
                return evaluator.Value(term) is { IsScalar: true } value ? value.Entries[0].Value : null;
            }
            catch (KeyNotFoundException)
            {
                // The part uses the index of a sum around it.
                return null;
            }
        }
    }
}
