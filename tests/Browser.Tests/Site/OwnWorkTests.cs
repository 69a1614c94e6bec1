using System.IO.Compression;
using System.Text;
using LogRegCourse.Studio.Notebooks;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>What a reader has on the contents page: notebooks from the disk, and a copy of everything, out and in.</summary>
[Collection(InBrowser.Name)]
public sealed class OwnWorkTests(ChromiumBrowser browser) : IDisposable
{
    private const string Lesson = "01-first";

    private readonly TempFolder _disk = new();

    [Fact]
    public async Task NotebookFromTheDisk_IsOpenedNotRun_KeptListedDownloadedAndRemoved()
    {
        using var course = new CourseCopy().With(Lesson, ("a", "1"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site, width: 390, height: 844, dark: true);
        await GoToContentsAsync(opened.Page, site);
        await ChooseAsync(opened.Page, "Open a notebook …", OwnNotebook("My notes.ipynb"));
        await opened.Page.WaitForURLAsync("**/own.html?name=My%20notes");
        var page = new StudioPage(opened.Page);
        await page.WaitUntilReadyAsync();
        await Assertions.Expect(page.Output("html").Locator("iframe").ContentFrame.Locator("p")).ToHaveTextAsync("stored");
        Assert.DoesNotContain("owned", await opened.Page.TitleAsync());
        Assert.Equal("none", await opened.Page.Locator("body").GetAttributeAsync("data-kernel"));
        await page.WriteAsync("sum", "40 + 2");
        await page.RunAsync("sum");
        await page.ExpectOutputAsync("sum", "42");
        await page.ExpectSavedAsync();
        // The output, too: it comes after the text.
        await opened.Page.ExpectKeptAsync("\"42\"");
        await PageChecks.AssertFitsWidthAsync(opened.Page);
        await Screenshots.KeepAsync(opened.Page, "site-own-notebook-390-dark");
        Assert.Equal("My notes.ipynb", (await opened.Page.RunAndWaitForDownloadAsync(() => page.ChooseAsync("Download as .ipynb"))).SuggestedFilename);
        Assert.Equal(0, await opened.Page.GetByText("Reset the whole lesson").CountAsync());

        await GoToContentsAsync(opened.Page, site);
        var file = await opened.Page.RunAndWaitForDownloadAsync(() => opened.Page.GetByRole(AriaRole.Button, new() { Name = "Download My notes" }).PressAsync("Enter"));
        var notebook = NotebookReader.ReadFile(await file.PathAsync());
        Assert.Equal("40 + 2", notebook.Cells[1].Source);
        Assert.Single(((CodeCell)notebook.Cells[1]).Outputs);
        await Screenshots.KeepAsync(opened.Page, "site-own-work-390-dark");
        opened.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Remove My notes" }).ClickAsync();
        await Assertions.Expect(opened.Page.Locator(".kept a")).ToHaveCountAsync(0);
        await opened.Page.GotoAsync($"{site.Origin}own.html?name=My%20notes");
        await Assertions.Expect(opened.Page.Locator("main")).ToContainTextAsync("There is no such notebook in this browser");
        Assert.Empty(opened.OutsideRequests);
        // The browser says what of the notebook it has blocked while it was cleaned, and nothing else.
        Assert.All(opened.ConsoleErrors, error => Assert.StartsWith("Executing inline event handler violates", error));
    }

    [Fact]
    public async Task FilesDropped_AreKept_AndWhatIsNoNotebookSaysWhy()
    {
        using var course = new CourseCopy().With(Lesson, ("a", "1"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        await GoToContentsAsync(opened.Page, site);
        await opened.Page.EvaluateAsync(
            """
            text => {
              const files = new DataTransfer();
              files.items.add(new File([text], "..\\a:b.ipynb"));
              files.items.add(new File([text], "a_b.ipynb"));
              files.items.add(new File([text.replace("sum", "other")], "....ipynb"));
              files.items.add(new File(["{}"], "x.ipynb"));
              files.items.add(new File(["MZ"], "y.exe"));
              document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
            }
            """,
            await File.ReadAllTextAsync(OwnNotebook("any.ipynb")));
        var said = opened.Page.Locator(".said");
        await Assertions.Expect(said).ToContainTextAsync("x.ipynb is JSON but not a notebook: it does not say its nbformat version.");
        await Assertions.Expect(said).ToContainTextAsync("y.exe is not JSON");
        await Assertions.Expect(said).ToContainTextAsync("Nothing of it has run.");
        await Assertions.Expect(opened.Page.Locator(".kept a")).ToHaveTextAsync([".._a_b", "a_b", "notebook"]);
        Assert.EndsWith("index.html", opened.Page.Url);
        opened.AssertQuiet();
    }

    [Fact]
    public async Task AllOfOnesWork_GoesToAnotherBrowser_AndReplacesNothingUnasked()
    {
        using var course = new CourseCopy().With(Lesson, ("setup", "#r \"bin/LogRegCourse.dll\"\n#r \"bin/LogRegCourse.Checks.dll\"\nusing static LogRegCourse.Checks.Course;"), ("a", "1"), ("check-2-2", "Check(\"2.2\", (double z) => z)")).With("02-second", ("a", "2"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var here = await browser.OpenAsync(site);
        await GoToContentsAsync(here.Page, site);
        await ChooseAsync(here.Page, "Open a notebook …", OwnNotebook("My notes.ipynb"));
        await here.Page.WaitForURLAsync("**/own.html*");
        var page = await StudioPage.OpenAsync(here.Page, site, Lesson);
        await page.WriteAsync("a", "// from the other browser");
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await Assertions.Expect(page.Status("check-2-2")).ToContainTextAsync("cell");
        await page.ExpectSavedAsync();
        await GoToContentsAsync(here.Page, site);
        var zip = await DownloadAllAsync(here.Page);
        using (var archive = ZipFile.OpenRead(zip)) Assert.Equal(["lessons/01-first.ipynb", "own/My notes.ipynb", "progress.json"], archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));

        await using var there = await browser.OpenAsync(site);
        var other = await StudioPage.OpenAsync(there.Page, site, Lesson);
        await other.WriteAsync("a", "// mine");
        await there.Page.ExpectKeptAsync("// mine");
        var second = new StudioPage(await there.AnotherAsync(site.Origin.ToString()));
        await second.Page.GotoAsync($"{site.Origin}index.html");
        var said = second.Page.Locator(".said");
        var asked = "";
        var takes = false;
        second.Page.Dialog += async (_, dialog) =>
        {
            asked = dialog.Message;
            await (takes ? dialog.AcceptAsync() : dialog.DismissAsync());
        };
        await ChooseAsync(second.Page, "Restore a copy …", zip);
        await Assertions.Expect(said).ToHaveTextAsync("Nothing was restored.");
        Assert.Contains($"what you have of: Lesson {Lesson}", asked);
        Assert.Equal(0, await second.Page.Locator(".kept a").CountAsync());
        takes = true;
        await ChooseAsync(second.Page, "Restore a copy …", zip);
        await Assertions.Expect(said).ToContainTextAsync("Restored: My notes, Lesson 01-first, with your progress.");
        await Assertions.Expect(second.Page.Locator(".kept a")).ToHaveTextAsync(["My notes"]);
        // The page that had the lesson open follows.
        await Assertions.Expect(other.Cell("a").Locator(".cm-content")).ToHaveTextAsync("// from the other browser");
        await second.Page.Locator(".earlier summary").ClickAsync();
        var earlier = await second.Page.RunAndWaitForDownloadAsync(() => second.Page.Locator(".earlier").GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        Assert.Contains("// mine", await File.ReadAllTextAsync(await earlier.PathAsync()));
        await ChooseAsync(second.Page, "Restore a copy …", zip);
        await Assertions.Expect(said).ToHaveTextAsync("Everything in this copy is here already.");
        here.AssertQuiet();
        there.AssertQuiet();
    }

    [Fact]
    public async Task HostileZips_AreASentence_AndChangeNothing()
    {
        using var course = new CourseCopy().With(Lesson, ("a", "1"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        await GoToContentsAsync(opened.Page, site);
        var notebook = await File.ReadAllTextAsync(OwnNotebook("any.ipynb"));
        var said = opened.Page.Locator(".said");
        foreach (var (zip, sentence) in new[]
        {
            (OnDisk("no.zip", "PK no zip"u8.ToArray()), "is not a zip"),
            (Zip("other.zip", ("../../evil.ipynb", notebook), ("lessons/../x.ipynb", notebook)), "holds no work of this course"),
            (Zip("unknown.zip", ("lessons/99-unknown.ipynb", notebook)), "99-unknown is no lesson of this course."),
            (Zip("bomb.zip", [.. Enumerable.Range(0, 5).Select(i => ($"own/{i}.ipynb", new string(' ', 60_000_000)))]), "unpacks to more than 256 MB"),
        })
        {
            await ChooseAsync(opened.Page, "Restore a copy …", zip);
            await Assertions.Expect(said).ToContainTextAsync(sentence);
            Assert.Equal(0, await opened.Page.Locator(".kept a").CountAsync());
        }
        await ChooseAsync(opened.Page, "Restore a copy …", Zip("some.zip", ("own/kept.ipynb", notebook), ("own/..\\evil.ipynb", notebook)));
        await Assertions.Expect(said).ToContainTextAsync("Left out: own/..\\evil.ipynb");
        await Assertions.Expect(opened.Page.Locator(".kept a")).ToHaveTextAsync(["kept"]);
        opened.AssertQuiet();
    }

    public void Dispose() => _disk.Dispose();

    private static async Task GoToContentsAsync(IPage page, LiveSiteHost site)
    {
        await page.GotoAsync($"{site.Origin}index.html");
        await page.Locator(".work h2").WaitForAsync();
    }

    private static async Task ChooseAsync(IPage page, string button, string file)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).PressAsync("Enter"));
        await chooser.SetFilesAsync(file);
    }

    private async Task<string> DownloadAllAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download all your work" }).ClickAsync());
        Assert.Matches(@"^logregcourse-work-\d{4}-\d{2}-\d{2}\.zip$", download.SuggestedFilename);
        var path = Path.Combine(_disk.Path, download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return path;
    }

    private string OwnNotebook(string name)
    {
        var none = System.Text.Json.JsonElement.Parse("{}");
        var html = new DisplayOutput(MimeBundle.Of([KeyValuePair.Create("text/html", System.Text.Json.JsonSerializer.SerializeToElement("<p>stored</p><script>parent.document.title = 'owned'</script><img src='https://evil.example/x.png' onerror='parent.document.title = \"owned\"'>"))]), none);
        return OnDisk(name, Encoding.UTF8.GetBytes(NotebookWriter.Write(new Notebook([new MarkdownCell("title", "# My notes", none), new CodeCell("sum", "1 + 1", none), new CodeCell("html", "2", none) { Outputs = [html] }], none))));
    }

    private string Zip(string name, params (string Path, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var into = new StreamWriter(zip.CreateEntry(path).Open());
                into.Write(text);
            }
        }
        return OnDisk(name, bytes.ToArray());
    }

    private string OnDisk(string name, byte[] bytes)
    {
        var path = Path.Combine(_disk.Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
