using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 3 says about its tables and figures.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson03ClaimTests(ExecutedCourse course)
{
    private const double SixDigits = 1e-5;

    [Fact]
    public void Likelihood_Underflows_ItsLogarithmDoesNot()
    {
        var table = Shown("underflow-coin");
        Assert.Equal(0, Assert.Single(table["of 1200"]));
        Assert.Equal(1200 * Math.Log(0.5), Assert.Single(table["log of 1200"]), 1e-3);
    }

    [Fact]
    public void MeanLoss_IsTheSumOverTheRows_AndSmallestWhereTheLikelihoodIsLargest()
    {
        var table = Shown("four-losses");
        var byHand = Shown("four-flights");
        Assert.All(table["sum"].Zip(table["mean"]), pair => Assert.Equal(pair.First / 4, pair.Second, SixDigits));
        Assert.Equal([byHand["likelihood a"][0], byHand["likelihood b"][0]], table["likelihood"]);
        Assert.True(table["mean"][0] < table["mean"][1] && table["likelihood"][0] > table["likelihood"][1]);
    }

    [Fact]
    public void BranchesFigure_CostsWithoutBoundForBothLabels()
    {
        var figure = Shown("branches-figure");
        double[] one = figure.Trace(0, "y"), zero = figure.Trace(1, "y");
        Assert.True(one[0] > 5 && one[^1] < 0.01 && zero[^1] > 5 && zero[0] < 0.01);
        AssertFalls(one);
        AssertFalls([.. zero.Reverse()]);
    }

    [Fact]
    public void Surprise_GrowsFasterTheMoreWrongTheConfidence()
    {
        var table = Shown("surprises");
        AssertFalls([.. table["loss"].Reverse()]);
        Assert.Equal(table["said of what happened"].Select(p => -Math.Log(p)), table["loss"], (a, b) => Math.Abs(a - b) < SixDigits);
        Assert.True(Shown("growth")["more wrong"][0] > 20 * Shown("growth")["less sure"][0]);
    }

    [Fact]
    public void FittedCurve_IsLessSurprisedThanCoinConstantAndSteeperCurve()
    {
        var table = Shown("compare-models");
        var fitted = table["fitted"][0];
        Assert.True(fitted < table["steeper"][0] && fitted < table["constant"][0] && table["constant"][0] < table["coin"][0]);
    }

    [Fact]
    public void BowlFigure_IsConvex_AndLowestAtTheFittedWeight()
    {
        var figure = Shown("bowl-figure");
        double[] w = figure.Trace(0, "x"), loss = figure.Trace(0, "y");
        Assert.All(Enumerable.Range(1, loss.Length - 2), i => Assert.True(loss[i - 1] + loss[i + 1] > 2 * loss[i]));
        Assert.Equal(-0.2322, w[Array.IndexOf(loss, loss.Min())], 0.01);
    }

    [Fact]
    public void NaiveLoss_OfACertainPrediction_IsNoNumber_ThatFromTheLogitIs()
    {
        var table = Shown("naive-loss");
        Assert.True(double.IsNaN(table["right"][^1]));
        Assert.Equal(table["z"], table["from logit"]);
    }

    [Fact]
    public void LowestLoss_HasNotTheMostRightAnswers()
    {
        var table = Shown("accuracy-example");
        Assert.Equal([5, 4, 4], table["right"]);
        Assert.True(table["loss"][1] < table["loss"][0] && table["loss"][0] < table["loss"][2]);
    }

    private static void AssertFalls(double[] values) => Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.Second < pair.First));

    private Shown Shown(string cell) => course.Shown("03-from-likelihood-to-cross-entropy", cell);
}
