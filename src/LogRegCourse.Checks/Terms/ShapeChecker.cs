namespace LogRegCourse.Checks.Terms;

/// <summary>
/// Finds the size of every part of a formula from the sizes of its symbols, refuses what does not fit, and says which
/// sizes clash. Sums learn here how far their index runs.
/// </summary>
internal sealed class ShapeChecker(IReadOnlyDictionary<string, Shape> symbols)
{
    private readonly Dictionary<string, Shape> _symbols = new(symbols);

    /// <summary>The size of the term.</summary>
    public Shape ShapeOf(Term term) => term switch
    {
        Symbol symbol => _symbols.GetValueOrDefault(symbol.Name, Shape.Scalar),
        Sum sum => Inside(sum, () => ShapeOf(sum.Body)),
        Apply apply => ShapeOf(apply),
        _ => Shape.Scalar,
    };

    /// <summary>The same term with the size of every sum filled in.</summary>
    public Term WithSizes(Term term)
    {
        if (term is Sum sum)
        {
            var size = sum.Size ?? SizeOf(sum);
            return Inside(sum, () => sum with { Body = WithSizes(sum.Body), Size = size });
        }
        return term.Children.Count == 0 ? term : term.With([.. term.Children.Select(WithSizes)]);
    }

    private T Inside<T>(Sum sum, Func<T> work)
    {
        var hidden = _symbols.TryGetValue(sum.Index, out var shape);
        _symbols.Remove(sum.Index);
        var result = work();
        if (hidden) _symbols[sum.Index] = shape;
        return result;
    }

    private Shape ShapeOf(Apply apply)
    {
        var shapes = apply.Operands.Select(ShapeOf).ToList();
        switch (apply.Op)
        {
            case Operator.Negate:
                return shapes[0];
            case Operator.Add or Operator.Subtract or Operator.Max or Operator.Min:
                return Together(apply, shapes[0], shapes[1]);
            case Operator.Hadamard:
                return shapes[0] == shapes[1] ? shapes[0] : throw Clash(apply, shapes, "the element-wise product needs two of one size");
            case Operator.Multiply:
                return Product(apply, shapes);
            case Operator.Divide:
                return shapes[1].IsScalar ? shapes[0] : throw Clash(apply, shapes, "one can only divide by a number");
            case Operator.Power:
                return shapes[1].IsScalar && shapes[0].IsScalar ? shapes[0] : throw Clash(apply, shapes, "only numbers have powers here");
            case Operator.Transpose:
                return shapes[0].Transposed;
            case Operator.Diagonal:
                return shapes[0].IsColumn ? new(shapes[0].Rows, shapes[0].Rows) : throw Clash(apply, shapes, "Diag needs a column");
            case Operator.Softmax:
                return shapes[0].IsColumn ? shapes[0] : throw Clash(apply, shapes, "softmax needs a column");
            case Operator.LogSumExp:
                return shapes[0].IsColumn ? Shape.Scalar : throw Clash(apply, shapes, "LogSumExp needs a column");
            case Operator.Row:
                if (shapes[0].IsScalar) throw Clash(apply, shapes, "a number has no entries");
                return shapes[0].IsColumn ? Shape.Scalar : new(shapes[0].Columns, "1");
            case Operator.Entry:
                return Shape.Scalar;
            case Operator.Cases:
                return Together(apply, shapes[2], shapes[3]);
            case Operator.Derivative:
                return shapes[0].IsScalar ? shapes[1] : shapes[1].IsScalar ? shapes[0] : new(shapes[0].Rows, shapes[1].Rows);
            default:
                // exp, log, the sigmoid and so on: entry by entry.
                return shapes[0];
        }
    }

    private static Shape Together(Apply apply, Shape a, Shape b)
    {
        if (a == b || b.IsScalar) return a;
        if (a.IsScalar) return b;
        throw Clash(apply, [a, b], "they have no common size");
    }

    private Shape Product(Apply apply, IReadOnlyList<Shape> shapes)
    {
        var (a, b) = (shapes[0], shapes[1]);
        if (a.IsScalar) return b;
        if (b.IsScalar) return a;
        if (a.Columns == b.Rows) return new(a.Rows, b.Columns);
        throw Clash(apply, shapes, $"the product needs {a.Columns} = {b.Rows}{Advice(apply)}");
    }

    /// <summary>The nearest product of the same two that multiplies.</summary>
    private string Advice(Apply product)
    {
        var (left, right) = (Bare(product[0]), Bare(product[1]));
        foreach (var (a, b) in new[] { (right, left), (left, right), (Flip(left), right), (left, Flip(right)), (Flip(right), left) })
        {
            var (first, second) = (ShapeOf(a), ShapeOf(b));
            if (first.Columns == second.Rows && first.Columns != "1")
                return $"; {Term.Of(Operator.Multiply, a, b)} would be {first.Rows} x {second.Columns}";
        }
        return "";
    }

    private static Term Bare(Term term) => term is Apply { Op: Operator.Transpose } transpose ? transpose[0] : term;

    private static Term Flip(Term term) => Term.Of(Operator.Transpose, term);

    private string SizeOf(Sum sum)
    {
        var sizes = new Dictionary<string, string>();
        foreach (var part in sum.Body.Everything().OfType<Apply>().Where(part => part.Op is Operator.Row or Operator.Entry))
        {
            for (var k = 1; k < part.Operands.Count; k++)
                if (part[k] is Symbol { Name: var name } && name == sum.Index)
                    sizes.TryAdd(k == 1 ? ShapeOf(part[0]).Rows : ShapeOf(part[0]).Columns, $"{part[0]}");
        }
        return sizes.Count switch
        {
            1 => sizes.Keys.First(),
            0 => throw new ShapeException($"In {sum} the index {sum.Index} indexes nothing, so it is not known how far it runs."),
            _ => throw new ShapeException(
                $"In {sum} the index {sum.Index} clashes: it runs over {string.Join(" and over ", sizes.Select(pair => $"1..{pair.Key} in {pair.Value}"))}."),
        };
    }

    private static ShapeException Clash(Apply apply, IReadOnlyList<Shape> shapes, string why)
    {
        var parts = apply.Operands.Zip(shapes, (operand, shape) => $"{operand} is {shape}");
        return new ShapeException($"The sizes clash in {apply}: {string.Join(" and ", parts)}; {why}.");
    }
}

/// <summary>The sizes in a formula do not fit.</summary>
internal sealed class ShapeException(string message) : Exception(message);
