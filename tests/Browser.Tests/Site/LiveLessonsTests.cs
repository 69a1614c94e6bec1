using LogRegCourse.Studio.Notebooks;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>The real lessons on the exported site: run from top to bottom in the page's worker, each cell gives what it
/// gave when the export ran it.</summary>
[Collection(InBrowser.Name)]
public sealed class LiveLessonsTests(ChromiumBrowser browser, ExportedCourse course)
{
    private const int AtATime = 2;
    private const float PatienceMilliseconds = 400_000;

    /// <summary>Few for a student's `dotnet test`; in CI all; those that an author chooses by their numbers.</summary>
    private static IEnumerable<string> Lessons => CourseLessons.Names.Where(name => ChosenLessons.Words.Count > 0 || OptionalTool.AllRequired ? ChosenLessons.Has(name) : name.StartsWith("00-", StringComparison.Ordinal) || name.StartsWith("06-", StringComparison.Ordinal));

    [Fact]
    public async Task EveryLesson_RunAllInThePage_GivesWhatRunGives()
    {
        await course.WriteAsync();
        await using var plain = await StaticHost.StartAsync(course.Folder);
        await using var isolated = await StaticHost.StartAsync(course.Folder, isIsolated: true);
        // One reader at each: the browser has the program from the lesson before.
        await using var atPlain = await browser.OpenAsync(plain.Origin.ToString());
        await using var atIsolated = await browser.OpenAsync(isolated.Origin.ToString());
        var differences = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(Lessons.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (lesson, _) =>
        {
            var (reader, host) = lesson.Index % 2 == 0 ? (atPlain, plain) : (atIsolated, isolated);
            foreach (var difference in await DifferencesAsync(lesson.Item, reader, host.Origin.ToString())) differences.Add(difference);
        });
        Assert.True(differences.IsEmpty, string.Join('\n', differences.Order(StringComparer.Ordinal)));
        atPlain.AssertQuiet();
        atIsolated.AssertQuiet();
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(string lesson, WatchedPage reader, string origin)
    {
        var page = new StudioPage(await reader.AnotherAsync(origin));
        await page.Page.GotoAsync($"{origin}{lesson}.html");
        await page.WaitUntilReadyAsync();
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("body")).ToHaveAttributeAsync("data-kernel", "busy");
        await Assertions.Expect(page.Page.Locator("body")).ToHaveAttributeAsync("data-kernel", "ready", new() { Timeout = PatienceMilliseconds });
        var inPage = await page.DownloadAsync();
        await page.Page.CloseAsync();
        return [.. course.AsRun(lesson).Cells.OfType<CodeCell>()
            .Select(cell => (cell.Id, Difference: OutputDifference.Between(cell, (CodeCell)inPage.Cells.Single(other => other.Id == cell.Id))))
            .Where(found => found.Difference is not null).Select(found => $"{lesson}, cell {found.Id}: {found.Difference}")];
    }
}
