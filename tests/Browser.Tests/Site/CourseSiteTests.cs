using System.Diagnostics;

namespace LogRegCourse.Testing;

/// <summary>The real course, exported as a student exports it: every page, with the network shut.</summary>
[Collection(InBrowser.Name)]
public sealed class CourseSiteTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task EveryPage_OfTheRealSite_ShowsItsChartsAndFormulas()
    {
        var folder = Directory.CreateTempSubdirectory("logregcourse-export").FullName;
        try
        {
            await ExportAsync(folder);
            var pages = Directory.GetFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(CourseLessons.Names.Count + 1, pages.Count);
            foreach (var page in pages) await AssertPageAsync(page);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ExportAsync(string folder)
    {
        using var export = Process.Start(new ProcessStartInfo("dotnet", [StudioProcess.Program, "export", "--out", folder])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(export.StandardOutput.ReadToEndAsync(), export.StandardError.ReadToEndAsync());
        await export.WaitForExitAsync();
        Assert.True(export.ExitCode == 0, string.Concat(said));
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
        opened.AssertQuiet();
    }
}
