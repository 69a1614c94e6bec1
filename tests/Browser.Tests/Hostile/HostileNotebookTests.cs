using LogRegCourse.App.Export;
using LogRegCourse.Studio.Notebooks;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>A hostile notebook at every door, as it is opened and after it has run: no script of its own acts on the page,
/// nothing is asked of another machine, and the page works.</summary>
[Collection(InBrowser.Name)]
public sealed class HostileNotebookTests(ChromiumBrowser browser)
{
    [Fact]
    public void Notebook_HasManyWays() => Assert.True(HostileNotebook.Count >= 90);

    [Fact]
    public async Task StudioAndDownloadedPage_StayTheirOwn()
    {
        using var course = Course();
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, HostileNotebook.Name);
        await LookAtAllAsync(opened);
        await AssertOwnAsync(opened);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Hint" }).ClickAsync();
        await page.RunAsync("live");
        await Assertions.Expect(page.Page.Locator(".notice").First).ToContainTextAsync("until you say above that it may");
        Assert.Empty(studio.Kernels());
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Let this notebook run" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".banner")).ToBeHiddenAsync();
        await RunAllAsync(page);
        await AssertOwnAsync(opened);
        Assert.False(File.Exists(Path.Combine(course.Notebooks, "ran")), "the setup cell ran by itself");

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.ChooseAsync("Download as .html"));
        var file = Path.Combine(course.Root, "alone.html");
        await download.SaveAsAsync(file);
        await LookAtFileAsync(file);
    }

    [Fact]
    public async Task PagesToRead_StayTheirOwn()
    {
        using var folder = new TempFolder();
        SiteWriter.Write([(HostileNotebook.Name, HostileNotebook.Stored)], folder.Path);
        await LookAtFileAsync(Path.Combine(folder.Path, HostileNotebook.Name + ".html"));
    }

    [Fact]
    public async Task PagesThatRunInTheBrowser_StayTheirOwn()
    {
        using var course = Course();
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var page = await StudioPage.OpenAsync(opened.Page, site, HostileNotebook.Name);
        await LookAtAllAsync(opened);
        await AssertOwnAsync(opened);
        await RunAllAsync(page);
        await AssertOwnAsync(opened);
    }

    private static CourseCopy Course()
    {
        var course = new CourseCopy();
        NotebookWriter.WriteFile(course.PathOf(HostileNotebook.Name), HostileNotebook.Stored);
        return course;
    }

    private static async Task RunAllAsync(StudioPage page)
    {
        await page.RunAsync("live");
        await Assertions.Expect(page.Output("live")).ToContainTextAsync("the last of them");
        await Assertions.Expect(page.Cell("live")).ToHaveAttributeAsync("data-phase", "idle");
        await LookAtAllAsync(page.Page);
    }

    private async Task LookAtFileAsync(string file)
    {
        await using var opened = await browser.OpenAsync();
        await opened.Page.GotoAsync(new Uri(file).AbsoluteUri);
        await LookAtAllAsync(opened);
        await AssertOwnAsync(opened);
    }

    private static Task LookAtAllAsync(WatchedPage opened) => LookAtAllAsync(opened.Page);

    // Frames and figures are made when they come near the screen; what acts by itself then has a moment to do so.
    private static async Task LookAtAllAsync(IPage page)
    {
        await page.EvaluateAsync(
            """
            async () => {
              const rest = ms => new Promise(done => setTimeout(done, ms));
              for (let y = 0; y < document.documentElement.scrollHeight; y += 1500) { scrollTo(0, y); await rest(20); }
              for (let i = 0; i < 200 && document.querySelector(".framed-output > iframe:not([style])"); i++) await rest(50);
              for (const pressed of document.querySelectorAll(".html-output a:not([href^=http]), .html-output summary")) pressed.click();
              await rest(300);
            }
            """);
    }

    private static async Task AssertOwnAsync(WatchedPage opened)
    {
        var page = opened.Page;
        var wrong = await page.EvaluateAsync<string[]>(
            """
            () => {
              const wrong = [];
              if (globalThis.owned || document.title === "owned") wrong.push("a script ran");
              for (const name of ["exports", "module", "define"]) if (name in globalThis) wrong.push(`${name} is taken`);
              for (const name of ["katex", "Plotly", "figures", "takeAway", "typeset", "DOMPurify"]) if (globalThis[name] instanceof Node) wrong.push(`${name} is taken`);
              for (const name of ["currentScript", "body", "head", "querySelector"]) if (document[name] !== Reflect.get(Document.prototype, name, document)) wrong.push(`document.${name} is taken`);
              for (const shown of document.querySelectorAll(".html-output *, .prose *, .latex-output *")) {
                if (shown.matches("script, iframe, object, embed, form, meta, base, link, .html-output style, template, video, audio")) wrong.push(shown.outerHTML);
                for (const { name, value } of shown.attributes)
                  if (name.startsWith("on") || (name === "id" && !value.includes("-")) || name === "name" || /^\s*(java|vb)script:|^data:text/i.test(value)) wrong.push(shown.outerHTML);
              }
              for (const frame of document.querySelectorAll("iframe")) if (String(frame.sandbox) !== "allow-scripts") wrong.push(frame.outerHTML.slice(0, 100));
              if (!document.querySelector(".chart")) wrong.push("no chart");
              if (!document.querySelector(".take-away, .katex")) wrong.push("the page's scripts do nothing");
              return wrong;
            }
            """);
        Assert.Empty(wrong);
        Assert.Empty(opened.OutsideRequests);
        Assert.Single(page.Context.Pages);
        Assert.True(await ChartMarks.CountAsync(page.Locator("#cell-said .chart")) > 0, "the figure is not drawn");
    }
}
