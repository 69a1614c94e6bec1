using System.Text.Json;
using LogRegCourse.Notebooks.Tests.Rules;
using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests;

/// <summary>The rules about what ran find what they are for.</summary>
public class ExecutedRuleTests
{
    private const string Titled = """{"data":[{"type":"scatter"}],"layout":{"xaxis":{"title":{"text":"z"}},"yaxis":{"title":{"text":"p"}}}}""";

    private static ExecutedCell Prose(string text, string metadata = "{}") => new(Cell.Markdown("prose", text, metadata), "", null);

    private static ExecutedCell Code(string output, string source = "compute()") => new(Cell.Code("code", source), output, null);

    private static ExecutedCell Chart(string figure, string metadata = """{"alt":"a curve"}""") =>
        new(Cell.Code("chart", "draw()", metadata), "", JsonElement.Parse(figure));

    [Theory]
    [InlineData("It is 0.2322.", "0.23216274421859647", true)]
    [InlineData("It is 0.2323.", "0.23216274421859647", false)]
    [InlineData("It is −0.2322.", "-0.23216", true)]
    [InlineData("About $4.476 \\times 10^{-309}$.", "4.47628622567513E-309", true)]
    [InlineData("About $4.476 \\times 10^{-308}$.", "4.47628622567513E-309", false)]
    [InlineData("That is 30.43 % of them.", "0.30434782608695654", true)]
    [InlineData("That is 30.43 of them.", "0.30434782608695654", false)]
    [InlineData("In 2,555.1 of cases.", "2555.1254", true)]
    [InlineData("One half, 0.5, needs no proof; Plotly 5.1.0 neither.", "", true)]
    [InlineData("See Figure 3.12 and exercise 3.10.", "", true)]
    [InlineData("`Sigmoid(0.123)` is code.", "", true)]
    [InlineData("The year 1986.", "", true)]
    public void Number_InProse_IsFoundAmongOutputs(string prose, string output, bool isSupported) =>
        Assert.Equal(isSupported, !NumberRules.Unsupported([Code(output), Prose(prose)]).Any());

    [Fact]
    public void Number_TypedIntoACell_NeedsNoOutput() => Assert.Empty(NumberRules.Unsupported([Code("", "var w = -0.23216;"), Prose("It is 0.2322.")]));

    [Fact]
    public void Number_DeclaredGiven_NeedsNoOutput() => Assert.Empty(NumberRules.Unsupported([Prose("It is 1.4427.", """{"given":["1.4427"]}""")]));

    [Fact]
    public void Number_GivenButNotQuoted_IsSuperfluous() => Assert.Single(NumberRules.Superfluous([Prose("No number.", """{"given":["1.4427"]}""")]));

    [Fact]
    public void Figure_WithAltAndCaption_IsFine() =>
        Assert.Empty(FigureRules.Texts("3", [Chart(Titled), Prose("**Figure 3.1.** It rises."), Chart(Titled), Prose("**Figure 3.2.** It falls.")]));

    [Fact]
    public void Figure_WithoutAltOrCaption_IsRefused() => Assert.Equal(2, FigureRules.Texts("3", [Chart(Titled, "{}"), Prose("Next.")]).Count());

    [Fact]
    public void Alt_WithoutFigure_IsRefused() => Assert.Single(FigureRules.Texts("3", [new(Cell.Code("c", "1", """{"alt":"?"}"""), "1", null)]));

    [Theory]
    [InlineData(Titled, 0)]
    [InlineData("""{"data":[{"type":"scatter"}],"layout":{"xaxis":{"title":{}}}}""", 2)]
    [InlineData("""{"data":[{"type":"scatter","xaxis":"x2","yaxis":"y2"}],"layout":{"xaxis2":{"title":{"text":"z"}}}}""", 1)]
    [InlineData("""{"data":[{"type":"surface","scene":"scene2"}],"layout":{"scene2":{"xaxis":{"title":"w"},"yaxis":{"title":"b"},"zaxis":{"title":""}}}}""", 1)]
    [InlineData("""{"data":[{"type":"surface"}],"layout":{}}""", 3)]
    public void Axes_WithoutTitle_AreFound(string figure, int untitled) => Assert.Equal(untitled, FigureRules.Axes([Chart(figure)]).Count());
}
