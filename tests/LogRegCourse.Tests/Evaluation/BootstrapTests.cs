namespace LogRegCourse.Tests.Evaluation;

public class BootstrapTests
{
    [Fact]
    public void Percentile_AtALevelNearZero_KeepsTheMiddle() => Assert.Equal(new Interval(1, 2), Bootstrap.Percentile([2, 1], 1e-12));

    [Fact]
    public void Rows_AreDrawnWithReplacement_TheSameForTheSameSeed()
    {
        var rows = Bootstrap.Rows(50, 200, seed: 3);
        Assert.Equal(rows, Bootstrap.Rows(50, 200, seed: 3));
        Assert.All(rows, resample => Assert.Equal(50, resample.Length));
        Assert.All(rows.SelectMany(row => row), row => Assert.InRange(row, 0, 49));
        // A row is missing with probability (1 − 1/n)ⁿ, about 1/e.
        Assert.Equal(1 - Math.Pow(1 - 1 / 50.0, 50), rows.Average(resample => resample.Distinct().Count() / 50.0), 0.01);
    }

    [Fact]
    public void Percentile_CutsEqualSharesOff()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => (double)i).Reverse()];
        Assert.Equal(new Interval(25, 974), Bootstrap.Percentile(values));
        Assert.Equal(new Interval(50, 949), Bootstrap.Percentile(values, 0.9));
    }

    [Fact]
    public void Percentile_OfInfiniteValues_IsInfinite() =>
        Assert.Equal(double.NegativeInfinity, Bootstrap.Percentile([double.NegativeInfinity, 1, 2, 3]).Low);

    [Fact]
    public void Percentile_OfNothingOrNaN_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Bootstrap.Percentile([]));
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => Bootstrap.Percentile([1, double.NaN])).Message);
    }
}
