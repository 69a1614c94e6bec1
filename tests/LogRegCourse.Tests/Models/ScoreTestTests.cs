namespace LogRegCourse.Tests.Models;

public class ScoreTestTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5, 7], Y = [0, 0, 1, 0, 1, 1];

    [Fact]
    public void OneColumn_AgainstTheInterceptAlone_ByItsClosedForm()
    {
        // (Σ(x − x̄)(y − ȳ))² / (ȳ(1 − ȳ)·Σ(x − x̄)²): n times the squared correlation.
        var (meanX, meanY) = (X.Average(), Y.Average());
        var u = X.Zip(Y, (x, y) => (x - meanX) * (y - meanY)).Sum();
        var test = ScoreTest.Of(X, Y);
        Assert.Equal(u * u / (meanY * (1 - meanY) * X.Sum(x => (x - meanX) * (x - meanX))), test.Statistic, 1e-12);
        Assert.Equal(1, test.DegreesOfFreedom);
    }

    [Fact]
    public void OfATwoByTwoTable_ItIsPearsonsChiSquared()
    {
        // 12 and 6 of 18, 4 and 12 of 16: n(ad − bc)²/(row and column sums).
        double[] x = [.. Enumerable.Repeat(1.0, 18), .. Enumerable.Repeat(0.0, 16)];
        double[] y = [.. Enumerable.Repeat(1.0, 12), .. Enumerable.Repeat(0.0, 6), .. Enumerable.Repeat(1.0, 4), .. Enumerable.Repeat(0.0, 12)];
        Assert.Equal(34 * Math.Pow(12 * 12 - 6 * 4, 2) / (18.0 * 16 * 16 * 18), ScoreTest.Of(x, y).Statistic, 1e-11);
    }

    [Fact]
    public void ColumnsBesidesOthers_DoNotDependOnWhatTheOthersAlreadySay()
    {
        var (x, y, _) = TestData.Simulated(60, 2, 4);
        double[] second = x["x2"], mixed = [.. second.Zip(x["x1"], (b, a) => b + 3 * a + 5)];
        Assert.Equal(ScoreTest.Of(second, x["x1"], y).Statistic, ScoreTest.Of(mixed, x["x1"], y).Statistic, 1e-8);
    }

    [Fact]
    public void OnManyRows_ItIsCloseToTheLikelihoodRatio()
    {
        var (x, y, _) = TestData.Simulated(4000, 2, 5);
        var one = Features.FromColumns(("x1", x["x1"]));
        var ratio = LikelihoodRatioTest.Between(LogisticRegression.Fit(one, y), LogisticRegression.Fit(x, y));
        var score = ScoreTest.Of(Features.FromColumns(("x2", x["x2"])), one, y);
        Assert.InRange(score.Statistic / ratio.Statistic, 0.9, 1.1);
        Assert.InRange(score.PValue, 0, 1e-6);
    }

    [Fact]
    public void ColumnThatSaysNothingNew_IsRefused() =>
        Assert.Contains("repeats", Assert.Throws<NoEstimateException>(() => ScoreTest.Of(new double[] { 2, 2, 2, 2, 2, 2 }, Y)).Message);

    [Fact]
    public void RowBeyondAllDoubt_AddsNothing()
    {
        double[] present = [-1.4, 1.1, 0, -0.474, -0.909, -1279, 1.4, -1], added = [-1.445, 0.8, 1.026, -1.56, 1, 1.42, 0.494, -1.42];
        Assert.Equal(0.47725059688990028, ScoreTest.Of(added, present, [0, 0, 1, 1, 1, 1, 0, 1]).Statistic, 1e-13);
    }
}
