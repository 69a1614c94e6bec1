using LogRegCourse.Tests.Reference;

namespace LogRegCourse.Tests.SimdLoops;

public class LogisticRowsTests
{
    // Up to six roundings: of the exponential, the sum, the quotient (which a curvature takes twice) and the products.
    private const double AllowedUlp = 4;

    // Beyond it e^−|z| has no full digits, and is taken for zero.
    private const double Largest = 708;

    [Fact]
    public void Losses_AgainstFiftyDigits_AreWithinFourUlp() => Assert.All(
        Within(LogisticReference.Of("Softplus")),
        row => Assert.InRange(row.Ulps(LogisticRows.LossAndSlopes([row.At], [0], [])), 0, AllowedUlp));

    [Fact]
    public void Slopes_AgainstFiftyDigits_AreWithinFourUlp()
    {
        var reference = Within(LogisticReference.Of("Sigmoid"));
        var slopes = reference.Select(row => row.At).ToArray();
        LogisticRows.Slopes(slopes, new double[slopes.Length]);
        Assert.All(reference.Zip(slopes), pair => Assert.InRange(pair.First.Ulps(pair.Second), 0, AllowedUlp));
    }

    [Fact]
    public void Curvatures_AgainstFiftyDigits_AreWithinFourUlp()
    {
        var reference = Within(LogisticReference.Of("SigmoidDerivative"));
        var curvatures = reference.Select(row => row.At).ToArray();
        LogisticRows.Curvatures(curvatures, []);
        Assert.All(reference.Zip(curvatures), pair => Assert.InRange(pair.First.Ulps(pair.Second), 0, AllowedUlp));
    }

    [Theory]
    [InlineData(800, 0, 800, 1)]
    [InlineData(-800, 0, 0, 0)]
    [InlineData(-800, 1, 800, -1)]
    [InlineData(double.PositiveInfinity, 0, double.PositiveInfinity, 1)]
    [InlineData(double.NaN, 0, double.NaN, double.NaN)]
    public void LossAndSlope_FarOut_AreTheLimits(double logit, double label, double loss, double slope)
    {
        double[] z = [logit];
        Assert.Equal(loss, LogisticRows.LossAndSlopes(z, [label], []));
        Assert.Equal(slope, z[0]);
    }

    private static List<LogisticReference> Within(IEnumerable<LogisticReference> reference) => [.. reference.Where(row => Math.Abs(row.At) <= Largest)];
}
