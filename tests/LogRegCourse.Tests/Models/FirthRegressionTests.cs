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

    [Fact]
    public void Fit_OfTwoRows_ExistsAsForAnyOthers()
    {
        Near([-3.2958368660043291, 2.1972245773362194], FirthRegression.Fit(new double[] { 1, 2 }, [0, 1]));
        Near([1.0986122886681097, 0], FirthRegression.Fit(new double[] { 1, 2 }, [1, 1]));
    }

    [Theory]
    [InlineData(100, 0.20669024092228685, 0.0097712396607597878)]
    [InlineData(1000, 0.24721093063597126, 0.00085944983346835782)]
    public void Fit_WithOneRowFarFromTheOthers_IsReached(double far, double intercept, double slope) =>
        Near([intercept, slope], FirthRegression.Fit(new double[] { 0, 1, 2, 3, 4, 5, 6, far }, [0, 1, 0, 1, 0, 1, 1, 1]));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    [InlineData(50, 20)]
    [InlineData(200, 100)]
    public void Fit_OfRandomRows_SolvesFirthsEquations(int rows, double far)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            double[] x = [.. Enumerable.Range(0, rows).Select(i => i == 0 && far > 1 ? far : random.NextDouble())];
            double[] y = [.. x.Select(_ => (double)random.Next(2))];
            var weights = FirthRegression.Fit(x, y);
            double[] p = [.. x.Select(value => Logistic.Sigmoid(weights[0] + weights[1] * value))], w = [.. p.Select(share => share * (1 - share))];
            var (s0, s1) = (w.Sum(), w.Zip(x, (a, b) => a * b).Sum());
            var mean = s1 / s0;
            var spread = w.Zip(x, (a, b) => a * (b - mean) * (b - mean)).Sum();
            var (score, slope) = (0.0, 0.0);
            for (var i = 0; i < rows; i++)
            {
                var leverage = w[i] * (1 / s0 + (x[i] - mean) * (x[i] - mean) / spread);
                var part = y[i] - p[i] + leverage * (0.5 - p[i]);
                (score, slope) = (score + part, slope + part * (x[i] - mean));
            }
            // In the units of the information, a step that is left.
            Assert.True(Math.Abs(score) / Math.Sqrt(s0) < 1e-8 && Math.Abs(slope) / Math.Sqrt(spread) < 1e-8, $"seed {seed}: {score}, {slope}");
        }
    }

    private static void Near(double[] expected, double[] actual)
    {
        for (var j = 0; j < expected.Length; j++) Assert.Equal(expected[j], actual[j], 1e-11);
    }
}
