using System.Text;
using LogRegCourse.Notebooks.Tests.Rules;
using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests;

/// <summary>The rules find what they are for.</summary>
public class RuleTests
{
    private static readonly string Words121 = string.Join(' ', Enumerable.Repeat("word", 121));

    [Theory]
    [InlineData("#!time\nvar x = 1;", "directive")]
    [InlineData("var x = 1;\nx.Display()", "Display")]
    [InlineData("var x = ;", "CS1525")]
    [InlineData("#r \"other.dll\"", "directive")]
    [InlineData("using System.Net;", "using line")]
    [InlineData("namespace A { }", "CS7021")]
    [InlineData("static class A { }", "static class")]
    [InlineData("var Root = 1;", "Root, which is taken")]
    [InlineData("double Sigmoid(double z) => z;", "Sigmoid, which is taken")]
    [InlineData("var E = 1;", "E, which is taken")]
    [InlineData("double w = Slider(\"w\", 0, 1, 0);\nw * 2", "live inputs")]
    public void Script_GivenWhatNoDoorTakes_SaysSo(string source, string problem) =>
        Assert.Contains(problem, Assert.Single(CodeRules.Script(Lesson.Of(Cell.Code("bad", source)))), StringComparison.Ordinal);

    [Fact]
    public void Script_GivenGoodCode_IsSilent() => Assert.Empty(CodeRules.Script(Lesson.Of(
        Cell.Code("good", "double[] z = [-1, 0, 1];\ndouble Twice(double v) => 2 * v;\nrecord Flight(double Temperature);\nz.Select(Twice)"))));

    [Fact]
    public void FirstCell_WithCommentBehindReference_IsRefused() =>
        Assert.Single(CodeRules.FirstCell(Lesson.Of(Cell.Code("setup", CodeRules.Setup.Replace("Checks.dll\"", "Checks.dll\" // ours")))));

    [Fact]
    public void DrawingCell_ThatDiffers_IsRefused() => Assert.Single(CodeRules.DrawingCell(Lesson.Of(Cell.Code("drawing", "// mine"))));

    [Fact]
    public void ClusterCell_InAnotherLesson_IsRefused() => Assert.Single(CodeRules.ClusterCell(Lesson.Of(Cell.Code("cluster", CodeRules.Cluster))));

    [Fact]
    public void FirstCell_ThatIsNotSetup_IsRefused() => Assert.Single(CodeRules.FirstCell(Lesson.Of(Cell.Code("other", "1"))));

    [Fact]
    public void Length_OfThirteenLines_IsRefused() =>
        Assert.NotEmpty(CodeRules.Length(Lesson.Of(Cell.Code("long", string.Join('\n', Enumerable.Repeat("f();", 13))), Cell.Code("a", "1"), Cell.Code("b", "1"))));

    [Fact]
    public void Length_OfSixLinesInTheMiddle_IsRefused() =>
        Assert.NotEmpty(CodeRules.Length(Lesson.Of(Cell.Code("a", "1"), Cell.Code("b", "1\n2\n3\n4\n5\n6"), Cell.Code("c", "1\n2\n3\n4\n5\n6"))));

    [Theory]
    [InlineData("", 76, 0)]
    [InlineData("", 77, 1)]
    [InlineData("Derivation.Of(\"p\")\n", 77, 0)]
    public void Width_OfALine_IsThePages(string before, int width, int problems) =>
        Assert.Equal(problems, CodeRules.Width(Lesson.Of(Cell.Code("wide", before + new string('1', width)))).Count());

    [Fact]
    public void Prose_Of121Words_IsRefused() => Assert.Single(ProseRules.Length(Lesson.Of(Cell.Markdown("long", Words121))));

    [Theory]
    [InlineData(11, 1)]
    [InlineData(12, 0)]
    [InlineData(25, 0)]
    [InlineData(26, 1)]
    public void Density_OutsideTheRange_IsRefused(int words, int problems) => Assert.Equal(problems, ProseRules.Density(
        Lesson.Of(Cell.Markdown("a", string.Join(' ', Enumerable.Repeat("word", words))), Cell.Code("b", "1"))).Count());

    [Theory]
    [InlineData("two words", 2)]
    [InlineData("a formula $x + y + z$ here", 4)]
    [InlineData("$$\na = b\n$$", 1)]
    [InlineData("[a link](somewhere-else.ipynb)", 2)]
    [InlineData("before\n\n| a | table |\n| --- | --- |\n| more | words |\n\nafter", 2)]
    [InlineData("code\n```csharp\nvar x = 1;\n```\nafter", 2)]
    public void Words_AreWhatAReaderReads(string markdown, int words) => Assert.Equal(words, Prose.Words(markdown));

