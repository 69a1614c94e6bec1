using LogRegCourse.App.Running;
using LogRegCourse.App.Studio;

namespace LogRegCourse.App.Tests.Studio;

public class ProgressRecordTests
{
    private static readonly string Root = Path.GetFullPath("course");

    [Fact]
    public void Location_IsWhereTheChecksWrite()
    {
        var course = new CourseFolder(Root);
        Assert.Null(ProgressRecord.Location(course, "off"));
        Assert.Equal(Path.Combine(Root, "notebooks", "mine.json"), ProgressRecord.Location(course, "mine.json"));
        Assert.Equal(Path.Combine(Root, "mine.json"), ProgressRecord.Location(course, Path.Combine(Root, "mine.json")));
        Assert.Equal(Path.Combine(Root, ".logregcourse", "progress.json"), ProgressRecord.Location(course, null));
        Assert.Equal(Path.Combine(Root, ".logregcourse", "progress.json"), ProgressRecord.Location(course, ""));
    }
}
