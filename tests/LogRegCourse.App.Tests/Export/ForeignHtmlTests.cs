using System.Text.RegularExpressions;
using LogRegCourse.App.Export;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Export;

public class ForeignHtmlTests
{
    [Theory]
    [InlineData("<table class=\"derivation\"><tr class=\"derivation-gap\"><td>1</td><td><math displaystyle=\"true\" data-latex=\"x_i\"><msub><mi>x</mi><mi>i</mi></msub></math></td></tr></table>")]
    [InlineData("<div class=\"verdict verdict-not-done prediction\" data-question=\"r-1\"><p>Which?</p><ul class=\"prediction-choices\"><li data-choice=\"a\">a</li></ul></div>")]
    [InlineData("<details open=\"\" class=\"dni-treeview\"><summary><span class=\"dni-code-hint\"><code>{ A }</code></span></summary><div><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1·10<sup>3</sup></td></tr></tbody></table></div></details>")]
    [InlineData("<p>Text with <strong>words</strong>, $\\sigma(z)$ and <a href=\"https://example.org/\">a link</a>.</p><img src=\"data:image/png;base64,AAAA\" alt=\"x\">")]
    public void WhatTheCourseShows_StaysAsItIs(string html) => Assert.Equal(Rows(html), Rows(ForeignHtml.Cleaned(html)!));

    [Theory]
    [InlineData("text-align:left;padding:.3em .6em .3em 0;white-space:nowrap")]
    [InlineData("border-collapse:collapse;width:100%;table-layout:auto")]
    [InlineData("display:flex;flex-wrap:wrap;align-items:center;gap:.2em 1.5em")]
    [InlineData("flex:1 1 auto;max-width:100%;overflow-x:auto;overflow-y:hidden;padding:.15em 0 .15em .3em")]
    [InlineData("flex:0 1 13em")]
    [InlineData("list-style:none;padding-left:.6em")]
    [InlineData("text-align:left;padding:.3em .6em .3em 0;width:100%;max-width:0")]
    public void StylesOfTheCourse_Stay(string style) => Assert.Equal($"<p style=\"{style}\">x</p>", ForeignHtml.Cleaned($"<p style=\"{style}\">x</p>"));

    [Fact]
    public void Hostile_LosesWhatRunsAsksLeadsOrNames()
    {
        foreach (var html in HostileHtml.All)
        {
            var cleaned = ForeignHtml.Cleaned(html)!;
            Assert.DoesNotMatch(new Regex("<(script|iframe|object|embed|form|input|button|meta|base|link|style|svg|template|video|audio|textarea|select|noscript)[ >/]", RegexOptions.IgnoreCase), cleaned);
            Assert.DoesNotMatch(new Regex("<[^>\"]+(\"[^\"]*\"[^>\"]*)* (on[a-z]+|id|name|srcset|ping|background|poster|xlink:href)=", RegexOptions.IgnoreCase), cleaned);
            Assert.DoesNotMatch(new Regex("href=\"[^\"]*script:|src=\"http|url\\(|position", RegexOptions.IgnoreCase), cleaned);
            Assert.DoesNotContain("class=\"banner", cleaned);
        }
    }

    [Fact]
    public void NestedDeeperThanAPageCanBe_IsNotShown() => Assert.Null(ForeignHtml.Cleaned(string.Concat(Enumerable.Repeat("<div>", 100_000))));

    [Fact]
    public void PageAndWriter_LetTheSameThrough()
    {
        var script = File.ReadAllText(Repository.PathOf("src", "LogRegCourse.App", "Web", "studio", "foreign-html.js"));
        Assert.Equal(ForeignHtml.Tags, List("TAGS"));
        Assert.Equal(ForeignHtml.Attributes, List("ATTRIBUTES"));
        Assert.Equal(ForeignHtml.Styles, List("STYLES"));
        Assert.Contains($"/{ForeignHtml.OwnClass()}/", script);

        IEnumerable<string> List(string name) => Regex.Matches(Regex.Match(script, $@"export const {name} = \[([^\]]*)\]").Groups[1].Value, "\"([^\"]+)\"").Select(word => word.Groups[1].Value);
    }

    // The parser puts in what html may leave out.
    private static string Rows(string html) => html.Replace("<tbody>", "", StringComparison.Ordinal).Replace("</tbody>", "", StringComparison.Ordinal);
}
