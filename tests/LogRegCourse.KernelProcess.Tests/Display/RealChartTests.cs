using System.Text.Json.Nodes;
using LogRegCourse.Kernel.Tests.Support;
using LogRegCourse.KernelProcess.Packages;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.KernelProcess.Tests.Support;
using LogRegCourse.Testing;

namespace LogRegCourse.KernelProcess.Tests.Display;

/// <summary>Charts of Plotly.NET itself: of the lessons' version where the feed has it, else of the next one.</summary>
public sealed class RealChartTests
{
    private static readonly (string Plotly, string CSharp)[] Versions = [("5.1.0", "0.13.0"), ("6.0.0", "0.14.0")];

    [Theory]
    [InlineData("""Chart.Line<double, double, string>([1.0, 2.0], [3.0, double.NaN], Name: "ϕ \"a\"", LineColor: Color.fromString("#0072b2")).WithXAxisStyle<double, double, string>(TitleText: "x", MinMax: Tuple.Create(0.0, 1.5)).WithSize(750, 420)""")]
    [InlineData("""Chart.Combine([Chart.Contour<double, double, double, string>([[0.5, 1], [1, 2]], ColorScale: StyleParam.Colorscale.Viridis, ShowScale: false), Chart.Point<double, double, string>([1.0], [2.0])])""")]
    [InlineData("""Chart.Surface<double, double, double, string>([[0.5, 1], [1, 2]], X: new[] { 0.0, 1 }, Y: new[] { 0.0, 1 })""")]
    [InlineData("""Chart.Column<int, string, string>(Keys: new[] { "a", "b" }, values: [1, 2])""")]
    public void Chart_OfTheRealLibrary_IsItsOwnFigureWithoutTheTheme(string chart)
    {
        using var session = WithPlotly();
        Assert.Null(session.Run($"var chart = {chart};").Outcome.Error);
        var own = JsonNode.Parse(Printed(session.Run(
            """
            Console.Write((string)(typeof(GenericChart).GetMethod("toFigureJson") ?? typeof(GenericChart).Assembly.GetType("Plotly.NET.GenericChartModule").GetMethod("toFigureJson")).Invoke(null, [chart]))
            """)))!.AsObject();
        Assert.True(own["layout"]!.AsObject().Remove("template"));
        own.Remove("frames");
        var shown = JsonNode.Parse(session.Run("chart").Output.Result!["application/vnd.plotly.v1+json"].GetRawText());
        Assert.True(JsonNode.DeepEquals(own, shown), $"{own.ToJsonString()}\n{shown}");
    }

    private static string Printed(Recorded cell) => string.Concat(cell.Output.Log.Select(line => line[$"{PrintStream.Stdout}: ".Length..]));

    private static SessionUnderTest WithPlotly()
    {
        foreach (var (plotly, csharp) in Versions)
        {
            var session = new SessionUnderTest(PackageRestore.ForThisMachine());
            session.Run($"#r \"nuget: Plotly.NET, {plotly}\"\n#r \"nuget: Plotly.NET.CSharp, {csharp}\"\nusing Plotly.NET; using Plotly.NET.CSharp; using Chart = Plotly.NET.CSharp.Chart;");
            if (session.Run("typeof(GenericChart).Assembly.GetName().Name").Plain == "Plotly.NET") return session;
            session.Dispose();
        }
        OptionalTool.Missing("Plotly.NET, from the package feed,");
        throw new InvalidOperationException();
    }
}
