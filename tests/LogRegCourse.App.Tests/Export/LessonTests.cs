using System.Text.Json;
using LogRegCourse.App.Export;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Tests.Export;

public class LessonTests
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    [Theory]
    [InlineData("01-why-the-sigmoid", "# 1. Why the sigmoid?", "01", "Why the sigmoid?")]
    [InlineData("02b-where-it-comes-from", "# 2b. Where it comes from", "02b", "Where it comes from")]
    [InlineData("12c-one-question", "# 12c. One question", "12c", "One question")]
    [InlineData("1984", "# 1984", "1984", "1984")]
    [InlineData("3body", "# 3.5 bodies", "3", "3.5 bodies")]
    [InlineData("mine", "# Mine", "", "Mine")]
    public void Number_IsThatOfTheName_AndNoPartOfTheTitle(string name, string text, string number, string title)
    {
        var lesson = new Lesson(name, new Notebook([new MarkdownCell("title", text, None)], None));
        Assert.Equal((number, title), (lesson.Number, lesson.TitleAlone));
    }
}
