using LogRegCourse.Studio.Notebooks;


namespace LogRegCourse.Studio.Tests.Notebooks;

public class MarkdownHtmlTests
{
    [Theory]
    [InlineData("so $p = \\sigma(z)$ it is", "<span class=\"math\">\\(p = \\sigma(z)\\)</span>")]
    [InlineData("$$a_1 * b_2 * c_3$$", "<span class=\"math display\">\\(a_1 * b_2 * c_3\\)</span>")]
    [InlineData("$$\na < b\n$$", "\\[\na &lt; b\n\\]")]
    [InlineData("it costs $5 and $6", "it costs $5 and $6")]
    public void Formulas_AreLeftForTheTypesetter(string markdown, string expected) => Assert.Contains(expected, MarkdownHtml.Render(markdown));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("text <b onclick=alert(1)>bold</b>")]
    public void Html_IsShownAsText(string markdown)
    {
        var html = MarkdownHtml.Render(markdown);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("<b ", html);
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("<javascript:alert(1)>")]
    public void Link_ToAScript_LeadsNowhere(string markdown) => Assert.Contains("href=\"#\"", MarkdownHtml.Render(markdown));

    [Fact]
    public void Link_ToALesson_LeadsToItsPage() => Assert.Contains("href=\"02-slope.html\"", MarkdownHtml.Render("[next](02-slope.ipynb)"));

    [Theory]
    [InlineData("`-Exp(-z)`", "<code class=\"short\">-Exp(-z)</code>")]
    [InlineData("`dotnet run --project src/LogRegCourse.App`", "<code>dotnet run --project src/LogRegCourse.App</code>")]
    public void Code_ThatFitsOnALine_IsNotBroken(string markdown, string expected) => Assert.Contains(expected, MarkdownHtml.Render(markdown));

    [Fact]
    public void Headings_HaveTheIdsOfTheRenderedText()
    {
        const string Markdown = "# Why $\\sigma$?\n\n## The odds";
        Assert.All(MarkdownHtml.Headings(Markdown), heading => Assert.Contains($"id=\"{heading.Id}\"", MarkdownHtml.Render(Markdown)));
        Assert.Equal(["Why $\\sigma$?", "The odds"], MarkdownHtml.Headings(Markdown).Select(heading => heading.Text));
    }
}
