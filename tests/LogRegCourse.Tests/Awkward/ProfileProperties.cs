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
            if (intervals.Any(interval => double.IsNaN(interval.Low) || double.IsNaN(interval.High))) refused++;
            for (var j = 0; j < intervals.Length; j++)
                foreach (var end in new[] { intervals[j].Low, intervals[j].High })
                {
                    if (double.IsNaN(end))
                    {
                        // So near to separation that it lies beyond what 32 digits reach: said, and rare.
                        Assert.NotNull(intervals[j].LowProblem ?? intervals[j].HighProblem);
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
