using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 12b says about its tables and figures.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson12bClaimTests(ExecutedCourse course)
{
    [Fact]
    public void TopOfThePosterior_BalancesTheSlopes()
    {
        var table = Shown("smallest-top");
        Assert.All(table["v"].Zip(table["top"]), at => Assert.Equal(1 / (1 + Math.Exp(at.Second)), at.Second / at.First, 1e-3));
    }

    [Fact]
    public void LaplacePrior_IsHigherAtZeroAndFarOut_LowerBetween()
    {
        var ratio = Shown("prior-heights")["ratio"];
        Assert.True(ratio[0] > 1.5 && ratio[1] < 1 && ratio[2] > 2);
    }

    [Fact]
    public void ExactPosterior_HasItsMeanRightOfItsTop_AndNearlyTheWidthOfTheBell()
    {
        var table = Shown("laplace");
        Assert.True(table["exact mean"][0] > table["top"][0] + 0.1);
        Assert.InRange(table["exact deviation"][0] / table["deviation"][0], 1, 1.1);
    }

    [Fact]
    public void Averaging_MovesProbabilitiesTowardsOneHalf_InLogOddsTheMoreTheFartherFromTheData()
    {
        var table = Shown("predictive");
        Assert.All(table["top"].Zip(table["average"]), pair => Assert.True(Math.Abs(pair.Second - 0.5) < Math.Abs(pair.First - 0.5)));
        Assert.All(table["average"].Zip(table["mackay"]), pair => Assert.Equal(pair.First, pair.Second, 0.02));
        Assert.Equal(table["top"][2], table["average"][2], 0.005);
        double[] moved = [.. Shown("predictive-logits")["top"].Zip(Shown("predictive-logits")["average"], (top, average) => top - average)];
        Assert.Equal(moved.OrderDescending(), moved);
        Assert.All(moved, change => Assert.True(change > 0));
    }

    [Fact]
    public void Firth_IsFiniteAndNearlyWithoutBias()
    {
        Assert.InRange(Shown("firth")["four rows"][0], 1, 2);
        Assert.True(Math.Abs(Shown("firth")["flights"][0]) < Math.Abs(Shown("firth")["maximum likelihood"][0]));
        Assert.Equal(1, Shown("bias")["firth"][0], 0.05);
        Assert.True(Shown("bias")["maximum likelihood"][0] > 1.1);
    }

    [Fact]
    public void ChoiceOutsideTheFolds_PromisesWhatIsNotThere()
    {
        var table = Shown("leak");
        Assert.True(table["leaking"][0] < 0.5 && table["honest"][0] > Math.Log(2));
    }

    [Fact]
    public void HundredVoters_ChooseThree_WhichCostsTheOthersLittle()
    {
        var table = Shown("lambda-table");
        var chosen = Array.IndexOf(table["put aside"], table["put aside"].Min());
        Assert.Equal((3, 0.1), (table["lambda"][chosen], table["lambda"][Array.IndexOf(table["others"], table["others"].Min())]));
        Assert.InRange(table["others"][chosen] - table["others"].Min(), 0, 0.02);
    }

    private Shown Shown(string cell) => course.Shown("12b-penalty-as-a-prior", cell);
}
