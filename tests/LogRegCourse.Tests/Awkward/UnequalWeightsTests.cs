namespace LogRegCourse.Tests.Awkward;

/// <summary>Rows of very different weight: what the light ones alone decide is decided by them, in small data and in large. Values of 60 digits.</summary>
public class UnequalWeightsTests
{
    // Enough rows that double is tried first.
    private const int Rows = 13_000;
    private const int LightRows = 20;
    private const double Slope = 0.51181036042853018;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1e9, 1e-6)]
    [InlineData(1e12, 1)]
    [InlineData(1e12, 1e-12)]
    public void HalfOfTheRowsLight_KeepTheirSlope(double heavy, double light)
    {
        var (x, y, options) = Halves(heavy, light);
        var fit = LogisticRegression.Fit(x, y, options);
        Near(Slope, fit.Slopes[0], 1e-13);
        Near(Math.Sqrt(4 / (6500 * heavy) + 6500 / (4064.0 * 2436 * light)), fit.StandardErrors[1], 1e-13);
        // So small penalties move the slope by less than its variance times them.
        Near(Slope, LogisticRegression.Fit(x, y, options with { L2 = 1e-13 * light }).Slopes[0], 1e-13);
        Near(Slope, LogisticRegression.Fit(x, y, options with { L1 = 1e-13 * light }).Slopes[0], 1e-13);
    }

    [Theory]
    [InlineData(1e4, -1.3455347242851329, 0.47403562466356818)]
    [InlineData(1e6, -1.3455346654362685, 0.47403555843960772)]
    [InlineData(1e8, -1.3455346648477799, 0.47403555777736809)]
    [InlineData(1e12, -1.3455346648418361, 0.47403555777067947)]
    public void FewLightRows_KeepTheirProfileInterval(double heavy, double low, double high)
    {
        var (x, y, options) = FewLight(heavy);
        var fit = LogisticRegression.Fit(x, y, options);
        Near(-0.40854677464557248, fit.Slopes[0], 1e-13);
        Near(low, fit.ProfileIntervals()[1].Low, 1e-10);
        Near(high, fit.ProfileIntervals()[1].High, 1e-10);
        var weights = options.Weights!;
        var grouped = LogisticRegression.FitGrouped(x, [.. y.Zip(weights, (label, weight) => label * weight)], weights);
        Near(low, grouped.ProfileIntervals()[1].Low, 1e-10);
        Near(high, grouped.ProfileIntervals()[1].High, 1e-10);
    }

    [Fact]
    public void FewLightRows_HaveTheSameLassoBesideHeavierOnes()
    {
        var slopes = new[] { 1e8, 1e9, 1e12 }.Select(heavy =>
        {
            var (x, y, options) = FewLight(heavy);
            return LogisticRegression.Fit(x, y, options with { L1 = 1e-3 }).Slopes[0];
        });
        // Σ (σ(b + v) − y) over the light rows is 1e-3 at the minimum, with b = 0 but for the heavy rows' imbalance.
        foreach (var slope in slopes) Near(Math.Log((8 + 1e-3) / (12 - 1e-3)) - HeavyIntercept, slope, 1e-9);
    }

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e12)]
    [InlineData(1e24)]
    [InlineData(1e27)]
    [InlineData(1e30)]
    public void SixRows_HaveTheSameProfileIntervalWhateverTheRatio(double ratio)
    {
        double[] weights = [ratio, 1, ratio, 1, 3 * ratio, 3];
        var fit = LogisticRegression.Fit(new double[] { 0, 1, 0, 1, 0, 1 }, [0, 0, 1, 1, 1, 0], new FitOptions { Weights = weights });
        var interval = fit.ProfileIntervals()[1];
        // The heavy rows hold the intercept as firmly as their number says.
        Near(-5.7454984968299943, interval.Low, Math.Max(1e-10, 10 / ratio));
        Near(-0.86167600925324889, interval.High, Math.Max(1e-10, 10 / ratio));
    }

    [Theory]
    [InlineData(1e6, 1e3, 0.76110730923897237, 0.38298221508073344)]
    [InlineData(1e9, 31623, 0.76189028620043148, 0.38273760908410696)]
    [InlineData(1e12, 1e6, 0.76190396371955479, 0.38273333812541972)]
    [InlineData(1e15, 31622777, 0.76190475585760427, 0.38273309077350216)]
    public void LikelihoodRatioTest_OfHeavyRows_KeepsItsStatistic(double weight, double more, double statistic, double p)
    {
        double[] weights = [weight, 2 * weight, weight, weight, weight, 2 * weight, weight, weight + 2 * more];
        double[] y = [0, 0, 1, 1, 0, 0, 1, 1], c = [0, 1, 0, 1, 0, 1, 0, 1], x = [0, 0, 0, 0, 1, 1, 1, 1];
        var options = new FitOptions { Weights = weights };
        var test = LikelihoodRatioTest.Between(
            LogisticRegression.Fit(Features.FromColumns(("c", c)), y, options), LogisticRegression.Fit(Features.FromColumns(("c", c), ("x", x)), y, options));
        Near(statistic, test.Statistic, 1e-14);
        Near(p, test.PValue, 1e-13);
    }

    [Fact]
    public void ManyHeavyRows_GiveTheTestThatTheirCountsGive()
    {
        // The same successes in four groups, and as many rows.
        var random = new Random(7);
        double[] c = [.. Enumerable.Range(0, Rows).Select(i => i % 2.0)], x = [.. Enumerable.Range(0, Rows).Select(i => i / 2 % 2.0)];
        double[] trials = [.. c.Select(_ => 1e12 + random.Next(1000))];
        double[] successes = [.. trials.Select((t, i) => Math.Round(t * (0.3 + 0.2 * c[i])) + random.Next(-1000, 1000))];
        double[] groupC = [0, 1, 0, 1], groupX = [0, 0, 1, 1], groupTrials = new double[4], groupSuccesses = new double[4];
        for (var i = 0; i < Rows; i++)
        {
            groupTrials[i % 4] += trials[i];
            groupSuccesses[i % 4] += successes[i];
        }
        var expected = Test(groupC, groupX, groupSuccesses, groupTrials);
        Near(expected.Statistic, Test(c, x, successes, trials).Statistic, 1e-11);

        static LikelihoodRatioTest Test(double[] c, double[] x, double[] k, double[] n) => LikelihoodRatioTest.Between(
            LogisticRegression.FitGrouped(Features.FromColumns(("c", c)), k, n), LogisticRegression.FitGrouped(Features.FromColumns(("c", c), ("x", x)), k, n));
    }

    [Fact]
    public void TwoGroupsOfAnyWeights_HaveTheLogOddsOfTheirShares()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            double[] weights = [Power(), Power()], ones = [0.1 + 0.8 * random.NextDouble(), 0.1 + 0.8 * random.NextDouble()];
            var (x, y, w) = (new double[Rows], new double[Rows], new double[Rows]);
            var (counts, successes) = (new double[2], new double[2]);
            for (var i = 0; i < Rows; i++)
            {
                var group = random.Next(10) < 3 ? 1 : 0;
                (x[i], w[i], y[i]) = (group, weights[group], random.NextDouble() < ones[group] ? 1 : 0);
                counts[group]++;
                successes[group] += y[i];
            }
            double Odds(int group) => Math.Log(successes[group] / (counts[group] - successes[group]));
            var fit = LogisticRegression.Fit(x, y, new FitOptions { Weights = w });
            Assert.Equal(Odds(0), fit.Intercept, 1e-12);
            Assert.Equal(Odds(1) - Odds(0), fit.Slopes[0], 1e-12);

            double Power() => Math.Pow(10, 24 * random.NextDouble() - 12);
        }
    }

    private static double HeavyIntercept
    {
        get
        {
            var ones = Enumerable.Range(0, Rows).Count(i => i % 650 != 0 && i % 2 == 1);
            return Math.Log(ones / (double)(Rows - LightRows - ones));
        }
    }

    private static (double[] X, double[] Y, FitOptions Options) Halves(double heavy, double light)
    {
        double[] x = [.. Enumerable.Range(0, Rows).Select(i => i % 2.0)];
        double[] y = [.. Enumerable.Range(0, Rows).Select(i => (i % 2 == 0 ? i / 2 % 2 == 1 : i / 2 % 8 < 5) ? 1.0 : 0)];
        return (x, y, new FitOptions { Weights = [.. x.Select(value => value == 0 ? heavy : light)] });
    }

    private static (double[] X, double[] Y, FitOptions Options) FewLight(double heavy)
    {
        double[] x = [.. Enumerable.Range(0, Rows).Select(i => i % 650 == 0 ? 1.0 : 0)];
        double[] y = [.. Enumerable.Range(0, Rows).Select(i => (i % 650 == 0 ? i / 650 % 10 < 4 : i % 2 == 1) ? 1.0 : 0)];
        return (x, y, new FitOptions { Weights = [.. x.Select(value => value == 1 ? 1 : heavy)] });
    }

    private static void Near(double expected, double actual, double share) =>
        Assert.True(Math.Abs(actual - expected) <= share * Math.Abs(expected), $"{actual:R} instead of {expected:R}");
}
