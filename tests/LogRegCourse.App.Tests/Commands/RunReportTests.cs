using System.Text.Json;
using LogRegCourse.App.Commands;
using LogRegCourse.App.Running;
using LogRegCourse.Studio.Notebooks;
using Spectre.Console;

namespace LogRegCourse.App.Tests.Commands;

public class RunReportTests
{
    private static readonly string[] Names = ["00-start-here", "02b-where-linear-log-odds-come-from", "10b-how-sure-is-a-fit"];

    private static string[] Printed(int width)
    {
        var none = JsonElement.Parse("{}");
        var check = JsonElement.Parse("""{"id": "2b.1", "kind": "exercise", "verdict": "not-done"}""");
        var example = JsonElement.Parse("""{"id": "bells", "kind": "derivation", "verdict": "passed"}""");
        var cell = new CodeCell("a", "", none) { Outputs = [.. new[] { check, example }.Select(shown => new DisplayOutput(MimeBundle.Of([KeyValuePair.Create(MimeBundle.Check, shown)]), none))] };
        var runs = Names.Select(name => new NotebookRun(name, new Notebook([cell], none), TimeSpan.FromSeconds(123.4), null)).ToList();
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        RunReport.Print(console, runs, ("Site", "site"));
        return writer.ToString().ReplaceLineEndings("\n").Split('\n');
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public void Table_FitsTheTerminal_AndBreaksNoWord(int width)
    {
        var lines = Printed(width);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        var rows = lines.SkipWhile(line => !line.Contains("Notebook", StringComparison.Ordinal)).Skip(2).TakeWhile(line => !line.Contains("Site", StringComparison.Ordinal));
        var shown = string.Concat(rows.Select(line => line.TrimStart().Split(' ')[0]).Where(word => word.Any(char.IsLetterOrDigit)));
        Assert.Equal(string.Concat(Names), shown);
        Assert.Contains(lines, line => line.Contains("Passed", StringComparison.Ordinal) && line.Contains("Failed", StringComparison.Ordinal) && line.Contains("Not done", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.EndsWith("No", StringComparison.Ordinal));
    }

    [Fact]
    public void ExamplesAndExercises_AreCountedApart()
    {
        var lines = Printed(140);
        Assert.Matches(@"Passed\s+Failed\s+Not done\s+Examples", string.Join('\n', lines));
        Assert.Contains(lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"00-start-here\s+1\s+123\.4 s\s+-\s+-\s+-\s+1\s+1\s*$"));
    }
}
