using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests.Session;

/// <summary>Cells as other people's notebooks have them.</summary>
public class StrangersCellTests(SessionUnderTest session) : IClassFixture<SessionUnderTest>
{
    [Fact]
    public void Language_IsTheSdksOwn_SoItsNewestWordsAreNames() =>
        Assert.Equal("3", session.Run("var union = 3; var extension = 1;\nunion").Plain);

    [Fact]
    public void ConsoleLedElsewhere_IsBackInTheNextCell()
    {
        var first = session.Run("var led = new System.IO.StringWriter(); Console.SetOut(led); Console.SetError(led); Console.WriteLine(\"kept\");");
        Assert.Empty(first.Output.Log);
        Assert.Equal(["Stdout: seen\n"], session.Run("Console.WriteLine(\"seen\");").Output.Log);
        Assert.Equal("kept", session.Run("led.ToString().Trim()").Plain);
        Assert.Equal(["Stderr: seen\n"], session.Run("Console.Error.WriteLine(\"seen\");").Output.Log);
    }

    [Theory]
    [InlineData("class Bad : Exception { public override string Message => throw new Exception(\"no\"); }\nthrow new Bad();", "(its Message threw Exception)")]
    [InlineData("throw new Exception(\"outer\", new InvalidOperationException(\"inner\"));", "outer")]
    public void ExceptionOfAnyKind_IsTold(string source, string message) => Assert.Equal(message, session.Run(source).Outcome.Error!.Message);

    [Fact]
    public void ExceptionOfSeveral_NamesEachCause()
    {
        var trace = session.Run("throw new AggregateException(new ArgumentException(\"one\"), new Exception(\"two\", new FormatException(\"three\")));").Outcome.Error!.Trace;
        Assert.Contains("  caused by ArgumentException: one", trace);
        Assert.Contains("  caused by Exception: two", trace);
        Assert.Contains("    caused by FormatException: three", trace);
    }

    [Fact]
    public void ToStringThatThrows_IsShownAsSuch()
    {
        const string Declared = "class Mute { public override string ToString() => throw new InvalidOperationException(\"no words\"); }\n";
        Assert.Equal("(Mute.ToString() threw InvalidOperationException: no words)", session.Run(Declared + "new Mute()").Plain);
        Assert.Equal("[ (Mute.ToString() threw InvalidOperationException: no words) ]", session.Run("new[] { new Mute() }").Plain);
    }

    [Fact]
    public void LazyAndTasks_AreShownWithoutBeingWorkedOutOrWaitedFor()
    {
        Assert.Contains("Value: (not evaluated)", session.Run("var count = 0; var lazy = new Lazy<int>(() => ++count);\nlazy").Plain);
        Assert.Equal("0", session.Run("count").Plain);
        Assert.Contains("Value: 1", session.Run("_ = lazy.Value;\nlazy").Plain);
        Assert.Contains("Result: (not completed)", session.Run("new TaskCompletionSource<int>().Task").Plain);
    }

    [Theory]
    [InlineData("Enumerable.Range(0, 60).ToDictionary(i => i, i => i)", "... (40 more)")]
    [InlineData("Enumerable.Range(0, 60).ToArray()", "... (40 more)")]
    [InlineData("Enumerable.Range(0, 60).ToHashSet()", "... (40 more)")]
    [InlineData("Enumerable.Range(0, 60).Where(i => i >= 0)", "... (more)")]
    [InlineData("Enumerable.Range(0, 60).Select(i => new { A = i }).ToList()", "... (40 more)")]
    public void WhatIsCut_SaysSo(string source, string note)
    {
        var cell = session.Run(source);
        Assert.Contains(note, cell.Html);
        Assert.Contains(note, cell.Plain);
    }

    [Fact]
    public void WhatIsNotCut_SaysNothing()
    {
        var cell = session.Run("Enumerable.Range(0, 20).ToDictionary(i => i, i => i)");
        Assert.DoesNotContain("...", cell.Html + cell.Plain);
    }

    [Theory]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"[1, {\\\"a\\\": null}]\")", "[1, {\"a\": null}]")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"[1, 2]\").RootElement", "[1, 2]")]
    [InlineData("new System.Text.Json.Nodes.JsonObject { [\"x\"] = 1 }", "{\n  \"x\": 1\n}")]
    [InlineData("class Bare { }\nnew Bare()", "Bare")]
    public void ValueOfOneText_IsShownAsIt(string source, string text)
    {
        var cell = session.Run(source);
        Assert.Equal(text, cell.Plain!.ReplaceLineEndings("\n"));
        Assert.Equal($"<div class=\"dni-plaintext\"><pre>{System.Net.WebUtility.HtmlEncode(text)}</pre></div>", cell.Html!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void DataTable_IsATable()
    {
        var cell = session.Run("var table = new System.Data.DataTable(); table.Columns.Add(\"A\", typeof(int)); table.Columns.Add(\"B\"); table.Rows.Add(1, \"x\"); table.Rows.Add(null, \"y\");\ntable");
        Assert.Equal("<table><thead><tr><th><i>index</i></th><th>A</th><th>B</th></tr></thead><tbody><tr><td>0</td><td>1</td><td>x</td></tr><tr><td>1</td><td>&lt;null&gt;</td><td>y</td></tr></tbody></table>", cell.Html);
        Assert.Equal("[ { A = 1, B = x }, { A = <null>, B = y } ]", cell.Plain);
    }

    [Fact]
    public void SyntaxError_StandsAlone()
    {
        var error = session.Run("var x = undeclared;\nfor (int i = 0; i < 3; i++ { }").Outcome.Error!;
        Assert.DoesNotContain("undeclared", error.Message);
        Assert.Contains("CS1026", error.Message);
    }

    [Fact]
    public void IndexErrorOfAFunction_NamesTheLinesItMayBeOf()
    {
        Assert.Contains(", line 4: return xs[i];", string.Join('\n', session.Run("int Pick(int[] xs, int i)\n{\n    var twice = 2 * i;\n    return xs[i];\n}\nPick([1], 5)").Outcome.Error!.Trace));
        var several = string.Join('\n', session.Run("int Sum(int[] xs)\n{\n    var sum = xs[0];\n    sum += xs[1];\n    return sum + xs[2];\n}\nSum([1, 2])").Outcome.Error!.Trace);
        Assert.Contains(", line 3, 4 or 5: var sum = xs[0]; ...", several);
        Assert.Contains(", line 7: Sum([1, 2])", several);
    }
}
