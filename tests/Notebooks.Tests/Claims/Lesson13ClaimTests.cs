using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>The counterexamples of lesson 13 are counterexamples.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson13ClaimTests(ExecutedCourse course)
{
    private const string SpotTheError = "13-spot-the-error";
    private const double SixDigits = 1e-5;

    [Fact]
    public void E03_TwoHundredPoints_AreEnough()
    {
        var table = Shown("e03-shown");
        Assert.True(table["with 200"][0] < 2e-4 && table["with 400"][0] < table["with 200"][0] / 3);
    }

    [Fact]
    public void E04_ColumnOfOnes_ChangesThePenalisedFit()
    {
        var table = Shown("e04-shown");
        Assert.Equal(table["seen"], table["no penalty"]);
        Assert.True(table["penalised"][0] > table["seen"][0] + 1);
    }

    [Fact]
    public void E05_AreaUnderTheSigmoid_GrowsWithTheWindow_TheMassIsOne()
    {
        var table = Shown("e05-shown");
        Assert.Equal((20, 40, 1), (table["to 20"][0], table["to 40"][0], table["mass"][0]));
    }

    [Fact]
    public void E06_DivisionByN_KeepsTheMinimum_UnlessThereIsAPenalty()
    {
        var table = Shown("e06-shown");
        Assert.Equal(table["by sum"], table["by mean"]);
        Assert.Equal(4, table["slopes"][0], SixDigits);
        Assert.True(table["mean and penalty"][0] < table["sum and penalty"][0] - 0.01);
    }

    [Fact]
    public void E07_OnlySoftmax_SumsToOne()
    {
        var table = Shown("e07-shown");
        Assert.Equal(1, table["softmax"][0], SixDigits);
        Assert.True(Math.Abs(table["tanh"][0] - 1) > 0.01 && Math.Abs(table["sigmoids"][0] - 1) > 0.5);
    }

    [Fact]
    public void E09_FactsAboutTheBooks_AreStated()
    {
        var facts = Lesson.Named(SpotTheError).Cells.Single(cell => cell.Id == "e09").Source;
        Assert.All(["all rights reserved", "support vector machines", "no chapter in it", "CC BY-SA 4.0"],
            fact => Assert.Contains(fact, facts, StringComparison.Ordinal));
    }

    [Fact]
    public void E13_FourBridges_RiseInsideZeroToOne_AndDiffer()
    {
        var table = Shown("e13-shown");
        string[] links = ["logit", "probit", "cloglog", "cauchit"];
        Assert.All(links, link => Assert.Equal(table[link].Order(), table[link]));
        Assert.All(links.SelectMany(link => table[link]), p => Assert.True(p is > 0 and < 1));
        Assert.Equal(4, links.Select(link => table[link][2]).Distinct().Count());
    }

    [Fact]
    public void E14_ExpOf710_IsInfiniteHere()
    {
        var table = Shown("e14-shown");
        Assert.True(double.IsFinite(table["at 709"][0]) && double.IsPositiveInfinity(table["at 710"][0]));
        Assert.Equal(0, table["sigmoid"][0]);
    }

    [Fact]
    public void E15_EveryStart_EndsAtOnePlace()
    {
        var table = Shown("e15-shown");
        Assert.Equal(Math.Log(2), table["first loss"][0], SixDigits);
        Assert.Equal(table["from zero"], table["from elsewhere"]);
    }

    [Fact]
    public void E19_PointsOfTheBoundary_LieOnALine() => Assert.All(Shown("e19-shown").Numbers, p => Assert.Equal(0.5, p));

    [Fact]
    public void E20_SumOfProbabilities_IsNotTheSumOfClasses()
    {
        var table = Shown("e20-shown");
        Assert.Equal((2, 0), (table["sum of probabilities"][0], table["sum of classes"][0]));
    }

    [Fact]
    public void E22_FewEpochs_WouldHaveBeenEnough()
    {
        var table = Shown("e22-shown");
        Assert.True(table["enough"][0] < 100 && table["missing"][0] is >= 0 and < 1e-5);
    }

    [Fact]
    public void E23_SortedBatches_EndFarFromTheShare()
    {
        var table = Shown("e23-shown");
        Assert.True(table["sorted"][0] > 0.8);
        Assert.Equal(0.5, table["shuffled"][0], 0.1);
    }

    [Fact]
    public void E24_RandomLabels_AreLearnedByHeartOnly()
    {
        var table = Shown("e24-shown");
        Assert.True(table["training"][0] < Math.Log(2) && Math.Log(2) < table["fresh"][0]);
    }

    [Fact]
    public void E25_Penalty_FlattensTheProbabilityAndDoesNotBendTheBorder()
    {
        var table = Shown("e25-shown");
        Assert.All(table["bend"], bend => Assert.Equal(0, bend, 1e-9));
        Assert.True(table["steepest"][1] < table["steepest"][0] / 5);
    }

    [Fact]
    public void E26_Collinearity_SpreadsAndDoesNotBias()
    {
        var table = Shown("e26-numbers");
        Assert.All(table["mean"].Zip(table["error of mean"]), pair => Assert.Equal(1, pair.First, 0.05 + 2 * pair.Second));
        Assert.True(table["spread"][1] > 4 * table["spread"][0]);
    }

    [Fact]
    public void E28_Setosa_IsOne()
    {
        var table = Shown("e28-shown");
        Assert.Equal("setosa", table.Words("first")[0]);
        Assert.Equal((1, 50), (table["label"][0], table["ones"][0]));
    }

    [Fact]
    public void E35_BernoulliMass_IsThePOfOne_AtOneOnly()
    {
        var table = Shown("e35-shown");
        Assert.Equal(table["left"], table["right at one"]);
        Assert.NotEqual(table["left"], table["right at zero"]);
    }

    [Fact]
    public void E36_OneSymbolForBoth_HasNoErrorEver()
    {
        var table = Shown("e36-shown");
        Assert.Equal(0, table["with one symbol"][0]);
        Assert.NotEqual(0, table["label minus prediction"][0]);
    }

    [Fact]
    public void E41_PrintedSum_IsAnotherNumber()
    {
        var table = Shown("e41-shown");
        Assert.Equal((0, 5.5), (table["printed"][0], table["right"][0]));
    }

    [Fact]
    public void E43_LargestLikelihood_IsNotTheMostRight()
    {
        var table = Shown("e43-shown");
        Assert.True(table["by likelihood"][0] < table["by another line"][0]);
        Assert.Equal(table["ones"][0], table["sum of p"][0], SixDigits);
    }

    [Fact]
    public void E43_GroupOfTheFit_IsBalanced_AnotherIsNot()
    {
        var table = Shown("e43-groups");
        Assert.Equal(0, table["in group of the fit"][0]);
        Assert.True(table["in another group"][0] > 0.4);
    }

    private Shown Shown(string cell) => course.Shown(SpotTheError, cell);
}
