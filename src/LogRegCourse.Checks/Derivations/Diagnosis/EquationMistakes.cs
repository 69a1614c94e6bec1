using LogRegCourse.Checks.Terms;
using static LogRegCourse.Checks.Terms.Operator;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>An equation that a mistake makes of another one, and the sentence that names the mistake.</summary>
/// <param name="Line">The equation.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Kind">What kind of mistake it is: of one kind one sentence is enough.</param>
/// <param name="IsVague">Whether many other mistakes have the same result.</param>
internal sealed record EquationRepair(Line Line, string Message, string Kind = "", bool IsVague = false)
{
    /// <summary>The term that goes to the other side.</summary>
    public Term? Moved { get; init; }
}

/// <summary>What students do to the two sides of an equation that one may not do.</summary>
internal static class EquationMistakes
{
    public const string LostRoot = "lost root";

    /// <summary>What is done to one whole side: said where no smaller change of what was written is enough.</summary>
    public const string OneSided = "one-sided";

    public static IEnumerable<EquationRepair> On(Line equation)
    {
        var (left, right) = (equation.Left, equation.Right!);
        return Moves(left, right).Concat(Moves(right, left)).Concat(Inverses(left, right)).Concat(Inverses(right, left)).Concat(OneSide(left, right)).Concat(OneSide(right, left))
            .Concat(FalseLaws.On(left).Select(law => new EquationRepair(new(law.Line, right), law.Message)))
            .Concat(FalseLaws.On(right).Select(law => new EquationRepair(new(left, law.Line), law.Message)))
            .Concat(FalseLaws.TakenApart(left).SelectMany(FalseLaws.OfLogarithmsOn).Select(law => new EquationRepair(new(law.Line, right), law.Message)));
    }

    /// <summary>Terms and factors brought to the other side.</summary>
    private static IEnumerable<EquationRepair> Moves(Term side, Term other)
    {
        foreach (var (isMinus, term) in Summands(side).ToList() is { Count: > 1 } several ? several : [])
        {
            var rest = Term.Of(isMinus ? Add : Subtract, side, term);
            yield return new(new(rest, Term.Of(isMinus ? Subtract : Add, other, term)), $"{term} changes its sign when it goes to the other side.") { Moved = term };
        }
        foreach (var (isBelow, factor) in FactorsOf(side).ToList() is var factors && factors.Count > 1 ? factors : [])
        {
            // Without the factor, by dividing or multiplying it out.
            var rest = Term.Of(isBelow ? Multiply : Divide, side, factor);
            if (Summands(other).Count() > 1 && other is Apply { Op: Add or Subtract } sum)
                foreach (var half in new[] { 0, 1 })
                    yield return new(new(rest, Term.Of(sum.Op, half == 0 ? Shared(sum[0]) : sum[0], half == 1 ? Shared(sum[1]) : sum[1])), $"All of {other} is {(isBelow ? "multiplied" : "divided")} by {factor}, not one term only.", IsVague: true);
            yield return new(new(rest, Term.Of(isBelow ? Divide : Multiply, other, factor)), isBelow
                ? $"{factor} is a denominator: it goes to the other side as a factor." : $"{factor} is a factor: it goes to the other side as a denominator.", IsVague: true);
            yield return new(new(rest, Term.Of(Subtract, other, factor)), $"{factor} is a {(isBelow ? "denominator" : "factor")}, not a summand: {(isBelow ? "multiply by" : "divide by")} it.", IsVague: true);
            yield return new(new(rest, other), $"{(isBelow ? "Multiply" : "Divide")} both sides by {factor}, not one only.", IsVague: true);
            Term Shared(Term term) => Term.Of(isBelow ? Multiply : Divide, term, factor);
        }
    }

