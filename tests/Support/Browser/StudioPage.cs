using LogRegCourse.Studio.Notebooks;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>A lesson page of the Studio in the browser, in the words of somebody who uses it.</summary>
internal sealed class StudioPage(IPage page)
{
    public IPage Page => page;

    public static async Task<StudioPage> OpenAsync(IPage page, IDoor door, string lesson)
    {
        await door.GoToLessonAsync(page, lesson);
        var opened = new StudioPage(page);
        await opened.WaitUntilReadyAsync();
        return opened;
    }

    public Task WaitUntilReadyAsync() => Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-ready", "true");

    public ILocator Cell(string id) => page.Locator($"#cell-{id}");

    public ILocator Output(string id) => Cell(id).Locator(".outputs");

    public ILocator Status(string id) => Cell(id).Locator(".cell-status");

    public async Task WriteAsync(string id, string source)
    {
        await Cell(id).Locator(".cm-content").ClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync(source);
    }

    public async Task RunAsync(string id)
    {
        await Cell(id).Locator(".run-button").ClickAsync();
    }

    public Task ExpectOutputAsync(string id, string text) =>
        Assertions.Expect(Output(id)).ToContainTextAsync(text);

    public async Task ChooseAsync(string entry)
    {
        await page.Locator("[data-do=menu]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = entry, Exact = true }).ClickAsync();
    }

    /// <summary>The notebook as the page gives it to be kept.</summary>
    public async Task<Notebook> DownloadAsync()
    {
        var download = await page.RunAndWaitForDownloadAsync(() => ChooseAsync("Download as .ipynb"));
        return NotebookReader.ReadFile(await download.PathAsync());
    }

    public Task ExpectSavedAsync() => Assertions.Expect(page.Locator(".save-state")).ToHaveTextAsync("Saved");
}
