using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>The real lessons in the Studio: every one runs from top to bottom without an error.</summary>
[Collection(InBrowser.Name)]
public sealed class CourseInStudioTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task EveryLesson_RunAll_HasNoErrorAndNoStaleCell()
    {
        using var course = CourseCopy.OfAllLessons();
        Assert.NotEmpty(CourseLessons.Names);
        await using var studio = await StudioProcess.StartAsync(course);
        foreach (var name in CourseLessons.Names)
        {
            await using var opened = await browser.OpenAsync(studio.Origin.ToString());
            var page = await StudioPage.OpenAsync(opened.Page, studio, name);
            await page.Page.Locator("[data-do=run-all]").ClickAsync();
            await Assertions.Expect(page.Page.Locator("body")).ToHaveAttributeAsync("data-kernel", "busy");
            await Assertions.Expect(page.Page.Locator("body")).ToHaveAttributeAsync("data-kernel", "ready", new() { Timeout = 120_000 });
            Assert.Empty(await page.Page.Locator(".error-output").AllInnerTextsAsync());
            Assert.Equal(0, await page.Page.Locator(".stale").CountAsync());
            await PageChecks.AssertFormulasTypesetAsync(page.Page);
            opened.AssertQuiet();
        }
    }
}
