using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Tests.Notebooks;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public RunCommandTests() => Directory.CreateDirectory(_folder.PathOf("data"));

    public void Dispose() => _folder.Dispose();

    private void Lesson(string name, params string[] sources) =>
        _folder.Write($"notebooks/{name}.ipynb", Samples.Around([.. sources.Select((source, index) => Samples.Code($"c{index}", JsonSerializer.Serialize(source)))]));

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] words) => BuiltApp.RunAsync(_folder.Path, ["run", .. words]);

    [Fact]
    public async Task Run_OfGoodNotebooks_EndsWithATableAndExecutedCopies()
    {
        Lesson("01-one", "var x = 20;", "x + 1");
        Lesson("02-two", "Console.WriteLine(\"σ\");");

        var (exitCode, output, error) = await RunAsync();

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith("Running 2 notebooks", output);
        Assert.Matches(@"✔ 01-one  2/2 cells  \d+\.\d s\n", output);
        Assert.Matches(@"\n *01-one +2 +\d+\.\d s +- +- +- +- +- *\n", output);
        Assert.EndsWith("\nExecuted copies  artifacts/run\nSite             artifacts/run/site/index.html\n\nAll 2 notebooks ran to their end.\n", output.Replace('\\', '/'));
        Assert.Contains("01-one.html", File.ReadAllText(_folder.PathOf("artifacts/run/site/index.html")));
        var copy = NotebookReader.ReadFile(_folder.PathOf("artifacts/run/01-one.ipynb"));
        var result = Assert.IsType<ResultOutput>(Assert.Single(((CodeCell)copy.Cells[1]).Outputs));
        Assert.Equal("21", result.Data.Text(MimeBundle.Plain));
        // The notebook itself is never touched.
        Assert.DoesNotContain("\"21\"", File.ReadAllText(_folder.PathOf("notebooks/01-one.ipynb")));
    }

    [Fact]
    public async Task Run_OfNotebooksOfOthers_GoesOnBehindEachThatItRefuses()
    {
        var good = Samples.Around(Samples.Code("c", "\"1 + 1\""));
        string[] theirs = [
            _folder.Write("a/one.ipynb", good),
            _folder.Write("b/one.ipynb", good.Replace("\"id\": \"c\", ", "").Replace("\"nbformat_minor\": 5", "\"nbformat_minor\": 2")),
            _folder.Write("b/python.ipynb", good.Replace("\"metadata\": {}, \"nbformat\"", "\"metadata\": {\"kernelspec\": {\"language\": \"python\", \"name\": \"python3\"}}, \"nbformat\"")),
            _folder.Write("b/half.ipynb", Samples.Around(Samples.Code("c", "\"var s = \\\"\\ud800\\\";\""))),
            _folder.Write("b/script.dib", "1 + 1"),
            _folder.Write("notebooks/latin1.ipynb", ""),
        ];
        File.WriteAllBytes(theirs[5], [(byte)'"', 0xE4, (byte)'"']);

        var (exitCode, output, error) = await RunAsync(["--json", .. theirs]);

        var failed = JsonElement.Parse(output).GetProperty("notebooks").EnumerateArray().ToDictionary(run => run.GetProperty("name").GetString()!, run => run.GetProperty("failed").GetInt32());
        Assert.Equal(1, exitCode);
        Assert.Equal(new() { ["a-one"] = 0, ["b-one"] = 0, ["python"] = 1, ["half"] = 0, ["script"] = 1, ["latin1"] = 1 }, failed);
        Assert.Contains("python.ipynb is a Python notebook: the cells that run here are C#.", error);
        Assert.True(File.Exists(_folder.PathOf("artifacts/run/a-one.ipynb")) && File.Exists(_folder.PathOf("artifacts/run/b-one.ipynb")));
    }

    [Theory]
    [InlineData("2", "02-two")]
    [InlineData("2b", "02b-put-in")]
    public async Task Run_OfOneNotebookByNumber_RunsThatOneAlone(string number, string name)
    {
        Lesson("01-one", "1");
        Lesson("02-two", "2");
        Lesson("02b-put-in", "3");

        var (exitCode, output, _) = await RunAsync(number, "--json", "--out", "here");

        Assert.Equal(0, exitCode);
        var summary = Assert.Single(JsonElement.Parse(output).GetProperty("notebooks").EnumerateArray());
        Assert.Equal((name, 1, 0), (summary.GetProperty("name").GetString(), summary.GetProperty("cells").GetInt32(), summary.GetProperty("failed").GetInt32()));
        Assert.Equal($"{name}.ipynb", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder.PathOf("here"), "*.ipynb"))));
    }

    [Fact]
    public async Task Run_WithSolutions_PutsThemInPlace()
    {
        _folder.Write("notebooks/03-three.ipynb", Samples.Around(Samples.Code("exercise-3-1", "\"var answer = 0;\""), Samples.Code("check-3-1", "\"answer\"")));
        _folder.Write("notebooks/solutions/03-three.csx", "// exercise 3.1\nvar answer = 42;\n");

        var (exitCode, _, error) = await RunAsync("--solutions");

        Assert.Equal((0, ""), (exitCode, error));
        var copy = NotebookReader.ReadFile(_folder.PathOf("artifacts/run/03-three.ipynb"));
        Assert.Equal("42", Assert.IsType<ResultOutput>(((CodeCell)copy.Cells[1]).Outputs[0]).Data.Text(MimeBundle.Plain));
    }

    [Fact]
    public async Task Run_OfHostileNotebooks_GivesOneSentenceEachAndRunsTheRest()
    {
        _folder.Write("notebooks/a-not-json.ipynb", "<html>no</html>");
        _folder.Write("notebooks/b-truncated.ipynb", Samples.Around(Samples.Code("a", "\"1\""))[..40]);
        _folder.Write("notebooks/c-nbformat-2.ipynb", """{"nbformat": 2, "nbformat_minor": 0, "worksheets": []}""");
        _folder.Write("notebooks/d-unknown-cell.ipynb", Samples.Around("""{"cell_type": "heading", "id": "h", "metadata": {}, "source": ""}"""));
        var output20 = $$"""[{"output_type": "stream", "name": "stdout", "text": "{{new string('x', 20 * 1024 * 1024)}}"}]""";
        _folder.Write("notebooks/e-old-output.ipynb", Samples.Around(Samples.Code("a", "\"1 + 1\"", output20)));
        Lesson("f-large-output", "display(HTML(new string('x', 20 * 1024 * 1024)));");
        Lesson("g-missing-dll", "#r \"bin/NoSuchLibrary.dll\"");
        Lesson("h-missing-package", "#r \"nuget: LogRegCourse.NoSuchPackage, 1.0.0\"");
        Lesson("j-million-lines", "for (var i = 0; i < 1_000_000; i++) Console.WriteLine(i);");
        Lesson("k-overflow", "int Deep(int n) => Deep(n + 1) + 1;", "Deep(0)");
        Lesson("l-throws", "var text = \"3,5\";\nvar n = 2;\nint.Parse(text)");
        Lesson("m-does-not-compile", "var a = 1;\nb + a");
        Lesson("z-good", "6 * 7");

        var (exitCode, output, error) = await RunAsync();

        Assert.Equal(1, exitCode);
        var sentences = error.TrimEnd('\n').Split('\n');
        Assert.Equal(
            [
                "a-not-json: a-not-json.ipynb is not JSON (line 1, column 1): restore it from git or from .logregcourse beside it.",
                "b-truncated: b-truncated.ipynb ends too early, in line 1: it was cut off; restore it from git or from .logregcourse beside it.",
                "c-nbformat-2: c-nbformat-2.ipynb is a notebook of nbformat 2, and 3 or 4 is needed: convert it with  jupyter nbconvert --to notebook --inplace c-nbformat-2.ipynb",
                "d-unknown-cell: d-unknown-cell.ipynb: cell 1 (h) has the type \"heading\", but a cell is code, markdown or raw.",
            ],
            sentences[..4]);
        Assert.StartsWith("g-missing-dll, cell 1 (c0), line 1", sentences[4]);
        Assert.Contains("NoSuchLibrary.dll", sentences[4]);
        Assert.StartsWith("h-missing-package, cell 1 (c0), line 1, column 1: The package LogRegCourse.NoSuchPackage could not be had", sentences[5]);
        Assert.Equal("k-overflow, cell 2 (c1): The cell used up the stack, as a recursion without an end does: give the function a case in which it does not call itself.", sentences[6]);
        Assert.StartsWith("l-throws, cell 1 (c0), line 3: The input string '3,5' was not in a correct format.", sentences[7]);
        Assert.StartsWith("m-does-not-compile, cell 1 (c0), line 2, column 1: There is no b here. ", sentences[8]);
        Assert.EndsWith(" (CS0103: The name 'b' does not exist in the current context)", sentences[8]);
        Assert.Equal(9, sentences.Length);
        Assert.Contains("9 of 13 notebooks failed:\n", output);
        foreach (var good in (string[])["e-old-output", "f-large-output", "j-million-lines", "z-good"]) Assert.Contains($"✔ {good} ", output);
        Assert.Equal($"This output has 20 MB, more than the 10 MB a notebook keeps: show less of it; the whole text is in {Path.Combine(".logregcourse", "outputs", "c0-1.html")}.", Shown("f-large-output"));
        var lines = string.Concat(Outputs("j-million-lines").OfType<StreamOutput>().Select(printed => printed.Text));
        Assert.InRange(lines.Length, 100_000, 3_000_000);
    }

    private IEnumerable<CellOutput> Outputs(string name) =>
        ((CodeCell)NotebookReader.ReadFile(_folder.PathOf($"artifacts/run/{name}.ipynb")).Cells[0]).Outputs;

    private string? Shown(string name) => Outputs(name).OfType<DisplayOutput>().Single().Data.Text(MimeBundle.Plain);

    [Fact]
    public async Task Run_OfAnEndlessLoop_StopsItAndRunsTheRest()
    {
        Lesson("01-endless", "var n = 0;", "while (true) { n++; }");
        Lesson("02-good", "6 * 7");

        var (exitCode, output, error) = await RunAsync("--timeout", "15");

        Assert.Equal(
            (1, "01-endless, cell 2 (c1): The cell ran longer than 15 s and was stopped: look for a loop without an end, or allow more with --timeout.\n"),
            (exitCode, error));
        Assert.Contains("✔ 02-good ", output);
    }

    [Fact]
    public async Task ExportStatic_WritesTheSiteAlone()
    {
        Lesson("01-one", "1 + 1");

        var (exitCode, output, error) = await BuiltApp.RunAsync(_folder.Path, "export", "--static");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.EndsWith("\nSite  artifacts/site/index.html\n\nThe notebook ran to its end.\n", output.Replace('\\', '/'));
        Assert.True(File.Exists(_folder.PathOf("artifacts/site/01-one.html")));
        Assert.False(Directory.Exists(_folder.PathOf("artifacts/run")));
    }
}
