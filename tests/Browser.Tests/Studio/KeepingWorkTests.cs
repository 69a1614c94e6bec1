using LogRegCourse.Studio.Notebooks;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

[Collection(InBrowser.Name)]
public sealed class KeepingWorkTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task TwoTabs_ShowTheSameTextAndOutputs()
    {
        using var course = new CourseCopy().With("01-first", ("a", "1 + 1"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var one = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        var other = new StudioPage(await opened.AnotherAsync(studio.Origin.ToString()));
        await other.Page.GotoAsync($"{studio.Origin}lessons/01-first");
        await other.WaitUntilReadyAsync();
        await one.WriteAsync("a", "40 + 2");
        await Assertions.Expect(other.Cell("a").Locator(".cm-content")).ToHaveTextAsync("40 + 2");
        await other.RunAsync("a");
        await one.ExpectOutputAsync("a", "42");
        await other.ExpectOutputAsync("a", "42");
        Assert.Single(studio.Kernels());
        opened.AssertQuiet();
    }

    [Fact]
    public async Task TwoTabs_WritingIntoOneCellAtOnce_LoseNoKey()
    {
        using var course = new CourseCopy().With("01-first", ("a", "// "));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var one = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        var other = new StudioPage(await opened.AnotherAsync(studio.Origin.ToString()));
        await other.Page.GotoAsync($"{studio.Origin}lessons/01-first");
        await other.WaitUntilReadyAsync();
        foreach (var page in (StudioPage[])[one, other])
        {
            await page.Cell("a").Locator(".cm-content").ClickAsync();
            await page.Page.Keyboard.PressAsync("Control+End");
        }
        const string Keys = "abcdefghijklmnopqrstuvwxyz0123";

        await Task.WhenAll(one.Page.Keyboard.TypeAsync(Keys, new() { Delay = 40 }), other.Page.Keyboard.TypeAsync(Keys.ToUpperInvariant(), new() { Delay = 40 }));

        await one.ExpectSavedAsync();
        await other.ExpectSavedAsync();
        var text = course.Read("01-first").Cells[1].Source;
        Assert.Equal(string.Concat((Keys + Keys.ToUpperInvariant()).Order()), string.Concat(text[3..].Order()));
        await Assertions.Expect(one.Cell("a").Locator(".cm-content")).ToHaveTextAsync(text);
        await Assertions.Expect(other.Cell("a").Locator(".cm-content")).ToHaveTextAsync(text);
    }

    [Fact]
    public async Task TextOfMegabytes_Pasted_IsKept_AndMoreThanALessonHolds_IsRefusedWithASentence()
    {
        using var course = new CourseCopy().With("01-first", ("a", "//"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        var line = new string('x', 89_999) + "\n";

        await page.WriteAsync("a", string.Concat(Enumerable.Repeat(line, 50)));
        await page.ExpectSavedAsync();
        Assert.Equal(4_500_000, course.Read("01-first").Cells[1].Source.Length);

        await page.WriteAsync("a", string.Concat(Enumerable.Repeat(line, 100)));
        await Assertions.Expect(page.Page.Locator(".banner")).ToContainTextAsync("more than 8 million characters");
        await Assertions.Expect(page.Page.Locator(".save-state")).Not.ToHaveTextAsync("Saved");
    }

    [Fact]
    public async Task FileChangedElsewhere_WithNothingUnsaved_IsShown()
    {
        using var course = new CourseCopy().With("01-first", ("a", "1"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        Change(course, "from elsewhere");
        await Assertions.Expect(page.Cell("a").Locator(".cm-content")).ToHaveTextAsync("from elsewhere");
        await Assertions.Expect(page.Page.Locator(".notice")).ToContainTextAsync("changed outside of this page");
    }

    [Theory]
    [InlineData("Keep mine", "mine")]
    [InlineData("Take the file's", "from elsewhere")]
    public async Task FileChangedElsewhere_WhileWriting_IsNeverOverwrittenSilently(string choice, string expected)
    {
        using var course = new CourseCopy().With("01-first", ("a", "1"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.WriteAsync("a", "mine");
        // The Studio has it, and the file not yet.
        await Task.Delay(400);
        Change(course, "from elsewhere");
        await Assertions.Expect(page.Page.Locator(".banner")).ToContainTextAsync("Nothing is saved until you choose");
        Assert.Equal("from elsewhere", course.Read("01-first").Cells[1].Source);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();
        await Assertions.Expect(page.Cell("a").Locator(".cm-content")).ToHaveTextAsync(expected);
        await page.ExpectSavedAsync();
        await Assertions.Expect(page.Page.Locator(".banner")).ToBeHiddenAsync();
        Assert.Equal(expected, course.Read("01-first").Cells[1].Source);
    }

    [Fact]
    public async Task SaveThatFails_IsSaidAndTriedAgain()
    {
        using var course = new CourseCopy().With("01-first", ("a", "1"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        // A file where the folder for the text before belongs: nothing can be saved.
        var beside = Path.Combine(course.Notebooks, ".logregcourse");
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        File.WriteAllText(beside, "");
        await page.WriteAsync("a", "mine");
        await Assertions.Expect(page.Page.Locator(".banner")).ToContainTextAsync("The lesson could not be saved");
        File.Delete(beside);
        await page.Page.Keyboard.PressAsync("Control+s");
        await page.ExpectSavedAsync();
        await Assertions.Expect(page.Page.Locator(".banner")).ToBeHiddenAsync();
        Assert.Equal("mine", course.Read("01-first").Cells[1].Source);
    }

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task Reset_OfACellAndOfTheLesson_BringsTheOriginalBack(Door door)
    {
        using var course = new CourseCopy().With("01-first", ("a", "original a"), ("b", "original b"));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.WriteAsync("a", "mine a");
        await page.WriteAsync("b", "mine b");
        await page.ChooseAsync("Reset this cell to the original");
        await Assertions.Expect(page.Cell("b").Locator(".cm-content")).ToHaveTextAsync("original b");
        await Assertions.Expect(page.Cell("a").Locator(".cm-content")).ToHaveTextAsync("mine a");
        page.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.ChooseAsync("Reset the whole lesson");
        await Assertions.Expect(page.Cell("a").Locator(".cm-content")).ToHaveTextAsync("original a");
        await page.ExpectSavedAsync();
    }

    [Fact]
    public async Task Download_AsHtml_IsOneFileThatStandsAlone()
    {
        using var course = new CourseCopy().With("01-first", ("a", "1 + 1"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.RunAsync("a");
        await page.ExpectOutputAsync("a", "2");
        await page.ExpectSavedAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.ChooseAsync("Download as .html"));
        var file = Path.Combine(course.Root, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        await using var alone = await browser.OpenAsync();
        await alone.Page.GotoAsync(new Uri(file).AbsoluteUri);
        await Assertions.Expect(alone.Page.Locator(".outputs")).ToContainTextAsync("2");
        await PageChecks.AssertFormulasTypesetAsync(alone.Page);
        alone.AssertQuiet();
    }

    [Fact]
    public async Task Download_AsHtml_DrawsItsCharts_AndRunsNoScriptOfTheNotebook()
    {
        using var course = new CourseCopy().With("01-first", ("chart", "2"), ("html", "3"));
        course.StoreOutput("01-first", "chart", "application/vnd.plotly.v1+json", """{"data":[{"type":"scatter","x":[1,2],"y":[1,2]}],"layout":{}}""");
        course.StoreOutput("01-first", "html", "text/html", "<p>stored</p><script>document.title = 'owned'</script><img src='data:,' onerror=\"document.title = 'owned'\">");
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.ChooseAsync("Download as .html"));
        var file = Path.Combine(course.Root, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        await using var alone = await browser.OpenAsync();
        await alone.Page.GotoAsync(new Uri(file).AbsoluteUri);
        Assert.True(await ChartMarks.CountAsync(alone.Page.Locator(".chart")) > 0);
        await Assertions.Expect(alone.Page.Locator(".html-output")).ToContainTextAsync("stored");
        Assert.DoesNotContain("owned", await alone.Page.TitleAsync());
        Assert.Empty(alone.OutsideRequests);
    }

    private static void Change(CourseCopy course, string source)
    {
        var notebook = course.Read("01-first");
        NotebookWriter.WriteFile(course.PathOf("01-first"), notebook with { Cells = [notebook.Cells[0], notebook.Cells[1] with { Source = source }] });
    }
}
