using System.Numerics;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>Formulas without sense: whatever can be written, sizes and indices wrong as they come.</summary>
internal sealed class RandomTerms(IReadOnlyList<string> names, Random random)
{
    private static readonly Operator[] Operators = [.. Enum.GetValues<Operator>().Where(op => op != Operator.Derivative)];

    private static readonly Number[] Numbers =
        [.. new[] { 0, 1, -1, 2, 40, -710, 1_000_000_000 }.Select(value => Term.Whole(value)), Number.Ratio(1, 2), Number.Ratio(1, BigInteger.Pow(10, 30))];

    private readonly List<string> _indices = [];

    public Term Next(int depth)
    {
        var kind = random.Next(12);
        if (depth == 0 || kind == 0) return Leaf();
        if (kind == 1) return Series(depth);
        var op = Operators[random.Next(Operators.Length)];
        var operands = op switch
        {
            Operator.Cases or Operator.CasesLess or Operator.CasesAtMost or Operator.CasesGreater or Operator.CasesAtLeast => 4,
            Operator.Entry => 3,
            Operator.Add or Operator.Subtract or Operator.Multiply or Operator.Divide or Operator.Power or Operator.Max or Operator.Min or Operator.Row or Operator.Hadamard => 2,
            _ => 1,
        };
        return Term.Of(op, [.. Enumerable.Range(0, operands).Select(_ => Next(depth - 1))]);
    }

    private Sum Series(int depth)
    {
        _indices.Add(((char)('i' + _indices.Count)).ToString());
        var sum = new Sum(_indices[^1], Next(depth - 1), random.Next(4) == 0);
        _indices.RemoveAt(_indices.Count - 1);
        return sum;
    }

    private Term Leaf() => random.Next(20) switch
    {
        0 => new Gap(),
        1 => new Constant(random.Next(2) == 0 ? "e" : "pi"),
        < 6 => Numbers[random.Next(Numbers.Length)],
        < 11 when _indices.Count > 0 => new Symbol(_indices[random.Next(_indices.Count)]),
        _ => new Symbol(names[random.Next(names.Count)]),
    };
}
