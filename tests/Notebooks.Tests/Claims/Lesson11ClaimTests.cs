using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 11 says about its tables.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson11ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void Probabilities_SumToTheOnes_OnTheRowsOfTheFitOnly()
    {
        var table = Shown("in-the-large");
        Assert.Equal(0, table["training"][0]);
        Assert.True(table["test"][0] > table["by chance"][0]);
    }

    [Fact]
    public void OverconfidentTwin_HasTheSameRankingAndAWorseLogLoss()
    {
        var area = Shown("same-auc");
        Assert.Equal(area["model"], area["twin"]);
        var loss = Shown("proper-scores")["log loss"];
        Assert.True(loss[0] < loss[1] && loss[1] < loss[2]);
    }

    [Fact]
    public void SilentFilter_IsMoreAccurateThanTheOneThatFindsMore()
    {
        var table = Shown("spam-compare");
        Assert.Equal((0.99, 0), (table["accuracy"][0], table["recall"][0]));
        Assert.True(table["accuracy"][2] < table["accuracy"][0] && table["recall"][2] > table["recall"][1]);
    }

    private Shown Shown(string cell) => course.Shown("11-judging-a-classifier", cell);
}
