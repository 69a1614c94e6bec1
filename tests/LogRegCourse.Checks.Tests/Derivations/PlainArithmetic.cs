using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>
/// Formulas in ordinary doubles at random points: slow to trust but independent of the checker's own arithmetic and of
/// the points it chooses. It judges which mutants are equivalent to the line they come from.
/// </summary>
internal sealed class PlainArithmetic(Setting setting, Random random)
{
    private readonly Dictionary<string, double[,]> _values = [];
    private readonly Dictionary<string, int> _sizes = [];

    /// <summary>Whether the two have the same value at every one of many random points.</summary>
    public bool AreEquivalent(Term a, Term b, int points = 60)
    {
        for (var i = 0; i < points; i++)
        {
            Draw();
            try
            {
                if (!AreClose(Value(a), Value(b))) return false;
            }

            catch (ArgumentException)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether the sides of an equation differ at the given numbers.</summary>
    public bool Fails(Line equation, params (string Name, double Value)[] at)
    {
        foreach (var (name, value) in at) _values[name] = new[,] { { value } };
        return !AreClose(Value(equation.Left), Value(equation.Right!));
    }

    private static bool AreClose(double[,] a, double[,] b)
    {
        if (a.GetLength(0) != b.GetLength(0) || a.GetLength(1) != b.GetLength(1)) return false;
        return a.Cast<double>().Zip(b.Cast<double>()).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-7 * Math.Max(1e-3, Math.Abs(pair.First) + Math.Abs(pair.Second)));
    }

    private void Draw()
    {
        var letters = setting.SizeLetters;
        for (var k = 0; k < letters.Count; k++) _sizes[letters[k]] = 2 + k + random.Next(2);
        foreach (var name in setting.Names)
        {
            var shape = setting.ShapeOf(name);
            if (letters.Contains(name)) _values[name] = Scalar(_sizes[name]);
            else if (setting.Indices.TryGetValue(name, out var range)) _values[name] = Scalar(1 + random.Next(_sizes[range]));
            else _values[name] = Fill(Size(shape.Rows), Size(shape.Columns), setting.DomainOf(name));
        }
    }

    private double[,] Fill(int rows, int columns, Domain domain)
    {
        var hot = random.Next(rows);
        return Build(rows, columns, (i, _) => domain switch
        {
            { IsOneHot: true } => i == hot ? 1 : 0,
            { Values.Count: > 0 } => (double)domain.Values[random.Next(domain.Values.Count)].Numerator,
            { Low: not null, High: not null } => 0.02 + 0.96 * random.NextDouble(),
            _ => 4 * random.NextDouble() - 2,
        });
    }

    private double[,] Value(Term term) => term switch
    {
        Number number => Scalar((double)number.Numerator / (double)number.Denominator),
        Symbol symbol => _values[symbol.Name],
        Sum sum => Series(sum),
        Apply { Op: Operator.Cases } cases => Value(cases[0])[0, 0] == Value(cases[1])[0, 0] ? Value(cases[2]) : Value(cases[3]),
        Apply { Op: Operator.Row } row => Row(Value(row[0]), (int)Value(row[1])[0, 0] - 1),
        Apply { Op: Operator.Entry } entry => Scalar(Value(entry[0])[(int)Value(entry[1])[0, 0] - 1, (int)Value(entry[2])[0, 0] - 1]),
        Apply { Operands.Count: 1 } function => Function(function.Op, Value(function[0])),
        Apply pair => Pair(pair.Op, Value(pair[0]), Value(pair[1])),
        _ => throw new NotSupportedException(term.ToString()),
    };

    private double[,] Series(Sum sum)
    {
        double[,]? total = null;
        for (var i = 1; i <= _sizes[sum.Size!]; i++)
        {
            _values[sum.Index] = Scalar(i);
            var value = Value(sum.Body);
            total = total is null ? value : Zip(total, value, sum.IsProduct ? (x, y) => x * y : (x, y) => x + y);
        }
        return total!;
    }

    private static double[,] Function(Operator op, double[,] a) => op switch
    {
        Operator.Transpose => Build(a.GetLength(1), a.GetLength(0), (i, j) => a[j, i]),
        Operator.Diagonal => Build(a.Length, a.Length, (i, j) => i == j ? a[i, 0] : 0),
        Operator.Softmax => Map(a, x => Math.Exp(x) / a.Cast<double>().Sum(Math.Exp)),
        Operator.LogSumExp => Scalar(Math.Log(a.Cast<double>().Sum(Math.Exp))),
        Operator.Negate => Map(a, x => -x),
        Operator.Exp => Map(a, Math.Exp),
        Operator.Log => Map(a, Math.Log),
        Operator.Sigmoid => Map(a, x => 1 / (1 + Math.Exp(-x))),
        Operator.Softplus => Map(a, x => Math.Log(1 + Math.Exp(x))),
        _ => throw new NotSupportedException(op.ToString()),
    };

    private static double[,] Pair(Operator op, double[,] a, double[,] b) => op switch
    {
        Operator.Add => Zip(a, b, (x, y) => x + y),
        Operator.Subtract => Zip(a, b, (x, y) => x - y),
        Operator.Multiply when a.Length > 1 && b.Length > 1 => Product(a, b),
        Operator.Multiply or Operator.Hadamard => Zip(a, b, (x, y) => x * y),
        Operator.Divide => Zip(a, b, (x, y) => x / y),
        Operator.Power => Zip(a, b, Math.Pow),
        _ => throw new NotSupportedException(op.ToString()),
    };

    private static double[,] Product(double[,] a, double[,] b)
    {
        if (a.GetLength(1) != b.GetLength(0)) throw new ArgumentException("The sizes clash.");
        return Build(a.GetLength(0), b.GetLength(1), (i, j) => Enumerable.Range(0, a.GetLength(1)).Sum(k => a[i, k] * b[k, j]));
    }

    private static double[,] Zip(double[,] a, double[,] b, Func<double, double, double> function)
    {
        if (a.Length == 1) return Map(b, y => function(a[0, 0], y));
        if (b.Length == 1) return Map(a, x => function(x, b[0, 0]));
        if (a.GetLength(0) != b.GetLength(0) || a.GetLength(1) != b.GetLength(1)) throw new ArgumentException("The sizes clash.");
        return Build(a.GetLength(0), a.GetLength(1), (i, j) => function(a[i, j], b[i, j]));
    }

    private static double[,] Row(double[,] a, int row) =>
        a.GetLength(1) == 1 ? Scalar(a[row, 0]) : Build(a.GetLength(1), 1, (j, _) => a[row, j]);

    private static double[,] Map(double[,] a, Func<double, double> function) => Build(a.GetLength(0), a.GetLength(1), (i, j) => function(a[i, j]));

    private static double[,] Build(int rows, int columns, Func<int, int, double> entry)
    {
        var values = new double[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                values[i, j] = entry(i, j);
        return values;
    }

    private static double[,] Scalar(double value) => new[,] { { value } };

    private int Size(string letter) => letter == "1" ? 1 : _sizes[letter];
}
