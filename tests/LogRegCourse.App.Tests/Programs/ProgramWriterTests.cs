using System.Diagnostics;
using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Programs;
using LogRegCourse.App.Tests.Commands;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Programs;

public class ProgramWriterTests
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    private static string Program(params string[] cells) => ProgramWriter.Write("03-three", new Notebook([.. cells.Select(Cell)], None), "../..");

    private static Cell Cell(string source, int index) =>
        source.StartsWith('#') && !source.StartsWith("#r", StringComparison.Ordinal) ? new MarkdownCell($"c{index}", source, None) : new CodeCell($"c{index}", source, None);

    /// <summary>The program's text between its first and its last lines, which are the same in every program.</summary>
    private static string Body(params string[] cells)
    {
        var text = Program(cells);
        var begin = text.IndexOf("Begin(", StringComparison.Ordinal);
        return text[(text.IndexOf('\n', begin) + 1)..text.IndexOf("/// <summary>Stands in for the notebook", StringComparison.Ordinal)].Trim();
    }

    [Theory]
    [InlineData("1 + 1", "display(1 + 1);")]
    [InlineData("// why\nx.Y(2)", "// why\ndisplay(x.Y(2));")]
    [InlineData("var a = 1;\na", "var a = 1;\ndisplay(a);")]
    [InlineData("public static double F(double x) => x;", "double F(double x) => x;")]
    [InlineData("#r \"bin/LogRegCourse.dll\"\nusing System.IO;\nvar a = 1;", "var a = 1;")]
    [InlineData("record P(int X);\nvar p = new P(1);", "var p = new P(1);\n\nrecord P(int X);")]
    [InlineData("# Title\n\nText.", "// # Title\n//\n// Text.\nNotebookOutput.Section(\"Title\");")]
    public void Cell_BecomesStatements(string cell, string expected) => Assert.Equal(expected, Body(cell));

    [Fact]
    public void Name_DeclaredAgain_IsReadAsItsNewestVersion() =>
        Assert.Equal(
            "var w = 1;\n\nvar w_2 = 2;\n\ndisplay(w_2 + p.w + new { w = w_2 }.w + F(w: w_2));",
            Body("var w = 1;", "var w = 2;", "w + p.w + new { w }.w + F(w: w)"));

    [Fact]
    public void LoopVariable_NamedLikeATopLevelVariable_GetsItsOwnName() =>
        Assert.Equal(
            "for (var i_1 = 0; i_1 < 2; i_1++) Use(i_1);\n\nvar i = 5;\n\nFunc<int, int> f = i => i;",
            Body("for (var i = 0; i < 2; i++) Use(i);", "var i = 5;", "Func<int, int> f = i => i;"));

    [Fact]
    public void LibraryOfTheCourse_BecomesAProject() => Assert.Contains(
        "\n#:project ../src/LogRegCourse.Checks/LogRegCourse.Checks.csproj\n#:project ../src/LogRegCourse.Cluster/LogRegCourse.Cluster.csproj\n",
        ProgramWriter.Write("lesson", new Notebook([Cell("#r \"bin/LogRegCourse.dll\"\n#r \"bin/LogRegCourse.Checks.dll\"", 0), Cell("#r \"bin/cluster/LogRegCourse.Cluster.dll\"", 1)], None), ".."));

    [Fact]
    public async Task Program_RunByDotnet_PrintsWhatTheNotebookShows()
    {
        using var folder = new TempFolder();
        var notebook = new Notebook(
            [
                Cell("#r \"nuget: Plotly.NET.CSharp, 0.14.0\"\n#r \"bin/LogRegCourse.dll\"\nusing System.IO;\nusing static System.Math;\nusing Chart = Plotly.NET.CSharp.Chart;\nusing static LogRegCourse.Logistic;", 0),
                Cell("var x = new[] { 0.0, 1.0 };\nvar scale = 1;\ndouble Twice(double z) => 2 * Sigmoid(z) * scale;\ndouble Begin(double n) => n;\nint Section(int n) => n;", 1),
                Cell("Twice(0)", 2),
                Cell("var x = \"again\";\nfor (var i = 0; i < 2; i++) Console.WriteLine($\"{x} {i}\");", 3),
                Cell("Chart.Point<double, double, string>(new[] { 1.0 }, new[] { 2.0 })", 4),
                Cell("record Point(double X);\nvar i = new Point(1.5);\nFile.Exists(\"bin/LogRegCourse.dll\")", 5),
            ],
            None);
        var toCourse = Path.GetRelativePath(folder.Path, Repository.Root).Replace('\\', '/');
        folder.Write("lesson.cs", ProgramWriter.Write("lesson", notebook, toCourse));

        var start = new ProcessStartInfo("dotnet", ["run", "lesson.cs"]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true };
        using var run = Process.Start(start)!;
        var output = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, output);
        Assert.Equal("1\nagain 0\nagain 1\n[chart 1: lesson-1.html]\nTrue\n", output.ReplaceLineEndings("\n"));
        Assert.Contains("\"y\":[2.0]", File.ReadAllText(folder.PathOf("lesson-1.html")));
    }

    [Fact]
    public async Task EveryLesson_AsAProgram_RunsToItsEnd()
    {
        if (!OptionalTool.AllRequired) Assert.Skip("Builds and runs a program for each lesson; LOGREGCOURSE_ALL_TESTS=1 runs it.");
        using var folder = new TempFolder();
        var (exported, _, error) = await BuiltApp.RunAsync(Repository.Root, "export", "--csharp", "--out", folder.Path);
        Assert.True(exported == 0, error);
        foreach (var program in Directory.GetFiles(folder.Path, "*.cs").Order())
        {
            var start = new ProcessStartInfo("dotnet", ["run", program]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var run = Process.Start(start)!;
            var complaint = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(run.ExitCode == 0, $"{Path.GetFileName(program)}\n{output}\n{await complaint}");
        }
    }
}
