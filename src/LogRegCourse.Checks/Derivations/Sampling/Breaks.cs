using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Sampling;

/// <summary>
/// Numbers around the places where a line changes its formula. A line by cases, or with an absolute value, a smaller or a
/// larger of two, is made of pieces, and a piece may lie between all other points; where it begins and ends is said by the
/// constants in its conditions.
/// </summary>
internal static class Breaks
{
    private const int MostConstants = 6;
    private const int Seed = 20171;

    /// <summary>Points in the pieces of two lines; none where neither has pieces.</summary>
    public static IEnumerable<Point> For(Setting setting, Term a, Term b)
    {
        if (setting.HasMatrices || Numbers(a, b) is not { Count: > 0 } numbers) yield break;
        var random = new Random(Seed);
        foreach (var name in setting.Names.Where(name => setting.DomainOf(name).Values.Count == 0))
            foreach (var number in numbers.Where(setting.DomainOf(name).Contains))
                yield return PointSource.Generic(setting, random).With(name, [number]);
    }

    private static List<Number> Numbers(Term a, Term b)
    {
        var constants = a.Everything().Concat(b.Everything()).SelectMany(Conditions).SelectMany(part => part.Everything()).Select(Size).OfType<double>().Where(size => size > 0)
            .Distinct().Take(MostConstants).ToList();
        var sizes = constants.SelectMany(c => new[] { c / 2, c * 0.999, c * 1.001, 2 * c })
            .Concat(constants.SelectMany((c, k) => constants.Skip(k + 1).SelectMany(d => new[] { (c + d) / 2, Math.Abs(c - d) / 2, c + d / 2, c - d / 2, d + c / 2, d - c / 2 })));
        return [.. sizes.SelectMany(size => new[] { size, -size }).Where(double.IsFinite).Distinct().Select(Number.FromDouble)];
    }

    private static IEnumerable<Term> Conditions(Term term) => term switch
    {
        Apply { Op: Operator.Abs or Operator.Max or Operator.Min } pieces => pieces.Operands,
        Apply { Op: var op } cases when Condition.IsCases(op) => cases.Operands.Take(2),
        _ => [],
    };

    private static double? Size(Term term) => term switch
    {
        Number number => Math.Abs(number.ToDouble()),
        Approximate known => Math.Abs(known.Value),
        _ => null,
    };
}
