namespace LogRegCourse.Tests.Awkward;

/// <summary>At each end of a profile interval the deviance has risen by the quantile, whatever the data; found again with 100 digits.</summary>
public class ProfileProperties
{
    private const int DataSets = 200;
    private static readonly string[] Kinds = ["offset", "scale", "collinear", "powers of a year", "weight zero", "near separation", "ties", "no intercept", "everything"];

    [Theory]
    [InlineData(0.5, 0.45493642311957283)]
    [InlineData(0.95, 3.8414588206941254)]
    [InlineData(0.9999, 15.136705226623606)]
    public void EachEnd_RaisesTheDevianceByTheQuantile(double level, double quantile)
    {
        var (ends, refused, wrong) = (0, 0, new List<string>());
        for (var seed = 0; seed < DataSets; seed++)
        {
            var data = AwkwardData.Draw(seed);
            if (!Kinds.Contains(data.Kind)) continue;
            LogisticFit fit;
            try
            {
                fit = data.Fit();
            }
            catch (Exception error) when (error is NoEstimateException or ArgumentException)
            {
                continue;
            }
            var reference = data.Reference();
            Assert.True(reference.RefineFrom(fit.Coefficients));
            var intervals = fit.ProfileIntervals(level);
            for (var j = 0; j < intervals.Length; j++)
                foreach (var end in new[] { intervals[j].Low, intervals[j].High })
                {
                    if (double.IsNaN(end))
                    {
                        // So near to separation that it lies beyond what 32 digits reach: said, and rare.
                        Assert.NotNull(intervals[j].LowProblem ?? intervals[j].HighProblem);
                        refused++;
                        continue;
                    }
                    var rise = reference.RiseAt(j, end);
                    // An end is rounded to 16 digits, which may move the deviance where it lies far from 0.
                    var rounding = Math.Abs(end) * 1e-15 * quantile / Math.Abs((end - reference.Coefficients[j]).ToDouble());
                    if (!(Math.Abs(rise - quantile) <= 1e-10 * quantile + rounding)) wrong.Add($"seed {seed}, {data.Kind}, coefficient {j}, end {end:R}: {rise:R}");
                    ends++;
                }
        }
        Assert.Empty(wrong);
        Assert.InRange(ends, DataSets / 2, int.MaxValue);
        Assert.InRange(refused, 0, DataSets / 50);
    }

    /// <summary>Two rows of next to no weight alone prevent separation: the ends lie as far out as the weight is small.</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    public void RowsOfSmallWeight_StillBoundTheInterval(double small)
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 6.5, 2.5];
        double[] y = [0, 0, 0, 0, 1, 1, 1, 1, 0, 1];
        double[] weights = [1, 1, 1, 1, 1, 1, 1, 1, small, small];
        var fit = LogisticRegression.Fit(x, y, new() { Weights = weights });
        var intervals = fit.ProfileIntervals();
        for (var j = 0; j < 2; j++)
            foreach (var end in new[] { intervals[j].Low, intervals[j].High })
            {
                Assert.True(double.IsFinite(end), $"{intervals[j]}: {(intervals[j].LowProblem ?? intervals[j].HighProblem)?.Message}");
                Assert.Equal(3.8414588206941254, DevianceWith(j, end) - fit.Deviance, 1e-7);
            }

        // The other coefficient makes the derivative by it 0, which rises with it: bisection finds it however far out.
        double DevianceWith(int held, double value)
        {
            var (low, high) = (-1e16, 1e16);
            for (var step = 0; step < 300; step++)
            {
                var middle = low / 2 + high / 2;
                var slope = Enumerable.Range(0, x.Length).Sum(i => weights[i] * (held == 0 ? x[i] : 1) * (Logistic.Sigmoid(Logit(i, middle)) - y[i]));
                if (slope < 0) low = middle;
                else high = middle;
            }
            return 2 * Enumerable.Range(0, x.Length).Sum(i => weights[i] * Logistic.Softplus((1 - 2 * y[i]) * Logit(i, high)));

            double Logit(int i, double other) => held == 0 ? Math.FusedMultiplyAdd(other, x[i], value) : Math.FusedMultiplyAdd(value, x[i], other);
        }
    }

    [Fact]
    public void EndThatIsNotFound_SaysWhyAndSparesTheOthers()
    {
        var problem = new NoEstimateException("too far out");
        var interval = new Interval(double.NaN, 2) { LowProblem = problem };
        Assert.Equal("? to 2", interval.ToString());
        Assert.False(interval.Contains(3));
        Assert.Same(problem, Assert.Throws<NoEstimateException>(() => interval.Contains(1)));
    }
}
