using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 2 says about its tables and figures.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson02ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void Chord_IsTooFlatInTheMiddleAndTooSteepOutside_HalfItsWidthAQuarterOff()
    {
        var table = Shown("chord-errors");
        Assert.Equal([-1, -1, 1, 1], table["error"].Select(Math.Sign));
        Assert.All(table["ratio"], ratio => Assert.Equal(4, ratio, 0.05));
    }

    [Fact]
    public void Slope_ByFormulaLibraryAndDifference_IsTheSame()
    {
        var table = Shown("three-ways");
        Assert.Equal(table["formula"], table["library"]);
        Assert.Equal(table["formula"], table["difference"]);
    }

    [Fact]
    public void SlopeFigure_IsPositive_AndGreatestInTheMiddle()
    {
        var figure = Shown("slope-figure");
        double[] z = figure.Trace(1, "x"), slope = figure.Trace(1, "y");
        Assert.All(slope, value => Assert.True(value > 0));
        Assert.Equal(0.25, slope.Max());
        Assert.Equal(0, z[Array.IndexOf(slope, slope.Max())]);
    }

    [Fact]
    public void Product_LosesItsDigits_TheLibraryKeepsThem()
    {
        var table = Shown("lost-digits");
        Assert.True(Math.Abs(table["error"][0]) < 1e-12 && Math.Abs(table["error"][2]) > 0.01);
        Assert.Equal((0, -1), (table["product"][^1], table["error"][^1]));
        Assert.All(table["library"], value => Assert.True(value > 0));
    }

    [Fact]
    public void AQuarterOfTheWeight_IsMoreThanAWholeUnitCanDo()
    {
        var table = Shown("most-per-degree");
        Assert.InRange(table["largest"][0], 0.999 * Math.Tanh(0.23216274 / 4), table["bound"][0]);
        Assert.True(table["largest"][0] < table["bound"][0] && table["of weight four"][0] < 0.8);
    }

    private Shown Shown(string cell) => course.Shown("02-the-slope-of-the-sigmoid", cell);
}
