using Microsoft.Playwright;

namespace LogRegCourse.Testing;

[Collection(InBrowser.Name)]
public sealed class RobustnessTests(ChromiumBrowser browser)
{
    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task EndlessLoop_Stopped_KeepsVariablesAndGoesOn(Door door)
    {
        using var course = new CourseCopy().With("01-first", ("a", "var kept = 5;"), ("loop", "while (true) { }"), ("after", "kept"));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.RunAsync("a");
        await page.RunAsync("loop");
        await Assertions.Expect(page.Status("loop")).ToHaveTextAsync("running");
        await page.Page.Locator("[data-do=stop]").ClickAsync();
        await Assertions.Expect(page.Cell("loop")).ToHaveAttributeAsync("data-phase", "idle");
        await page.RunAsync("after");
        await page.ExpectOutputAsync("after", "5");
    }

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task DeafCell_Stopped_LosesTheKernelSaysSoAndGoesOn(Door door)
    {
        using var course = new CourseCopy().With("01-first", ("deaf", "Console.WriteLine(\"asleep\"); System.Threading.Thread.Sleep(600_000);"), ("after", "1 + 1"));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.RunAsync("deaf");
        // Before that the cell is being compiled, and can be stopped.
        await page.ExpectOutputAsync("deaf", "asleep");
        await page.Page.Locator("[data-do=stop]").ClickAsync();
        await page.ExpectOutputAsync("deaf", "all variables are lost");
        await page.RunAsync("after");
        await page.ExpectOutputAsync("after", "2");
    }

    [Fact]
    public async Task KernelKilled_CellSaysSo_TextStaysAndNextRunWorks()
    {
        using var course = new CourseCopy().With("01-first", ("loop", "while (true) { }"), ("after", "1 + 1"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.RunAsync("loop");
        await Assertions.Expect(page.Status("loop")).ToHaveTextAsync("running");
        Assert.Single(studio.Kernels()).Kill();
        await page.ExpectOutputAsync("loop", "killed from outside");
        await page.RunAsync("after");
        await page.ExpectOutputAsync("after", "2");
        Assert.Equal("while (true) { }", course.Read("01-first").Cells[1].Source);
    }

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task MillionLines_AreBoundedAndThePageLives(Door door)
    {
        using var course = new CourseCopy().With("01-first", ("flood", "for (var i = 0; i < 1_000_000; i++) Console.WriteLine(\"line \" + i);"), ("after", "1 + 1"));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.RunAsync("flood");
        await page.RunAsync("after");
        await page.ExpectOutputAsync("after", "2");
        Assert.InRange((await page.Output("flood").TextContentAsync())!.Length, 1000, 4_000_000);
        await page.ExpectSavedAsync();
    }

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task CellThatEatsMemory_IsEndedAndThePageLives(Door door)
    {
        using var course = new CourseCopy().With("01-first", ("greedy", "var all = new List<byte[]>();\nwhile (true) all.Add(new byte[50_000_000]);"), ("after", "1 + 1"));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.RunAsync("greedy");
        await page.ExpectOutputAsync("greedy", "OutOfMemoryException");
        await page.RunAsync("after");
        await page.ExpectOutputAsync("after", "2");
    }

    [Fact]
    public async Task StudioKilledWhileSaving_LosesNothing()
    {
        using var course = new CourseCopy().With("01-first", ("a", "1"), ("big", "2"));
        await using var opened = await browser.OpenAsync("http://127.0.0.1:");
        for (var round = 0; round < 3; round++)
        {
            await using var studio = await StudioProcess.StartAsync(course);
            var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
            await page.WriteAsync("a", $"// round {round}");
            await Task.Delay(1000 + 150 * round);
            studio.KillAtOnce();
            // Whatever the moment, the file is a whole notebook; and what the page shows is still there.
            Assert.Equal(3, course.Read("01-first").Cells.Length);
            await Assertions.Expect(page.Cell("a").Locator(".cm-content")).ToHaveTextAsync($"// round {round}");
            await Assertions.Expect(page.Page.Locator(".banner")).ToContainTextAsync("The Studio does not answer");
        }
    }

    [Fact]
    public async Task StoredHtml_IsInAFrameOfItsOwnUntilTheCellIsRun()
    {
        using var course = new CourseCopy().With("01-first", ("html", "HTML(\"<p class='own'>from the run</p>\")"));
        course.StoreOutput("01-first", "html", "text/html", "<p class='own' style='height: 400px'>stored</p><script>parent.document.title = 'owned'</script><img src='http://evil.example/x.png' onerror='parent.document.title = \"owned\"'>"
            + "<meta http-equiv='refresh' content='0;url=http://evil.example/'>");
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.Output("html").ScrollIntoViewIfNeededAsync();
        var frame = page.Output("html").Locator("iframe");
        await Assertions.Expect(frame).ToHaveAttributeAsync("sandbox", "allow-scripts");
        await Assertions.Expect(frame.ContentFrame.Locator(".own")).ToHaveTextAsync("stored");
        await page.Page.WaitForFunctionAsync("document.querySelector('.framed-output > iframe').clientHeight >= 400");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.querySelector('.framed-output > iframe').contentDocument === null"));
        Assert.Equal("0", await frame.ContentFrame.Locator("body").EvaluateAsync<string>("body => String(body.scrollHeight - innerHeight)"));
        Assert.True((await frame.BoundingBoxAsync())!.Height >= 400);
        Assert.DoesNotContain("owned", await page.Page.TitleAsync());
        Assert.Empty(opened.OutsideRequests);
        Assert.Empty(studio.Kernels());
        await page.RunAsync("html");
        await Assertions.Expect(page.Output("html").Locator("p")).ToHaveTextAsync("from the run");
        Assert.Equal(0, await frame.CountAsync());
    }
}
