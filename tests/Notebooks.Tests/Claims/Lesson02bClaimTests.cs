using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 2b says about its tables and figures.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson02bClaimTests(ExecutedCourse course)
{
    [Fact]
    public void TwoBells_HaveLogOddsOnALineOfSlopeTwo() => Assert.Equal([-4, -2, 0, 2, 4], Shown("two-bells")["log odds"]);

    [Fact]
    public void BothMethods_HaveSixWrong_AndOtherWeights()
    {
        var table = Shown("iris-both");
        Assert.Equal([6, 6], table["wrong"]);
        Assert.True(table["length"][1] > 2 * table["length"][0]);
    }

    [Fact]
    public void Borders_CrossBetweenTheClouds_AndStayWithinFourMillimetres()
    {
        Assert.InRange(Shown("border-gap")["largest gap"][0], 0.2, 0.4);
        Assert.Equal(2, Shown("border-gap")["disagreements"][0]);
        double[] gap = [.. Shown("figure-borders").Trace(2, "y").Zip(Shown("figure-borders").Trace(3, "y"), (lda, logistic) => lda - logistic)];
        Assert.True(gap[0] * gap[^1] < 0);
    }

    [Fact]
    public void TwoVariances_MakeTwoPlacesOfEvenOdds_OneVarianceOne()
    {
        var figure = Shown("figure-parabola");
        Assert.Equal((1, 2), (SignChanges(figure.Trace(0, "y")), SignChanges(figure.Trace(1, "y"))));
        Assert.True(Shown("parabola-zeros")["two variances"][0] > 0 && Shown("parabola-zeros")["one variance"][0] < 0);
    }

    [Fact]
    public void WhereTheBellsAreTrue_DiscriminantAnalysisIsMorePrecise()
    {
        var table = Shown("gaussian-race");
        Assert.All(table["median"], median => Assert.Equal(2, median, 0.15));
        Assert.True(table["spread"][0] < 0.9 * table["spread"][1]);
    }

    [Fact]
    public void WhereTheyAreNot_ItIsPreciselyWrong_AndLogisticRegressionIsNot()
    {
        var table = Shown("waiting-race");
        Assert.True(table["median"][0] < 0.6 * 1.5 && table["spread"][0] < table["spread"][1]);
        Assert.Equal(1.5, table["median"][1], 0.2);
    }

    [Fact]
    public void OneGiantFlower_MovesTheDiscriminant_NotTheLogisticWeight()
    {
        var table = Shown("outlier");
        Assert.True(table["after"][0] < table["before"][0] / 3);
        Assert.Equal(table["before"][1], table["after"][1], 1e-4);
    }

    [Fact]
    public void HiddenStress_PassesItsThresholdAsOftenAsTheSigmoidSays_AlsoDoubled()
    {
        Assert.All(Shown("latent-simulate")["passed"].Zip(Shown("latent-simulate")["p"]), pair => Assert.Equal(pair.Second, pair.First, 0.01));
        Assert.All(Shown("latent-doubled")["doubled"].Zip(Shown("latent-doubled")["sigmoid"]), pair => Assert.Equal(pair.Second, pair.First, 0.01));
    }

    [Fact]
    public void LogisticAndGaussianNoise_DifferByLessThanAPercentagePoint() => Assert.InRange(Shown("probit-gap").Numbers[0], 0.009, 0.01);

    [Fact]
    public void SlopesOfA_AreMeanAndVarianceOfTheDie()
    {
        var table = Shown("die");
        Assert.All(table["slope of a"].Zip(table["mean"]), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
        Assert.All(table["slope of mean"].Zip(table["variance"]), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
        Assert.Equal(3.5, table["mean"][1]);
        Assert.Equal(35 / 12.0, table["variance"][1], 1e-5);
    }

    [Fact]
    public void ThreeNeurons_ComputeExactlyOneOfTwo() => Assert.Equal([0, 1, 1, 0], Shown("neuron")["xor"].Select(value => Math.Round(value)));

    private static int SignChanges(double[] values) => values.Zip(values.Skip(1)).Count(pair => pair.First < 0 != pair.Second < 0);

    private Shown Shown(string cell) => course.Shown("02b-where-linear-log-odds-come-from", cell);
}
