namespace LogRegCourse.Tests;

public class CrossEntropyTests
{
    [Fact]
    public void Sums_OfWhatIsNoProbability_AreRefused()
    {
        Assert.Contains("p is NaN in row 2", Assert.Throws<ArgumentException>(() => CrossEntropy.MeanFromProbabilities([0, 1], [0.5, double.NaN])).Message);
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(() => CrossEntropy.MeanFromProbabilities([double.NaN, 1], [0.5, 0.5])).Message);
    }

    [Theory]
    [InlineData(1, 0.001, 6.907755278982137)]
    [InlineData(0, 0.001, 0.0010005003335835335)]
    [InlineData(0, 1e-300, 1e-300)]
    [InlineData(0.5, 0.5, 0.6931471805599453)]
    [InlineData(1, 0, double.PositiveInfinity)]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(0, 1, double.PositiveInfinity)]
    public void FromProbability_KnownValues_IsRight(double y, double p, double expected) =>
        Assert.Equal(expected, CrossEntropy.FromProbability(y, p), 1e-15 * Math.Min(expected, 10));

    [Theory]
    [InlineData(1, 800, 0)]
    [InlineData(0, 800, 800)]
    [InlineData(1, -800, 800)]
    [InlineData(1, double.PositiveInfinity, 0)]
    [InlineData(0, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(0.25, 0, 0.6931471805599453)]
    [InlineData(1, 40, 4.248354255291589e-18)]
    public void FromLogit_KnownValues_IsRight(double y, double z, double expected) =>
        Assert.Equal(expected, CrossEntropy.FromLogit(y, z), 1e-15 * Math.Min(expected, 10));

    [Fact]
    public void BothForms_OnSoftAndHardLabels_Agree()
    {
        double[] y = [0, 1, 0.3, 0.9], z = [-3, 2.5, 0.1, -20];
        var p = z.Select(Logistic.Sigmoid).ToArray();
        Assert.Equal(CrossEntropy.SumFromLogits(y, z), CrossEntropy.SumFromProbabilities(y, p), 1e-13);
        Assert.Equal(CrossEntropy.SumFromLogits(y, z) / 4, CrossEntropy.MeanFromLogits(y, z), 1e-15);
    }

    [Fact]
    public void FromLogit_OfNaN_IsNaN() => Assert.True(double.IsNaN(CrossEntropy.FromLogit(1, double.NaN)));

    [Fact]
    public void Mean_LengthsDiffer_SaysBoth() => Assert.Contains("p has 1 entries, but y has 2 rows",
        Assert.Throws<ArgumentException>(() => CrossEntropy.MeanFromProbabilities([0, 1], [0.5])).Message);
}
