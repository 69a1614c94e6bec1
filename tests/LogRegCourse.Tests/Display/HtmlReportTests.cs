namespace LogRegCourse.Tests.Display;

public class HtmlReportTests
{
    [Theory]
    [InlineData("-0.25", "−0.25")]
    [InlineData("1.5E-07", "1.5·10<sup>−7</sup>")]
    [InlineData("-3E+16", "−3·10<sup>16</sup>")]
    [InlineData("<1E-16", "&lt;1·10<sup>−16</sup>")]
    [InlineData("Infinity", "Infinity")]
    [InlineData("-Infinity", "−Infinity")]
    [InlineData("pre-war", "pre-war")]
    public void Numbers_ArePrintedAsInBooks_WordsAsTheyAre(string cell, string html) =>
        Assert.Contains($">{html}</td>", HtmlReport.Render(new Report("", [new ReportTable(["x"], [[cell]])], [])));
}
