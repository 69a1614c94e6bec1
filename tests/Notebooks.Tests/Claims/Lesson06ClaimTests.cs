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
        Assert.Equal(4, table["Bias"].Length);
        Assert.Single(table["Bias"].Zip(table["Weight"]).Distinct());
    }

    [Fact]
    public void GradientOfTheSum_IsNTimesThatOfTheMean_AndItsSafeStepTheNthPart()
    {
        var table = Shown("sum-mean");
        Assert.Equal(23, table["Sum"][0] / table["Mean"][0], 1e-3);
        Assert.Equal(23, table["Safe for mean"][0] / table["Safe for sum"][0], 1e-3);
    }

    [Fact]
    public void SameLoop_FindsTheStraightLineOfLesson1() =>
        Assert.Equal(course.Shown("01-why-the-sigmoid", "straight-line-fit")["p"][0], Shown("linear-loop")["At31"][0], 1e-4);

    [Fact]
    public void SquaredErrorOfASigmoid_LiesAboveItsChord()
    {
        var table = Shown("chord");
        Assert.True(table["Middle"][0] > table["Chord"][0]);
    }

    [Fact]
    public void SquaredErrorOfASigmoid_IsSilentWhereTheCrossEntropyPulls()
    {
        var table = Shown("vanish");
        Assert.True(Math.Abs(table["Squared error"][0]) < 1e-4 && table["Cross entropy"][0] < -0.99);
        var walks = Shown("stuck");
        Assert.True(walks["From"][0] - walks["To"][0] < 0.01 && walks["From"][1] - walks["To"][1] > 7);
        Assert.True(walks["Steps"][1] < walks["Steps"][0]);
    }

    private Shown Shown(string cell) => course.Shown("06-gradient-descent", cell);
}
