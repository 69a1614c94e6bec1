using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 0 says about its cells.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson00ClaimTests(ExecutedCourse course)
{
    private const string Start = "00-start-here";

    [Fact]
    public void ColumnOfOnes_GivesTheSameSignals()
    {
        var signals = course.Shown(Start, "linear").Numbers;
        Assert.Equal([-1.25, -0.75, 1.75, -0.75], signals);
        Assert.Equal(signals, course.Shown(Start, "ones").Numbers);
    }

    [Fact]
    public void Source_IsNamedWithItsLicence()
    {
        var about = Lesson.Named(Start).Cells.Single(cell => cell.Id == "about").Source;
        Assert.Contains("SELENE", about, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", about, StringComparison.Ordinal);
    }
}
