using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests.Session;

public class CellSessionTests(SessionUnderTest session) : IClassFixture<SessionUnderTest>
{
    [Theory]
    [InlineData("1 + 2", "3")]
    [InlineData("var a = 4;\na * a", "16")]
    [InlineData("return 5;", "5")]
    [InlineData("await Task.FromResult(6)", "6")]
    [InlineData("(string)null", "<null>")]
    [InlineData("\"text\"", "text")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("new[] { 1.5, 2.5 }", "[ 1.5, 2.5 ]")]
    [InlineData("new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }", "[ [ 1, 2, 3 ], [ 4, 5, 6 ] ]")]
    [InlineData("int.TryParse(\"7\", out var n); n", "7")]
    [InlineData("var (p, q) = (1, 2); (p, q)", "(1, 2)")]
    [InlineData("record Point(double X, double Y); new Point(1, 2)", "Point { X = 1, Y = 2 }")]
    [InlineData("new { Name = \"w\", Value = 0.5 }", "{ Name = w, Value = 0.5 }")]
    [InlineData("// only a comment\n8 // and one behind", "8")]
    [InlineData("using System.IO;\nPath.GetExtension(\"a.csv\")", ".csv")]
    [InlineData("#r \"System.Xml.Linq\"\nnew System.Xml.Linq.XElement(\"a\").Name.LocalName", "a")]
    [InlineData("IEnumerable<int> Twos() { for (var i = 0; i < 3; i++) yield return 2 * i; }\nTwos().Sum()", "6")]
    [InlineData("int Fact(int k) { if (k < 2) return 1; return k * Fact(k - 1); }\nFact(5)", "120")]
    public void LastExpression_WithoutSemicolon_IsTheValue(string source, string plain) => Assert.Equal(plain, session.Run(source).Plain);

    [Theory]
    [InlineData("var a = 1;")]
    [InlineData("using System.Net;")]
    [InlineData("Console.Write(\"\")")]
    [InlineData("void F() { }\nF()")]
    [InlineData("")]
    [InlineData("// nothing")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("for (var i = 0; i < 3; i++) ;")]
    [InlineData("display(1)")]
    public void CellWithoutValue_Succeeds_WithoutResult(string source)
    {
        var cell = session.Run(source);
        Assert.Equal(CellOutcomeKind.Succeeded, cell.Outcome.Kind);
        Assert.Null(cell.Output.Result);
    }

    [Fact]
    public void Variables_StayAndCanBeDeclaredAgain()
    {
        session.Run("var kept = 1; int Twice(int x) => 2 * x;");
        Assert.Equal("2", session.Run("Twice(kept)").Plain);
        session.Run("var kept = \"now text\";");
        Assert.Equal("now text", session.Run("kept").Plain);
    }

    [Fact]
    public void Exception_KeepsWhatWasAssignedBefore()
    {
        session.Run("var before = 0;");
        Assert.Equal(CellOutcomeKind.Failed, session.Run("before = 5; var z = 0; var x = 1 / z; before = 6;").Outcome.Kind);
        Assert.Equal("5", session.Run("before").Plain);
    }

    [Fact]
    public void CompileError_NamesLineAndColumnOfTheStudentsText()
    {
        var error = session.Run("for (var i = 0; i < 3; i++) { }\nvar y = 1 +;").Outcome.Error!;
        Assert.Equal((2, 12), (error.Line, error.Column));
        var inLoop = session.Run("var ok = 1;\nfor (var i = 0; i < 3; i++) { while (false) ok++; undefined(i); }").Outcome.Error!;
        Assert.Equal("CompilationError", inLoop.Name);
        Assert.Equal("Line 2: There is no function undefined here. If an earlier cell declares it, run that cell first.\n(2,51): error CS0103: The name 'undefined' does not exist in the current context", inLoop.Message);
        Assert.Equal(
            ["Line 2: There is no function undefined here. If an earlier cell declares it, run that cell first.", "    for (var i = 0; i < 3; i++) { while (false) ok++; undefined(i); }", "    " + new string(' ', 50) + "^^^^^^^^^",
                "The compiler's own words:", "(2,51): error CS0103: The name 'undefined' does not exist in the current context"],
            inLoop.Trace);
    }