    /// <summary>A function undone by the wrong one, or on one side only.</summary>
    private static IEnumerable<EquationRepair> Inverses(Term side, Term other)
    {
        switch (side)
        {
            case Apply { Op: Log } log:
                yield return new(new(log[0], Term.Of(Log, other)), "What undoes a logarithm is the exponential function, Exp, not another logarithm.");
                yield return new(new(log[0], other), "The logarithm was undone on one side only: the other one becomes Exp(...).");
                yield return new(new(log[0], Term.Of(Power, Term.Whole(10), other)), "The natural logarithm is undone by Exp, not by a power of 10.");
                yield return new(new(log[0], Term.Of(Power, Term.Whole(2), other)), "The natural logarithm is undone by Exp, not by a power of 2.");
                yield return new(new(log[0], Term.Of(Exp, Term.Of(Negate, other))), "What undoes a logarithm is Exp of the whole other side, without a minus.");
                break;
            case Apply { Op: Exp } power:
                yield return new(new(power[0], Term.Of(Exp, other)), "What undoes the exponential function is the logarithm, not another Exp.");
                yield return new(new(power[0], other), "The exponential function was undone on one side only: the other one becomes Log(...).");
                yield return new(new(power[0], Term.Of(Log10, other)), "Exp is undone by the natural logarithm, Log, not by that of base 10.");
                break;
            case Apply { Op: Sigmoid } sigmoid:
                yield return new(new(sigmoid[0], Term.Of(Sigmoid, other)), "What undoes the sigmoid is the log-odds, Log(p / (1 - p)).");
                yield return new(new(sigmoid[0], Term.Of(Log, other)), "What undoes the sigmoid is the log-odds, Log(p / (1 - p)), not the logarithm.");
                yield return new(new(sigmoid[0], Term.Of(Odds, other)), "What undoes the sigmoid is the log-odds, Log(p / (1 - p)): the logarithm is missing.");
                break;
            case Apply { Op: Divide } fraction:
                yield return new(new(Term.Of(Divide, fraction[1], fraction[0]), other), $"{fraction} was turned round on one side only.", OneSided);
                break;
            case Apply { Op: Sqrt } root:
                yield return new(new(root[0], other), "The root was undone on one side only: the other one is squared.");
                break;
        }
        if (other is not Number { IsZero: true })
            foreach (var (isMinus, term) in Summands(other).ToList() is { Count: > 1 } terms ? terms : [])
                if (side is Apply { Op: Log } log)
                    yield return new(new(log[0], Term.Of(Subtract, Term.Of(Exp, Term.Of(Add, other, isMinus ? term : Term.Of(Negate, term))), isMinus ? term : Term.Of(Negate, term))), $"Exp is taken of the whole other side, {term} included.");
    }

    private static IEnumerable<EquationRepair> OneSide(Term side, Term other)
    {
        if (side is Apply { Op: Multiply } square && square[0].Equals(square[1]) || side is Apply { Op: Power } power && power[1] is Number { Denominator.IsOne: true } two && two.Numerator == 2)
            yield return new(new(((Apply)side)[0], Term.Of(Sqrt, other)), $"A square has two roots: the negative one of {side} is lost.", LostRoot);
        if (side is Apply { Op: Abs } absolute)
            foreach (var root in new[] { absolute[0], Term.Of(Negate, absolute[0]) })
                yield return new(new(root, other), $"What stands between the bars of {side} may have either sign: one of the two cases is lost.", LostRoot);
        yield return new(new(Term.Of(Negate, side), other), $"The sign of {side} changed, but not that of the other side.");
        yield return new(new(Term.Of(Log, side), other), "The logarithm was taken on one side only.");
        yield return new(new(Term.Of(Exp, side), other), "Exp was taken on one side only.");
        yield return new(new(Term.Of(Divide, Number.One, side), other), $"{side} was turned round, but not the other side.", OneSided);
        yield return new(new(Term.Of(Power, side, Term.Whole(2)), other), $"{side} was squared, but not the other side.", OneSided);
        if (Summands(side).Count() > 1)
            yield return new(new(Flipped(side), Term.Of(Divide, Number.One, other)), $"One over a sum is not the sum of one over each term: turn {side} round as a whole.");
    }

    private static Term Flipped(Term side) => side is Apply { Op: Add or Subtract } sum ? Term.Of(sum.Op, Flipped(sum[0]), Flipped(sum[1])) : Term.Of(Divide, Number.One, side);

    /// <summary>The terms of a sum, each with its sign.</summary>
    public static IEnumerable<(bool IsMinus, Term Term)> Summands(Term term, bool isMinus = false) => term switch
    {
        Apply { Op: Add } sum => Summands(sum[0], isMinus).Concat(Summands(sum[1], isMinus)),
        Apply { Op: Subtract } difference => Summands(difference[0], isMinus).Concat(Summands(difference[1], !isMinus)),
        Apply { Op: Negate } negative => Summands(negative[0], !isMinus),
        _ => [(isMinus, term)],
    };

    private static IEnumerable<(bool IsBelow, Term Factor)> FactorsOf(Term term, bool isBelow = false) => term switch
    {
        Apply { Op: Multiply } product => FactorsOf(product[0], isBelow).Concat(FactorsOf(product[1], isBelow)),
        Apply { Op: Divide } quotient => FactorsOf(quotient[0], isBelow).Concat(FactorsOf(quotient[1], !isBelow)),
        _ => [(isBelow, term)],
    };
}
