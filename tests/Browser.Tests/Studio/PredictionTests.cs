using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>A question of the course's own library, asked and answered by buttons.</summary>
[Collection(InBrowser.Name)]
public sealed class PredictionTests(ChromiumBrowser browser)
{
    private const string Lesson = "01-first";
    private const string Setup = "#r \"bin/LogRegCourse.dll\"\n#r \"bin/LogRegCourse.Checks.dll\"\nusing static LogRegCourse.Checks.Course;";
    private const string Asked =
        """{"id":"6.b","kind":"choice","choices":["none","a few","hundreds"],"guess":null,"isRight":null}""";

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task Guess_ByButton_IsWrittenIntoTheCell_AndTheAnswerStandsBesideIt(Door door)
    {
        using var course = new CourseCopy().With(Lesson, ("setup", Setup), ("predict-6-b", "Predict(\"6.b\")"));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, Lesson);
        var cell = page.Cell("predict-6-b");
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await page.ExpectOutputAsync("predict-6-b", "How many of them raise the loss?");
        await Assertions.Expect(cell.Locator(".prediction-panel button")).ToHaveTextAsync(["none", "a few", "hundreds"]);
        await Assertions.Expect(cell.Locator(".prediction-how")).ToBeHiddenAsync();
        await Assertions.Expect(cell).Not.ToContainTextAsync("lies below a parabola");

        await cell.GetByRole(AriaRole.Button, new() { Name = "hundreds" }).ClickAsync();
        await page.ExpectOutputAsync("predict-6-b", "You said: hundreds. It is: none.");
        await page.ExpectOutputAsync("predict-6-b", "lies below a parabola");
        await Assertions.Expect(cell.Locator(".cm-content")).ToHaveTextAsync("Predict(\"6.b\", \"hundreds\")");

        await cell.GetByRole(AriaRole.Button, new() { Name = "none" }).ClickAsync();
        await page.ExpectOutputAsync("predict-6-b", "Your first guess was: hundreds.");
        await Assertions.Expect(cell.Locator("[aria-pressed=true]")).ToHaveTextAsync("none");
        await page.ExpectSavedAsync();
        opened.AssertQuiet();
    }

    [Fact]
    public async Task ButtonUnderAStoredQuestion_IsPressedFirstOfAll_AndRunsTheSetup()
    {
        using var course = new CourseCopy().With(Lesson, ("setup", Setup), ("predict-6-b", "Predict(\"6.b\")"));
        course.StoreOutput(Lesson, "predict-6-b", "application/vnd.logregcourse.prediction+json", Asked);
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, Lesson);
        await page.Cell("predict-6-b").GetByRole(AriaRole.Button, new() { Name = "none" }).ClickAsync();
        await page.ExpectOutputAsync("predict-6-b", "That is right.");
        opened.AssertQuiet();
    }
}