    [Fact]
    public void BetweenCode_WithoutASentence_IsRefused() =>
        Assert.Single(ProseRules.BetweenCode(Lesson.Of(Cell.Code("a", "1"), Cell.Code("b", "1"), Cell.Code("check-3-1", "1"))));

    [Fact]
    public void BetweenCode_BehindAPrediction_NeedsNoSentence() =>
        Assert.Empty(ProseRules.BetweenCode(Lesson.Of(Cell.Code("predict-3-a", "Predict(\"3.a\")"), Cell.Code("b", "1"))));

    [Theory]
    [InlineData("predict-3-a", "Predict(\"3.a\")", 0)]
    [InlineData("predict-3-b", "Predict(\"3.b\")", 2)]
    [InlineData("predict-3-a", "Predict(\"3.a\", \"higher\")", 2)]
    [InlineData("guess", "Predict(\"3.a\")", 2)]
    [InlineData("sum", "1 + 1", 1)]
    public void Predictions_AskedTwiceAnsweredOrForgotten_AreRefused(string id, string source, int problems) =>
        Assert.Equal(problems, PredictionRules.Cells(Lesson.Of(Cell.Markdown("say", "Guess."), Cell.Code(id, source)), ["3.a"]).Count());

    [Fact]
    public void Title_OfAnotherLesson_IsRefused() => Assert.Single(ProseRules.Title(Lesson.Of(Cell.Markdown("title", "# 4. Other"))));

    [Fact]
    public void Link_ThatIsMissing_IsRefused() => Assert.Single(ProseRules.Link(Lesson.Of(Cell.Markdown("end", "Go on.")), "04-next"));

    [Fact]
    public void Exercise_WithoutTaskAndCheck_IsRefused() => Assert.Equal(2, ExerciseRules.Cells(Lesson.Of(Cell.Code("exercise-3-1", "1"))).Count());

    [Fact]
    public void Exercise_OfAnotherLesson_IsRefused() => Assert.Single(ExerciseRules.Cells(Lesson.Of(
        Cell.Markdown("task-4-1", "**Input** **Goal** **Example**"), Cell.Code("exercise-4-1", "1"), Cell.Code("check-4-1", "Check(\"4.1\", 1)"))));

    [Fact]
    public void Exercise_OfALessonPutIn_HasItsLetter() => Assert.Empty(ExerciseRules.Cells(new Lesson("03b-put-in",
        [Cell.Markdown("task-3b-1", "**Input** **Goal** **Example**"), Cell.Code("exercise-3b-1", "1"), Cell.Code("check-3b-1", "Check(\"3b.1\", 1)")])));

    [Fact]
    public void Exercise_WhoseCheckIsAnothers_IsRefused() => Assert.Single(ExerciseRules.Cells(Lesson.Of(
        Cell.Markdown("task-3-1", "**Input** **Goal** **Example**"), Cell.Code("exercise-3-1", "1"), Cell.Code("check-3-1", "Check(\"3.2\", 1)"))));

    [Fact]
    public void Solutions_MissingOrSuperfluous_AreRefused() =>
        Assert.Equal(["3.1: has no solution", "3.2: is solved but not asked"],
            ExerciseRules.Solutions(Lesson.Of(Cell.Code("exercise-3-1", "1")), "// exercise 3.2\nvar x = 1;\n"));

    [Theory]
    [InlineData("""{"nbformat_minor":5}""")]
    [InlineData("{\n \"b\": 1,\n \"a\": 1\n}\n")]
    [InlineData("{\n \"a\": \"\\u03c3\"\n}\n")]
    [InlineData("{\n \"a\": 1\n}")]
    public void Form_ThatIsNotCanonical_IsSeen(string json) =>
        Assert.NotEqual(Encoding.UTF8.GetBytes(json), CanonicalJson.Rewrite(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Form_AsNbformatWritesIt_IsKept()
    {
        const string json = "{\n \"cells\": [],\n \"metadata\": {},\n \"text\": [\n  \"σ′ ≤ ¼ < \\\"1\\\" & 'x'\\n\"\n ]\n}\n";
        Assert.Equal(json, Encoding.UTF8.GetString(CanonicalJson.Rewrite(Encoding.UTF8.GetBytes(json))));
    }

    [Fact]
    public void Ids_TwiceOrShouting_AreRefused() =>
        Assert.Equal(2, FileRules.Ids(Lesson.Of(Cell.Code("same", "1"), Cell.Code("same", "1"), Cell.Code("LOUD", "1"))).Count());
}
