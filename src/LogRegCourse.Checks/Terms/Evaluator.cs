using LogRegCourse.Checks.Precision;

namespace LogRegCourse.Checks.Terms;

/// <summary>The value of a term at a point, with as many bits as asked for.</summary>
internal sealed class Evaluator(Point point, IReadOnlyDictionary<string, Shape> shapes, int bits)
{
    private readonly DualArithmetic _math = new(bits);
    private readonly Dictionary<string, int> _indices = [];
    private (string Name, int Position)? _seed;

    public Values Value(Term term) => term switch
    {
        Number number => Values.Scalar(Dual.Constant(Ball.Ratio(number.Numerator, number.Denominator, bits))),
        Approximate number => Values.Scalar(Dual.Constant(Known(number.Value))),
        Constant { Name: "pi" } => Values.Scalar(Dual.Constant(Ball.Rounded(Elementary.Pi(bits), Ball.Exactly, bits))),
        Constant => Values.Scalar(Dual.Constant(Ball.Exp(Ball.One, bits))),
        Symbol symbol => SymbolValue(symbol.Name),
        Sum sum => SumValue(sum),
        Apply apply => ApplyValue(apply),
        _ => throw new InvalidOperationException("A gap has no value."),
    };

    /// <summary>The slopes of all entries by one entry of a symbol.</summary>
    public IEnumerable<Ball> Slopes(Term term, string name, int position)
    {
        _seed = (name, position);
        var value = Value(term);
        _seed = null;
        return value.Entries.Select(entry => entry.Slope);
    }

    private static Ball Known(double value)
    {
        var middle = BigReal.FromDouble(value);
        return new(middle, middle.Magnitude - Approximate.Bits);
    }

    private Values SymbolValue(string name)
    {
        if (_indices.TryGetValue(name, out var index)) return Values.Scalar(Dual.Constant(Ball.Ratio(index + 1, 1, bits)));
        var numbers = point.Symbols[name];
        var columns = Width(name);
        var entries = new Dual[numbers.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var slope = _seed is { } seed && seed.Name == name && seed.Position == i ? Ball.One : Ball.Zero;
            entries[i] = new(Ball.Ratio(numbers[i].Numerator, numbers[i].Denominator, bits), slope);
        }
        return new(numbers.Length / columns, columns, entries);
    }

    private int Width(string name) =>
        shapes.TryGetValue(name, out var shape) && shape.Columns != "1" ? point.Sizes[shape.Columns] : 1;

    private Values SumValue(Sum sum)
    {
        var total = Values.Scalar(Dual.Constant(sum.IsProduct ? Ball.One : Ball.Zero));
        var hidden = _indices.TryGetValue(sum.Index, out var outer);
        for (var i = 0; i < point.Sizes[sum.Size!]; i++)
        {
            _indices[sum.Index] = i;
            var value = Value(sum.Body);
            total = Values.Zip(total, value, sum.IsProduct ? _math.Multiply : _math.Add);
        }
        if (hidden) _indices[sum.Index] = outer;
        else _indices.Remove(sum.Index);
        return total;
    }

    private Values ApplyValue(Apply apply)
    {
        switch (apply.Op)
        {
            case Operator.Derivative:
                return Derivative(apply[0], apply[1]);
            case var cases when Condition.IsCases(cases):
                return CasesValue(apply);
            // Exactly what is under it, without the digits that a chain of both would cost.
            case Operator.Log when apply[0] is Apply { Op: Operator.Exp } inverse:
                return Value(inverse[0]);
            case Operator.Row or Operator.Entry:
                return Part(apply);
        }
        var a = Value(apply[0]);
        if (apply.Operands.Count == 2)
        {
            var b = Value(apply[1]);
            if (apply.Op == Operator.Divide && b.IsScalar && IsZero(apply[1], b.Entries[0].Value)) return a.Map(_ => Dual.Constant(Ball.Undefined));
            return apply.Op switch
            {
                Operator.Add => Values.Zip(a, b, _math.Add),
                Operator.Subtract => Values.Zip(a, b, _math.Subtract),
                Operator.Multiply when !a.IsScalar && !b.IsScalar => MatrixProduct(a, b),
                Operator.Multiply or Operator.Hadamard => Values.Zip(a, b, _math.Multiply),
                Operator.Divide => Values.Zip(a, b, _math.Divide),
                Operator.Power => Values.Zip(a, b, _math.Power),
                Operator.Max => Values.Zip(a, b, _math.Max),
                Operator.Min => Values.Zip(a, b, (x, y) => _math.Negate(_math.Max(_math.Negate(x), _math.Negate(y)))),
                _ => throw new InvalidOperationException(apply.Op.ToString()),
            };
        }
        return apply.Op switch
        {
            Operator.Negate => a.Map(_math.Negate),
            Operator.Exp => a.Map(_math.Exp),
            Operator.Log => a.Map(_math.Log),
            Operator.Log2 => a.Map(x => LogTo(2, x)),
            Operator.Log10 => a.Map(x => LogTo(10, x)),
            Operator.Sqrt => a.Map(_math.Sqrt),
            Operator.Abs => a.Map(_math.Abs),
            Operator.Tanh => a.Map(_math.Tanh),
            Operator.Sinh => a.Map(_math.Sinh),
            Operator.Cosh => a.Map(_math.Cosh),
            Operator.Atanh => a.Map(_math.Atanh),
            Operator.Asinh => a.Map(_math.Asinh),
            Operator.Cbrt => a.Map(_math.Cbrt),
            Operator.Log1p => a.Map(_math.Log1p),
            Operator.Expm1 => a.Map(_math.Expm1),
            Operator.Sigmoid => a.Map(_math.Sigmoid),
            Operator.Softplus => a.Map(_math.Softplus),
            Operator.Odds => a.Map(_math.Odds),
            Operator.Logit => a.Map(x => _math.Log(_math.Odds(x))),
            Operator.Transpose => Values.Build(a.Columns, a.Rows, (i, j) => a[j, i]),
            Operator.Diagonal => Values.Build(a.Rows, a.Rows, (i, j) => i == j ? a[i, 0] : Dual.Constant(Ball.Zero)),
            Operator.LogSumExp => Values.Scalar(_math.Log(SumOfExp(a))),
            Operator.Softmax => Softmax(a),
            _ => throw new InvalidOperationException(apply.Op.ToString()),
        };
    }

