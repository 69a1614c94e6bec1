using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 12 says about its tables.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson12ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void Lasso_ReachesTheAxis_RidgeNever()
    {
        var table = Shown("corner-paths");
        Assert.InRange(table["on the axis from"][0], 100, 1000);
        Assert.True(table["smallest of ridge"][0] > 0.1);
    }

    [Fact]
    public void UselessFeatures_LowerTheTrainingLossAndRaiseTheOther_APenaltyHelps()
    {
        var table = Shown("overfit-losses");
        Assert.Equal(table["train"].OrderDescending(), table["train"]);
        Assert.Equal(table["test"].Order(), table["test"]);
        Assert.True(table["test"][^1] > Math.Log(2) && table["penalised"].Max() < Math.Log(2));
    }

    [Fact]
    public void CrossValidation_FindsTheFlatValley_AndNoPenaltyIsFarAbove()
    {
        var table = Shown("strengths");
        var (chosen, best) = (Array.IndexOf(table["put aside"], table["put aside"].Min()), Array.IndexOf(table["test"], table["test"].Min()));
        Assert.Equal((5, 10), (table["lambda"][chosen], table["lambda"][best]));
        Assert.True(table["put aside"][0] > 50 && table["put aside"][^1] > table["put aside"][chosen]);
        Assert.InRange(table["test"][chosen] - table["test"][best], 0, 0.02);
    }

    [Fact]
    public void Penalty_WidensTheBandAndNeverBendsTheBorder()
    {
        var table = Shown("band-widths");
        Assert.Equal(table["width"].Order(), table["width"]);
        Assert.All(table["bend"], bend => Assert.Equal(0, bend));
        Assert.Equal([2, 2, 3, 7, 13], table["wrong"]);
    }

    [Fact]
    public void Collinearity_SpreadsTheEstimatesAndDoesNotMoveTheirMean()
    {
        var table = Shown("collinear-simulate");
        var (mean, error) = (table["mean"], table["error of mean"]);
        Assert.True(Math.Abs(mean[1] - 1) < 2 * error[1]);
        // Without collinearity the mean is off by the bias of small samples.
        Assert.True(mean[0] > 1 + 3 * error[0] && mean[0] < 1.1);
        Assert.True(table["spread"][1] > 4 * table["spread"][0]);
    }

    [Fact]
    public void CopiedAnswers_MakeTheIntervalsTooNarrow()
    {
        var table = Shown("coverage-many");
        Assert.Equal(0.95, table["covered"][0], 0.03);
        Assert.True(table["covered"][1] < 0.85);
        Assert.All(table["mean"], slope => Assert.Equal(0.5, slope, 0.04));
    }

    [Fact]
    public void SmallSamples_AreBiasedAwayFromZero_LargeOnesHardly()
    {
        var mean = Shown("small-bias")["mean"];
        Assert.True(mean[0] > 1.05);
        Assert.Equal(1, mean[1], 0.03);
    }

    [Fact]
    public void Balancing_MovesTheInterceptAndNotTheSlope()
    {
        var table = Shown("rare-fits");
        Assert.All(table["slope"], slope => Assert.Equal(1.5, slope, 0.15));
        Assert.Equal(-5, table["intercept"][0], 0.2);
        Assert.All(table["intercept"].Skip(1), intercept => Assert.Equal(-1, intercept, 0.2));
    }

    [Fact]
    public void Ridge_ShrinksTheLength_NotEveryCoefficient()
    {
        var figure = Shown("figure-paths-l2");
        double[][] tracks = [.. Enumerable.Range(0, 6).Select(j => figure.Trace(j, "y"))];
        double[] lengths = [.. Enumerable.Range(0, 31).Select(k => tracks.Sum(track => track[k] * track[k]))];
        Assert.Equal(lengths.OrderDescending(), lengths);
        Assert.Contains(tracks, track => Math.Abs(track[20]) > Math.Abs(track[0]));
    }

    private Shown Shown(string cell) => course.Shown("12-when-it-goes-wrong", cell);
}
