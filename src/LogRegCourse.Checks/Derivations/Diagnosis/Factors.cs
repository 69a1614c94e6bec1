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
                if (factor is Number && part is Number) continue;
                var where = part == line ? "" : $" at {part}";
                yield return new(replace(Known.Times(part, factor)), $"The factor {factor} is missing{where}.", "factor");
                if (setting.HasMatrices && factor is Apply { Op: Operator.Sigmoid or Operator.Subtract })
                    yield return new(replace(Term.Of(Operator.Hadamard, part, factor)), $"The factor {factor} is missing{where}, entry by entry.", "factor");
                if (Divided(part, factor, where) is { } sentence) yield return new(replace(Term.Of(Operator.Divide, part, factor)), sentence, "factor");
                if (factor is Symbol && IsAbove(part, factor))
                    yield return new(replace(Term.Of(Operator.Divide, part, Known.Times(factor, factor))), $"{factor} is a divisor, not a factor: divide by it{where}.", "factor");
            }
    }

    private static bool IsAbove(Term part, Term factor) => part is Apply { Op: Operator.Multiply or Operator.Divide } && Of(part).Contains(factor);

    /// <summary>What can be said of a part that should be divided by a factor: one that can be seen in it is too many, a number or a symbol that cannot is missing below.</summary>
    private static string? Divided(Term part, Term factor, string where)
    {
        var seen = Of(part).ToList();
        return Of(factor).All(seen.Remove) ? $"The factor {factor} is one too many{where}."
            : factor is Symbol or Number ? $"The factor 1/{factor} is missing{where}." : null;
    }

    /// <summary>What a product, or a quotient above its bar, is made of.</summary>
    public static IEnumerable<Term> Of(Term term) => term switch
    {
        Apply { Op: Operator.Multiply or Operator.Hadamard } product => product.Operands.SelectMany(Of),
        Apply { Op: Operator.Divide } quotient => Of(quotient[0]),
        Apply { Op: Operator.Negate } negative => Of(negative[0]),
        Apply { Op: Operator.Power } power => Of(power[0]),
        _ => [term],
    };

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
        return sigmoids.Concat(feature).Concat(sizes).Concat(scalars).Concat(entries).Append(Term.Whole(2)).Concat(parts.OfType<Number>().Where(number => number.Denominator.IsOne && number.Numerator > 2 && number.Numerator < 100)).Concat(exponentials)
            .Concat(scalars.Select(symbol => Known.Minus(Known.One, symbol))).Distinct();
    }
}
