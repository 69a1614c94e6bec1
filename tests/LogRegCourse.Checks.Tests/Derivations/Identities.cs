using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>Rewritings that change the look of a formula and never its value.</summary>
internal static class Identities
{
    private static readonly Term One = Term.Whole(1);

    /// <summary>The formula with one part, drawn at random, written in another way.</summary>
    public static Term Apply(Term line, Setting setting, Random random)
    {
        var all = Rewrite.Positions(line).SelectMany(position => Of(position.Part, setting).Select(position.Replace)).ToList();
        return all[random.Next(all.Count)];
    }

    private static IEnumerable<Term> Of(Term part, Setting setting)
    {
        var symbol = new Symbol(setting.Names[^1]);
        var positive = Term.Of(Operator.Exp, symbol);
        yield return Term.Of(Operator.Subtract, Term.Of(Operator.Add, part, symbol), symbol);
        yield return Term.Of(Operator.Divide, Term.Of(Operator.Multiply, part, positive), positive);
        yield return Term.Of(Operator.Log, Term.Of(Operator.Exp, part));
        yield return Term.Of(Operator.Negate, Term.Of(Operator.Negate, part));
        if (part is not Checks.Terms.Apply apply) yield break;
        switch (apply.Op)
        {
            case Operator.Add or Operator.Multiply:
                yield return Term.Of(apply.Op, apply[1], apply[0]);
                break;
            case Operator.Subtract:
                yield return Term.Of(Operator.Add, Term.Of(Operator.Negate, apply[1]), apply[0]);
                break;
            case Operator.Exp:
                yield return Term.Of(Operator.Divide, One, Term.Of(Operator.Exp, Term.Of(Operator.Negate, apply[0])));
                yield return Term.Of(Operator.Power, Term.Of(Operator.Exp, Term.Of(Operator.Divide, apply[0], Term.Whole(2))), Term.Whole(2));
                break;
            case Operator.Log:
                yield return Term.Of(Operator.Negate, Term.Of(Operator.Log, Term.Of(Operator.Divide, One, apply[0])));
                break;
            case Operator.Sigmoid:
                var opposite = Term.Of(Operator.Negate, apply[0]);
                yield return Term.Of(Operator.Subtract, One, Term.Of(Operator.Sigmoid, opposite));
                yield return Term.Of(Operator.Divide, One, Term.Of(Operator.Add, One, Term.Of(Operator.Exp, opposite)));
                yield return Term.Of(Operator.Divide, Term.Of(Operator.Exp, apply[0]), Term.Of(Operator.Add, One, Term.Of(Operator.Exp, apply[0])));
                break;
            case Operator.Divide:
                yield return Term.Of(Operator.Multiply, apply[0], Term.Of(Operator.Divide, One, apply[1]));
                break;
        }
        if (apply.Op == Operator.Multiply && apply[1] is Checks.Terms.Apply { Op: Operator.Add or Operator.Subtract } sum)
            yield return Term.Of(sum.Op, Term.Of(Operator.Multiply, apply[0], sum[0]), Term.Of(Operator.Multiply, apply[0], sum[1]));
    }
}
