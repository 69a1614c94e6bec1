using System.Text.Json;
using LogRegCourse.Plotly.Tests.Support;

namespace LogRegCourse.Plotly.Tests;

public class GoldenFigureTests(Cookbook cookbook) : IClassFixture<Cookbook>
{
    public static TheoryData<string> Golden =>
        [.. Directory.GetFiles(Cookbook.Folder("Golden"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Golden))]
    public void Figure_OfCookbookCell_EqualsTheRealLibrarys(string number)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Cookbook.Folder("Golden"), number + ".json")));
        using var actual = JsonDocument.Parse(cookbook.Figures[number]);
        Assert.Null(JsonDifference.Find(expected.RootElement, actual.RootElement));
    }

    [Fact]
    public void EveryCookbookFigure_IsDrawn() =>
        Assert.Equal(Enumerable.Range(1, 23).Select(number => $"{number:D2}"), cookbook.Figures.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1.001}""")]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":1}""", """{}""")]
    [InlineData("""{}""", """{"a":1}""")]
    [InlineData("""[1,2]""", """[1]""")]
    [InlineData("""["x"]""", """["y"]""")]
    public void Difference_OfUnequalFigures_IsFound(string expected, string actual) =>
        Assert.NotNull(JsonDifference.Find(JsonElement.Parse(expected), JsonElement.Parse(actual)));
}
