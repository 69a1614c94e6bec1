using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 6 says about its tables.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson06ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void RandomStarts_EndAtOnePlace()
    {
        var table = Shown("starts");
        Assert.Equal(4, table["bias"].Length);
        Assert.Single(table["bias"].Zip(table["weight"]).Distinct());
    }

    [Fact]
    public void GradientOfTheSum_IsNTimesThatOfTheMean_AndItsSafeStepTheNthPart()
    {
        var table = Shown("sum-mean");
        Assert.Equal(23, table["sum"][0] / table["mean"][0], 1e-3);
        Assert.Equal(23, table["safe for mean"][0] / table["safe for sum"][0], 1e-3);
    }

    [Fact]
    public void SameLoop_FindsTheStraightLineOfLesson1() =>
        Assert.Equal(course.Shown("01-why-the-sigmoid", "straight-line-fit")["p"][0], Shown("linear-loop")["at 31"][0], 1e-4);

    [Fact]
    public void SquaredErrorOfASigmoid_LiesAboveItsChord()
    {
        var table = Shown("chord");
        Assert.True(table["middle"][0] > table["chord"][0]);
    }

    [Fact]
    public void SquaredErrorOfASigmoid_IsSilentWhereTheCrossEntropyPulls()
    {
        var table = Shown("vanish");
        Assert.True(Math.Abs(table["squared error"][0]) < 1e-4 && table["cross entropy"][0] < -0.99);
        var walks = Shown("stuck");
        Assert.True(walks["from"][0] - walks["to"][0] < 0.01 && walks["from"][1] - walks["to"][1] > 7);
        Assert.True(walks["steps"][1] < walks["steps"][0]);
    }

    [Fact]
    public void UpToTwiceTheSafeStep_NoStepRaisesTheLoss()
    {
        var table = Shown("count-rises");
        Assert.Equal((0, 0), (table["safe"][0], table["twice"][0]));
        Assert.True(table["four times"][0] > 100);
    }

    [Fact]
    public void ConditionAtTheMinimum_ForetellsTheSteps()
    {
        var table = Shown("foretold");
        Assert.InRange(table["centred"][0] / table["took"][0], 0.8, 1.25);
        Assert.InRange(table["standardised"][0] / table["also took"][0], 0.8, 1.25);
        Assert.True(table["raw"][0] > 10 * Shown("three-scales")["raw"][0]);
    }

    [Fact]
    public void SquaredErrorOnATerrace_IsSlowAndNotCaught()
    {
        var loss = Shown("stuck-longer")["loss"];
        Assert.Equal(loss.OrderDescending(), loss);
        Assert.True(loss[0] > 0.28 && loss[^1] < 0.069);
    }

    [Fact]
    public void FromAllCorners_TheFirstThreeStepsDoMost_FourFifthsFromTheFirst()
    {
        var table = Shown("begin-corners");
        double[] share = [.. Enumerable.Range(0, 4).Select(i => (table["loss"][i] - table["after 3"][i]) / (table["loss"][i] - table["after 25"][i]))];
        Assert.Equal(0.8, share[0], 0.01);
        Assert.InRange(share[3], 0.5, 0.6);
        Assert.All(share, part => Assert.True(part > 0.5));
    }

    private Shown Shown(string cell) => course.Shown("06-gradient-descent", cell);
}
