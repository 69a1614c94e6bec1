using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>Makes wrong formulas out of right ones, one slip at a time: what a tired hand does.</summary>
internal static class Mutator
{
    public static IEnumerable<(string Slip, Term Mutant)> Of(Term line) =>
        // An index is no quantity: -i means nothing.
        Rewrite.Positions(line).Where(position => !Indices(line).Contains(position.Part)).SelectMany(position => Slips(position.Part).Select(slip => (slip.Name, position.Replace(slip.Wrong)))).DistinctBy(pair => pair.Item2);

    private static HashSet<Term> Indices(Term line) =>
        [.. line.Everything().OfType<Apply>().Where(apply => apply.Op is Operator.Row or Operator.Entry).SelectMany(apply => apply.Operands.Skip(1))];

    private static IEnumerable<(string Name, Term Wrong)> Slips(Term part)
    {
        switch (part)
        {
            case Number number:
                yield return ("changed constant", Number.Ratio(number.Numerator + number.Denominator, number.Denominator));
                yield return ("sign", Number.Ratio(-number.Numerator, number.Denominator));
                yield break;
            case Apply { Op: Operator.Add } sum:
                yield return ("sign", Term.Of(Operator.Subtract, sum[0], sum[1]));
                yield return ("dropped term", sum[0]);
                yield return ("dropped term", sum[1]);
                break;
            case Apply { Op: Operator.Subtract } difference:
                yield return ("sign", Term.Of(Operator.Add, difference[0], difference[1]));
                yield return ("swapped operand", Term.Of(Operator.Subtract, difference[1], difference[0]));
                yield return ("dropped term", difference[0]);
                break;
            case Apply { Op: Operator.Negate } opposite:
                yield return ("sign", opposite[0]);
                yield break;
            case Apply { Op: Operator.Multiply } product:
                yield return ("factor", product[0]);
                yield return ("factor", product[1]);
                break;
            case Apply { Op: Operator.Divide } quotient:
                yield return ("swapped operand", Term.Of(Operator.Divide, quotient[1], quotient[0]));
                yield return ("factor", quotient[0]);
                break;
            case Apply { Op: Operator.Power } power:
                yield return ("exponent", power[0]);
                yield return ("exponent", Term.Of(Operator.Power, power[0], Term.Of(Operator.Add, power[1], Term.Whole(1))));
                yield break;
        }
        if (part is Symbol or Apply { Op: not (Operator.Row or Operator.Entry) } or Sum) yield return ("sign", Term.Of(Operator.Negate, part));
        if (part is Apply { Op: Operator.Sigmoid or Operator.Log or Operator.Exp }) yield return ("exponent", Term.Of(Operator.Power, part, Term.Whole(2)));
    }
}
