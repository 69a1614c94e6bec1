using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>A line that might have been meant, and the sentence that is true if it is right.</summary>
internal sealed record Repair(Term Line, string Message);

/// <summary>Known mistakes undone one at a time, the likeliest first.</summary>
internal static class Repairs
{
    private const int Most = 600;

    public static IEnumerable<Repair> Of(Term line, Term expected, Setting setting) =>
        Whole(line)
            .Concat(Bases(line))
            .Concat(Signs(line))
            .Concat(Factors.Missing(line, expected, setting))
            .Concat(Summands(line, expected))
            .Concat(Numbers(line))
            .Concat(Swaps(line, setting))
            .DistinctBy(repair => repair.Line)
            .Take(Most);

    private static IEnumerable<Repair> Whole(Term line) =>
        [new(Term.Of(Operator.Negate, line), "The sign of the whole line is flipped.")];

    private static IEnumerable<Repair> Bases(Term line)
    {
        var natural = Rewrite.Everywhere(line, term => term is Apply { Op: Operator.Log10 or Operator.Log2 } log ? Term.Of(Operator.Log, log[0]) : term);
        if (natural != line) yield return new(natural, "The logarithm has the wrong base: the line needs the natural logarithm, Log.");
        // The other way round: a derivative or a log-likelihood in another base.
        foreach (var (op, number) in new[] { (Operator.Log10, 10), (Operator.Log2, 2) })
        {
            var logarithm = Term.Of(Operator.Log, Term.Whole(number));
            var message = $"The line is off by the factor log {number}: a logarithm of base {number} was taken for the natural one.";
            yield return new(Term.Of(Operator.Multiply, line, logarithm), message);
            yield return new(Term.Of(Operator.Divide, line, logarithm), message);
        }
    }

    private static IEnumerable<Repair> Signs(Term line)
    {
        foreach (var (part, replace) in Rewrite.Positions(line))
        {
            if (part is Apply { Op: Operator.Add } plus)
                yield return new(replace(Term.Of(Operator.Subtract, plus[0], plus[1])), $"The sign before {plus[1]} is flipped: it must be minus.");
            if (part is Apply { Op: Operator.Subtract } minus)
                yield return new(replace(Term.Of(Operator.Add, minus[0], minus[1])), $"The sign before {minus[1]} is flipped: it must be plus.");
            if (part is Apply { Op: Operator.Negate } negative)
                yield return new(replace(negative[0]), $"The minus sign before {negative[0]} is too much.");
        }
        foreach (var (part, replace) in Rewrite.Positions(line).Where(position => position.Part is not Number))
            yield return new(replace(Term.Of(Operator.Negate, part)), $"The sign of {part} is flipped.");
    }

    private static IEnumerable<Repair> Summands(Term line, Term expected)
    {
        foreach (var (part, replace) in Rewrite.Positions(line))
            if (part is Apply { Op: Operator.Add or Operator.Subtract } sum)
            {
                yield return new(replace(sum[0]), $"The term {sum[1]} is too much.");
                yield return new(replace(sum.Op == Operator.Add ? sum[1] : Term.Of(Operator.Negate, sum[1])), $"The term {sum[0]} is too much.");
            }
        var candidates = expected.Everything().OfType<Apply>().Where(term => term.Op is Operator.Add or Operator.Subtract)
            .SelectMany(term => term.Operands).Concat(expected.Everything().Where(term => term is Symbol)).Append(Term.Whole(1)).Distinct().ToList();
        foreach (var (part, replace) in Rewrite.Positions(line))
            foreach (var candidate in candidates)
            {
                yield return new(replace(Term.Of(Operator.Add, part, candidate)), $"The term {candidate} was dropped: + {candidate} is missing after {part}.");
                yield return new(replace(Term.Of(Operator.Subtract, part, candidate)), $"The term {candidate} was dropped: - {candidate} is missing after {part}.");
            }
    }

    private static IEnumerable<Repair> Numbers(Term line)
    {
        foreach (var (part, replace) in Rewrite.Positions(line))
        {
            if (part is not Number number) continue;
            if (number.IsZero)
            {
                yield return new(replace(Number.Ratio(1, 2)), "C# divides whole numbers: 1 / 2 is 0; write 1.0 / 2.");
                yield return new(replace(Number.Ratio(1, 4)), "C# divides whole numbers: 1 / 4 is 0; write 1.0 / 4.");
            }
            foreach (var other in new[] { number.Numerator + number.Denominator, number.Numerator - number.Denominator, -number.Numerator, 2 * number.Numerator })
            {
                var better = Number.Ratio(other, number.Denominator);
                yield return new(replace(better), $"The number {number} should be {better}.");
            }
        }
        foreach (var (part, replace) in Rewrite.Positions(line))
        {
            if (part is not Apply { Op: Operator.Power } power) continue;
            yield return new(replace(power[0]), $"The exponent of {part} should be 1.");
            yield return new(replace(Term.Of(Operator.Power, power[0], Term.Of(Operator.Negate, power[1]))), $"The exponent of {part} has the wrong sign.");
        }
        foreach (var (part, replace) in Rewrite.Positions(line))
            if (part is Apply { Op: not (Operator.Negate or Operator.Power) })
                yield return new(replace(Term.Of(Operator.Power, part, Term.Whole(2))), $"{part} should be squared.");
    }

    private static IEnumerable<Repair> Swaps(Term line, Setting setting)
    {
        foreach (var (part, replace) in Rewrite.Positions(line))
        {
            if (part is Apply { Op: Operator.Subtract or Operator.Divide or Operator.Power } pair)
                yield return new(replace(Term.Of(pair.Op, pair[1], pair[0])), $"In {part} the two sides are swapped.");
            if (part is Symbol symbol && setting.ShapeOf(symbol.Name).IsScalar)
            {
                yield return new(replace(Known.Minus(Known.One, part)), $"{part} should be 1 - {part}.");
                foreach (var other in setting.Names.Where(name => name != symbol.Name && setting.ShapeOf(name).IsScalar))
                    yield return new(replace(new Symbol(other)), $"{part} should be {other}.");
            }
            if (part is Apply { Op: Operator.Subtract } complement && complement[0] is Number { IsOne: true })
                yield return new(replace(complement[1]), $"{part} should be {complement[1]}.");
        }
    }
}
