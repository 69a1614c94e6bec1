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

    [Fact]
    public void Certificate_ScoresSetosaAbove0Point7_TheOthersBelow()
    {
        Assert.InRange(Shown("certificate-check")["lowest setosa"][0], 0.7, 0.71);
        Assert.InRange(Shown("certificate-check")["highest other"][0], -0.7, -0.69);
    }

    [Fact]
    public void Setosa_IsClassOne_AndEachOfTheTestFlowersIsRight()
    {
        Assert.Equal([11, 0, 0, 19], Shown("iris-report").Numbers);
        Assert.True(Array.FindIndex(Shown("iris-program").Numbers, number => Math.Abs(number + 2.21022) < 1e-5) > 0, "long petals speak against setosa");
    }

    private Shown Shown(string cell) => course.Shown("11-judging-a-classifier", cell);
}
