using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Sampling;

/// <summary>
/// Where a line changes its formula or loses its value: the formulas that are zero there. Of Max(a, b) and of a case it is
/// a - b; of a quotient the divisor; of a logarithm or a root what is under it.
/// </summary>
internal static class Borders
{
    private const int Most = 12;

    /// <summary>The borders between the pieces of lines.</summary>
    public static IReadOnlyList<Term> OfPieces(IEnumerable<Term> sides) => Read(sides, Pieces);

    /// <summary>The borders of pieces, and what must not be zero, or not negative.</summary>
    public static IReadOnlyList<Term> Of(IEnumerable<Term> sides) => Read(sides, part => Pieces(part).Concat(Ends(part)));

    /// <summary>What must not be zero for lines to have a value.</summary>
    public static IReadOnlyList<Term> OfPoles(IEnumerable<Term> sides) => Read(sides, Poles);

    /// <summary>The borders between cases, of which only one is looked at.</summary>
    public static IReadOnlyList<Term> OfCases(Term side) => Read([side], part => Condition.IsCases(part.Op) ? Pieces(part) : []);

    private static IReadOnlyList<Term> Read(IEnumerable<Term> sides, Func<Apply, IEnumerable<Term>> borders) =>
        [.. sides.SelectMany(side => side.Everything()).OfType<Apply>().SelectMany(borders).Where(border => border.FreeSymbols().Any()).Distinct().Take(Most)];

    private static IEnumerable<Term> Pieces(Apply part) => part.Op switch
    {
        Operator.Abs => [part[0]],
        Operator.Max or Operator.Min => [Difference(part[0], part[1])],
        var op when Condition.IsCases(op) => [Difference(part[0], part[1])],
        _ => [],
    };

    private static IEnumerable<Term> Ends(Apply part) => part.Op switch
    {
        Operator.Power when part[1] is not Number { Numerator.Sign: > 0 } => [part[0]],
        Operator.Sqrt => [part[0]],
        _ => Poles(part),
    };

    private static IEnumerable<Term> Poles(Apply part) => part.Op switch
    {
        Operator.Divide => [part[1]],
        Operator.Power when part[1] is Number { Numerator.Sign: < 0 } => [part[0]],
        Operator.Log or Operator.Log2 or Operator.Log10 => [part[0]],
        Operator.Log1p => [Term.Of(Operator.Add, Term.Whole(1), part[0])],
        Operator.Odds => [Difference(Term.Whole(1), part[0])],
        Operator.Logit => [part[0], Difference(Term.Whole(1), part[0])],
        _ => [],
    };

    private static Term Difference(Term a, Term b) => b is Number { IsZero: true } ? a : Term.Of(Operator.Subtract, a, b);
}
