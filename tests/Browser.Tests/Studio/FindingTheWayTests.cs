using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>The list of sections, the search inside a lesson, and what a lesson looks like that is opened again.</summary>
[Collection(InBrowser.Name)]
public sealed class FindingTheWayTests(ChromiumBrowser browser)
{
    private const string Lesson = "01-why-the-sigmoid";

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task Section_OfALessonOpenedAgain_IsReachedByTheFirstClick_AndMarked(int width, int height)
    {
        using var course = CourseCopy.OfAllLessons();
        await using var studio = await StudioProcess.StartAsync(course);
        await RunAllAsync(studio, Lesson);
        await using var opened = await browser.OpenAsync(studio, width, height);
        var page = await StudioPage.OpenAsync(opened.Page, studio, Lesson);
        var links = page.Page.Locator(".toc .sections a");
        foreach (var index in new[] { await links.CountAsync() - 1, 6, 10 })
        {
            await page.Page.ReloadAsync();
            await page.WaitUntilReadyAsync();
            if (width < 1000) await page.Page.Locator(".toc summary").ClickAsync();
            await links.Nth(index).ClickAsync();
            var aim = await links.Nth(index).GetAttributeAsync("href");
            var place = page.Page.Locator($"[id='{Uri.UnescapeDataString(aim![1..])}']");
            await StandsStillAsync(page.Page);
            var top = await place.EvaluateAsync<double>("heading => heading.getBoundingClientRect().top");
            var isAtTheEnd = await page.Page.EvaluateAsync<bool>("() => innerHeight + scrollY >= document.documentElement.scrollHeight - 2");
            Assert.True(top is > 40 and < 140 || (isAtTheEnd && top < height), $"{aim} stands at {top}");
            if (!isAtTheEnd) await Assertions.Expect(links.Nth(index)).ToHaveAttributeAsync("aria-current", "location");
        }
        opened.AssertQuiet();
    }

    [Fact]
    public async Task Slider_OfALessonOpenedAgain_StandsAsleep_AndWakesWithOneButton()
    {
        using var course = CourseCopy.OfAllLessons();
        await using (var before = await StudioProcess.StartAsync(course)) await RunAllAsync(before, "00-start-here");
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "00-start-here");
        var slider = page.Page.Locator(".live-input input[type=range]").First;
        await Assertions.Expect(slider).ToBeDisabledAsync();
        await Assertions.Expect(page.Page.Locator(".kernel-state")).ToHaveTextAsync("Not started");
        await page.Page.Locator(".asleep button").First.ClickAsync();
        await Assertions.Expect(slider).ToBeEnabledAsync();
        await Assertions.Expect(page.Page.Locator(".asleep")).ToHaveCountAsync(0);
        opened.AssertQuiet();
    }

    [Fact]
    public async Task Cell_ThatNeedsCellsAbove_OffersTheButtonThatRunsThem()
    {
        using var course = new CourseCopy().With("01-first", ("one", "var answer = 42;"), ("two", "answer"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.RunAsync("two");
        await page.Cell("two").Locator(".needs-above button").ClickAsync();
        await page.ExpectOutputAsync("two", "42");
        await Assertions.Expect(page.Cell("two").Locator(".needs-above")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Words_AreFoundInsideTheLesson()
    {
        using var course = new CourseCopy().With("01-first", ("one", "var needle = 1;"), ("two", "var hay = 2;"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.Page.GetByLabel("Find in this lesson").FillAsync("needle");
        await Assertions.Expect(page.Page.Locator(".find li")).ToHaveTextAsync(["var needle = 1; …"]);
        await page.Page.GetByLabel("Find in this lesson").FillAsync("camel");
        await Assertions.Expect(page.Page.Locator(".find li")).ToHaveTextAsync(["Nothing found"]);
        opened.AssertQuiet();
    }

    private async Task RunAllAsync(StudioProcess studio, string lesson)
    {
        await using var first = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(first.Page, studio, lesson);
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("body")).ToHaveAttributeAsync("data-kernel", "busy");
        await Assertions.Expect(page.Page.Locator("body")).ToHaveAttributeAsync("data-kernel", "ready");
        await page.ExpectSavedAsync();
    }

    /// <summary>Waits until nothing on the page has changed its place for half a second.</summary>
    private static Task StandsStillAsync(IPage page) => page.EvaluateAsync(
        """
        async () => {
          let last = -1, since = performance.now();
          while (performance.now() - since < 500) {
            const now = document.documentElement.scrollHeight * 1e6 + scrollY;
            if (now !== last) { last = now; since = performance.now(); }
            await new Promise(requestAnimationFrame);
          }
        }
        """);
}
