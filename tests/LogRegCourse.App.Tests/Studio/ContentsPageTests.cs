using LogRegCourse.App.Export;
using LogRegCourse.App.Studio;

namespace LogRegCourse.App.Tests.Studio;

public class ContentsPageTests
{
    [Theory]
    [InlineData("000", null, "Start the course", "a")]
    [InlineData("000", "b", "Go on: Title b", "b")]
    [InlineData("200", null, "Go on: Title b", "b")]
    [InlineData("120", "a", "Go on: Title a", "a")]
    [InlineData("210", "a", "Go on: Title b", "b")]
    [InlineData("220", "b", "Go on: Title c", "c")]
    [InlineData("122", "c", "Go on: Title a", "a")]
    public void FirstButton_LeadsToTheNextLessonThatIsNotFinished(string done, string? lastPlace, string text, string lesson) =>
        Assert.Contains($"href=\"/lessons/{lesson}\">{text}</a>", Render(done, lastPlace));

    [Fact]
    public void Lessons_AndTheCourse_AreSaidToBeFinished()
    {
        Assert.DoesNotContain("The course is finished", Render("221", "b"));
        Assert.Contains("The course is finished", Render("222", "b"));
        Assert.Equal(2, Render("221", "b").Split("2 of 2 exercises done: finished").Length - 1);
    }

    // Three lessons of two exercises each, so many of them done.
    private static string Render(string done, string? lastPlace) =>
        ContentsPage.Render([.. "abc".Zip(done, (name, count) => new ContentsEntry($"{name}", "", $"Title {name}", "", ["1", "2"], []) { Done = count - '0' })],
            lastPlace, new WebAssets(Path.Combine(Path.GetTempPath(), "no-such-folder")));
}
