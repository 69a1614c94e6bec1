using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

public class LogisticFitTests
{
    [Fact]
    public void ColumnsInAnotherOrder_AreRefused_OthersGoByTheirPlace()
    {
        var (x, y, _) = TestData.Simulated(40, 2, 1);
        var swapped = Features.FromColumns(("x2", x["x2"]), ("x1", x["x1"]));
        var (fit, scale) = (LogisticRegression.Fit(x, y), Standardisation.Of(x));
        Assert.Contains("in that order", Assert.Throws<ArgumentException>(() => fit.Probabilities(swapped)).Message);
        Assert.Contains("in that order", Assert.Throws<ArgumentException>(() => scale.Apply(swapped)).Message);
        Assert.Contains("in that order", Assert.Throws<ArgumentException>(() => LinearDiscriminant.Fit(x, y).Probabilities(swapped)).Message);
        Assert.Contains("in that order", Assert.Throws<ArgumentException>(() => SoftmaxRegression.Fit(x, [.. y.Select(label => $"{label}")]).Probabilities(swapped)).Message);
        Assert.Equal(fit.FittedProbabilities, fit.Probabilities(Features.FromColumns(("a", x["x1"]), ("b", x["x2"]))));
    }

    private static readonly Dataset Flights = Dataset.Load(Repository.PathOf("data", "challenger.csv"));
    private static readonly LogisticFit Fit = LogisticRegression.Fit(Flights.Features("temperature"), Flights["damage"]);

    [Theory]
    [InlineData(31, 0.999608782884932)]
    [InlineData(53, 0.939247808988112)]
    [InlineData(60, 0.752713481524996)]
    [InlineData(65, 0.488083075621761)]
    [InlineData(70, 0.229968257835652)]
    [InlineData(75, 0.0855435557389417)]
    [InlineData(81, 0.0227032859842526)]
    public void Probability_AtATemperature_HasTheCertifiedDigits(double temperature, double expected) =>
        Assert.Equal(expected, Fit.Probability(temperature), 2e-14 * expected);

    [Fact]
    public void Probabilities_EqualRows_AreEqualToTheBit()
    {
        var x = Features.FromColumns(("temperature", [.. Enumerable.Repeat(70.0, 23)]));
        Assert.All(Fit.Probabilities(x), p => Assert.True(p == Fit.Probability(70)));
    }

    [Fact]
    public void TwoByTwoTable_HasTheHandMadeAnswer()
    {
        // a, b, c, d rows of (x, y) = (1,1), (1,0), (0,1), (0,0).
        var fit = LogisticRegression.Fit(new double[] { 1, 1, 0, 0 }, [1, 0, 1, 0], new FitOptions { Weights = [12, 5, 3, 9] });
        Assert.Equal(Math.Log(12.0 * 9 / (5 * 3)), fit.Slopes[0], 1e-13);
        Assert.Equal(Math.Sqrt(1.0 / 12 + 1.0 / 5 + 1.0 / 3 + 1.0 / 9), fit.StandardErrors[1], 1e-13);
        Assert.Equal(12.0 * 9 / (5 * 3), fit.OddsRatios[1], 1e-12);
    }