    /// <summary>Whether a value that may be zero is: of fractions that have no end in binary, rounding does not tell.</summary>
    private bool IsZero(Term term, Ball value) => value is { IsKnown: true, MayBeZero: true, IsExact: false } && _indices.Count == 0 && RationalValue.Of(term, point) is { IsZero: true };

    private Dual LogTo(int number, Dual x) => _math.Divide(_math.Log(x), _math.Log(Dual.Constant(Ball.Ratio(number, 1, bits))));

    private Dual SumOfExp(Values a) => a.Entries.Select(_math.Exp).Aggregate(_math.Add);

    private Values Softmax(Values a)
    {
        var sum = SumOfExp(a);
        return a.Map(x => _math.Divide(_math.Exp(x), sum));
    }

    private Values MatrixProduct(Values a, Values b) => Values.Build(a.Rows, b.Columns, (i, j) =>
    {
        var sum = _math.Multiply(a[i, 0], b[0, j]);
        for (var k = 1; k < a.Columns; k++) sum = _math.Add(sum, _math.Multiply(a[i, k], b[k, j]));
        return sum;
    });

    private Values CasesValue(Apply apply)
    {
        var difference = Values.Zip(Value(apply[0]), Value(apply[1]), _math.Subtract).Entries[0].Value;
        if (!difference.IsKnown) return Values.Scalar(Dual.Constant(difference));
        if (IsZero(Term.Of(Operator.Subtract, apply[0], apply[1]), difference)) difference = Ball.Zero;
        // Too close to tell: the labels of a derivation are exact, so only a computed quantity comes here.
        if (difference.MayBeZero && !difference.IsExact && apply.Op != Operator.Cases) return Values.Scalar(Dual.Constant(Ball.Open));
        var order = difference.MayBeZero ? 0 : difference.Middle.Sign;
        var value = Value(Condition.Holds(apply.Op, order) ? apply[2] : apply[3]);
        // On the border between two cases there is no derivative to be sure of.
        return _seed is not null && order == 0 && apply.Op != Operator.Cases ? value.Map(entry => entry with { Slope = Ball.Undefined }) : value;
    }

    private Values Part(Apply apply)
    {
        var a = Value(apply[0]);
        var row = Index(apply[1]);
        if (row >= a.Rows || (apply.Op == Operator.Entry && Index(apply[2]) >= a.Columns)) return Values.Scalar(Dual.Constant(Ball.Undefined));
        if (apply.Op == Operator.Entry) return Values.Scalar(a[row, Index(apply[2])]);
        return a.Columns == 1 ? Values.Scalar(a[row, 0]) : Values.Build(a.Columns, 1, (j, _) => a[row, j]);
    }

    /// <summary>Indices count from 1 in formulas.</summary>
    private int Index(Term term) =>
        term is Symbol symbol && _indices.TryGetValue(symbol.Name, out var index) ? index : (int)Math.Round(Value(term).Entries[0].Value.ToDouble()) - 1;

    /// <summary>One pass of forward-mode differentiation per entry of what is differentiated by.</summary>
    private Values Derivative(Term body, Term by)
    {
        var (name, positions) = by switch
        {
            Symbol symbol => (symbol.Name, Enumerable.Range(0, point.Symbols[symbol.Name].Length).ToArray()),
            Apply { Op: Operator.Row } part => (((Symbol)part[0]).Name, [Index(part[1])]),
            _ => throw new InvalidOperationException($"Differentiating by {by} is not possible."),
        };
        var columns = positions.Select(position =>
        {
            _seed = (name, position);
            var value = Value(body);
            _seed = null;
            return value.Map(entry => Dual.Constant(entry.Slope));
        }).ToList();
        var first = columns[0];
        if (columns.Count == 1) return first;
        if (!first.IsScalar) return Values.Build(first.Rows, columns.Count, (i, j) => columns[j][i, 0]);
        var width = Width(name);
        return new(columns.Count / width, width, [.. columns.Select(column => column.Entries[0])]);
    }
}
