using LogRegCourse.Plotly.Tests.Support;

namespace LogRegCourse.Plotly.Tests;

/// <summary>Code that the real library refuses must not compile here either, or it would fail when it travels.</summary>
public class RefusedCodeTests
{
    private const string Data = "double[] x = [0, 1], y = [1, 2]; double[][] table = [[1, 2], [3, 4]];\n";

    [Theory]
    [InlineData("Chart.Heatmap<double, double, double, string>(table, X: x.Select(v => v))", "CS1503")]
    [InlineData("Chart.Column<double, string, string>(y, Keys: [\"a\", \"b\"])", "CS9174")]
    [InlineData("Chart.Grid([Chart.Line<double, double, string>(x, y)], 1, 1, SubPlotTitles: [\"a\"])", "CS9174")]
    [InlineData("Chart.Line<double, double, string>(new[] { 1, 2 }, y)", "CS1503")]
    [InlineData("Chart.Line(x, y)", "CS0411")]
    [InlineData("Chart.Heatmap<double, double, double, string>(new double[2, 2])", "CS1503")]
    [InlineData("Chart.Line<double, double, string>(x, y).WithXAxisStyle<double, double, string>(MinMax: (0.0, 1.0))", "CS1503")]
    [InlineData("Chart.Line<double, double, string>(x, y).WithXAxisStyle<double, double, string>(MinMax: Tuple.Create(0, 1))", "CS1503")]
    [InlineData("Chart.Line<double, double, string>(x, y).WithXAxisStyle(TitleText: \"x\")", "CS0411")]
    [InlineData("Chart.Line<double, double, string>(x, y).GetLayout().SetValue(\"shapes\", null);", "CS0411")]
    [InlineData("Chart.Line<double, double, string>(x, y).GetLayout().SetValue(\"shapes\", [1, 2]);", "CS0411")]
    [InlineData("Chart.Line<object, double, string>(new object[0], y)", "CS0311")]
    public void Compiler_GivenCodeTheRealLibraryRefuses_GivesTheSameError(string expression, string error) =>
        Assert.Equal([error], NotebookScript.Errors(Data + expression));

    [Fact]
    public void Compiler_WithoutTheAlias_FindsChartAmbiguous() =>
        Assert.Equal(["CS0104"], NotebookScript.Errors(Data + "Chart.Line<double, double, string>(x, y)", withAlias: false));

    [Fact]
    public void Compiler_GivenGoodCode_HasNoError() =>
        Assert.Empty(NotebookScript.Errors(Data + "Chart.Line<double, double, string>(x, [1, 2], LineWidth: 3).WithSize(600, 400)"));
}
