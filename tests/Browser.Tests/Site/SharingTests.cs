using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>A link that carries changed cells from one reader's browser to another's.</summary>
[Collection(InBrowser.Name)]
public sealed class SharingTests(ChromiumBrowser browser)
{
    private const string Lesson = "01-first";
    private const string Notice = ".notice";

    [Fact]
    public async Task Link_OpensAsACopy_ThatRunsNothingAndLeavesOnesOwnWork()
    {
        using var course = Course();
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var sender = await browser.OpenAsync(site);
        var sent = await StudioPage.OpenAsync(sender.Page, site, Lesson);
        await sent.WriteAsync("a", "Console.WriteLine(\"theirs\");");
        await WriteTextAsync(sent, "title", "# Theirs <img src='https://evil.example/x.png' onerror='document.title=\"owned\"'><script>document.title = 'owned'</script>");
        var link = await ShareAsync(sent);
        Assert.StartsWith($"{site.Origin}{Lesson}.html#cells=", link);

        await using var reader = await browser.OpenAsync(site);
        var mine = await StudioPage.OpenAsync(reader.Page, site, Lesson);
        foreach (var cell in new[] { "a", "b" })
        {
            await mine.WriteAsync(cell, $"// mine {cell}");
            await reader.Page.ExpectKeptAsync($"// mine {cell}");
        }

        var copy = await OpenAsync(reader.Page, link);
        await Assertions.Expect(CopyBanner(copy)).ToContainTextAsync("somebody's copy");
        await ExpectSourceAsync(copy, "a", "Console.WriteLine(\"theirs\");");
        await ExpectSourceAsync(copy, "b", "2");
        await Assertions.Expect(copy.Cell("title")).ToContainTextAsync("<script>");
        await Assertions.Expect(copy.Output("a")).ToBeEmptyAsync();
        Assert.Equal("none", await copy.Page.Locator("body").GetAttributeAsync("data-kernel"));
        await copy.WriteAsync("b", "// written in the copy");
        await PageChecks.AssertFitsWidthAsync(copy.Page);

        // Loaded anew it is the link's copy still; what was written in it was not kept, as it says.
        await copy.Page.ReloadAsync();
        await copy.WaitUntilReadyAsync();
        await ExpectSourceAsync(copy, "b", "2");
        await copy.Page.GetByRole(AriaRole.Button, new() { Name = "Back to mine" }).PressAsync("Enter");
        await Assertions.Expect(CopyBanner(copy)).ToHaveCountAsync(0);
        await mine.WaitUntilReadyAsync();
        await ExpectSourceAsync(mine, "a", "// mine a");
        await ExpectSourceAsync(mine, "b", "// mine b");

        await OpenAsync(reader.Page, link);
        await copy.Page.GetByRole(AriaRole.Button, new() { Name = "Keep these cells as mine" }).ClickAsync();
        await Assertions.Expect(CopyBanner(copy)).ToHaveCountAsync(0);
        await mine.WaitUntilReadyAsync();
        await ExpectSourceAsync(mine, "a", "Console.WriteLine(\"theirs\");");
        await ExpectSourceAsync(mine, "b", "// mine b");
        await reader.Page.GotoAsync($"{site.Origin}index.html#work");
        await reader.Page.Locator(".earlier summary").ClickAsync();
        var earlier = await reader.Page.RunAndWaitForDownloadAsync(() => reader.Page.Locator(".earlier").GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        Assert.Contains("// mine a", await File.ReadAllTextAsync(await earlier.PathAsync()));
        Assert.DoesNotContain("owned", await reader.Page.TitleAsync());
        sender.AssertQuiet();
        reader.AssertQuiet();
    }

    [Fact]
    public async Task ChecksInACopy_AreNotOnesOwnProgress()
    {
        using var course = new CourseCopy().With(Lesson, ("setup", "#r \"bin/LogRegCourse.dll\"\n#r \"bin/LogRegCourse.Checks.dll\"\nusing static LogRegCourse.Checks.Course;"), ("guess", "Predict(\"2.1\", \"lower\")"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.WriteAsync("guess", "Check(\"2.2\", (double z) => z)");
        var link = await ShareAsync(page);
        await using var reader = await browser.OpenAsync(site);
        var copy = await OpenAsync(reader.Page, link);
        await copy.Page.Locator("[data-do=run-all]").ClickAsync();
        await Assertions.Expect(copy.Status("guess")).ToContainTextAsync("cell 2");
        await reader.Page.GotoAsync($"{site.Origin}index.html");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Download all your work" }).ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".said")).ToContainTextAsync("nothing to download yet");
    }

    [Fact]
    public async Task BrokenLinks_AreASentence_AndTheLessonAsItWas()
    {
        using var course = Course().With("02-second", ("a", "0"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.WriteAsync("a", "// mine");
        await opened.Page.ExpectKeptAsync("// mine");
        var link = await ShareAsync(page);
        string[] broken = [link[..^5], $"{site.Origin}{Lesson}.html#cells=hello", $"{site.Origin}{Lesson}.html#cells=%E0", $"{site.Origin}{Lesson}.html#cells="];
        foreach (var (address, sentence) in broken.Select(address => (address, "This link is broken"))
            .Append((await LinkAsync(page, new string('x', 900_000) + new string('y', 900_000)), "more than a lesson's changed cells can be"))
            .Append(($"{site.Origin}{Lesson}.html#cells={new string('A', 9000)}", "more than a lesson's changed cells can be"))
            .Append((await LinkAsync(page, """{"lesson":"01-first","cells":[{"id":"gone","source":"1"}]}"""), "a cell that the lesson does not have, gone"))
            .Append((await LinkAsync(page, """{"cells":7}"""), "does not hold cells of a lesson"))
            .Append((link.Replace(Lesson, "02-second", StringComparison.Ordinal), "of another lesson, 01-first")))
        {
            await OpenAsync(opened.Page, address);
            await Assertions.Expect(CopyBanner(page)).ToContainTextAsync(sentence);
            await ExpectSourceAsync(page, "a", address.Contains(Lesson, StringComparison.Ordinal) ? "// mine" : "0");
            await CopyBanner(page).GetByRole(AriaRole.Button, new() { Name = "Close" }).PressAsync("Enter");
            await Assertions.Expect(CopyBanner(page)).ToHaveCountAsync(0);
            Assert.DoesNotContain("#", opened.Page.Url);
        }
        opened.AssertQuiet();
    }

    [Fact]
    public async Task CellsTooLongForALink_GoAsAFile()
    {
        using var course = Course();
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.ChooseAsync("Share your cells by a link");
        await Assertions.Expect(opened.Page.Locator(Notice)).ToContainTextAsync("changed no cell of this lesson yet");
        await page.WriteAsync("a", "// " + Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20_000)));
        await page.ChooseAsync("Share your cells by a link");
        var dialog = opened.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("too long for a link");
        var file = await opened.Page.RunAndWaitForDownloadAsync(() => dialog.GetByRole(AriaRole.Button, new() { Name = "Download as .ipynb" }).PressAsync("Enter"));
        Assert.Equal($"{Lesson}.ipynb", file.SuggestedFilename);
        opened.AssertQuiet();
    }

    private static CourseCopy Course() => new CourseCopy().With(Lesson, ("a", "1"), ("b", "2"));

    private static ILocator CopyBanner(StudioPage page) => page.Page.Locator(".banner.copy");

    private static Task ExpectSourceAsync(StudioPage page, string cell, string source) => Assertions.Expect(page.Cell(cell).Locator(".cm-content")).ToHaveTextAsync(source);

    private static async Task WriteTextAsync(StudioPage page, string cell, string text)
    {
        await page.Cell(cell).DblClickAsync();
        await page.WriteAsync(cell, text);
        await page.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task<string> ShareAsync(StudioPage page)
    {
        await page.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.ChooseAsync("Share your cells by a link");
        await Assertions.Expect(page.Page.Locator(Notice).Filter(new() { HasText = "nothing was sent anywhere" })).ToHaveCountAsync(1);
        return await page.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    /// <summary>A link as the site makes it, around any text.</summary>
    private static Task<string> LinkAsync(StudioPage page, string text) => page.Page.EvaluateAsync<string>(
        """
        async text => {
          const packed = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate"))).arrayBuffer());
          return `${location.href.split("#")[0]}#cells=${btoa(String.fromCharCode(...packed)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
        }
        """,
        text);

    // From another page: the address of the same one with another fragment loads nothing.
    private static async Task<StudioPage> OpenAsync(IPage page, string link)
    {
        await page.GotoAsync("about:blank");
        await page.GotoAsync(link);
        var opened = new StudioPage(page);
        await opened.WaitUntilReadyAsync();
        return opened;
    }
}
