using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 5 says about its tables.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson05ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void NoDirection_FallsFasterThanTheArrow_AndAlongTheContourTheLossStays()
    {
        var table = Shown("arrow-compass");
        Assert.True(table["of arrow"][0] <= table["steepest"][0]);
        Assert.Equal(-table["length"][0], table["of arrow"][0], 1e-6);
        Assert.Equal(0, table["aside"][0], 1e-6);
    }

    [Fact]
    public void ColdDamagedAndWarmUndamagedFlights_PullUpwards_TheWarmDamagedOneDownwards()
    {
        var (safe, damaged) = (Shown("pull-chart").Trace(0, "y"), Shown("pull-chart").Trace(1, "y"));
        Assert.Equal((16, 7), (safe.Count(pull => pull != 0), damaged.Count(pull => pull != 0)));
        Assert.All(damaged.Take(4).Concat(safe.TakeLast(4).Where(pull => pull != 0)), pull => Assert.True(pull > 0));
        Assert.Equal(damaged.Min(), damaged.Last(pull => pull != 0));
        Assert.True(damaged.Min() < 0);
    }

    [Fact]
    public void FlippedSign_RaisesTheLoss_TheRightOneLowersIt()
    {
        var table = Shown("sign-steps");
        Assert.True(table["right"][0] < table["zero"][0] && table["zero"][0] < table["flipped"][0]);
    }

    [Fact]
    public void WrittenOutSum_WithSlippedIndices_IsAnotherNumber()
    {
        var table = Shown("index-slip");
        Assert.Equal(table["sum"], table["right"]);
        Assert.NotEqual(table["sum"][0], table["slipped"][0]);
    }

    [Fact]
    public void ScoreEquations_HoldAtTheFit()
    {
        var table = Shown("score");
        Assert.Equal((7, 7), (table["of p"][0], table["of labels"][0]));
        Assert.Equal(table["weighted labels"], table["weighted p"]);
    }

    [Fact]
    public void GradientInProse_IsThatOfTheLibrary_LinearAndLogistic()
    {
        var table = Shown("linear-same");
        Assert.Equal(0, table["linear"][0], 1e-12);
        Assert.Equal(0, table["logistic"][0], 1e-12);
    }

    [Fact]
    public void Probit_NeedsAFactorThatErrorTimesFeatureHasNot()
    {
        var table = Shown("probit-check");
        Assert.Equal(table["difference"][0], table["with factor"][0], 1e-5);
        Assert.NotEqual(table["difference"][0], table["error alone"][0], 0.1);
    }

    private Shown Shown(string cell) => course.Shown("05-the-gradient", cell);
}
