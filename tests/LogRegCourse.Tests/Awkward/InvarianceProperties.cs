namespace LogRegCourse.Tests.Awkward;

/// <summary>
/// What does not depend on unit, origin and mixture of the columns must not: score tests, discriminants and Firth's fits of
/// the same rows far from 0, in any unit, and with columns that nearly repeat each other.
/// </summary>
public class InvarianceProperties
{
    private const int DataSets = 60;

    [Fact]
    public void ScoreTests_AreTheSameInAllCoordinates() => ForAll((x, y) =>
        [ScoreTest.Of(x, y).Statistic, ScoreTest.Of(Only(x, 1), Only(x, 0), y).Statistic, ScoreTest.Of(Only(x, 0), y).Statistic]);

    [Fact]
    public void Discriminants_AreTheSameInAllCoordinates() => ForAll((x, y) => LinearDiscriminant.Fit(x, y).Probabilities(x));

    [Fact]
    public void FirthFits_PredictTheSameInAllCoordinates() => ForAll((x, y) =>
    {
        // Slopes of two columns a, a + 2⁻²⁰b mix into those of a and b; odds are taken between rows, where the offset is gone.
        var weights = FirthRegression.Fit(x, y);
        double[] scores = [.. Enumerable.Range(0, x.RowCount).Select(i => weights[1] * (x[i, 0] - x[0, 0]) + weights[2] * (x[i, 1] - x[0, 1]))];
        return [.. scores.Select(Logistic.Sigmoid)];
    });

    private static Features Only(Features x, int j) => Features.FromColumns((x.Names[j], x[x.Names[j]]));

    private static void ForAll(Func<Features, double[], double[]> answer)
    {
        var (answers, wrong) = (0, new List<string>());
        for (var seed = 0; seed < DataSets; seed++)
        {
            var random = new Random(seed);
            var n = random.Next(8, 20);
            double[][] columns = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, n).Select(_ => (double)random.Next(-30, 30)).ToArray())];
            double[] y = [0, 1, .. Enumerable.Range(2, n - 2).Select(_ => (double)random.Next(2))];
            double[] plain;
            try
            {
                plain = answer(Of(columns), y);
            }
            catch (NoEstimateException)
            {
                // Separated classes have no score test of further columns.
                continue;
            }
            answers++;
            // Whole numbers, offsets and powers of two: what is computed from stays exactly the same data.
            var (offset, exponent) = (random.Next(1, 1 << 30), random.Next(-900, 900));
            Compare("far from 0", [.. columns.Select(column => Array.ConvertAll(column, value => value + offset))]);
            Compare("unit", [.. columns.Select(column => Array.ConvertAll(column, value => Math.ScaleB(value, exponent)))]);
            Compare("nearly repeated", [columns[0], [.. columns[0].Zip(columns[1], (a, b) => a + Math.ScaleB(b, -20))]]);

            void Compare(string what, double[][] moved)
            {
                var there = answer(Of(moved), y);
                for (var k = 0; k < plain.Length; k++)
                    if (!(Math.Abs(plain[k] - there[k]) <= 1e-9 * Math.Abs(plain[k]) + 1e-13)) wrong.Add($"seed {seed}, {what}: {plain[k]:R} became {there[k]:R}");
            }
        }
        Assert.Empty(wrong);
        Assert.True(answers > DataSets / 2, $"{answers} answers");
    }

    private static Features Of(double[][] columns) => Features.FromColumns(("a", columns[0]), ("b", columns[1]));
}
