namespace LogRegCourse.Tests.Awkward;

/// <summary>Rows of very different size, from 1e-50 to 1e60 in one column: a certificate holds exactly, and "none" is true.</summary>
public class RowsOfAnySizeTests
{
    private const int Count = 150;

    [Fact]
    public void Separation_IsFoundOrDeniedAsExactArithmeticSays()
    {
        var kinds = new int[3];
        for (var seed = 0; seed < Count; seed++)
        {
            var (rows, y) = Draw(new Random(seed));
            if (ExactlySeparated(rows, y) is not { } isSeparated) continue;
            var x = Features.FromRows(rows);
            try
            {
                var separation = Separation.Find(x, y);
                kinds[separation is null ? 0 : 1]++;
                // Columns that differ by less than their rounding count as one, whatever their last bits say.
                Assert.True(separation is not null == isSeparated || separation is null && LinearDependence.Find(x) is not null, $"seed {seed}: {separation}");
                if (separation is not null) Assert.True(Holds(separation, rows, y), $"seed {seed}: {separation}");
            }
            catch (NoEstimateException)
            {
                kinds[2]++;
            }
        }
        Assert.True(kinds[0] > 30 && kinds[1] > 50 && kinds[2] < Count / 4, string.Join(", ", kinds));
    }

    [Theory]
    [InlineData(1e22)]
    [InlineData(1e28)]
    [InlineData(1e60)]
    [InlineData(1e115)]
    public void OneFarRow_NeitherPartsNorBlursTheOthers(double far)
    {
        double[] overlapping = [0, 0, 1, 0, 1, 0, 1, 1, 1], parted = [0, 0, 0, 0, 1, 1, 1, 1, 1];
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, far];
        Assert.Null(Separation.Find(x, overlapping));
        var (fit, near) = (LogisticRegression.Fit(x, overlapping), LogisticRegression.Fit(x[..8], overlapping[..8]));
        Assert.Equal(near.Coefficients[1], fit.Coefficients[1], 1e-14);
        Assert.Equal(near.StandardErrors[1], fit.StandardErrors[1], 1e-14);
        var separation = Separation.Find(x, parted)!;
        Assert.True(separation.IsComplete);
        Assert.InRange(-separation.Direction[0], 4, 5);
    }

    private static (double[][] Rows, double[] Y) Draw(Random random)
    {
        var (n, d) = (random.Next(4, 11), random.Next(1, 3));
        double[][] rows = [.. Enumerable.Range(0, n).Select(_ => Enumerable.Range(0, d).Select(_ => (double)random.Next(-3, 4)).ToArray())];
        var kind = random.Next(4);
        foreach (var row in rows)
        {
            var factor = kind switch { 0 => Power(-50, 50), 1 => random.Next(4) == 0 ? Power(10, 60) : 1, 2 => random.Next(3) == 0 ? Math.Pow(10, random.Next(15, 35)) : 1, _ => 1 };
            for (var j = 0; j < d; j++) row[j] *= kind == 3 ? Power(-30, 30) : factor;
        }
        double[] y = [.. rows.Select(row => random.Next(3) == 0 ? random.Next(2) : row[0] > 0 ? 1.0 : 0)];
        y[0] = 1 - y[1];
        return (rows, y);

        double Power(double from, double to) => Math.Pow(10, from + (to - from) * random.NextDouble());
    }

    /// <summary>Whether some direction is an edge of the cone of separating ones: each edge is at right angles to d rows. Null for dependent columns.</summary>
    private static bool? ExactlySeparated(double[][] rows, double[] y)
    {
        Dyadic[][] entries = [.. rows.Select(row => (Dyadic[])[1, .. row.Select(value => (Dyadic)value)])];
        Dyadic[][] edges = rows[0].Length == 1
            ? [.. entries.Select(row => (Dyadic[])[-row[1], row[0]])]
            : [.. from i in Enumerable.Range(0, rows.Length) from k in Enumerable.Range(0, i) select Cross(entries[i], entries[k])];
        edges = [.. edges.Where(edge => edge.Any(weight => weight.Sign != 0))];
        // All edges alike: the rows do not determine a direction.
        if (!edges.Any(edge => entries.Any(row => Dyadic.Dot(row, edge).Sign != 0))) return null;
        return edges.Any(edge => new[] { 1, -1 }.Any(way => entries.Zip(y).All(row => way * Dyadic.Dot(row.First, edge).Sign * (row.Second == 1 ? 1 : -1) >= 0) &&
            entries.Any(row => Dyadic.Dot(row, edge).Sign != 0)));

        static Dyadic[] Cross(Dyadic[] a, Dyadic[] b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
    }

    /// <summary>Whether every row but those on the line scores as its class asks, and these 0: but for the rounding of the printed numbers.</summary>
    private static bool Holds(Separation separation, double[][] rows, double[] y) => Enumerable.Range(0, rows.Length).All(i =>
    {
        double[] entries = [1, .. rows[i]];
        BigNumber score = 0.0, terms = 0.0;
        for (var j = 0; j < entries.Length; j++)
        {
            BigNumber term = (BigNumber)entries[j] * separation.Direction[j];
            (score, terms) = (score + term, terms + BigNumber.Abs(term));
        }
        return separation.RowsOnTheLine.Contains(i) ? !(BigNumber.Abs(score) > 1e-14 * terms) : (y[i] == 1 ? score : -score) > -1e-15 * terms;
    });
}
