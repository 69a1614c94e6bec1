using System.Text.Json;
using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests;

/// <summary>The comparison of doors finds what differs, and nothing else.</summary>
public class DoorDifferenceTests
{
    private const string Printed = """{"output_type":"stream","name":"stdout","text":["a\n","b"]}""";
    private const string Result = """{"output_type":"execute_result","execution_count":1,"metadata":{},"data":{"text/plain":"0.5","application/vnd.plotly.v1+json":{"data":[{"x":[1E-05,2]}],"layout":{}}}}""";
    private const string Failed = """{"output_type":"error","ename":"E","evalue":"why","traceback":["line 1"]}""";

    [Theory]
    [InlineData("""{"name":"stdout","text":"a\nb","output_type":"stream"}""", Printed)]
    [InlineData("""{"output_type":"execute_result","execution_count":1,"metadata":{},"data":{"application/vnd.plotly.v1+json":{"layout":{},"data":[{"x":[0.00001,2.0]}]},"text/plain":["0.5"]}}""", Result)]
    public void SameInAnotherForm_IsNoDifference(string one, string other) => Assert.Null(Difference(one, other));

    [Theory]
    [InlineData(Printed, "[\"a", "[\"c", "05-x, Studio: cell sum, outputs[0].text, line 1 is c, but a by run")]
    [InlineData(Result, "0.5", "0.25", "05-x, Studio: cell sum, outputs[0].data.text/plain, line 1 is 0.25, but 0.5 by run")]
    [InlineData(Result, "E-05,2", "E-05,3", "05-x, Studio: cell sum, outputs[0].data.application/vnd.plotly.v1+json.data[0].x[1] is 3, but 2 by run")]
    [InlineData(Result, "\"layout\":{}", "\"layout\":[]", "05-x, Studio: cell sum, outputs[0].data.application/vnd.plotly.v1+json.layout is [], but {} by run")]
    [InlineData(Failed, "why", "because", "05-x, Studio: cell sum, outputs[0].evalue is \"because\", but \"why\" by run")]
    [InlineData(Failed, "[\"line 1\"]", "[\"line 1\",\"line 2\"]", "05-x, Studio: cell sum, outputs[0].traceback[1] \"line 2\" where run has (the end)")]
    [InlineData(Failed + "," + Printed, "," + Printed, "", "05-x, Studio: (the end) where run has cell sum, outputs[1].name \"stdout\"")]
    public void OtherOutput_IsNamedWithItsPlace(string outputs, string was, string became, string sentence)
    {
        Assert.Equal(sentence, Difference(outputs, outputs.Replace(was, became)));
    }

    [Fact]
    public void FarDownALongText_TheExcerptShowsThePlace()
    {
        var text = new string('x', 5000);
        Assert.Contains("xxyxx", Difference(Printed.Replace("a", text + text), Printed.Replace("a", text + "y" + text)));
    }

    [Fact]
    public void NumbersOfAStopwatch_MayDiffer_AndTheRestMayNot()
    {
        string Shown(string text) => JsonSerializer.Serialize(new { output_type = "stream", name = "stdout", text });
        Assert.Null(Difference(Shown("Batch  Time\n    1  0.25"), Shown("Batch  Time\n    1  10.2571"), "var clock = Stopwatch.StartNew();"));
        Assert.NotNull(Difference(Shown("0.25 s"), Shown("10.25 ms"), "var clock = Stopwatch.StartNew();"));
        Assert.NotNull(Difference(Shown("0.25 s"), Shown("10.25 s")));
    }

    private static string? Difference(string run, string other, string source = "sum") =>
        DoorDifference.Find("05-x", "Studio", Notebook(run, source), Notebook(other, source));

    private static JsonElement Notebook(string outputs, string source) => JsonElement.Parse(
        $$"""
        {"cells":[
          {"cell_type":"markdown","id":"text","source":"","metadata":{} },
          {"cell_type":"code","id":"sum","execution_count":1,"metadata":{},"source":"{{source}}","outputs":[{{outputs}}]}
        ]}
        """);
}
