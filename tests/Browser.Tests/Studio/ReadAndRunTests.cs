using LogRegCourse.Studio.Notebooks;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

[Collection(InBrowser.Name)]
public sealed class ReadAndRunTests(ChromiumBrowser browser)
{
    private const string ChartSource =
        """
        var xs = Enumerable.Range(-40, 81).Select(i => i / 10.0).ToArray();
        Chart.Line<double, double, string>(xs, xs.Select(Sigmoid), Name: "σ(z)").WithSize(750, 400)
        """;

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task Lesson_EditedAndRun_ShowsOutputAndIsSaved(Door door)
    {
        using var course = new CourseCopy().With("01-first", ("one", "1 + 1"), ("two", "Console.WriteLine(\"hello\");"));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("Lesson 01-first");
        await PageChecks.AssertFormulasTypesetAsync(page.Page);
        Assert.Equal("", await page.Output("one").InnerTextAsync());

        // A page just opened: from the title to the first cell, without a click.
        await page.Page.Keyboard.PressAsync("Shift+Enter");
        await page.Page.Keyboard.PressAsync("Shift+Enter");
        await page.ExpectOutputAsync("one", "2");

        await page.WriteAsync("one", "var answer = 6 * 7; answer");
        await page.Page.Keyboard.PressAsync("Shift+Enter");
        await page.ExpectOutputAsync("one", "42");
        await page.RunAsync("two");
        await page.ExpectOutputAsync("two", "hello");
        await page.ExpectSavedAsync();

        var saved = await page.DownloadAsync();
        Assert.Equal("var answer = 6 * 7; answer", saved.Cells[1].Source);
        Assert.NotEmpty(Assert.IsType<CodeCell>(saved.Cells[1]).Outputs);
        opened.AssertQuiet();
    }

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task ChartCell_Run_DrawsMarks(Door door)
    {
        using var course = new CourseCopy().With("01-first", ("setup", CourseCopy.Setup), ("chart", ChartSource));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await Assertions.Expect(page.Output("chart").Locator(".chart")).ToHaveCountAsync(1);
        Assert.True(await ChartMarks.CountAsync(page.Output("chart").Locator(".chart")) > 0);
        await Screenshots.KeepAsync(page.Page, "studio-chart");
        opened.AssertQuiet();
    }

    [Fact]
    public async Task StoredCharts_OfEveryKind_AreDrawnUnderTheStrictPolicy()
    {
        var figures = new[] { SampleLessons.Line, SampleLessons.Bars, SampleLessons.Heat, SampleLessons.Contour, SampleLessons.Surface };
        using var course = new CourseCopy().With("01-first", [.. figures.Select((_, index) => ($"chart-{index}", "1"))]);
        foreach (var (index, figure) in figures.Index()) course.StoreOutput("01-first", $"chart-{index}", MimeBundle.Plotly, figure);
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        for (var index = 0; index < figures.Length; index++)
            Assert.True(await ChartMarks.CountAsync(page.Output($"chart-{index}").Locator(".chart")) > 0, $"chart {index} is blank");
        Assert.Empty(studio.Kernels());
        opened.AssertQuiet();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task NumberOfThreeSigns_LeavesSpaceBeforeTheTitle(int width)
    {
        using var course = new CourseCopy().With("12b-where", ("one", "1"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        await opened.Page.SetViewportSizeAsync(width, 800);
        await opened.Page.GotoAsync(studio.AddressWithToken);
        await Assertions.Expect(opened.Page.Locator(".lessons .number")).ToHaveTextAsync("12b");
        // As wide as its signs are, which may be wider than the column.
        var space = await opened.Page.EvaluateAsync<double>(
            """
            () => {
              const signs = document.createRange();
              signs.selectNodeContents(document.querySelector(".lessons .number"));
              return document.querySelector(".lessons h2").getBoundingClientRect().left - signs.getBoundingClientRect().right;
            }
            """);
        Assert.InRange(space, 8, 40);
    }

    [Fact]
    public async Task ContentsPage_ListsLessonsAndFindsWords()
    {
        using var course = new CourseCopy().With("01-first", ("one", "var needle = 1;")).With("02-second", ("one", "2"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        await opened.Page.GotoAsync(studio.AddressWithToken);
        await Assertions.Expect(opened.Page.Locator(".lessons h2")).ToHaveTextAsync(["Lesson 01-first", "Lesson 02-second"]);
        Assert.DoesNotContain("token", opened.Page.Url);
        await opened.Page.GetByLabel("Search all lessons").FillAsync("needle");
        await opened.Page.Locator(".hits a").First.ClickAsync();
        Assert.Contains("/lessons/01-first#cell-one", opened.Page.Url);
        await Screenshots.KeepAsync(opened.Page, "studio-lesson");
        opened.AssertQuiet();
    }
}
