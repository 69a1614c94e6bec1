using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 5 says about its tables.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson05ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void FlippedSign_RaisesTheLoss_TheRightOneLowersIt()
    {
        var table = Shown("sign-steps");
        Assert.True(table["Right"][0] < table["Zero"][0] && table["Zero"][0] < table["Flipped"][0]);
    }

    [Fact]
    public void WrittenOutSum_WithSlippedIndices_IsAnotherNumber()
    {
        var table = Shown("index-slip");
        Assert.Equal(table["Sum"], table["right"]);
        Assert.NotEqual(table["Sum"][0], table["slipped"][0]);
    }

    [Fact]
    public void ScoreEquations_HoldAtTheFit()
    {
        var table = Shown("score");
        Assert.Equal((7, 7), (table["Of p"][0], table["Of labels"][0]));
        Assert.Equal(table["Weighted labels"], table["Weighted p"]);
    }

    [Fact]
    public void GradientInProse_IsThatOfTheLibrary_LinearAndLogistic()
    {
        var table = Shown("linear-same");
        Assert.Equal(0, table["Linear"][0], 1e-12);
        Assert.Equal(0, table["Logistic"][0], 1e-12);
    }

    [Fact]
    public void Probit_NeedsAFactorThatErrorTimesFeatureHasNot()
    {
        var table = Shown("probit-check");
        Assert.Equal(table["Difference"][0], table["With factor"][0], 1e-5);
        Assert.NotEqual(table["Difference"][0], table["Error alone"][0], 0.1);
    }

    private Shown Shown(string cell) => course.Shown("05-the-gradient", cell);
}
