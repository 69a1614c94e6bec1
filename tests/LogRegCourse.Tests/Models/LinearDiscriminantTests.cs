using LogRegCourse.Testing;

namespace LogRegCourse.Tests.Models;

public class LinearDiscriminantTests
{
    private static readonly double[] TwoAndThree = [0, 0, 1, 1, 1];

    [Fact]
    public void Fit_OfOneColumn_ByHand()
    {
        // Means 1 and 4; squares of deviations 2 and 2, over n − 2 = 3: the variance is 4/3.
        var fit = LinearDiscriminant.Fit(new double[] { 0, 2, 3, 4, 5 }, TwoAndThree);
        Assert.Equal((1.0, 4.0, 0.6), (fit.MeansOfZero[0], fit.MeansOfOne[0], fit.ShareOfOnes));
        Assert.Equal(4 / 3.0, fit.Covariance[0, 0], 1e-15);
        Assert.Equal(9 / 4.0, fit.Slopes[0], 1e-14);
        Assert.Equal((1 - 16) * 3 / 8.0 + Math.Log(1.5), fit.Intercept, 1e-14);
        Assert.Equal(fit.Intercept + fit.Slopes[0] * 2, fit.Logit(2), 1e-14);
    }

    [Fact]
    public void Fit_WithEqualShares_IsEvenHalfwayBetweenTheMeans()
    {
        var fit = LinearDiscriminant.Fit(Features.FromRows([[0, 1], [2, 0], [4, 5], [5, 3], [3, 3], [1, 2]]), [0, 0, 1, 1, 1, 0]);
        Assert.Equal(0, fit.Logit([.. fit.MeansOfZero.Zip(fit.MeansOfOne, (a, b) => (a + b) / 2)]), 1e-13);
    }

    [Fact]
    public void Slopes_TimesTheCovariance_AreTheDifferenceOfTheMeans()
    {
        var iris = Dataset.Load(Repository.PathOf("data", "iris.csv")).Where("species", species => species != "setosa");
        var x = iris.Features("sepal_length", "sepal_width", "petal_length", "petal_width");
        var fit = LinearDiscriminant.Fit(x, iris.Label("species", "virginica"));
        for (var j = 0; j < 4; j++)
            Assert.Equal(fit.MeansOfOne[j] - fit.MeansOfZero[j], Enumerable.Range(0, 4).Sum(k => fit.Covariance[j, k] * fit.Slopes[k]), 1e-12);
    }

    [Fact]
    public void Fit_OfAnotherUnit_PredictsTheSame()
    {
        double[] x = [1.5, 2, 0.5, 4, 3.5];
        double[] inGrams = [.. x.Select(v => 1000 * v)];
        Assert.Equal(LinearDiscriminant.Fit(x, TwoAndThree).Probabilities(x)[2], LinearDiscriminant.Fit(inGrams, TwoAndThree).Probabilities(inGrams)[2], 1e-12);
    }

    [Fact]
    public void Fit_OfWhatHasNoAnswer_SaysWhy()
    {
        Assert.Contains("does not vary", Assert.Throws<NoEstimateException>(() => LinearDiscriminant.Fit(new double[] { 1, 1, 3, 3, 3 }, TwoAndThree)).Message);
        Assert.Contains("repeats", Assert.Throws<NoEstimateException>(() => LinearDiscriminant.Fit(
            Features.FromColumns(("a", [1, 2, 5, 4, 3]), ("b", [2, 4, 10, 8, 6])), TwoAndThree)).Message);
        Assert.Contains("at least 4", Assert.Throws<ArgumentException>(() => LinearDiscriminant.Fit(Features.FromColumns(("a", [1, 2, 5]), ("b", [2, 4, 0])), [0, 1, 1])).Message);
        Assert.Contains("2 columns", Assert.Throws<ArgumentException>(() => LinearDiscriminant.Fit(
            Features.FromColumns(("a", [1, 2, 5, 4, 3]), ("b", [2, 4, 1, 8, 7])), TwoAndThree).Logit(1)).Message);
    }
}
