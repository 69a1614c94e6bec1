using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>Recognises a line that is true on a part of the domain only: for y = 1, for z &gt;= 0, for p &lt; 1/2.</summary>
internal static class PartOfDomain
{
    private const int LeastOnEachSide = 3;

    public static string? Describe(IReadOnlyList<Point> points, Setting setting, Func<Point, Agreement> at)
    {
        var scalars = setting.Names.Where(name => setting.ShapeOf(name).IsScalar && !setting.Indices.ContainsKey(name) && !setting.SizeLetters.Contains(name)).ToList();
        if (scalars.Count == 0 || setting.HasMatrices) return null;
        var verdicts = points.Select(point => (point, agreement: at(point))).Where(pair => pair.agreement is Agreement.Same or Agreement.Different).ToList();
        foreach (var name in scalars)
            foreach (var (text, holds) in Predicates(name, setting.DomainOf(name)))
            {
                var inside = verdicts.Where(pair => holds(Number(pair.point, name))).ToList();
                var outside = verdicts.Count - inside.Count;
                if (inside.Count < LeastOnEachSide || outside < LeastOnEachSide) continue;
                if (inside.All(pair => pair.agreement == Agreement.Same) && verdicts.Count(pair => pair.agreement == Agreement.Same) <= inside.Count + outside / 4)
                    return $"It is true only for {text}.";
            }
        return null;
    }

    private static IEnumerable<(string Text, Func<double, bool> Holds)> Predicates(string name, Domain domain)
    {
        foreach (var value in domain.Values)
        {
            var number = value.ToDouble();
            yield return ($"{name} = {value}", x => x == number);
        }
        yield return ($"{name} >= 0", x => x >= 0);
        yield return ($"{name} <= 0", x => x <= 0);
        yield return ($"{name} > 0", x => x > 0);
        yield return ($"{name} < 0", x => x < 0);
        yield return ($"{name} >= 1/2", x => x >= 0.5);
        yield return ($"{name} <= 1/2", x => x <= 0.5);
        yield return ($"{name} = 1/2", x => x == 0.5);
    }

    private static double Number(Point point, string name) => point.Symbols[name][0].ToDouble();
}
