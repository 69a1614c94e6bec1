using LogRegCourse.App.Export;
using LogRegCourse.Studio.Notebooks;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

[Collection(InBrowser.Name)]
public sealed class SiteTests(ChromiumBrowser browser) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("logregcourse-site").FullName;

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task LessonPage_OutsideBlocked_ShowsChartsAndFormulas(int width, bool dark)
    {
        Write(("01-why-the-sigmoid", SampleLessons.Everything));
        await using var opened = await browser.OpenAsync(width: width, dark: dark);
        await opened.Page.GotoAsync(Address("01-why-the-sigmoid"));
        var charts = opened.Page.Locator(".chart");
        Assert.Equal(5, await charts.CountAsync());
        for (var i = 0; i < 5; i++) Assert.True(await ChartMarks.CountAsync(charts.Nth(i)) > 0, $"chart {i + 1} is blank");
        await PageChecks.AssertFormulasTypesetAsync(opened.Page);
        await PageChecks.AssertFitsWidthAsync(opened.Page);
        await Screenshots.KeepAsync(opened.Page, $"site-sample-{width}{(dark ? "-dark" : "")}");
        opened.AssertQuiet();
    }

    [Theory]
    [InlineData("""{"type":"scatter","mode":"lines","x":[],"y":[]}""")]
    [InlineData("""{"type":"bar","x":[],"y":[]}""")]
    [InlineData("""{"type":"surface","z":[[1,2],[2,1]],"opacity":0}""")]
    public async Task Chart_WithoutData_CountsAsBlank(string trace)
    {
        Write(("blank", SampleLessons.WithChart(SampleLessons.Figure("Nothing to see", trace))));
        await using var opened = await browser.OpenAsync();
        await opened.Page.GotoAsync(Address("blank"));
        Assert.Equal(0, await ChartMarks.CountAsync(opened.Page.Locator(".chart")));
    }

    [Fact]
    public async Task Chart_HasTheCellsTextAlternative()
    {
        Write(("line", SampleLessons.WithChart(SampleLessons.Line)));
        await using var opened = await browser.OpenAsync();
        await opened.Page.GotoAsync(Address("line"));
        await Assertions.Expect(opened.Page.GetByRole(AriaRole.Img, new() { Name = "What the chart shows in words." })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Lessons_InAnyOrderGiven_AreLinkedInOrderOfName()
    {
        Write(("02-b", SampleLessons.WithChart(SampleLessons.Line)), ("00-a", SampleLessons.WithChart(SampleLessons.Line)), ("01-why-the-sigmoid", SampleLessons.Everything));
        await using var opened = await browser.OpenAsync();
        await opened.Page.GotoAsync(Address("index"));
        await Assertions.Expect(opened.Page.Locator(".lessons a")).ToHaveTextAsync(["A chart", "Why the sigmoid", "A chart"]);
        await opened.Page.Locator(".lessons a").First.ClickAsync();
        await opened.Page.Locator(".onward .next").ClickAsync();
        await Assertions.Expect(opened.Page.Locator("h1")).ToHaveTextAsync("Why the sigmoid");
        await opened.Page.Locator(".onward .next").ClickAsync();
        Assert.EndsWith("02-b.html", opened.Page.Url);
        Assert.Equal(0, await opened.Page.Locator(".onward .next").CountAsync());
        opened.AssertQuiet();
    }

    [Fact]
    public async Task ThemeButton_Pressed_TurnsPageAndChartsDark()
    {
        Write(("01-why-the-sigmoid", SampleLessons.Everything));
        await using var opened = await browser.OpenAsync();
        await opened.Page.GotoAsync(Address("01-why-the-sigmoid"));
        await ChartMarks.CountAsync(opened.Page.Locator(".chart").First);
        var light = await opened.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.xtick text')).fill");
        await opened.Page.Locator(".theme-button").ClickAsync();
        Assert.NotEqual("rgb(253, 252, 249)", await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await opened.Page.WaitForFunctionAsync("light => getComputedStyle(document.querySelector('.xtick text')).fill !== light", light);
        opened.AssertQuiet();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(params (string Name, Notebook Notebook)[] executed) => SiteWriter.Write(executed, _folder);

    private string Address(string page) => new Uri(Path.Combine(_folder, page + ".html")).AbsoluteUri;
}
