using LogRegCourse.Checks.Terms;
using static LogRegCourse.Checks.Terms.Operator;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>
/// What is written without brackets, as a row of operands and signs: the places where a pair of brackets may be missing,
/// and the terms whose signs go together.
/// </summary>
internal static class Chains
{
    private const int LongestChain = 10;

    /// <summary>The line with one pair of brackets put in: 2 * a / (2 * a + f) for 2 * a / 2 * a + f.</summary>
    public static IEnumerable<(Term Line, Term Inside, bool IsDenominator)> Bracketed(Term line) => Bracketed(line, other => other);

    /// <summary>The line with one pair of brackets taken away: 2 * a + f for 2 * (a + f).</summary>
    public static IEnumerable<(Term Line, Term Inside)> Unbracketed(Term line)
    {
        foreach (var (part, replace) in Rewrite.Positions(line).Where(position => IsChain(position.Part)))
        {
            var (operands, signs) = Flat(part, products: true);
            for (var k = 0; k < operands.Count && operands.Count <= LongestChain; k++)
            {
                if (!IsChain(operands[k])) continue;
                var inner = Flat(operands[k], products: true);
                yield return (replace(Build([.. operands[..k], .. inner.Operands, .. operands[(k + 1)..]], [.. signs[..k], .. inner.Signs, .. signs[k..]])), operands[k]);
            }
        }
    }

    /// <summary>The line with the signs of two terms of one sum flipped.</summary>
    public static IEnumerable<(Term Line, Term First, Term Second)> TwoSigns(Term line)
    {
        foreach (var (part, replace) in Rewrite.Positions(line).Where(position => position.Part is Apply { Op: Add or Subtract }))
        {
            var chain = Flat(part);
            var signs = Enumerable.Range(1, chain.Signs.Count).Where(k => chain.Signs[k - 1] is Add or Subtract).ToList();
            // Each product is one term of the sum.
            if (signs.Count != chain.Signs.Count) continue;
            foreach (var (i, j) in signs.SelectMany(i => signs.Where(j => j > i).Select(j => (i, j))))
                yield return (replace(Build(chain.Operands, [.. chain.Signs.Select((op, k) => k + 1 == i || k + 1 == j ? Other(op) : op)])), chain.Operands[i], chain.Operands[j]);
        }
    }

    private static Operator Other(Operator op) => op == Add ? Subtract : Add;

    private static IEnumerable<(Term Line, Term Inside, bool IsDenominator)> Bracketed(Term term, Func<Term, Term> replace)
    {
        if (!IsChain(term))
        {
            for (var k = 0; k < term.Children.Count; k++)
            {
                var position = k;
                foreach (var inner in Bracketed(term.Children[k], other => replace(term.With([.. term.Children.Select((child, i) => i == position ? other : child)])))) yield return inner;
            }
            yield break;
        }
        var (operands, signs) = Flat(term, products: true);
        if (operands.Count <= LongestChain)
            for (var first = 0; first < operands.Count; first++)
                for (var last = first + 1; last < operands.Count; last++)
                {
                    // a / (b / c) for a / b / c is a * c / b: that is another operator, no pair of brackets.
                    if (last - first == operands.Count - 1 || (first > 0 && signs[(first - 1)..last].TrueForAll(op => op == Divide))) continue;
                    var inside = Build(operands[first..(last + 1)], signs[first..last]);
                    yield return (replace(Build([.. operands[..first], inside, .. operands[(last + 1)..]], [.. signs[..first], .. signs[last..]])), inside, first > 0 && signs[first - 1] == Divide);
                }
        for (var k = 0; k < operands.Count; k++)
        {
            var position = k;
            foreach (var inner in Bracketed(operands[k], other => replace(Build([.. operands.Select((operand, i) => i == position ? other : operand)], signs)))) yield return inner;
        }
    }

    private static bool IsChain(Term term) => term is Apply { Operands.Count: 2, Op: Add or Subtract or Multiply or Divide };

    /// <summary>The operands in their order, and the operators between them; products are operands of a sum unless they are asked for.</summary>
    private static (List<Term> Operands, List<Operator> Signs) Flat(Term term, bool products = false)
    {
        var (operands, signs) = (new List<Term>(), new List<Operator>());
        Walk(term, false);
        return (operands, signs);

        void Walk(Term part, bool isFactor)
        {
            var isSum = part is Apply { Operands.Count: 2, Op: Add or Subtract };
            var isProduct = products && part is Apply { Operands.Count: 2, Op: Multiply or Divide };
            if (!(isSum && !isFactor) && !isProduct)
            {
                operands.Add(part);
                return;
            }
            var pair = (Apply)part;
            Walk(pair[0], isProduct);
            signs.Add(pair.Op);
            // What stands on the right is a chain of its own unless it binds closer.
            if (isSum && IsChain(pair[1]) && pair[1] is Apply { Op: Multiply or Divide }) Walk(pair[1], true);
            else operands.Add(pair[1]);
        }
    }

    /// <summary>Products first, then sums, each from the left.</summary>
    private static Term Build(List<Term> operands, List<Operator> signs)
    {
        Term? sum = null;
        var (sign, product) = (Add, operands[0]);
        for (var k = 0; k < signs.Count; k++)
        {
            if (signs[k] is Multiply or Divide)
            {
                product = Term.Of(signs[k], product, operands[k + 1]);
                continue;
            }
            sum = sum is null ? product : Term.Of(sign, sum, product);
            (sign, product) = (signs[k], operands[k + 1]);
        }
        return sum is null ? product : Term.Of(sign, sum, product);
    }
}