    [Fact]
    public void CompileError_InALoadedFile_NamesTheFile()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("logregcourse-").FullName, "loaded.csx");
        File.WriteAllText(file, "var fine = 1;\nvar wrong = missing;");
        Assert.Equal($"{file}(2,13): error CS0103: The name 'missing' does not exist in the current context", session.Run($"#load \"{file}\"").Outcome.Error!.Message);
        File.WriteAllText(file, "var loaded = 7;");
        Assert.Equal("7", session.Run($"#load \"{file}\"\nloaded").Plain);
    }

    [Fact]
    public void RuntimeError_ShowsTheLinesOfCellsAlone()
    {
        session.Run("double Inverse(int n)\n{\n    return 1 / n;\n}");
        var defining = session.Cells.ExecutionCount;
        var error = session.Run("var one = 1;\nInverse(one - 1)").Outcome.Error!;
        Assert.Equal(2, error.Line);
        Assert.Equal(
            ["DivideByZeroException: Attempted to divide by zero.", $"   cell {defining}, line 3: return 1 / n;", $"   cell {defining + 1}, line 2: Inverse(one - 1)"],
            error.Trace);
    }

    [Theory]
    [InlineData("var xs = new[] { 1.0, 2.0 };\nxs[3]", 2)]
    [InlineData("var ys = new[] { 1.0, 2.0 };\nvar sum = 0.0;\nfor (var i = 0; i <= ys.Length; i++)\n    sum += ys[i];", 4)]
    [InlineData("string none = null;\n\nnone.Length", 3)]
    public void IndexOutOfRange_KnowsItsLine(string source, int line) => Assert.Equal(line, session.Run(source).Outcome.Error!.Line);

    [Fact]
    public void FrameWithoutLine_StillNamesItsCell()
    {
        session.Run("double At(double[] values, int i) => values[i];");
        var error = session.Run("At(new[] { 1.0 }, 7)").Outcome.Error!;
        Assert.Equal(1, error.Line);
        Assert.StartsWith($"   cell {session.Cells.ExecutionCount - 1}", error.Trace[1]);
    }

    [Fact]
    public void WarmUp_LeavesNoNameBehind()
    {
        session.Cells.WarmUpFurther();
        foreach (var name in new[] { "numbers", "ys", "f" }) Assert.Contains("CS0103", new SessionUnderTest().Run(name).Outcome.Error!.Message);
    }

    [Fact]
    public void Outputs_KeepTheirOrder()
    {
        var cell = session.Run("Console.Write(\"a\"); display(\"b\"); Console.Error.Write(\"c\"); Console.WriteLine(\"d\"); \"e\"");
        Assert.Equal(["Stdout: a", "display: b", "Stderr: c", "Stdout: d\n", "result: e"], cell.Output.Log);
    }

    [Fact]
    public void Display_CanBeUpdated() =>
        Assert.Equal(["display: 1", "update: 2"], session.Run("var shown = display(1); shown.Update(2);").Output.Log);

    [Fact]
    public void Outputs_CanBeCleared() =>
        Assert.Equal(["display: 1", "clear", "display: 2"], session.Run("display(1); ClearOutput(); display(2);").Output.Log);

    [Fact]
    public void DisplayTable_IsATable()
    {
        var shown = session.Run("new[] { new { Name = \"w\", Value = 0.5 } }.DisplayTable();").Output.Shown.Single();
        Assert.Equal(["text/html"], shown.Keys);
        Assert.Contains("<table", shown["text/html"].GetString());
    }

    [Fact]
    public void Html_IsShownAsItIs() => Assert.Equal("<b>x</b>", session.Run("HTML(\"<b>x</b>\")").Html);

    [Fact]
    public void DisplayAs_NamesTheMimeType() =>
        Assert.Equal("$x^2$", session.Run("\"$x^2$\".DisplayAs(\"text/latex\");").Output.Shown[0]["text/latex"].GetString());

    [Fact]
    public void Display_InUnknownMimeType_SaysSo() =>
        Assert.Equal("No formatter is registered for MIME type image/x.", session.Run("display(1, \"image/x\");").Outcome.Error!.Message);

    [Fact]
    public void ReadLine_WithoutAnybody_IsTheEndOfInput() => Assert.Equal("<null>", session.Run("Console.ReadLine()").Plain);

    [Fact]
    public void ReadLine_AfterRead_IsTheRestOfTheLine() =>
        Assert.Equal("65, b, , second", session.Run("$\"{Console.Read()}, {Console.ReadLine()}, {(Console.Read() == 'x' ? Console.ReadLine() : \"?\")}, {Console.ReadLine()}\"", null, "Ab", "x", "second").Plain);

    [Fact]
    public void Warnings_ArePrintedToStandardError() =>
        Assert.StartsWith("Stderr: (1,1): warning CS4014:", session.Run("Task.Delay(0);").Output.Log[0]);

    [Fact]
    public void Value_ThatFailsToShow_FailsTheCell()
    {
        var cell = session.Run("IEnumerable<int> Bad() { yield return 1; throw new Exception(\"no text\"); }\nBad()");
        Assert.Equal((CellOutcomeKind.Failed, "no text"), (cell.Outcome.Kind, cell.Outcome.Error!.Message));
    }
}
