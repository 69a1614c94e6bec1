using System.Text.Json;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>A figure as a reader meets it: its code out of the way, its numbers within reach, its labels readable.</summary>
[Collection(InBrowser.Name)]
public sealed class FigureTests(ChromiumBrowser browser)
{
    private const string Lesson = "01-why-the-sigmoid";

    [Fact]
    public async Task CodeThatDraws_IsFoldedUntilOpened_AndTheChoiceIsRemembered()
    {
        using var course = CourseCopy.OfAllLessons();
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, Lesson);
        var folds = page.Page.Locator(".cell:not(#cell-setup):not(#cell-drawing) details.setup");
        var all = await folds.CountAsync();
        Assert.True(all > 0);
        await Assertions.Expect(page.Page.Locator("details.setup[open]")).ToHaveCountAsync(0);
        await folds.First.Locator("summary").ClickAsync();
        await page.Page.ReloadAsync();
        await page.WaitUntilReadyAsync();
        await Assertions.Expect(page.Page.Locator("details.setup[open]")).ToHaveCountAsync(1);
        await page.Page.Locator("[data-do=menu]").ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show the code of figures" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("details.setup[open]")).ToHaveCountAsync(all);
        opened.AssertQuiet();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Figure_IsSavedAsPictureDrawingAndNumbers_AndItsLabelsCanBeRead(bool dark)
    {
        using var course = new CourseCopy().With("01-first", ("chart", "1"));
        course.StoreOutput("01-first", "chart", "application/vnd.plotly.v1+json",
            JsonSerializer.Serialize(new { data = new[] { new { type = "scatter", mode = "lines", name = "σ, \"S\"", x = new[] { 0, 1, 2 }, y = new[] { 0.5, -0.25, -1 } } }, layout = new { title = new { text = "The S" }, height = 400 } }));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio, dark: dark);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        var chart = page.Output("chart").Locator(".chart");
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-drawn", "true");
        Assert.Equal("\"σ, \"\"S\"\": x\",\"σ, \"\"S\"\": y\"\n0,0.5\n1,-0.25\n2,-1\n", await SavedAsync(page, chart, "CSV", "the-s.csv"));
        Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(await SavedAsync(page, chart, "SVG", "the-s.svg")).Root!.Name.LocalName);
        Assert.StartsWith("\uFFFDPNG", await SavedAsync(page, chart, "PNG", "the-s.png"));

        await chart.ScrollIntoViewIfNeededAsync();
        var middle = await chart.Locator(".chart-plot").EvaluateAsync<float[]>(
            "plot => { const { xaxis, yaxis } = plot._fullLayout, box = plot.getBoundingClientRect(); return [box.left + xaxis._offset + xaxis.d2p(1), box.top + yaxis._offset + yaxis.d2p(-0.25)]; }");
        await page.Page.Mouse.MoveAsync(middle[0], middle[1], new() { Steps = 3 });
        var label = chart.Locator(".hoverlayer .hovertext");
        await Assertions.Expect(label).ToHaveCountAsync(1);
        var colours = await label.EvaluateAsync<string[]>("label => [getComputedStyle(label.querySelector('path')).fill, getComputedStyle(label.querySelector('text')).fill]");
        Assert.True(Contrast(colours[0], colours[1]) >= 4.5, $"{colours[1]} on {colours[0]}");
    }

    private static async Task<string> SavedAsync(StudioPage page, ILocator chart, string kind, string name)
    {
        var download = await page.Page.RunAndWaitForDownloadAsync(() => chart.GetByRole(AriaRole.Button, new() { Name = kind }).ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    /// <summary>The contrast of two colours by WCAG 2, from 1 to 21.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string rgb)
    {
        var parts = rgb[(rgb.IndexOf('(') + 1)..rgb.IndexOf(')')].Split(',').Take(3).Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture) / 255)
            .Select(part => part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
