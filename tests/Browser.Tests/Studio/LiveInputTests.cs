using System.Globalization;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

[Collection(InBrowser.Name)]
public sealed class LiveInputTests(ChromiumBrowser browser)
{
    private const string Declaration =
        """
        class LiveInputAttribute : Attribute { }
        [LiveInput] double Slider(string label, double min, double max, double value, double step = 0) => value;
        [LiveInput] bool Toggle(string label, bool value = false) => value;
        [LiveInput] string Choice(string label, params string[] choices) => choices[0];
        [LiveInput] double[] Place(string label, double x, double y) => [x, y];
        [LiveInput] int Steps(string label, int max, int value = 0) => value;
        """;

    private const string Curve =
        """
        var xs = Enumerable.Range(-40, 81).Select(i => i / 10.0).ToArray();
        Chart.Line<double, double, string>(xs, xs.Select(x => Sigmoid(w * x)).ToArray(), Name: $"w = {w}").WithSize(750, 400)
        """;

    private const string WalkOnAMap =
        """
        double[] grid = [-5, 0, 5];
        Chart.Combine([
            Chart.Contour<double, double, double, string>([[0, 1, 2], [1, 2, 3], [2, 3, 4]], X: grid, Y: grid, ShowScale: false),
            Chart.Line<double, double, string>(grid, [w, w / 2, -w], ShowMarkers: true)])
            .WithXAxisStyle<double, double, string>(MinMax: Tuple.Create(-5.0, 5.0))
            .WithYAxisStyle<double, double, string>(MinMax: Tuple.Create(-5.0, 5.0)).WithSize(750, 400)
        """;

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task SliderMoved_MovesTheFigureItBelongsTo(Door door)
    {
        using var course = Course(("w", "var w = Slider(\"w\", -5, 5, 1);"), ("chart", Curve));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await Assertions.Expect(page.Output("chart").Locator("[data-drawn=true]")).ToHaveCountAsync(1);
        var plot = page.Output("chart").Locator(".chart-plot");
        await plot.EvaluateAsync("plot => { plot.dataset.first = 'yes'; }");
        var before = await plot.Locator(".js-line").GetAttributeAsync("d");

        var slider = page.Cell("w").Locator("input[type=range]");
        await slider.FocusAsync();
        await page.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page.Cell("w").Locator(".live-value")).ToHaveTextAsync("−5");
        await Assertions.Expect(plot.Locator(".js-line")).Not.ToHaveAttributeAsync("d", before!);
        Assert.Equal("w = -5", await plot.EvaluateAsync<string>("plot => plot.data[0].name"));
        // The drawing was brought up to date, not made anew.
        Assert.Equal("yes", await plot.GetAttributeAsync("data-first"));
        opened.AssertQuiet();
    }

    [Fact]
    public async Task SliderMoved_WhereOnlyALineMoves_MovesItToWherePlotlyDrawsItAndLeavesTheRest()
    {
        using var course = Course(("w", "var w = Slider(\"w\", -5, 5, 1);"), ("chart", WalkOnAMap));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await Assertions.Expect(page.Output("chart").Locator("[data-drawn=true]")).ToHaveCountAsync(1);
        var plot = page.Output("chart").Locator(".chart-plot");
        // The line's place when the value beside the slider is new, whether the map is still the same drawing, and the
        // line's place when Plotly has drawn the figure.
        var seen = await page.Cell("w").Locator("input[type=range]").EvaluateAsync<Walk>(
            """
            async slider => {
              const plot = document.querySelector(".chart-plot");
              const place = () => [...plot.querySelectorAll(".js-line, .points > path")].map(drawn => `${drawn.matches(".js-line") ? drawn.getAttribute("d") : ""} ${drawn.getAttribute("transform") ?? ""}`).join(" ").match(/-?[\d.]+/g).map(Number);
              const until = async test => { while (!test()) await new Promise(requestAnimationFrame); };
              const map = plot.querySelector(".contourlayer path");
              const before = place();
              slider.value = -3;
              slider.dispatchEvent(new Event("input"));
              await until(() => String(place()) !== String(before));
              const moved = place();
              const isSameMap = map.isConnected && plot.contains(map) && plot.data[1].y[0] === 1;
              await until(() => plot.data[1].y[0] === -3);
              return { moved, isSameMap, drawn: place() };
            }
            """);
        Assert.True(seen.IsSameMap);
        Assert.Equal(seen.Drawn.Length, seen.Moved.Length);
        Assert.All(seen.Drawn.Zip(seen.Moved), pair => Assert.Equal(pair.First, pair.Second, tolerance: 0.01));
        opened.AssertQuiet();
    }

    [Fact]
    public async Task Point_IsDragged_Clicked_Typed_AndStepsArePlayed()
    {
        const string Map =
            """
            Chart.Point<double, double, string>([at[0]], [at[1]], Name: "here")
                .WithXAxisStyle<double, double, string>(MinMax: Tuple.Create(0.0, 10.0))
                .WithYAxisStyle<double, double, string>(MinMax: Tuple.Create(0.0, 10.0)).WithSize(750, 400)
            """;
        using var course = Course(("at", "var at = Place(\"here\", 5, 5); var k = Steps(\"steps\", 3);"), ("chart", Map), ("said", "$\"{at[0]:F1} {at[1]:F1} {k}\""));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await page.ExpectOutputAsync("said", "5.0 5.0 0");
        var plot = page.Output("chart").Locator(".chart-plot");
        await page.Output("chart").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Output("chart").Locator("[data-drawn=true]")).ToHaveCountAsync(1);
        async Task<(float X, float Y)> OnScreen(double x, double y)
        {
            var place = await plot.EvaluateAsync<float[]>(
                "(plot, [x, y]) => { const { xaxis, yaxis } = plot._fullLayout, box = plot.getBoundingClientRect(); return [box.left + xaxis._offset + xaxis.d2p(x), box.top + yaxis._offset + yaxis.d2p(y)]; }", new[] { x, y });
            return (place[0], place[1]);
        }

        var (fromX, fromY) = await OnScreen(5, 5);
        var (toX, toY) = await OnScreen(8, 3);
        await page.Page.Mouse.MoveAsync(fromX, fromY);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(toX, toY, new() { Steps = 5 });
        await page.Page.Mouse.UpAsync();
        await page.ExpectOutputAsync("said", "8.0 3.0 0");
        var (clickX, clickY) = await OnScreen(2, 9);
        await page.Page.Mouse.ClickAsync(clickX, clickY);
        await page.ExpectOutputAsync("said", "2.0 9.0 0");
        await page.Cell("at").GetByLabel("here, x").FillAsync("4");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.ExpectOutputAsync("said", "4.0 9.0 0");
        await page.Cell("at").GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await page.ExpectOutputAsync("said", "4.0 9.0 3");
        opened.AssertQuiet();
    }

    [Fact]
    public async Task SliderDragged_EndsAtTheNewestValue()
    {
        using var course = Course(("w", "var w = Slider(\"w\", -5, 5, 1);"), ("shown", "System.Threading.Thread.Sleep(30); w"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await page.ExpectOutputAsync("shown", "1");
        await page.Cell("w").Locator("input[type=range]").EvaluateAsync(
            """
            slider => {
              for (let i = 0; i <= 100; i++) { slider.value = -5 + i / 10; slider.dispatchEvent(new Event("input")); }
            }
            """);
        await page.ExpectOutputAsync("shown", 5.ToString(CultureInfo.InvariantCulture));
        await Assertions.Expect(page.Cell("w").Locator(".live-value")).ToHaveTextAsync("5");
    }

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task ToggleAndChoice_Changed_ReachTheirReaders(Door door)
    {
        using var course = Course(("inputs", "var on = Toggle(\"on\"); var which = Choice(\"which\", \"a\", \"b\");"), ("shown", "$\"{on} {which}\""));
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await page.ExpectOutputAsync("shown", "False a");
        await page.Cell("inputs").Locator("input[type=checkbox]").CheckAsync();
        await page.ExpectOutputAsync("shown", "True a");
        await page.Cell("inputs").Locator("select").SelectOptionAsync("b");
        await page.ExpectOutputAsync("shown", "True b");
    }

    private static CourseCopy Course(params (string Id, string Source)[] cells) =>
        new CourseCopy().With("01-first", [("setup", CourseCopy.Setup), ("declaration", Declaration), .. cells]);

    private sealed class Walk
    {
        public double[] Moved { get; set; } = [];
        public bool IsSameMap { get; set; }
        public double[] Drawn { get; set; } = [];
    }
}
