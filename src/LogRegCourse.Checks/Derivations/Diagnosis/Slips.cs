using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;
using static LogRegCourse.Checks.Terms.Operator;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>What gets lost or turned round on the way from one line to the next, whatever else was rewritten: one slip in the line before.</summary>
internal static class Slips
{
    /// <summary>The formula with one slip, and the sentence that names it.</summary>
    public static IEnumerable<Repair> On(Term formula, Setting setting, Term written) =>
        Labels(formula, setting).Concat(Lost(formula, setting, written)).Concat(Rewrite.Positions(formula).SelectMany(position => Of(position.Part).Select(wrong => wrong with { Line = position.Replace(wrong.Line) })));

    private static IEnumerable<Repair> Of(Term part)
    {
        switch (part)
        {
            case Apply { Op: Add or Subtract } sum:
                yield return new(sum[0], $"The term {sum[1]} was dropped on the way: it stands in {sum}.");
                yield return new(sum.Op == Add ? sum[1] : Term.Of(Negate, sum[1]), $"The term {sum[0]} was dropped on the way: it stands in {sum}.");
                yield return new(Term.Of(sum.Op == Add ? Subtract : Add, sum[0], sum[1]), $"The sign before {sum[1]} was flipped on the way: in {sum} it is {(sum.Op == Add ? "plus" : "minus")}.");
                yield return new(sum.Op == Add ? Term.Of(Subtract, sum[1], sum[0]) : Term.Of(Negate, Term.Of(Add, sum[0], sum[1])), $"The sign of {sum[0]} was flipped on the way: in {sum} it is plus.");
                break;
            case Apply { Op: Multiply } product:
                yield return new(product[0], $"The factor {product[1]} was dropped on the way: it stands in {product}.");
                yield return new(product[1], $"The factor {product[0]} was dropped on the way: it stands in {product}.");
                break;
            case Apply { Op: Divide } quotient:
                yield return new(quotient[0], $"The denominator {quotient[1]} was dropped on the way: it stands in {quotient}.");
                yield return new(Term.Of(Divide, quotient[1], quotient[0]), $"The fraction {quotient} was turned upside down on the way.");
                break;
            case Apply { Op: Negate } negative:
                yield return new(negative[0], $"The minus before {negative[0]} was lost on the way.");
                break;
            case Apply { Op: Power } power:
                yield return new(power[0], $"The exponent of {power} was lost on the way.");
                break;
        }
    }

    /// <summary>A symbol that is gone: the line is right where it is 0, or 1.</summary>
    private static IEnumerable<Repair> Lost(Term formula, Setting setting, Term written)
    {
        // What is differentiated by cannot be a number.
        if (formula.Everything().Any(part => part is Apply { Op: Derivative })) yield break;
        foreach (var name in formula.FreeSymbols().Except(written.FreeSymbols()).Where(name => setting.ShapeOf(name).IsScalar && !setting.Indices.ContainsKey(name) && !setting.SizeLetters.Contains(name)))
            foreach (var value in new[] { 0, 1 }.Select(Term.Whole))
                yield return new(Rewrite.Put(formula, name, value), $"{name} is lost on the way: the line is right only for {name} = {value}.");
    }

    /// <summary>y and 1 - y exchanged, or p and 1 - p.</summary>
    private static IEnumerable<Repair> Labels(Term formula, Setting setting)
    {
        foreach (var name in formula.FreeSymbols().Where(name => setting.DomainOf(name) is { Values.Count: > 0 } or { Low: not null, High: not null }))
        {
            if (setting.DomainOf(name).Contains(Term.Whole(2)) || setting.DomainOf(name).Values.Any(value => value.Numerator.Sign < 0)) continue;
            if (setting.ShapeOf(name).IsScalar) yield return new(Rewrite.Put(formula, name, Term.Of(Subtract, Number.One, new Symbol(name))), $"{name} and 1 - {name} are swapped.");
        }
    }
}
