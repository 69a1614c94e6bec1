using Microsoft.Playwright;

namespace LogRegCourse.Testing;

[Collection(InBrowser.Name)]
public sealed class WritingTests(ChromiumBrowser browser)
{
    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task Dot_OffersMembers_AndEnterTakesOne(Door door)
    {
        using var course = new CourseCopy().With("01-first", ("a", "var word = \"abc\";"), ("b", ""));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.RunAsync("a");
        await Assertions.Expect(page.Page.Locator("body")).ToHaveAttributeAsync("data-kernel", "ready");
        await page.Cell("b").Locator(".cm-content").ClickAsync();
        await page.Page.Keyboard.TypeAsync("word.Len");
        var option = page.Page.Locator(".cm-tooltip-autocomplete li").Filter(new() { HasText = "Length" });
        await Assertions.Expect(option).ToBeVisibleAsync();
        await page.Page.WaitForTimeoutAsync(150);
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Cell("b").Locator(".cm-content")).ToHaveTextAsync("word.Length");
        await page.Page.Keyboard.PressAsync("Control+Enter");
        await page.ExpectOutputAsync("b", "3");
        opened.AssertQuiet();
    }

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task Help_StandsBesideTheListAndBehindTheBracket_AndSnippetsHavePlacesToFillIn(Door door)
    {
        using var course = new CourseCopy().With("01-first", ("setup", CourseCopy.Setup + "\nclass Table { }"), ("b", ""));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        var keys = page.Page.Keyboard;
        await page.RunAsync("setup");
        await Assertions.Expect(page.Page.Locator("body")).ToHaveAttributeAsync("data-kernel", "ready");
        await page.Cell("b").Locator(".cm-content").ClickAsync();
        await keys.TypeAsync("Sigm");
        await Assertions.Expect(page.Page.Locator(".cm-completionInfo")).ToContainTextAsync("Sigmoid(double z)");
        await keys.TypeAsync("oid(");
        await Assertions.Expect(page.Page.Locator(".hover.cm-tooltip-above")).ToContainTextAsync("Sigmoid(double z)");
        await keys.TypeAsync("0)");
        await Assertions.Expect(page.Page.Locator(".hover.cm-tooltip-above")).ToHaveCountAsync(0);
        await page.WriteAsync("b", "");
        await keys.TypeAsync("Tabl");
        await page.Page.Locator(".cm-tooltip-autocomplete li").Filter(new() { HasText = "places to fill in" }).ClickAsync();
        await keys.TypeAsync("loss");
        await Assertions.Expect(page.Cell("b").Locator(".cm-content")).ToHaveTextAsync("Table.Of(new { loss = value })");
        opened.AssertQuiet();
    }

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task Mistake_IsUnderlinedWhileTyping_AndTheNameExplainsItself(Door door)
    {
        using var course = new CourseCopy().With("01-first", ("setup", CourseCopy.Setup), ("a", "Sigmoid(0)"));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.RunAsync("setup");
        await page.RunAsync("a");
        await page.ExpectOutputAsync("a", "0.5");
        await page.Cell("a").Locator(".cm-line").First.HoverAsync(new() { Position = new() { X = 20, Y = 8 } });
        await Assertions.Expect(page.Page.Locator(".cm-tooltip .hover")).ToContainTextAsync("Sigmoid(double z)");
        await page.WriteAsync("a", "Sigmoid(\"no\")");
        await Assertions.Expect(page.Cell("a").Locator(".cm-lintRange-error")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task KeyboardAlone_AddsMovesDeletesAndBringsBack(Door door)
    {
        using var course = new CourseCopy().With("01-first", ("a", "1 + 1"), ("b", "2 + 2"));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        var keys = page.Page.Keyboard;
        var cells = page.Page.Locator(".cells > .cell");
        await page.Cell("title").FocusAsync();
        await keys.PressAsync("j");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Shift+Enter");
        await page.ExpectOutputAsync("a", "2");
        await Assertions.Expect(page.Cell("b")).ToBeFocusedAsync();
        await keys.PressAsync("b");
        await Assertions.Expect(cells).ToHaveCountAsync(4);
        await Assertions.Expect(cells.Nth(3)).ToBeFocusedAsync();
        await keys.PressAsync("k");
        await keys.PressAsync("d");
        await keys.PressAsync("d");
        await Assertions.Expect(cells).ToHaveCountAsync(3);
        await keys.PressAsync("z");
        await Assertions.Expect(page.Cell("b")).ToBeVisibleAsync();
        await page.ExpectSavedAsync();
        Assert.Equal(4, (await page.DownloadAsync()).Cells.Length);
    }

    [Fact]
    public async Task TextCell_EditedAndLeft_IsRenderedAnew()
    {
        using var course = new CourseCopy().With("01-first", ("a", "1"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.Cell("title").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Control+a");
        await page.Page.Keyboard.InsertTextAsync("## My own\n\nWith $x^2$ and <b>no html</b>.");
        await page.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Cell("title").Locator("h2")).ToHaveTextAsync("My own");
        await Assertions.Expect(page.Cell("title")).ToContainTextAsync("<b>no html</b>");
        await PageChecks.AssertFormulasTypesetAsync(page.Page);
    }
}
