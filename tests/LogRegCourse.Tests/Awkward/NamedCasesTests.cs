using System.Globalization;
using LogRegCourse.Testing;

namespace LogRegCourse.Tests.Awkward;

/// <summary>Data on which this library or others once gave wrong numbers without a word, against values of 60 digits.</summary>
public class NamedCasesTests
{
    private const double Tolerance = 1e-11;
    private static readonly Dictionary<(string, string), double> Reference = File.ReadLines(Repository.PathOf("tests", "LogRegCourse.Tests", "Reference", "awkward.csv"))
        .Skip(1).Select(line => line.Split(',')).ToDictionary(cells => (cells[0], cells[1]), cells => double.Parse(cells[2], CultureInfo.InvariantCulture));

    private static readonly double[] EightLabels = [0, 0, 1, 0, 1, 0, 1, 1];

    private static LogisticFit TwoColumns => LogisticRegression.Fit(
        Features.FromColumns(("x1", [1, 6, 7, 0, 1, 1, 3, 9]), ("x2", [1, 2, 4, 7, 2, 2, 9, 2])), [1, 1, 0, 1, 1, 1, 1, 1]);

    [Fact]
    public void ProfileIntervals_OfFewRows_ReachTheirFarEnds() => CheckProfile("two columns", TwoColumns.ProfileIntervals(), 0, 1, 2);

    [Fact]
    public void ProfileIntervals_AtLevelsNearZeroAndOne_KeepTheirDigits()
    {
        CheckProfile("two columns level 0.999999", TwoColumns.ProfileIntervals(0.999999), 0, 1, 2);
        CheckProfile("two columns level 1e-6", TwoColumns.ProfileIntervals(1e-6), 1);
    }

    [Fact]
    public void ProfileIntervals_OfColumnsFarFromZero_ReachTheInterceptsEnds()
    {
        var iris = Dataset.Load(Repository.PathOf("data", "iris.csv")).Where("species", species => species != "setosa");
        var x = iris.Features("sepal_length", "sepal_width", "petal_length", "petal_width");
        CheckProfile("iris", LogisticRegression.Fit(x, iris.Label("species", "virginica")).ProfileIntervals(), 0);
    }