    [Fact]
    public void ScalingsOfThePenalty_MeanTimesRowsIsTheSum()
    {
        var (x, y) = (Flights.Features("temperature").Standardised(), Flights["damage"]);
        var sum = LogisticRegression.Fit(x, y, new() { L2 = 2.3 }).Coefficients;
        Assert.Equal(sum, LogisticRegression.Fit(x, y, new() { L2 = 2.3, Scaling = LossScaling.MeanWithLambdaOverM }).Coefficients);
        Assert.Equal(sum, LogisticRegression.Fit(x, y, new() { L2 = 0.1, Scaling = LossScaling.Mean }).Coefficients, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void LossScalings_SumMeanAndLambdaOverM_DifferAsWritten()
    {
        var (x, y) = (Flights.Features("temperature").Standardised(), Flights["damage"]);
        double Value(LossScaling scaling) => new LogisticLoss(x, y, new() { L2 = 3, Scaling = scaling }).Value(0.5, -2);
        var plain = new LogisticLoss(x, y).Value(0.5, -2);
        Assert.Equal(23 * plain + 6, Value(LossScaling.Sum), 1e-12);
        Assert.Equal(plain + 6, Value(LossScaling.Mean), 1e-13);
        Assert.Equal(plain + 6.0 / 23, Value(LossScaling.MeanWithLambdaOverM), 1e-13);
    }

    [Fact]
    public void WithoutIntercept_StartsAtOneHalf()
    {
        var fit = LogisticRegression.Fit(Flights.Features("temperature").Centred(), Flights["damage"], new() { Intercept = false });
        Assert.Equal(["temperature"], fit.CoefficientNames);
        Assert.Equal((0, 23, 22), (fit.Intercept, fit.NullDegreesOfFreedom, fit.ResidualDegreesOfFreedom));
        Assert.Equal(2 * 23 * Math.Log(2), fit.NullDeviance, 1e-12);
        Assert.Equal(0.5, fit.Probability(0));
    }

    [Fact]
    public void ManyRows_OfWhichEveryTenthHasNoWeight_FitAsIfTheyWereNotThere()
    {
        var (x, y, _) = TestData.Simulated(30_000, 2, seed: 9);
        var kept = Enumerable.Range(0, 30_000).Where(i => i % 10 != 0).ToArray();
        var weighted = LogisticRegression.Fit(x, y, new() { Weights = [.. Enumerable.Range(0, 30_000).Select(i => i % 10 == 0 ? 0.0 : 1)] });
        var without = LogisticRegression.Fit(x.Rows(kept), [.. kept.Select(i => y[i])]);
        Assert.Equal(without.Coefficients, weighted.Coefficients, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(27_000, weighted.Observations);
    }

    [Fact]
    public void L1_StrongEnough_SetsEverySlopeToZero()
    {
        var fit = LogisticRegression.Fit(Flights.Features("temperature", "pressure").Standardised(), Flights["damage"], new() { L1 = 100 });
        Assert.Equal([0, 0], fit.Slopes);
        Assert.Equal(7.0 / 23, fit.Probability(1, 1), 1e-12);
    }

    [Theory]
    [InlineData(0.0, true)]
    [InlineData(0.0, false)]
    [InlineData(3.0, true)]
    public void L1_ColumnThatIsAlwaysTheSame_HasSlopeZero(double value, bool intercept)
    {
        var x = Flights.Features("temperature").Standardised();
        var options = new FitOptions { L1 = 0.5, Intercept = intercept };
        var fit = LogisticRegression.Fit(x.With("same", [.. Flights["damage"].Select(_ => value)]), Flights["damage"], options);
        Assert.Equal([.. LogisticRegression.Fit(x, Flights["damage"], options).Slopes, 0], fit.Slopes);
    }

    [Fact]
    public void L1_ColumnThatIsTwiceAnother_TakesTheWeightThatCostsLess()
    {
        var x = Flights.Features("temperature").With("twice", [.. Flights["temperature"].Select(value => 2 * value)]);
        var slopes = LogisticRegression.Fit(x, Flights["damage"], new FitOptions { L1 = 1e-7 }).Slopes;
        Assert.Equal(0, slopes[0]);
        Assert.Equal(Fit.Slopes[0] / 2, slopes[1], 1e-7);
    }

    [Fact]
    public void L1_ColumnsThatNearlyRepeatEachOther_SatisfiesItsSubgradientConditions()
    {
        var (x, y, random) = TestData.Simulated(40, 1, seed: 3);
        x = x.With("close", [.. x["x1"].Select(value => value + 1e-3 * random.NextDouble())]);
        var fit = LogisticRegression.Fit(x, y, new FitOptions { L1 = 1e-6 });
        var gradient = new LogisticLoss(x, y, new LossOptions { Scaling = LossScaling.Sum }).Gradient(fit.Coefficients);
        Assert.Equal(0, gradient[0], 1e-10);
        for (var j = 1; j < 3; j++) Assert.Equal(-1e-6 * Math.Sign(fit.Coefficients[j]), gradient[j], 1e-10);
    }

    [Fact]
    public void Iterations_OfALossNearZero_CountTheStepsOfBothRuns()
    {
        // A penalty this small lets the separated classes' loss fall by about a factor e in each step, from 4·log 2 to below 1e-6.
        var fit = LogisticRegression.Fit(new double[] { 1, 2, 3, 4 }, [0, 0, 1, 1], new FitOptions { L2 = 1e-9 });
        Assert.True(fit.Iterations > Math.Log(4 * Math.Log(2) / (fit.Deviance / 2)), $"{fit.Iterations} steps");
    }

    [Fact]
    public void PenalisedFit_HasNoStandardErrors_AndSaysWhy()
    {
        var fit = LogisticRegression.Fit(Flights.Features("temperature"), Flights["damage"], new() { L2 = 1 });
        Assert.Contains("The fit is penalised", Assert.Throws<InvalidOperationException>(() => fit.StandardErrors).Message);
        Assert.StartsWith("Logistic regression, penalised: 23 rows, 2 coefficients", fit.ToString());
    }

    [Fact]
    public void ProfileIntervals_EndsRaiseTheDevianceByTheQuantile()
    {
        var interval = Fit.ProfileIntervals()[1];
        foreach (var end in new[] { interval.Low, interval.High })
        {
            // The slope held at the end of the interval: only the intercept is free.
            var offset = Flights["temperature"].Select(t => end * t).ToArray();
            double Deviance(double b) => 2 * CrossEntropy.SumFromLogits(Flights["damage"], [.. offset.Select(o => o + b)]);
            Assert.Equal(3.8414588206941236, Minimum(Deviance, -20, 60) - Fit.Deviance, 1e-6);
        }

        static double Minimum(Func<double, double> f, double low, double high)
        {
            for (var k = 0; k < 200; k++)
            {
                var (a, b) = (low + (high - low) / 3, high - (high - low) / 3);
                if (f(a) < f(b)) high = b;
                else low = a;
            }
            return f(low);
        }
    }

    [Fact]
    public void ProbabilityInterval_AtTheAccident_IsWideAndInsideZeroToOne()
    {
        var interval = Fit.ProbabilityInterval([31]);
        Assert.True(interval.Contains(Fit.Probability(31)));
        Assert.InRange(interval.Low, 0.4, 0.6);
        Assert.InRange(interval.High, 0.999, 1);
    }

    [Fact]
    public void CooksDistances_OfARowThatAloneDecidesACoefficient_AreNotNumbers()
    {
        // Two groups, two coefficients: each group fits itself, and without it one coefficient would be free.
        var fit = LogisticRegression.FitGrouped(new double[] { 0, 1 }, [3, 5], [10, 10]);
        Assert.Equal([1.0, 1.0], fit.Leverages, (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.All(fit.CooksDistances, distance => Assert.True(double.IsNaN(distance)));
    }

    [Fact]
    public void LikelihoodRatioTest_NestedFits_IsTheDropInDeviance()
    {
        var larger = LogisticRegression.Fit(Flights.Features("temperature", "pressure"), Flights["damage"]);
        var test = LikelihoodRatioTest.Between(Fit, larger);
        // Which the deviances, rounded one by one, know less well.
        Assert.Equal(Fit.Deviance - larger.Deviance, test.Statistic, 1e-14);
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal(2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Sqrt(test.Statistic)), test.PValue, 1e-12);
    }

    [Fact]
    public void LikelihoodRatioTest_NotNested_SaysWhy()
    {
        var other = LogisticRegression.Fit(Flights.Features("pressure"), Flights["damage"]);
        Assert.Contains("lacks temperature", Assert.Throws<ArgumentException>(() => LikelihoodRatioTest.Between(Fit, other)).Message);
        var reversed = Features.FromColumns(("temperature", [.. Flights["temperature"].Reverse()]), ("pressure", Flights["pressure"]));
        var ofOthers = LogisticRegression.Fit(reversed, Flights["damage"]);
        Assert.Contains("column temperature has other values", Assert.Throws<ArgumentException>(() => LikelihoodRatioTest.Between(Fit, ofOthers)).Message);
        Assert.Contains("give the larger one more", Assert.Throws<ArgumentException>(() => LikelihoodRatioTest.Between(Fit, Fit)).Message);
    }

    [Fact]
    public void ToString_Challenger_IsAReadableTable()
    {
        var expected = """
            Logistic regression, maximum likelihood: 23 rows, 2 coefficients
                         coefficient  std. error  95 % from          to         z       p   odds ratio
            (intercept)      15.0429     7.37864    0.58104     29.5048   2.03871  0.0415  3.41232E+06
            temperature    -0.232163    0.108237  -0.444302  -0.0200231  -2.14496   0.032     0.792817

            Null deviance 28.2672 on 22 degrees of freedom, residual deviance 20.3152 on 21.
            Log-likelihood -10.1576, AIC 24.3152, BIC 26.5862, McFadden R² 0.281315; 7 Newton steps.
            """;
        Assert.Equal(expected, Fit.ToString(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Formatters_OfAFit_GiveHtmlAndText()
    {
        var attribute = typeof(LogisticFit).GetCustomAttributes(false).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!)!;
        var formatters = ((IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!).ToDictionary(
            formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!,
            formatter =>
            {
                var writer = new StringWriter();
                Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [Fit, writer]));
                return writer.ToString();
            });
        Assert.Equal(Fit.ToString(), formatters["text/plain"]);
        Assert.Contains("<td style=\"text-align:right\">−0.232163</td>", formatters["text/html"]);
        Assert.Equal(formatters.Keys.Order(), ((string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!).Order());
    }
}
