namespace LogRegCourse.Checks.Terms;

/// <summary>
/// A formula's value at a point in ordinary doubles, matrices and sums included: for choosing among hundreds of
/// candidates, never for a verdict. What doubles cannot do is NaN.
/// </summary>
internal sealed class QuickEvaluator(Point point, IReadOnlyDictionary<string, Shape> shapes)
{
    private readonly Dictionary<string, int> _indices = [];
    private readonly Dictionary<string, double[]> _symbols = point.Symbols.ToDictionary(pair => pair.Key, pair => Array.ConvertAll(pair.Value, number => number.ToDouble()));

    /// <summary>The entries, row by row; null where the formula cannot be evaluated so.</summary>
    public double[]? At(Term term) => Value(term)?.Entries;

    // Most candidates of matrices do not fit together: null goes up without the price of an exception.
    private Quick? Value(Term term) => term switch
    {
        Number number => new(1, [number.ToDouble()]),
        Approximate number => new(1, [number.Value]),
        Constant constant => new(1, [constant.Name == "pi" ? Math.PI : Math.E]),
        Symbol symbol when _indices.TryGetValue(symbol.Name, out var index) => new(1, [index + 1]),
        Symbol symbol => _symbols.TryGetValue(symbol.Name, out var entries) ? new(ColumnsOf(symbol), entries) : null,
        Sum sum => SumValue(sum),
        Apply apply => ApplyValue(apply),
        _ => null,
    };

    private int ColumnsOf(Symbol symbol) => shapes.TryGetValue(symbol.Name, out var shape) && shape.Columns != "1" ? point.Sizes[shape.Columns] : 1;

    private Quick? SumValue(Sum sum)
    {
        if (sum.Size is not { } size || !point.Sizes.TryGetValue(size, out var count)) return null;
        Quick? total = null;
        var hidden = _indices.TryGetValue(sum.Index, out var outer);
        for (var i = 0; i < count; i++)
        {
            _indices[sum.Index] = i;
            var value = Value(sum.Body);
            total = i == 0 ? value : Zip(total, value, sum.IsProduct ? Operator.Hadamard : Operator.Add);
            if (total is null) break;
        }
        if (hidden) _indices[sum.Index] = outer;
        else _indices.Remove(sum.Index);
        return total;
    }

    private Quick? ApplyValue(Apply apply)
    {
        if (Condition.IsCases(apply.Op))
        {
            if (Value(apply[0]) is not { } left || Value(apply[1]) is not { } right) return null;
            return Value(Condition.Holds(apply.Op, left.Entries[0].CompareTo(right.Entries[0])) ? apply[2] : apply[3]);
        }
        if (Value(apply[0]) is not { } a) return null;
        switch (apply.Op)
        {
            case Operator.Transpose:
                return a.Transposed();
            case Operator.Row:
                if (Index(apply[1]) is not { } row || row < 0 || (row + 1) * a.Columns > a.Entries.Length) return null;
                return a.Columns == 1 ? new(1, [a.Entries[row]]) : new(1, a.Entries[(row * a.Columns)..((row + 1) * a.Columns)]);
            case Operator.Entry:
                return Index(apply[1]) * a.Columns + Index(apply[2]) is { } place && place >= 0 && place < a.Entries.Length ? new(1, [a.Entries[place]]) : null;
            case Operator.Diagonal:
                var diagonal = new double[a.Entries.Length * a.Entries.Length];
                for (var i = 0; i < a.Entries.Length; i++) diagonal[i * (a.Entries.Length + 1)] = a.Entries[i];
                return new(a.Entries.Length, diagonal);
            case Operator.LogSumExp:
                return new(1, [Math.Log(a.Entries.Sum(Math.Exp))]);
            case Operator.Softmax:
                var sum = a.Entries.Sum(Math.Exp);
                return new(1, Array.ConvertAll(a.Entries, entry => Math.Exp(entry) / sum));
            case Operator.Multiply when Value(apply[1]) is { } b:
                return a.Entries.Length > 1 && b.Entries.Length > 1 ? a.Times(b) : Zip(a, b, Operator.Multiply);
        }
        if (apply.Operands.Count == 2) return Zip(a, Value(apply[1]), apply.Op);
        return apply.Operands.Count == 1 ? new(a.Columns, Array.ConvertAll(a.Entries, entry => QuickProgram.Of(apply.Op, entry))) : null;
    }

    private int? Index(Term term) => term is Symbol symbol && _indices.TryGetValue(symbol.Name, out var index) ? index
        : Value(term) is { } value && Math.Abs(value.Entries[0]) < int.MaxValue ? (int)Math.Round(value.Entries[0]) - 1 : null;

    private static Quick? Zip(Quick? a, Quick? b, Operator op)
    {
        if (a is null || b is null) return null;
        if (a.Entries.Length == 1) return new(b.Columns, Array.ConvertAll(b.Entries, entry => QuickProgram.Of(op, a.Entries[0], entry)));
        if (b.Entries.Length == 1) return new(a.Columns, Array.ConvertAll(a.Entries, entry => QuickProgram.Of(op, entry, b.Entries[0])));
        return a.Entries.Length == b.Entries.Length ? new(a.Columns, [.. a.Entries.Zip(b.Entries, (x, y) => QuickProgram.Of(op, x, y))]) : null;
    }

    private sealed record Quick(int Columns, double[] Entries)
    {
        private int Rows => Entries.Length / Columns;

        public Quick Transposed()
        {
            var entries = new double[Entries.Length];
            for (var i = 0; i < Rows; i++)
                for (var j = 0; j < Columns; j++)
                    entries[j * Rows + i] = Entries[i * Columns + j];
            return new(Rows, entries);
        }

        public Quick? Times(Quick other)
        {
            if (Columns != other.Rows) return null;
            var entries = new double[Rows * other.Columns];
            for (var i = 0; i < Rows; i++)
                for (var j = 0; j < other.Columns; j++)
                    for (var k = 0; k < Columns; k++)
                        entries[i * other.Columns + j] += Entries[i * Columns + k] * other.Entries[k * other.Columns + j];
            return new(other.Columns, entries);
        }
    }
}
