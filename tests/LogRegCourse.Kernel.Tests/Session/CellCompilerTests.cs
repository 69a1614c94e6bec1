using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;
using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests.Session;

/// <summary>A compiler that runs nothing, and what runs its cells without a compiler.</summary>
public sealed class CellCompilerTests
{
    private readonly CellCompiler _compiler = new(SessionUnderTest.HostWithoutPackages);

    private List<CellCompiled> Compile(params string[] sources) => [.. sources.Select((source, place) => _compiler.Compile(new(place, $"c{place}", source)))];

    // What a whole kernel says of the same cells is in the tests of its session.
    private static List<string> Run(IEnumerable<CellCompiled> compiled)
    {
        var cells = new CompiledCells();
        return [.. compiled.Select(cell =>
        {
            if (cell.Cell is null) return cell.Error?.Name ?? "";
            var output = new RecordedOutput();
            var outcome = cells.Run(cell.Cell, output);
            return outcome.Error is { } error ? $"{error.Name}: {error.Message}" : string.Join("; ", output.Log);
        })];
    }

    [Fact]
    public void Cells_RunElsewhereAsTheyWouldHere()
    {
        var library = LibraryFile.Compile("Elsewhere", "public static class Elsewhere { public static int Answer => 42; }");
        Assert.Equal(
            ["", "", "result: 45", "CompilationError", "DivideByZeroException: Attempted to divide by zero.", "display: 4", "result: 2", "InvalidOperationException: Input not provided."],
            Run(Compile($"#r \"{library}\"\nusing static Elsewhere;", "int x = 3; int Plus(int a) => a + x;", "Plus(Answer)", "missing + 1", "int y = 1 / (x - x);", "x = 8; display(Plus(0) / 2);", "await Task.FromResult(2)", "input()")));
    }

    [Fact]
    public void Notebook_BeginsAnew()
    {
        var first = Compile("int x = 1;", "int own = 2;", "x + own");
        var second = Compile("int x = 1;", "int other = 3;", "x + own", "x + other");

        Assert.Same(first[0], second[0]);
        Assert.NotSame(first[2], second[2]);
        Assert.Equal(["", "", "CompilationError", "result: 4"], Run(second));
        Assert.Equal(["", "", "result: 3"], Run(first));
    }

    [Theory]
    [InlineData("#r \"nuget: Some.Package\"")]
    [InlineData("#!time\n1")]
    [InlineData("#r \"System.Xml.dll\"")]
    [InlineData("#  load \"other.csx\"")]
    [InlineData("using Microsoft.DotNet.Interactive;")]
    [InlineData("using Newtonsoft.Json;")]
    public void Cell_ThatBringsOtherCode_NeedsAWholeKernel(string source)
    {
        var answer = Compile("int x = 1;", source)[1];
        Assert.True(answer.NeedsKernel);
        Assert.Null(answer.Cell);
    }
}
