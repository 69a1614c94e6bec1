using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>Factors that were left out or are too many: x_j, sigma(1 - sigma), 1/n, numbers.</summary>
internal static class Factors
{
    public static IEnumerable<Repair> Missing(Term line, Term expected, Setting setting)
    {
        var factors = Candidates(expected, line, setting).ToList();
        foreach (var (part, replace) in Rewrite.Positions(line))
            foreach (var factor in factors)
            {
                var where = part == line ? "" : $" at {part}";
                yield return new(replace(Known.Times(part, factor)), $"The factor {factor} is missing{where}.", "factor");
                yield return new(replace(Term.Of(Operator.Divide, part, factor)), Divided(factor, where), "factor");
            }
    }

    private static string Divided(Term factor, string where) => factor is Symbol or Number
        ? $"The factor 1/{factor} is missing{where}, or {factor} is one factor too many."
        : $"The factor {factor} is one too many{where}.";

    private static IEnumerable<Term> Candidates(Term expected, Term line, Setting setting)
    {
        var parts = expected.Everything().Concat(line.Everything()).Distinct().ToList();
        var scalars = setting.Names.Where(name => setting.ShapeOf(name).IsScalar && !setting.Indices.ContainsKey(name)).Select(name => new Symbol(name));
        var sigmoids = parts.OfType<Apply>().Where(part => part.Op == Operator.Sigmoid).SelectMany(sigmoid =>
            new Term[] { Known.SigmoidSlope(sigmoid[0]), sigmoid, Known.Minus(Known.One, sigmoid) });
        var entries = parts.Where(part => part is Apply { Op: Operator.Entry or Operator.Row });
        // With a sum over i and a free j, what is forgotten most often is x_ij itself.
        var feature = setting.Shapes.Where(pair => !pair.Value.IsColumn).SelectMany(pair =>
            setting.Indices.Keys.SelectMany(j => line.Everything().OfType<Sum>().Select(sum =>
                Term.Of(Operator.Entry, new Symbol(pair.Key), new Symbol(sum.Index), new Symbol(j)))));
        var sizes = setting.Names.Where(setting.SizeLetters.Contains).Select(name => new Symbol(name));
        var exponentials = parts.Where(part => part is Apply { Op: Operator.Exp });
        return sigmoids.Concat(feature).Concat(sizes).Concat(scalars).Concat(entries).Append(Term.Whole(2)).Concat(exponentials)
            .Concat(scalars.Select(symbol => Known.Minus(Known.One, symbol))).Distinct();
    }
}
