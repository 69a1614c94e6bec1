using System.Text.Json.Nodes;
using LogRegCourse.KernelProcess.Packages;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Tests.Support;
using LogRegCourse.KernelProcess.Tests.Support;

namespace LogRegCourse.KernelProcess.Tests.Display;

/// <summary>Charts of Plotly.NET, in one session for all tests.</summary>
public sealed class PlotlyChartTests(PlotlySession plotly) : IClassFixture<PlotlySession>
{
    private const string Figure = "application/vnd.plotly.v1+json";

    [Theory]
    [InlineData("""Chart.Line<double, double, string>([1.0, 2.0], [3.0, double.NaN], Name: "ϕ \"a\"", LineColor: Color.fromString("#0072b2")).WithXAxisStyle<double, double, string>(TitleText: "x", MinMax: Tuple.Create(0.0, 1.5)).WithSize(750, 420)""")]
    [InlineData("""Chart.Combine([Chart.Contour<double, double, double, string>([[0.5, 1], [1, 2]], ColorScale: StyleParam.Colorscale.Viridis, ShowScale: false), Chart.Point<double, double, string>([1.0], [2.0])])""")]
    [InlineData("""Chart.Surface<double, double, double, string>([[0.5, 1], [1, 2]], X: new[] { 0.0, 1 }, Y: new[] { 0.0, 1 })""")]
    [InlineData("""Chart.Column<int, string, string>(Keys: new[] { "a", "b" }, values: [1, 2])""")]
    public void Chart_IsShownByItsOwnFigure(string chart)
    {
        Assert.Null(plotly.Session.Run($"var chart = {chart};").Outcome.Error);
        var own = JsonNode.Parse(Printed(plotly.Session.Run("Console.Write(GenericChart.toFigureJson(chart))")));
        var shown = plotly.Session.Run("chart").Output;
        Assert.True(JsonNode.DeepEquals(own, JsonNode.Parse(shown.Result![Figure].GetRawText())), $"{own}\n{shown.Result[Figure]}");
        Assert.Single(shown.Shown);
    }

    [Fact]
    public void Theme_IsWhatTheNotebookSays()
    {
        JsonNode Template() => JsonNode.Parse(plotly.Session.Run("Chart.Point<double, double, string>([1.0], [2.0])").Output.Result![Figure].GetRawText())!["layout"]!["template"]!;
        Assert.NotEmpty(Template().AsObject());
        plotly.Session.Run("var before = Defaults.DefaultTemplate; Defaults.DefaultTemplate = new Template();");
        Assert.Empty(Template().AsObject());
        plotly.Session.Run("Defaults.DefaultTemplate = before;");
    }

    private static string Printed(Recorded cell) => string.Concat(cell.Output.Log.Select(line => line[$"{PrintStream.Stdout}: ".Length..]));
}

/// <summary>A session with the packages of the lessons.</summary>
public sealed class PlotlySession : IDisposable
{
    public PlotlySession()
    {
        Session = new SessionUnderTest(PackageRestore.ForThisMachine());
        var setup = Session.Run($"{LessonPackages.Lines}\nusing Plotly.NET; using Plotly.NET.CSharp; using Chart = Plotly.NET.CSharp.Chart;");
        Assert.Null(setup.Outcome.Error?.Message);
    }

    internal SessionUnderTest Session { get; }

    public void Dispose() => Session.Dispose();
}
