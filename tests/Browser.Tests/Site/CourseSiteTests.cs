namespace LogRegCourse.Testing;

/// <summary>The real site opened as files, with the network shut: every page can be read.</summary>
[Collection(InBrowser.Name)]
public sealed class CourseSiteTests(ChromiumBrowser browser, ExportedCourse course)
{
    [Fact]
    public async Task EveryPage_OfTheRealSite_ShowsItsChartsAndFormulas()
    {
        await course.WriteAsync();
        var pages = Directory.GetFiles(course.Folder, "*.html").Order(StringComparer.Ordinal).ToList();
        // The lessons, the contents, and the page of a notebook of one's own.
        Assert.Equal(CourseLessons.Names.Count + 2, pages.Count);
        foreach (var page in pages) await AssertPageAsync(page);
    }

    private async Task AssertPageAsync(string path)
    {
        await using var opened = await browser.OpenAsync();
        await opened.Page.GotoAsync(new Uri(path).AbsoluteUri);
        var name = Path.GetFileName(path);
        foreach (var (index, chart) in (await opened.Page.Locator(".chart").AllAsync()).Index())
            Assert.True(await ChartMarks.CountAsync(chart) > 0, $"{name}: chart {index + 1} is blank");
        await PageChecks.AssertFormulasTypesetAsync(opened.Page);
        await PageChecks.AssertFitsWidthAsync(opened.Page);
        Assert.Empty(opened.OutsideRequests);
        // Browsers load no modules of pages that are opened as files, and say so; the page does too.
        Assert.DoesNotContain(opened.ConsoleErrors, said => !said.Contains("file:", StringComparison.Ordinal) && said != "Failed to load resource: net::ERR_FAILED");
    }
}
