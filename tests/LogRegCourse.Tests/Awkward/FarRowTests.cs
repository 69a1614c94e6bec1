namespace LogRegCourse.Tests.Awkward;

/// <summary>One row far from all others: it says nothing or all, and neither is "not a number". Values of 60 digits.</summary>
public class FarRowTests
{
    [Theory]
    [InlineData(20_000)]
    [InlineData(99_999)]
    public void CertainRow_HasResidualZero(double far)
    {
        var fit = LogisticRegression.Fit(new double[] { 20, 22, 25, 30, 31, 35, 40, far }, [0, 1, 0, 0, 1, 0, 1, 1]);
        Assert.Equal(7.0075711073018068, fit.PearsonChiSquared, 1e-13);
        Assert.Equal(0, fit.PearsonResiduals[7]);
        Assert.Equal(0, fit.CooksDistances[7]);
        Assert.Equal(0, LogisticRegression.Fit(new double[] { 20, 22, 25, 30, 31, 35, 40, far }, [0, 1, 0, 0, 1, 0, 1, 1], new() { L2 = 1e-3 }).PearsonResiduals[7], 1e-100);
    }

    [Fact]
    public void PearsonResiduals_AreTheRootsOfTheOdds()
    {
        var fit = LogisticRegression.Fit(new double[] { 1, 2, 3, 4, 5, 6, 7, 8 }, [0, 0, 1, 0, 1, 0, 1, 1]);
        for (var i = 0; i < 8; i++)
        {
            var (y, p) = ((double[])[0, 0, 1, 0, 1, 0, 1, 1], fit.FittedProbabilities[i]);
            Assert.Equal((y[i] - p) / Math.Sqrt(p * (1 - p)), fit.PearsonResiduals[i], 1e-14);
        }
    }

    [Theory]
    [InlineData(1e154)]
    [InlineData(1e155)]
    [InlineData(1e200)]
    [InlineData(1.7e308)]
    [InlineData(-1.7e308)]
    public void ProbabilityInterval_OfARowAtTheEndsOfDouble_IsKnown(double x)
    {
        var fit = LogisticRegression.Fit(new double[] { 1, 2, 3, 4, 5, 6, 7, 8 }, [0, 0, 1, 0, 1, 0, 1, 1]);
        // The slope's own interval holds 0, and at the low level it does not.
        Assert.Equal(new Interval(0, 1), fit.ProbabilityInterval([x]));
        Assert.Equal(x > 0 ? new Interval(1, 1) : new Interval(0, 0), fit.ProbabilityInterval([x], 1e-10));
        Assert.Throws<ArgumentException>(() => fit.ProbabilityInterval([double.PositiveInfinity]));
    }

    [Theory]
    [InlineData(1e2, 12.297777063010133)]
    [InlineData(1e3, 90.622026401902145)]
    [InlineData(1e4, 858.17334280284782)]
    [InlineData(1e6, 85080.931665156416)]
    public void CooksDistance_OfARowOfLeverageNearOne_KeepsItsDigits(double far, double distance)
    {
        var fit = LogisticRegression.Fit(new double[] { 1, 2, 3, 4, 5, 6, 7, far }, [0, 1, 0, 1, 1, 0, 1, 0]);
        Assert.Equal(distance, fit.CooksDistances[7], 1e-13 * distance);
        Assert.Equal(2, fit.Leverages.Sum(), 1e-14);
    }
}
