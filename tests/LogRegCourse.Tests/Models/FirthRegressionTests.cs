namespace LogRegCourse.Tests.Models;

public class FirthRegressionTests
{
    [Theory]
    [InlineData(12, 6, 4, 12)]
    [InlineData(10, 0, 3, 7)]
    [InlineData(5, 0, 0, 5)]
    public void OfATable_ItAddsAHalfToEachCount(int a, int b, int c, int d)
    {
        double[] x = [.. Enumerable.Repeat(1.0, a + b), .. Enumerable.Repeat(0.0, c + d)];
        double[] y = [.. Enumerable.Repeat(1.0, a), .. Enumerable.Repeat(0.0, b), .. Enumerable.Repeat(1.0, c), .. Enumerable.Repeat(0.0, d)];
        var weights = FirthRegression.Fit(x, y);
        Assert.Equal(Math.Log((c + 0.5) / (d + 0.5)), weights[0], 1e-9);
        Assert.Equal(Math.Log((a + 0.5) * (d + 0.5) / ((b + 0.5) * (c + 0.5))), weights[1], 1e-9);
    }

    [Fact]
    public void ItsScore_VanishesAtTheEstimate()
    {
        var (x, y, _) = TestData.Simulated(40, 3, 7);
        var weights = FirthRegression.Fit(x, y);
        double[][] rows = [.. Enumerable.Range(0, 40).Select(i => (double[])[1, .. x.Row(i)])];
        double[] p = [.. rows.Select(row => Logistic.Sigmoid(row.Zip(weights, (a, b) => a * b).Sum()))];
        var information = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(4, 4, (a, b) => rows.Select((row, i) => p[i] * (1 - p[i]) * row[a] * row[b]).Sum()).Inverse();
        for (var j = 0; j < 4; j++)
        {
            Assert.Equal(0, Enumerable.Range(0, 40).Sum(i =>
            {
                var row = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(rows[i]);
                var leverage = p[i] * (1 - p[i]) * (row * information * row);
                return (y[i] - p[i] + leverage * (0.5 - p[i])) * rows[i][j];
            }), 1e-8);
        }
    }

    [Fact]
    public void SeparatedFlowers_GetAFiniteAnswer_InAnyUnit()
    {
        double[] x = [1, 2, 3, 4], y = [0, 0, 1, 1];
        var weights = FirthRegression.Fit(x, y);
        Assert.Equal(0, weights[0] + 2.5 * weights[1], 1e-9);
        Assert.InRange(weights[1], 0.5, 3);
        Assert.Equal(weights[1] / 1000, FirthRegression.Fit(x.Select(v => 1000 * v).ToArray(), y)[1], 1e-12);
    }

    [Fact]
    public void ManyRows_AreMaximumLikelihoodNearly()
    {
        var (x, y, _) = TestData.Simulated(5000, 2, 3);
        Assert.All(FirthRegression.Fit(x, y).Zip(LogisticRegression.Fit(x, y).Coefficients), pair => Assert.Equal(pair.Second, pair.First, 0.005));
    }

    [Fact]
    public void ColumnThatRepeatsOthers_IsRefused() => Assert.Contains("repeats", Assert.Throws<NoEstimateException>(() =>
        FirthRegression.Fit(Features.FromColumns(("a", [1, 2, 5, 4]), ("b", [2, 4, 10, 8])), [0, 1, 0, 1])).Message);
}
