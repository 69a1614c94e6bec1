using System.Numerics;

namespace LogRegCourse;

/// <summary>
/// A separating direction in exact arithmetic: one that gives some rows the score 0, not nearly 0, and every other row its sign.
/// Where rows are of very different size, 32 digits do not tell these apart.
/// </summary>
/// <param name="x">The rows as they are.</param>
/// <param name="columns">The working columns that directions are given in.</param>
/// <param name="signs">1 for a row of class 1, −1 for one of class 0, 0 for a row that both classes share.</param>
internal sealed class ExactSeparation(Features x, WorkingColumns columns, int[] signs)
{
    // Scores of a certificate's rounded numbers, beside their terms: above 0, 0, and not below 0.
    private const double Plain = 1e-14;
    private const double Rounding = 1e-15;
    private readonly Dyadic[][] _rows = [.. Enumerable.Range(0, x.RowCount).Select(i => Entries(x.Row(i), columns.HasIntercept))];

    /// <summary>The direction that gives the rows on the line exactly 0 and lies near another; null when it does not part the other rows.</summary>
    /// <param name="direction">In working columns.</param>
    /// <param name="onTheLine">Rows by number, in rising order.</param>
    /// <returns>The direction in working columns, and whether its numbers in a certificate part the rows plainly, too.</returns>
    public (DoubleDouble[] Direction, bool IsPlain)? Near(DoubleDouble[] direction, int[] onTheLine)
    {
        var exact = OnTheLine(Raw(direction), [.. onTheLine.Select(i => _rows[i])]);
        int[] others = [.. Enumerable.Range(0, signs.Length).Except(onTheLine)];
        if (others.Length == 0 || others.Any(i => signs[i] == 0 || Dyadic.Dot(_rows[i], exact).Sign != signs[i])) return null;

        var working = Working(exact);
        var shown = Array.ConvertAll(columns.ToRawDirections([working])[0], value => (Dyadic)value);
        var least = others.Select(i => (Row: _rows[i], Sign: signs[i]))
            .Select(row => (Score: Dyadic.Dot(row.Row, shown) * row.Sign, Terms: Terms(row.Row, shown))).ToArray();
        if (least.Any(row => (row.Score + row.Terms * Rounding).Sign < 0)) return null;
        if (onTheLine.Any(i => (Dyadic.Abs(Dyadic.Dot(_rows[i], shown)) - Terms(_rows[i], shown) * Plain).Sign > 0)) return null;
        return (working, least.All(row => (row.Score - row.Terms * Plain).Sign > 0));
    }

    private static Dyadic[] Entries(double[] row, bool intercept) =>
        [.. intercept ? (Dyadic[])[1] : [], .. row.Select(value => (Dyadic)value)];

    private static Dyadic Terms(Dyadic[] row, Dyadic[] direction) =>
        row.Zip(direction, (entry, weight) => Dyadic.Abs(entry * weight)).Aggregate(default(Dyadic), (sum, term) => sum + term);

    /// <summary>Working weights as raw ones, and the other way round.</summary>
    private Dyadic[] Raw(DoubleDouble[] working) => Moved(Array.ConvertAll(working, Dyadic.From), -1);

    private DoubleDouble[] Working(Dyadic[] raw)
    {
        var working = Moved(raw, 1);
        var largest = working.Where(weight => weight.Sign != 0).Max(weight => weight.Size);
        return Array.ConvertAll(working, weight => weight.Scaled(-largest));
    }

    private Dyadic[] Moved(Dyadic[] weights, int way)
    {
        Dyadic[] moved = [.. weights.Select((weight, j) => weight.Sign == 0 ? weight : weight with { Exponent = weight.Exponent + way * columns.ExponentOf(j) })];
        if (columns.HasIntercept)
            for (var j = 1; j < moved.Length; j++) moved[0] += (way < 0 ? weights[j] : moved[j]) * (way * columns.CentreOf(j - 1));
        return moved;
    }

    /// <summary>
    /// A multiple of the direction, of which some entries are chosen anew so that all given rows have score 0: Gauss's elimination
    /// without divisions. Entries that are 0 stay 0.
    /// </summary>
    private static Dyadic[] OnTheLine(Dyadic[] direction, Dyadic[][] rows)
    {
        var pivots = new List<(Dyadic[] Row, int Column)>();
        foreach (var row in rows)
        {
            Dyadic[] rest = [.. row.Select((entry, j) => direction[j].Sign == 0 ? default : entry)];
            foreach (var (other, column) in pivots)
                if (rest[column].Sign != 0) rest = Primitive([.. rest.Zip(other, (mine, its) => mine * other[column] - its * rest[column])]);
            if (rest.All(entry => entry.Sign == 0)) continue;
            // The entry that says most: its weight moves least.
            pivots.Add((rest, Enumerable.Range(0, rest.Length).Where(j => rest[j].Sign != 0).MaxBy(j => (rest[j] * direction[j]).Size)));
        }
        var exact = (Dyadic[])direction.Clone();
        foreach (var (row, column) in Enumerable.Reverse(pivots))
        {
            exact[column] = default;
            var others = Dyadic.Dot(row, exact);
            exact = Array.ConvertAll(exact, weight => weight * Dyadic.Abs(row[column]));
            exact[column] = row[column].Sign > 0 ? -others : others;
            exact = Primitive(exact);
        }
        return exact;
    }

    /// <summary>The numbers without their common factor, so that they stay short.</summary>
    private static Dyadic[] Primitive(Dyadic[] numbers)
    {
        var factor = numbers.Aggregate(BigInteger.Zero, (common, number) => BigInteger.GreatestCommonDivisor(common, number.Mantissa));
        return factor <= 1 ? numbers : Array.ConvertAll(numbers, number => number with { Mantissa = number.Mantissa / factor });
    }
}
