namespace LogRegCourse.Tests;

/// <summary>On many small data sets with ties, about half of them separated: either a certificate that holds, or a fit that solves the score equations.</summary>
public class ExistenceProperties
{
    [Theory]
    [InlineData(9, 2, 5)]
    [InlineData(12, 3, 4)]
    [InlineData(25, 4, 3)]
    public void EveryDataSet_HasACertificateOrAnEstimate_NeverBothOrNeither(int n, int d, int levels)
    {
        var kinds = new int[3];
        for (var seed = 0; seed < 400; seed++)
        {
            var (x, y) = Discrete(n, d, levels, seed);
            if (LinearDependence.Find(x) is not null) continue;
            var separation = Separation.Find(x, y);
            kinds[separation is null ? 0 : separation.IsComplete ? 1 : 2]++;
            if (separation is null) AssertSolved(x, y, seed);
            else AssertHolds(separation, x, y, seed);
        }
        Assert.All(kinds, count => Assert.True(count > 5, $"too few of one kind: {string.Join(", ", kinds)}"));
    }

    [Theory]
    [InlineData(12, 1, 8)]
    [InlineData(14, 2, 5)]
    public void ThreeClasses_AreSeparatedOrHaveAnEstimate(int n, int d, int levels)
    {
        var kinds = new int[2];
        for (var seed = 0; seed < 200; seed++)
        {
            var (x, y) = Discrete(n, d, levels, seed);
            if (LinearDependence.Find(x) is not null) continue;
            // A third class above the others' part of the first column, at every other seed overlapping with them.
            string[] classes = [.. y.Select((label, i) => x[i, 0] >= levels - 2 && (seed % 2 == 0 || i % 3 > 0) ? "c" : label == 1 ? "b" : "a")];
            if (classes.Distinct().Count() < 3) continue;
            var separated = ClassSeparation.Find(x, classes) is not null;
            kinds[separated ? 0 : 1]++;
            if (separated) Assert.Throws<ClassSeparationException>(() => SoftmaxRegression.Fit(x, classes));
            else AssertSolved(x, classes, seed);
        }
        Assert.All(kinds, count => Assert.True(count > 5, $"too few of one kind: {string.Join(", ", kinds)}"));
    }

    private static void AssertSolved(Features x, string[] classes, int seed)
    {
        var weights = SoftmaxRegression.Fit(x, classes).Coefficients;
        var gradient = new SoftmaxLoss(x, classes, new SoftmaxOptions { Scaling = LossScaling.Sum }).Gradient([.. weights[1], .. weights[2]]);
        Assert.True(gradient.All(g => Math.Abs(g) < 1e-8), $"seed {seed}: gradient {string.Join(", ", gradient)}");
    }

    private static void AssertSolved(Features x, double[] y, int seed)
    {
        var gradient = new LogisticLoss(x, y, new LossOptions { Scaling = LossScaling.Sum }).Gradient(LogisticRegression.Fit(x, y).Coefficients);
        Assert.True(gradient.All(g => Math.Abs(g) < 1e-8), $"seed {seed}: gradient {string.Join(", ", gradient)}");
    }

    private static void AssertHolds(Separation separation, Features x, double[] y, int seed)
    {
        Assert.Throws<SeparationException>(() => LogisticRegression.Fit(x, y));
        var strictly = 0;
        for (var i = 0; i < y.Length; i++)
        {
            var score = separation.Direction[0];
            for (var j = 0; j < x.ColumnCount; j++) score += separation.Direction[j + 1] * x[i, j];
            if (y[i] == 0) score = -score;
            Assert.True(score >= -1e-9, $"seed {seed}: row {i} scores {score}");
            Assert.Equal(separation.RowsOnTheLine.Contains(i), score <= 1e-9);
            if (score > 1e-9) strictly++;
        }
        Assert.True(strictly > 0);
    }

    private static (Features X, double[] Y) Discrete(int n, int d, int levels, int seed)
    {
        var random = new Random(seed);
        var columns = Enumerable.Range(0, d).Select(j => ($"x{j}", Enumerable.Range(0, n).Select(_ => (double)random.Next(levels)).ToArray())).ToArray();
        var slope = seed % 5;
        double[] y = [0, 1, .. Enumerable.Range(2, n - 2).Select(i => random.NextDouble() < Logistic.Sigmoid(slope * (columns.Sum(c => c.Item2[i]) - d * (levels - 1) / 2.0)) ? 1.0 : 0)];
        return (Features.FromColumns(columns), y);
    }
}
