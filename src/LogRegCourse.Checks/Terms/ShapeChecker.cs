namespace LogRegCourse.Checks.Terms;

/// <summary>
/// Finds the size of every part of a formula from the sizes of its symbols, refuses what does not fit, and says which
/// sizes clash. Sums learn here how far their index runs, and no index leaves what it indexes.
/// </summary>
internal sealed class ShapeChecker(IReadOnlyDictionary<string, Shape> symbols, IReadOnlyDictionary<string, string> indices)
{
    private readonly Dictionary<string, Shape> _symbols = new(symbols);
    private readonly IndexScope _indices = new(indices);

    /// <summary>The size of the term.</summary>
    public Shape ShapeOf(Term term) => term switch
    {
        Symbol symbol when _indices.Has(symbol.Name) => Shape.Scalar,
        Symbol symbol => _symbols.TryGetValue(symbol.Name, out var shape)
            ? shape : throw new ShapeException($"{symbol} means something only inside the sum over {symbol}."),
        Sum { Size: null } sum => throw new ShapeException($"It is not known how far {sum} runs."),
        Sum sum => _indices.Inside(sum.Index, sum.Size, () => ShapeOf(sum.Body)),
        Apply apply => ShapeOf(apply),
        _ => Shape.Scalar,
    };

    /// <summary>The same term with the size of every sum filled in.</summary>
    public Term WithSizes(Term term)
    {
        if (term is Sum sum)
        {
            var size = sum.Size ?? _indices.Inside(sum.Index, null, () => SizeOf(sum));
            return _indices.Inside(sum.Index, size, () => sum with { Body = WithSizes(sum.Body), Size = size });
        }
        return term.Children.Count == 0 ? term : term.With([.. term.Children.Select(WithSizes)]);
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
                // Entry by entry, as NumPy and MATLAB's ./ do it.
                return shapes[1].IsScalar || shapes[0] == shapes[1] ? shapes[0] : shapes[0].IsScalar ? shapes[1]
                    : throw Clash(apply, shapes, "one can only divide by a number, or by a matrix of the same size, entry by entry");
            case Operator.Power:
                return shapes[1].IsScalar || shapes[0] == shapes[1] ? shapes[0] : throw Clash(apply, shapes, "powers are taken entry by entry: the exponent is a number or a matrix of the same size");
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
                _indices.Check(apply, 1, shapes[0].Rows);
                return shapes[0].IsColumn ? Shape.Scalar : new(shapes[0].Columns, "1");
            case Operator.Entry:
                _indices.Check(apply, 1, shapes[0].Rows);
                _indices.Check(apply, 2, shapes[0].Columns);
                return Shape.Scalar;
            case Operator.CasesLess or Operator.CasesAtMost or Operator.CasesGreater or Operator.CasesAtLeast or Operator.Cases:
                if (!shapes[0].IsScalar || !shapes[1].IsScalar) throw Clash(apply, shapes, "only numbers can be compared");
                return Together(apply, shapes[2], shapes[3]);
            case Operator.Derivative:
                if (shapes[0].IsScalar) return shapes[1];
                if (shapes[1].IsScalar) return shapes[0];
                return shapes[0].IsColumn && shapes[1].IsColumn ? new(shapes[0].Rows, shapes[1].Rows)
                    : throw new ShapeException($"{apply[0]} is {shapes[0]} and {apply[1]} is {shapes[1]}: a column can be differentiated by a column, a number by anything.");
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
            {
                if (!part[k].FreeSymbols().Contains(sum.Index)) continue;
                var shape = ShapeOf(WithSizes(part[0]));
                var size = k == 1 ? shape.Rows : shape.Columns;
                _indices.Check(part, k, size);
                sizes.TryAdd(size, $"{part[0]}");
            }
        }
        return sizes.Count switch
        {
            1 => sizes.Keys.First(),
            0 => SizeByName(sum),
            _ => throw new ShapeException(
                $"In {sum} the index {sum.Index} clashes: it runs over {string.Join(" and over ", sizes.Select(pair => $"1..{pair.Key} in {pair.Value}"))}."),
        };
    }

    /// <summary>How far an index runs that indexes nothing, as in Σ 1: by the only size there is, or by the habit that i counts rows.</summary>
    private string SizeByName(Sum sum)
    {
        var letters = _symbols.Values.SelectMany(shape => new[] { shape.Rows, shape.Columns }).Where(letter => letter != "1").Distinct().ToList();
        var habit = sum.Index switch { "i" => "n", "j" => "d", _ => sum.Index };
        return letters.Count == 1 ? letters[0]
            : letters.Find(letter => letter.Equals(habit, StringComparison.OrdinalIgnoreCase))
                ?? throw new ShapeException($"In {sum} the index {sum.Index} indexes nothing, so it is not known how far it runs.");
    }

    private static ShapeException Clash(Apply apply, IReadOnlyList<Shape> shapes, string why)
    {
        var parts = apply.Operands.Zip(shapes, (operand, shape) => $"{operand} is {shape}");
        return new ShapeException($"The sizes clash in {apply}: {string.Join(" and ", parts)}; {why}.");
    }
}

/// <summary>The sizes in a formula do not fit.</summary>
internal sealed class ShapeException(string message) : Exception(message);
