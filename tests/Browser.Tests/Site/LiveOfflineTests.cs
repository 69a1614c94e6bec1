using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>The site without its host: what one visit fetched is there.</summary>
[Collection(InBrowser.Name)]
public sealed class LiveOfflineTests(ChromiumBrowser browser)
{
    private const string Lesson = "01-first";

    [Fact]
    public async Task HostGoneAfterTheFirstPage_EveryPageIsRead_WhatCannotRunYetSaysSo_AndRunsLater()
    {
        using var course = new CourseCopy().With(Lesson, ("a", "1")).With("02-second", ("a", "1 + 1"));
        await using var site = await LiveSiteHost.StartAloneAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => {})");
        await site.TurnOffAsync();
        await opened.Page.GotoAsync(site.Origin.ToString());
        await opened.Page.Locator(".lessons a").Last.ClickAsync();
        await page.WaitUntilReadyAsync();
        await PageChecks.AssertFormulasTypesetAsync(opened.Page);
        await page.WriteAsync("a", "40 + 2");
        await Assertions.Expect(page.Page.Locator(".notice").First).ToContainTextAsync("is the network on? Then try again.");
        await site.TurnOnAsync();
        await page.RunAsync("a");
        await page.ExpectOutputAsync("a", "42");
    }

    [Fact]
    public async Task HostGoneAfterTheFirstVisit_CellsRunAndChartsAreDrawn()
    {
        using var course = new CourseCopy().With(Lesson, ("setup", CourseCopy.Setup), ("a", "1 + 1"), ("chart", "Chart.Line<double, double, string>(new[] { 1.0, 2.0 }, new[] { 1.0, 2.0 })"));
        await using var site = await LiveSiteHost.StartAloneAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        // What the page asks for by itself after a while; then all of it is there.
        await page.Page.EvaluateAsync(
            """
            async () => {
              const { active } = await navigator.serviceWorker.ready;
              const later = JSON.parse((await (await fetch("service-worker.js")).text()).match(/LATER = (\[.*?\]);/)[1]);
              active.postMessage({ rest: true });
              while (true) {
                const there = await Promise.all(later.map(address => caches.match(address)));
                if (there.every(Boolean)) return;
                await new Promise(resolve => setTimeout(resolve, 100));
              }
            }
            """);
        await site.TurnOffAsync();
        await site.GoToLessonAsync(opened.Page, Lesson);
        await page.WaitUntilReadyAsync();
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await page.ExpectOutputAsync("a", "2");
        Assert.True(await ChartMarks.CountAsync(page.Output("chart").Locator(".chart")) > 0);
        opened.AssertQuiet();
    }
}
