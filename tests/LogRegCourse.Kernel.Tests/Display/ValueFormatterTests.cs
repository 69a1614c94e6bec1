using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests.Display;

public class ValueFormatterTests(SessionUnderTest session) : IClassFixture<SessionUnderTest>
{
    private const string Source = """
        class TypeFormatterSourceAttribute(Type type) : Attribute
        {
            public Type FormatterSourceType => type;
            public string[] PreferredMimeTypes { get; set; }
        }
        class AsText(string mime, Func<object, string> text)
        {
            public string MimeType => mime;
            public bool Format(object value, System.IO.TextWriter writer) { writer.Write(text(value)); return true; }
        }
        class VerdictSource
        {
            public IEnumerable<object> CreateTypeFormatters() =>
            [
                new AsText("text/html", v => "<b>right</b>"),
                new AsText("text/plain", v => "right"),
                new AsText("application/vnd.logregcourse.check+json", v => "{\"id\":\"1.1\",\"verdict\":\"passed\"}"),
            ];
        }
        [TypeFormatterSource(typeof(VerdictSource), PreferredMimeTypes = ["text/html", "text/plain", "application/vnd.logregcourse.check+json"])]
        class Verdict { }
        """;

    [Fact]
    public void Convention_GivesEveryPreferredMimeType()
    {
        var bundle = session.Run(Source + "\nnew Verdict()").Output.Result!;
        Assert.Equal(["text/html", "text/plain", "application/vnd.logregcourse.check+json"], bundle.Keys);
        Assert.Equal("<b>right</b>", bundle["text/html"].GetString());
        Assert.Equal("passed", bundle["application/vnd.logregcourse.check+json"].GetProperty("verdict").GetString());
    }

    [Fact]
    public void Convention_HoldsInsideAList() =>
        Assert.Contains("<td><b>right</b></td>", session.Run(Source + "\nnew[] { new Verdict() }").Html);

    [Theory]
    [InlineData("1 < 2", "<div class=\"dni-plaintext\"><pre>True</pre></div>")]
    [InlineData("new[] { 1, 2 }", "<div class=\"dni-plaintext\"><pre>[ 1, 2 ]</pre></div>")]
    [InlineData("\"<tag>\".ToCharArray()", "<div class=\"dni-plaintext\"><pre>[ &lt;, t, a, g, &gt; ]</pre></div>")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }", "<table><thead><tr><th><i>key</i></th><th>value</th></tr></thead><tbody><tr><td>a</td><td>1</td></tr></tbody></table>")]
    [InlineData("record P(int X, string Y);\nnew[] { new P(1, \"<\"), new P(2, null) }",
        "<table><thead><tr><th><i>index</i></th><th>X</th><th>Y</th></tr></thead><tbody><tr><td>0</td><td>1</td><td>&lt;</td></tr><tr><td>1</td><td>2</td><td>&lt;null&gt;</td></tr></tbody></table>")]
    public void Value_HasHtml(string source, string html) => Assert.Equal(html, session.Run(source).Html);

    [Fact]
    public void LongSequence_IsCutAndSaysSo()
    {
        var cell = session.Run("Enumerable.Range(0, 1_000_000_000)");
        Assert.EndsWith("18, 19, ... (999999980 more) ]", cell.Plain);
    }

    [Fact]
    public void Query_IsWorkedOutOnce()
    {
        var cell = session.Run("var asked = 0;\nEnumerable.Range(0, 3).Select(x => ++asked)");
        Assert.Equal("[ 1, 2, 3 ]", cell.Plain);
        Assert.Equal("3", session.Run("asked").Plain);
    }

    [Fact]
    public void LongText_IsCutAndSaysSo() =>
        Assert.EndsWith("\n... (1,000,000 more characters)", session.Run("new string('x', 2_000_000)").Plain);

    [Fact]
    public void Cycle_IsBounded() =>
        Assert.NotNull(session.Run("class Node { public Node Next { get; set; } public string Name => \"n\"; }\nvar node = new Node(); node.Next = node; node").Html);

    [Fact]
    public void GetterThatThrows_ShowsItsMessage() =>
        Assert.Contains("no value yet", session.Run("class Late { public int Value => throw new InvalidOperationException(\"no value yet\"); }\nnew Late()").Html);

    [Fact]
    public void Chart_OfAnyLibraryWithPlotlysNames_GivesItsFigure()
    {
        var path = LibraryFile.Compile("Plotly.NET", "namespace Plotly.NET; public class GenericChart { public static string toFigureJson(GenericChart c) => \"{\\\"data\\\":[],\\\"layout\\\":{}}\"; }");
        var cell = session.Run($"#r \"{path}\"\nnew Plotly.NET.GenericChart()");
        Assert.Equal("{\"data\":[],\"layout\":{}}", cell.Output.Result!["application/vnd.plotly.v1+json"].GetRawText());
        Assert.Contains("newPlot", cell.Html);
    }
}
