using LogRegCourse.Kernel.Session;
using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests.Editing;

public class EditingTests(SessionUnderTest session) : IClassFixture<SessionUnderTest>
{
    // The place of the question is marked by a bar.
    [Theory]
    [InlineData("Math.Sq|", "Sqrt", "method")]
    [InlineData("\"a\".Len|", "Length", "property")]
    [InlineData("new[] { 1 }.Sel|", "Select", "method")]
    [InlineData("var weight = 1; wei|", "weight", "variable")]
    [InlineData("System.Collections.Gen|", "Generic", "namespace")]
    [InlineData("forea|", "foreach", "keyword")]
    [InlineData("disp|", "display", "method")]
    [InlineData("var t = (1, 2);\nt.|", "Item1", "field")]
    [InlineData("for (var step = 0; step < 3; step++) { st| }", "step", "variable")]
    [InlineData("\"a\"?.Len|", "Length", "property")]
    public void Completion_FindsNames(string marked, string text, string kind)
    {
        var found = session.Cells.Complete(marked.Replace("|", ""), marked.IndexOf('|'), CancellationToken.None);
        Assert.Contains(found.Items, item => (item.Text, item.Kind) == (text, kind));
    }

    [Fact]
    public void Completion_KnowsVariablesOfOtherCells()
    {
        session.Run("var learningRate = 0.1;");
        var found = session.Cells.Complete("var x = learn", 13, CancellationToken.None);
        Assert.Equal((8, 13), (found.Start, found.End));
        Assert.Equal("double learningRate", Assert.Single(found.Items).Detail);
    }

    [Theory]
    [InlineData("// a com|")]
    [InlineData("\"in a str|\"")]
    [InlineData("1.5.nothing|")]
    public void Completion_WhereNothingFits_IsEmpty(string marked) =>
        Assert.Empty(session.Cells.Complete(marked.Replace("|", ""), marked.IndexOf('|'), CancellationToken.None).Items);

    [Theory]
    [InlineData("Lo|gReg", "", "")]
    [InlineData("var number = 1.5;\nnum|ber", "double number", null)]
    [InlineData("Math.Sq|rt(2)", "double Math.Sqrt(double d)", "Returns the square root of a specified number.")]
    public void Hover_ShowsSignatureAndDocumentation(string marked, string signature, string? documentation)
    {
        var found = session.Cells.Hover(marked.Replace("|", ""), marked.IndexOf('|'), CancellationToken.None);
        Assert.Equal(signature, found?.Signature ?? "");
        if (!string.IsNullOrEmpty(documentation)) Assert.StartsWith(documentation, found!.Documentation);
    }

    [Fact]
    public void Hover_OverACallThatIsNotFinished_ListsWhatItMayBecome()
    {
        var signature = session.Cells.Hover("Math.Sign(", 6, CancellationToken.None)!.Signature.Split('\n');
        Assert.Contains("int Math.Sign(double value)", signature);
        Assert.Equal(5, signature.Length);
    }

    [Fact]
    public void Hover_FollowsInheritedDocumentation()
    {
        var path = LibraryFile.Compile("Documented", "public static class Documented { public static int A() => 1; public static int B() => 2; }");
        File.WriteAllText(Path.ChangeExtension(path, ".xml"), """
            <doc><members>
              <member name="M:Documented.A"><summary>The first  of <see cref="M:Documented.B"/>.</summary></member>
              <member name="M:Documented.B"><inheritdoc cref="M:Documented.A"/></member>
            </members></doc>
            """);
        session.Run($"#r \"{path}\"");
        Assert.Equal("The first of B.", session.Cells.Hover("Documented.B()", 12, CancellationToken.None)!.Documentation);
    }

    [Fact]
    public void Diagnosis_AskedBeforeTheKernelIsWarm_KnowsTheFramework()
    {
        var cold = new CellSession(SessionUnderTest.HostWithoutPackages);
        Assert.Empty(cold.Diagnose("double root = Math.Sqrt(2);", CancellationToken.None).Items);
    }

    [Fact]
    public void Diagnosis_PointsAtTheMistake()
    {
        var found = Assert.Single(session.Cells.Diagnose("#r \"nuget: Plotly.NET, 6.0.0\"\nvar x = undefined;", CancellationToken.None).Items);
        Assert.Equal((38, 47, "error", "CS0103"), (found.Start, found.End, found.Severity, found.Code));
    }

    [Theory]
    [InlineData("1 + 1", "Complete")]
    [InlineData("for (var i = 0; i < 3; i++) {", "Incomplete")]
    [InlineData("var x = (1 +", "Incomplete")]
    [InlineData("var 1x = ;", "Invalid")]
    public void Text_HasAState(string source, string state) => Assert.Equal(state, session.Cells.StateOf(source).ToString());
}
