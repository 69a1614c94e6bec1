using LogRegCourse.Testing;
using Microsoft.Playwright;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>The Studio, used as a student does: a lesson is opened in the browser, run from top to bottom, and saved.</summary>
public sealed class StudioDoor : Door
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly ChromiumBrowser _browser = new();
    private readonly CourseCopy _course = CourseCopy.OfAllLessons();
    private readonly Lazy<Task<StudioProcess>> _studio;

    public StudioDoor() => _studio = new(StartAsync);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_studio.IsValueCreated) await (await _studio.Value).DisposeAsync();
        await _browser.DisposeAsync();
        _course.Dispose();
    }

    protected override async Task<string> RunAsync(string lesson)
    {
        var studio = await _studio.Value;
        await using var opened = await _browser.OpenAsync(studio.Origin.ToString());
        var page = await StudioPage.OpenAsync(opened.Page, studio, lesson);
        var body = page.Page.Locator("body");
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await Assertions.Expect(body).ToHaveAttributeAsync("data-kernel", "busy");
        await Assertions.Expect(body).ToHaveAttributeAsync("data-kernel", "ready", new() { Timeout = (float)Limit.TotalMilliseconds });
        Assert.Equal(0, await page.Page.Locator(".stale").CountAsync());
        await PageChecks.AssertFormulasTypesetAsync(page.Page);
        opened.AssertQuiet();
        await page.Page.Keyboard.PressAsync("Control+s");
        await page.ExpectSavedAsync();
        return _course.PathOf(lesson);
    }

    private async Task<StudioProcess> StartAsync()
    {
        await _browser.InitializeAsync();
        return await StudioProcess.StartAsync(_course);
    }
}
