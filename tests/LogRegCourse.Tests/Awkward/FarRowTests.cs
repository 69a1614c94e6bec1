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

    [Fact]
    public void CooksDistance_OfARowFarOnTheWrongSide_IsKnown()
    {
        var fit = LogisticRegression.Fit(
            new double[] { 1, 2, 3, 4, 5, 6, -20_000 }, [0, 1, 0, 1, 1, 1, 1], new() { Weights = [1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e-6] });
        Assert.Equal(1.7223448566169751e-10, fit.CooksDistances[6], 1e-22);
        Assert.Equal(882134.16829193182, fit.CooksDistances[1], 1e-7);
    }

    [Fact]
    public void Deviance_OfAMixedRowFarOut_IsCounted()
    {
        var fit = LogisticRegression.FitGrouped(
            new double[] { 1, 2, 3, 4, 5, -100_000 }, [3e9, 4e9, 4.5e9, 6e9, 7e9, 7], [1e10, 1e10, 1e10, 1e10, 1e10, 20]);
        Assert.Equal(80247074.755321613, fit.Deviance, 1e-6);
    }

    /// <summary>Without the far row the slope is 0, and what the others pull is rounding beside what that row says.</summary>
    [Fact]
    public void SlopeThatHangsOnRounding_IsRefused() => Assert.Throws<NoEstimateException>(() =>
        LogisticRegression.Fit(new double[] { -1, -3, 1, -3, 0, 0, -4.112e26 }, [0, 1, 1, 0, 0, 0, 1]));

    [Fact]
    public void RowsAtTheEndsOfDouble_KeepTheirSide()
    {
        var x = Features.FromRows([[1e-3, 2e-3], [2e-3, 1e-3], [3e-3, 5e-3], [4e-3, 3e-3], [5e-3, 4e-3], [6e-3, 8e-3], [7e-3, 6e-3], [8e-3, 7e-3]]);
        var fit = LogisticRegression.Fit(x, [0, 1, 0, 1, 0, 1, 1, 0]);
        // Both products leave the range of double, with opposite signs; their sum has one.
        var (a, b, larger) = (fit.Slopes[0], fit.Slopes[1], fit.Slopes.Max(Math.Abs));
        Assert.True(fit.Slopes.Min(Math.Abs) > 10);
        foreach (var share in new[] { 0.99, 1.01 })
            Assert.Equal(Math.Sign(a * b * (1 - share)), Math.Sign(fit.Logit(1e308 * (b / larger), -1e308 * (share * a / larger))));
        var classes = SoftmaxRegression.Fit(x, ["a", "b", "c", "a", "b", "c", "a", "b"], new() { L2 = 1e-9 });
        double[] scores = classes.Coefficients.Select(w => w[1] - w[2]).ToArray();
        Assert.Equal(1, classes.Probability(1.7e308, -1.7e308)[Array.IndexOf(scores, scores.Max())]);
        Assert.Equal("the row's x2 is NaN; give a finite number. (Parameter 'row')", Assert.Throws<ArgumentException>(() => classes.Probability(1, double.NaN)).Message);
    }
}
