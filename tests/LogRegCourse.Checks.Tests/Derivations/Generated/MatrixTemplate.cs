using System.Linq.Expressions;
using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;
using static LogRegCourse.Checks.Course;
using Part = System.Linq.Expressions.Expression<System.Func<
    LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol,
    LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol, LogRegCourse.Checks.MatrixSymbol>>;

namespace LogRegCourse.Checks.Tests.Derivations.Generated;

/// <summary>A law of sums, columns and matrices with gaps for parts of fitting sizes.</summary>
/// <param name="from">The left side.</param>
/// <param name="to">What it becomes.</param>
/// <param name="isDerivative">Whether it becomes that by differentiation.</param>
/// <param name="words">A word of the sentence that names the mistake; empty for laws that hold.</param>
internal sealed class MatrixTemplate(LambdaExpression from, LambdaExpression to, bool isDerivative, string words)
{
    private static readonly Dictionary<string, Shape> Shapes = new()
    {
        ["X"] = new("n", "d"), ["Z"] = new("n", "d"), ["w"] = new("d", "1"), ["v"] = new("d", "1"), ["y"] = new("n", "1"), ["e"] = new("n", "1"),
    };

    private static readonly Setting All = new(["X", "Z", "w", "v", "y", "e", "c", "n"], new Dictionary<string, Domain>(), Shapes, new Dictionary<string, string>());

    private static readonly IReadOnlyList<Term> Tables = [.. Parts(
        (X, Z, w, v, y, e, c) => X, (X, Z, w, v, y, e, c) => X + Z, (X, Z, w, v, y, e, c) => 2 * X, (X, Z, w, v, y, e, c) => Diag(e) * X, (X, Z, w, v, y, e, c) => Sigmoid(X))];

    private static readonly IReadOnlyList<Term> Long = [.. Parts(
        (X, Z, w, v, y, e, c) => y, (X, Z, w, v, y, e, c) => e, (X, Z, w, v, y, e, c) => y - e, (X, Z, w, v, y, e, c) => Exp(e), (X, Z, w, v, y, e, c) => Z * v,
        (X, Z, w, v, y, e, c) => Sigmoid(Z * v), (X, Z, w, v, y, e, c) => Hadamard(y, e), (X, Z, w, v, y, e, c) => y + 3)];

    private static readonly IReadOnlyList<Term> Short = [.. Parts(
        (X, Z, w, v, y, e, c) => w, (X, Z, w, v, y, e, c) => v, (X, Z, w, v, y, e, c) => w - v, (X, Z, w, v, y, e, c) => Exp(v), (X, Z, w, v, y, e, c) => Z.T * y, (X, Z, w, v, y, e, c) => c * w)];

    public GeneratedStep Draw(Random random, bool isRewritten)
    {
        Term[] columns = [.. Long], weights = [.. Short];
        random.Shuffle(columns);
        random.Shuffle(weights);
        var parts = new Dictionary<string, Term>
        {
            ["M"] = Tables[random.Next(Tables.Count)], ["a"] = columns[0], ["b"] = columns[1], ["u"] = isDerivative ? new Symbol("w") : weights[0], ["v"] = weights[1],
        };
        var (before, after) = (Filled(from, parts), Filled(to, parts));
        if (isRewritten)
            for (var k = random.Next(3); k > 0; k--) after = Rewritten(after, random);
        return new("matrices", All, new(before), new(after), isDerivative ? StepKind.Derivative : StepKind.Rewrite, isDerivative ? new Symbol("w") : null, words);
    }

    private static Term Filled(LambdaExpression lambda, Dictionary<string, Term> parts) =>
        Rewrite.Everywhere(TermReader.Read(lambda).Left, term => term is Symbol symbol && parts.TryGetValue(symbol.Name, out var part) ? part : term);

    /// <summary>The formula with one part written in another way, whatever the part's size.</summary>
    private static Term Rewritten(Term line, Random random)
    {
        var places = Places(line, other => other).ToList();
        var (part, replace) = places[random.Next(places.Count)];
        var c = new Symbol("c");
        Term[] ways =
        [
            Term.Of(Operator.Negate, Term.Of(Operator.Negate, part)), Term.Of(Operator.Transpose, Term.Of(Operator.Transpose, part)),
            Term.Of(Operator.Subtract, Term.Of(Operator.Add, part, c), c), Term.Of(Operator.Log, Term.Of(Operator.Exp, part)),
            Term.Of(Operator.Divide, Term.Of(Operator.Multiply, Term.Whole(2), part), Term.Whole(2)),
            part is Apply { Op: Operator.Add } sum ? Term.Of(Operator.Add, sum[1], sum[0]) : part is Apply { Op: Operator.Subtract } difference ? Term.Of(Operator.Negate, Term.Of(Operator.Subtract, difference[1], difference[0])) : part,
        ];
        return replace(ways[random.Next(ways.Length)]);
    }

    /// <summary>Every part but indices, and what is indexed.</summary>
    private static IEnumerable<(Term Part, Func<Term, Term> Replace)> Places(Term term, Func<Term, Term> replace)
    {
        yield return (term, replace);
        if (term is Apply { Op: Operator.Row or Operator.Entry or Operator.Cases }) yield break;
        for (var k = 0; k < term.Children.Count; k++)
        {
            var position = k;
            foreach (var inner in Places(term.Children[k], other => replace(term.With([.. term.Children.Select((child, i) => i == position ? other : child)])))) yield return inner;
        }
    }

    private static IEnumerable<Term> Parts(params Part[] parts) => parts.Select(part => TermReader.Read(part).Left);
}