    [Fact]
    public void ColumnFarFromZero_KeepsIntervalsAndLeverages()
    {
        var fit = LogisticRegression.Fit(Enumerable.Range(1, 8).Select(i => 1e9 + i).ToArray(), EightLabels);
        CheckFit("offset", fit);
        var interval = fit.ProbabilityInterval([1e9 + 4.5]);
        Check("offset", "probability low", interval.Low);
        Check("offset", "probability high", interval.High);
        Assert.Equal(2, fit.Leverages.Sum(), 1e-12);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(10)]
    public void ColumnsThatNearlyRepeatEachOther_KeepTheirDigits(int power)
    {
        double[] noise = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8], a = [.. Enumerable.Range(0, 12)];
        // The noise times 10^−power as Python rounds it.
        var small = double.Parse($"1e-{power}", CultureInfo.InvariantCulture);
        var x = Features.FromColumns(("a", a), ("b", [.. a.Select((value, i) => value + noise[i] * small)]));
        CheckFit($"collinear {power}", LogisticRegression.Fit(x, [0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1]));
    }

    [Fact]
    public void CubicOfYears_KeepsItsDigits()
    {
        double[] years = [.. Enumerable.Range(2000, 21)], y = [0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1];
        var x = Features.FromColumns(("t", years), ("t2", [.. years.Select(t => t * t)]), ("t3", [.. years.Select(t => t * t * t)]));
        CheckFit("cubic of years", LogisticRegression.Fit(x, y));
    }

    [Fact]
    public void PolynomialOfDegreeEight_KeepsItsDigits()
    {
        double[] unit = [.. Enumerable.Range(0, 41).Select(i => i / 40.0)], y = [.. Enumerable.Range(0, 41).Select(i => i * i % 7 < 3 ? 1.0 : 0)];
        // Powers rounded once, as Python's are.
        var x = Features.FromColumns([.. Enumerable.Range(1, 8).Select(p => ($"t{p}", unit.Select(t => Rounded(t, p)).ToArray()))]);
        CheckFit("degree 8", LogisticRegression.Fit(x, y));

        static double Rounded(double t, int power)
        {
            BigNumber product = 1.0;
            for (var k = 0; k < power; k++) product *= t;
            return product.ToDouble();
        }
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(1e9)]
    [InlineData(1e300)]
    public void RowOfWeightZero_ChangesNothing(double outlier)
    {
        var fit = LogisticRegression.Fit(
            new double[] { 1, 2, 3, 4, 5, 6, 7, 8, outlier }, [.. EightLabels, 0], new() { Weights = [1, 1, 1, 1, 1, 1, 1, 1, 0] });
        var without = LogisticRegression.Fit(new double[] { 1, 2, 3, 4, 5, 6, 7, 8 }, EightLabels);
        CheckFit("plain", fit);
        Assert.Equal(without.Coefficients, fit.Coefficients);
        Assert.Equal(without.StandardErrors, fit.StandardErrors);
        Assert.Equal(without.Deviance, fit.Deviance);
        Assert.Equal([.. without.Leverages, 0], fit.Leverages);
        Assert.Equal([.. without.CooksDistances, 0], fit.CooksDistances);
        Assert.Equal([.. without.PearsonResiduals, 0], fit.PearsonResiduals);
        Assert.Equal(without.ProfileIntervals(), fit.ProfileIntervals());
    }

    [Fact]
    public void RowOfWeightZero_NeitherOverlapsNorDepends()
    {
        double[] weights = [1, 1, 1, 1, 0];
        Assert.Throws<SeparationException>(() => LogisticRegression.Fit(new double[] { 1, 2, 3, 4, 0 }, [0, 0, 1, 1, 1], new() { Weights = weights }));
        var x = Features.FromColumns(("a", [1, 2, 3, 4, 5]), ("b", [2, 4, 6, 8, 0]));
        Assert.Throws<LinearDependenceException>(() => LogisticRegression.Fit(x, [0, 1, 0, 1, 0], new() { Weights = weights }));
    }

    [Fact]
    public void BillionsOfTrials_HaveTheLogLikelihoodOfTheirCounts()
    {
        var fit = LogisticRegression.FitGrouped(new double[] { 1, 2, 3 }, [1e9, 15e8, 22e8], [3e9, 3e9, 3e9]);
        CheckFit("counts", fit);
        Check("counts", "log-likelihood", fit.LogLikelihood);
    }

    [Fact]
    public void ColumnsThatSeparateByTheirDifference_AreFoundAndCertified()
    {
        var x = Features.FromColumns(("x1", [2, 0, 0, -2, -2]), ("x2", [2.001, 0, 0, -2, -2]));
        var separation = Separation.Find(x, [1, 0, 1, 0, 1])!;
        Assert.Equal([1, 2, 3, 4], separation.RowsOnTheLine);
        Assert.Equal([0, -1, 1], separation.Direction);
        Assert.Contains("separated: −x1 + x2 is at least 0", separation.Sentence);
        Assert.Throws<SeparationException>(() => LogisticRegression.Fit(x, [1, 0, 1, 0, 1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e155)]
    [InlineData(1e-200)]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void ColumnsOfAnySize_GiveTheSameFitInTheirUnits(double scale)
    {
        double[] x = [.. Enumerable.Range(1, 8).Select(i => i * scale)];
        Same(LogisticRegression.Fit(x, EightLabels), LogisticRegression.Fit(x.Select(value => value / scale).ToArray(), EightLabels));
        Same(LogisticRegression.Fit(x, EightLabels, new() { L1 = scale }), LogisticRegression.Fit(x.Select(value => value / scale).ToArray(), EightLabels, new() { L1 = 1 }));
        string[] classes = ["a", "b", "c", "a", "b", "c", "a", "b"];
        var softmax = SoftmaxRegression.Fit(x, classes);
        var plain = SoftmaxRegression.Fit(x.Select(value => value / scale).ToArray(), classes);
        for (var k = 1; k < 3; k++)
        {
            Near(plain.Coefficients[k][1], softmax.Coefficients[k][1] * scale);
            Near(plain.StandardErrors[k][1], softmax.StandardErrors[k][1] * scale);
        }
        var (standard, expected) = (((Features)x).Standardised()["x"], ((Features)x.Select(value => value / scale).ToArray()).Standardised()["x"]);
        for (var i = 0; i < 8; i++) Near(expected[i], standard[i]);
        var (loss, plainLoss) = (new LogisticLoss(x, EightLabels), new LogisticLoss(x.Select(value => value / scale).ToArray(), EightLabels));
        Near(plainLoss.Value(-2, 0.5), loss.Value(-2, 0.5 / scale));
        Near(plainLoss.Gradient(-2, 0.5)[1], loss.Gradient(-2, 0.5 / scale)[1] / scale);

        void Same(LogisticFit fit, LogisticFit unscaled)
        {
            Near(unscaled.Coefficients[0], fit.Coefficients[0]);
            Near(unscaled.Coefficients[1], fit.Coefficients[1] * scale);
            Near(unscaled.Deviance, fit.Deviance);
            if (fit.IsPenalised) return;
            Near(unscaled.StandardErrors[1], fit.StandardErrors[1] * scale);
            Near(unscaled.ProfileIntervals()[1].High, fit.ProfileIntervals()[1].High * scale);
        }

        static void Near(double wanted, double actual) => Assert.Equal(wanted, actual, 1e-12 * Math.Abs(wanted));
    }

    [Fact]
    public void TinyRidge_OfSeparatedClasses_GoesAllTheWay()
    {
        CheckCoefficients("tiny ridge", LogisticRegression.Fit(new double[] { 1, 2, 3, 4 }, [0, 0, 1, 1], new FitOptions { L2 = 1e-60 }));
    }

    [Fact]
    public void TinyClassWeight_IsAFit_NotAMessageAboutAStart() =>
        CheckCoefficients("class weights", LogisticRegression.Fit(new double[] { 1, 2, 3, 4 }, [0, 1, 0, 1], new FitOptions { ClassWeights = new(1e-17, 1) }));

    private static void CheckProfile(string name, Interval[] intervals, params int[] indices)
    {
        foreach (var j in indices)
        {
            Check(name, $"profile low {j}", intervals[j].Low);
            Check(name, $"profile high {j}", intervals[j].High);
        }
    }

    private static void CheckFit(string name, LogisticFit fit)
    {
        CheckCoefficients(name, fit);
        for (var j = 0; j < fit.Coefficients.Length; j++) Check(name, $"standard error {j}", fit.StandardErrors[j]);
    }

    private static void CheckCoefficients(string name, LogisticFit fit)
    {
        for (var j = 0; j < fit.Coefficients.Length; j++) Check(name, $"coefficient {j}", fit.Coefficients[j]);
    }

    private static void Check(string name, string quantity, double actual)
    {
        var expected = Reference[(name, quantity)];
        Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected), $"{name}, {quantity}: {actual:R} instead of {expected:R}");
    }
}
