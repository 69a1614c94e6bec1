using Microsoft.Playwright;

namespace LogRegCourse.Testing.Jupyter;

/// <summary>The classic Notebook drives the kernel as a student would see it.</summary>
[Collection(InBrowser.Name)]
public class ClassicNotebookTests(ChromiumBrowser browser)
{
    private const float Patience = 60_000;

    [Fact]
    public async Task Notebook_RunAll_ShowsValuesChartsAndErrors()
    {
        await using var server = await NotebookServer.StartAsync(
            "#r \"nuget: Plotly.NET, 6.0.0\"\n#r \"nuget: Plotly.NET.CSharp, 0.14.0\"\nusing Plotly.NET.CSharp;\nusing Chart = Plotly.NET.CSharp.Chart;\nvar a = 20;",
            "a * 2 + 2",
            "Chart.Line<double, double, string>([1.0, 2.0, 3.0], [1.0, 4.0, 9.0])",
            "new[] { 1 }[a]");
        await using var watched = await OpenAsync(server);
        var page = watched.Page;
        await RunAllAsync(page);
        await Assertions.Expect(Output(page, 1)).ToContainTextAsync("42", new() { Timeout = Patience });
        await Assertions.Expect(Output(page, 3)).ToContainTextAsync("IndexOutOfRangeException", new() { Timeout = Patience });
        var line = Output(page, 2).Locator(".scatterlayer .js-line");
        await Assertions.Expect(line).ToBeAttachedAsync(new() { Timeout = Patience });
        Assert.StartsWith("M", await line.GetAttributeAsync("d"));
    }

    [Fact]
    public async Task Chart_IsDrawnWithoutTheInternet_WhereTheKernelWasInstalled()
    {
        await using var server = await NotebookServer.StartAsync(
            "#r \"nuget: Plotly.NET, 6.0.0\"\n#r \"nuget: Plotly.NET.CSharp, 0.14.0\"\nusing Chart = Plotly.NET.CSharp.Chart;",
            "Chart.Line<double, double, string>([1.0, 2.0, 3.0], [1.0, 4.0, 9.0])",
            "Chart.Point<double, double, string>([1.0, 2.0], [1.0, 4.0])");
        // Where `kernel install` writes it.
        File.Copy(Plotly(), Path.Combine(Directory.CreateDirectory(Path.Combine(server.DataFolder, "nbextensions", "logregcourse")).FullName, "plotly.min.js"));
        await using var watched = await OpenAsync(server, isOffline: true);
        await RunAllAsync(watched.Page);
        await Assertions.Expect(Output(watched.Page, 1).Locator(".scatterlayer .js-line")).ToBeAttachedAsync(new() { Timeout = Patience });
        await Assertions.Expect(Output(watched.Page, 2).Locator(".scatterlayer .point")).ToHaveCountAsync(2, new() { Timeout = Patience });
        Assert.DoesNotContain(watched.OutsideRequests, address => address.Contains("plot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Derivation_HasRoomForItsFormulas()
    {
        await using var server = await NotebookServer.StartAsync(
            $"#r \"{Repository.PathOf("notebooks", "bin", "LogRegCourse.dll")}\"\n#r \"{Repository.PathOf("notebooks", "bin", "LogRegCourse.Checks.dll")}\"\nusing LogRegCourse.Checks;\nusing static System.Math;",
            "Derivation.Of(\"a slope\").From(z => 1 / (1 + Exp(-z))).Differentiate(\"quotient rule\", z => (0 * (1 + Exp(-z)) - 1 * (-Exp(-z))) / Pow(1 + Exp(-z), 2))");
        await using var watched = await OpenAsync(server);
        await RunAllAsync(watched.Page);
        var formula = Output(watched.Page, 1).Locator("tbody tr:nth-child(2) td:nth-child(3)");
        await Assertions.Expect(formula.Locator(".MathJax, .MathJax_SVG, .mjx-chtml").First).ToBeAttachedAsync(new() { Timeout = Patience });
        // A fraction and its reason below it; broken after each sign it is some 300 high.
        Assert.InRange((await formula.BoundingBoxAsync())!.Height, 1, 100);
    }

    [Fact]
    public async Task Notebook_InterruptAndRestart_Work()
    {
        await using var server = await NotebookServer.StartAsync("var kept = 41;", "Console.WriteLine(\"going\"); while (true) { }", "kept + 1");
        await using var watched = await OpenAsync(server);
        var page = watched.Page;
        await RunAllAsync(page);
        await Assertions.Expect(Output(page, 1)).ToContainTextAsync("going", new() { Timeout = Patience });
        await page.Locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();
        await Assertions.Expect(Output(page, 1)).ToContainTextAsync("The cell was stopped", new() { Timeout = Patience });
        await page.EvaluateAsync("Jupyter.notebook.select(2); Jupyter.notebook.execute_selected_cells()");
        await Assertions.Expect(Output(page, 2)).ToContainTextAsync("42", new() { Timeout = Patience });
        await page.EvaluateAsync("Jupyter.notebook.kernel.restart()");
        await WaitForKernelAsync(page);
        await page.EvaluateAsync("Jupyter.notebook.execute_selected_cells()");
        await Assertions.Expect(Output(page, 2)).ToContainTextAsync("CS0103", new() { Timeout = Patience });
    }

    private async Task<WatchedPage> OpenAsync(NotebookServer server, bool isOffline = false)
    {
        var watched = await browser.OpenAsync(server.Origin);
        // Plotly's own host is out of reach for tests; the same library comes from the app's packages.
        if (!isOffline) await watched.Page.RouteAsync("https://cdn.plot.ly/**", route => route.FulfillAsync(new() { Path = Plotly(), ContentType = "text/javascript" }));
        await watched.Page.GotoAsync(server.Origin + "/notebooks/cells.ipynb" + server.Address.Query);
        await WaitForKernelAsync(watched.Page);
        return watched;
    }

    private static string Plotly()
    {
        var plotly = Repository.PathOf("src", "LogRegCourse.App", "Web", "node_modules", "plotly.js-dist-min", "plotly.min.js");
        if (!File.Exists(plotly)) OptionalTool.Missing("plotly.js (npm)");
        return plotly;
    }

    private static Task WaitForKernelAsync(IPage page) =>
        page.WaitForFunctionAsync("window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.info_reply.status === 'ok' && Jupyter.notebook.kernel.is_connected()", null, new() { Timeout = Patience });

    private static Task RunAllAsync(IPage page) => page.EvaluateAsync("Jupyter.notebook.execute_all_cells()");

    private static ILocator Output(IPage page, int cell) => page.Locator(".code_cell").Nth(cell).Locator(".output_wrapper");
}
