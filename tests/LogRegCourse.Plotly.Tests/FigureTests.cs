using System.Text.Json;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace LogRegCourse.Plotly.Tests;

/// <summary>What the lessons rely on beyond the golden figures.</summary>
public class FigureTests
{
    private static GenericChart Line(params double[] y) => Chart.Line<double, double, string>([0, 1], y);

    private static JsonElement Figure(GenericChart chart) => JsonElement.Parse(GenericChart.toFigureJson(chart));

    [Fact]
    public void FigureJson_FoundByReflection_IsAStaticMethodOfTheChartsType()
    {
        var chart = Line(1, 2);
        var method = chart.GetType().GetMethod("toFigureJson")!;
        Assert.Equal(GenericChart.toFigureJson(chart), method.Invoke(null, [chart]));
    }

    [Fact]
    public void FigureJson_OfNumbersThatJsonLacks_WritesTheirNames()
    {
        var y = Figure(Line(double.NaN, double.NegativeInfinity)).GetProperty("data")[0].GetProperty("y");
        Assert.Equal(["NaN", "-Infinity"], y.EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public void Sequence_ReadAtEachOutput_FollowsItsVariables()
    {
        var scale = 1.0;
        var chart = Chart.Line<double, double, string>([0], Enumerable.Range(1, 1).Select(_ => scale));
        var before = GenericChart.toFigureJson(chart);
        scale = 2;
        Assert.NotEqual(before, GenericChart.toFigureJson(chart));
    }

    [Fact]
    public void Combine_ThenTitle_TitlesTheFirstMemberToo()
    {
        var first = Line(1, 2);
        Chart.Combine([first, Line(3, 4)]).WithTitle("both");
        Assert.Equal("both", Figure(first).GetProperty("layout").GetProperty("title").GetProperty("text").GetString());
    }

    [Fact]
    public void Combine_AfterAMembersSize_LosesIt()
    {
        var layout = Figure(Chart.Combine([Line(1, 2).WithSize(900, 300), Line(3, 4)])).GetProperty("layout");
        Assert.Equal(600, layout.GetProperty("width").GetInt32());
    }

    [Fact]
    public void Combine_OfNothing_SaysWhatItNeeds() =>
        Assert.Contains("at least one chart", Assert.Throws<ArgumentException>(() => Chart.Combine([])).Message, StringComparison.Ordinal);

    [Fact]
    public void Grid_OfTwoRows_PutsTitlesAbovePlotlysCells()
    {
        var chart = Chart.Grid([Line(1, 2), Line(3, 4)], 2, 1, SubPlotTitles: new[] { "upper", "lower" });
        var titles = Figure(chart).GetProperty("layout").GetProperty("annotations").EnumerateArray().ToArray();
        Assert.Equal([0.5, 0.5], titles.Select(title => title.GetProperty("x").GetDouble()));
        // plotly.js gives each of two rows 0.7/1.7 of the height and leaves 0.3/1.7 between them.
        Assert.Equal([1, 0.7 / 1.7], titles.Select(title => title.GetProperty("y").GetDouble()), (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void SetValue_OnAxisAlreadyStyled_ReplacesItWhole()
    {
        var chart = Line(1, 2).WithXAxisStyle<double, double, string>(TitleText: "z");
        chart.GetLayout().SetValue("xaxis", new { zeroline = false });
        Assert.False(Figure(chart).GetProperty("layout").GetProperty("xaxis").TryGetProperty("title", out _));
    }

    [Fact]
    public void Text_WithoutPosition_IsShownOnPointingOnly()
    {
        var chart = Chart.Point<double, double, string>([1], [1], Text: "flight 51-L");
        Assert.Equal("markers", Figure(chart).GetProperty("data")[0].GetProperty("mode").GetString());
    }
}
