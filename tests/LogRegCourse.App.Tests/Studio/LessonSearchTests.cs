using LogRegCourse.App.Studio;

namespace LogRegCourse.App.Tests.Studio;

public class LessonSearchTests
{
    [Theory]
    [InlineData("A short line with the needle.", "needle", "A short line with the needle.")]
    [InlineData("A line that goes on for long before it comes to the needle at its end.", "Needle", "… it comes to the needle at its end.")]
    [InlineData("The score comes first, and only much later on the score equations.", "score equations", "… much later on the score equations.")]
    [InlineData("A line with a formula right before it, $a + b + c + d + e + f$ needle.", "needle", "… $a + b + c + d + e + f$ needle.")]
    [InlineData("A score alone.\nAnd then the equations of the score.", "score equations", "And then the equations of the score.")]
    public void Line_BeginsShortlyBeforeWhatWasSearchedFor(string text, string query, string line)
    {
        using var course = new TempCourse();
        course.Add("01-first", ("title", text));
        Assert.Equal(line, Assert.Single(LessonSearch.Find(course.Folder, query)).Line);
    }
}
