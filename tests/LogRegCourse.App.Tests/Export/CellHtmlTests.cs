using System.Text.Json;
using LogRegCourse.App.Export;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Tests.Export;

public class CellHtmlTests
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    [Theory]
    [InlineData("e01-right", true)]
    [InlineData("e01", false)]
    [InlineData("right-angle", false)]
    public void Verdict_IsFoldedUntilTheReaderHasDecided(string id, bool isFolded)
    {
        var html = CellHtml.Render(new MarkdownCell(id, "The interval is open.", None));
        Assert.Equal(isFolded, html.Contains("<details><summary>Decide first", StringComparison.Ordinal));
        Assert.Contains("The interval is open.", html);
    }
}
