using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using LogRegCourse.App.Export;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>axe-core finds nothing on any kind of page, in light and dark, wide and narrow.</summary>
[Collection(InBrowser.Name)]
public sealed class AccessibilityTests(ChromiumBrowser browser)
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(360, true)]
    public async Task SitePages_HaveNoViolation(int width, bool dark)
    {
        var folder = Directory.CreateTempSubdirectory("logregcourse-site").FullName;
        try
        {
            SiteWriter.Write([("01-why-the-sigmoid", SampleLessons.Everything)], folder);
            await using var opened = await browser.OpenAsync(width: width, dark: dark);
            foreach (var page in new[] { "index.html", "01-why-the-sigmoid.html" })
            {
                await opened.Page.GotoAsync(new Uri(Path.Combine(folder, page)).AbsoluteUri);
                await AssertSoundAsync(opened.Page);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(360, true)]
    public async Task StudioPages_HaveNoViolation_AndFitTheScreen(int width, bool dark)
    {
        using var course = new CourseCopy().With(
            "01-first",
            ("one", "Console.WriteLine(\"printed\"); new[] { 1, 2 }"),
            ("wrong", "throw new Exception(\"on purpose\");"),
            ("check-1-1", "1"),
            ("long", "var aVeryLongLine = Enumerable.Range(0, 100).Select(i => i * i).Where(i => i % 2 == 0).ToArray();"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio, width: width, dark: dark);
        await opened.Page.GotoAsync(studio.AddressWithToken);
        await opened.Page.Locator(".lessons").WaitForAsync();
        await AssertSoundAsync(opened.Page);
        await Screenshots.KeepAsync(opened.Page, $"studio-contents-{width}");

        await opened.Page.Locator(".lessons a").First.ClickAsync();
        var page = new StudioPage(opened.Page);
        await page.WaitUntilReadyAsync();
        await page.RunAsync("one");
        await page.ExpectOutputAsync("one", "printed");
        await page.RunAsync("wrong");
        await page.ExpectOutputAsync("wrong", "on purpose");
        await AssertSoundAsync(opened.Page);
        await opened.Page.Locator("[data-do=menu]").ClickAsync();
        await AssertSoundAsync(opened.Page);
        await Screenshots.KeepAsync(opened.Page, $"studio-lesson-{width}");
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task OnesOwnWork_AndACopy_HaveNoViolation(int width, bool dark)
    {
        using var course = new CourseCopy().With("01-first", ("a", "1"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site, width: width, dark: dark);
        // With a clipboard the page only says that the link is there.
        await opened.Page.AddInitScriptAsync("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))");
        var page = await StudioPage.OpenAsync(opened.Page, site, "01-first");
        await page.WriteAsync("a", "// changed");
        await page.ChooseAsync("Share your cells by a link");
        var link = await opened.Page.GetByRole(AriaRole.Dialog).Locator("input").InputValueAsync();
        await AssertSoundAsync(opened.Page);
        await Screenshots.KeepAsync(opened.Page, $"site-share-{width}");
        await opened.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.WriteAsync("a", "// changed again");
        await opened.Page.ExpectKeptAsync("// changed again");
        await opened.Page.GotoAsync("about:blank");
        await opened.Page.GotoAsync(link);
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Keep these cells as mine" }).WaitForAsync();
        await AssertSoundAsync(opened.Page);
        await Screenshots.KeepAsync(opened.Page, $"site-copy-{width}");
        await page.Page.Keyboard.PressAsync("Tab");
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Keep these cells as mine" }).PressAsync("Enter");
        await Assertions.Expect(opened.Page.Locator(".banner.copy")).ToHaveCountAsync(0);
        await opened.Page.GotoAsync($"{site.Origin}index.html#work");
        await opened.Page.Locator(".work h2").WaitForAsync();
        await opened.Page.Locator(".earlier summary").PressAsync("Enter");
        await opened.Page.Locator(".earlier li").WaitForAsync();
        await AssertSoundAsync(opened.Page);
        await Screenshots.KeepAsync(opened.Page, $"site-work-{width}");
    }

    private static async Task AssertSoundAsync(IPage page)
    {
        await PageChecks.AssertFitsWidthAsync(page);
        var found = await page.RunAxe(new AxeRunOptions
        {
            ResultTypes = [ResultType.Violations],
            // A header that is a formula holds MathML, which screen readers read and this rule does not.
            Rules = new() { ["empty-table-header"] = new RuleOptions { Enabled = false } },
        });
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
    }
}
