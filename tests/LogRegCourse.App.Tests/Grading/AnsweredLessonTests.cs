using System.Text;
using System.Text.Json.Nodes;
using LogRegCourse.App.Grading;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Grading;

public class AnsweredLessonTests
{
    private static readonly CourseLesson Lesson = CourseLesson.Read(Repository.PathOf("notebooks", MadeClass.Lesson + ".ipynb"))!;

    private static AnsweredLesson Of(Action<JsonArray> change, IReadOnlyDictionary<string, string>? answers = null) =>
        AnsweredLesson.Of(Lesson, NotebookReader.Read(Encoding.UTF8.GetBytes(MadeClass.Notebook(answers ?? MadeClass.Right, notebook => change(notebook["cells"]!.AsArray()))), "x.ipynb"));

    private static JsonNode Cell(JsonArray cells, string id) => cells.First(cell => (string)cell!["id"]! == id)!;

    private static JsonObject Code(string id, string source) => new() { ["cell_type"] = "code", ["id"] = id, ["metadata"] = new JsonObject(), ["source"] = source, ["outputs"] = new JsonArray(), ["execution_count"] = null };

    [Fact]
    public void Answers_AreTakenAndNothingElse()
    {
        var answered = Of(cells =>
        {
            Cell(cells, "check-2-2")["source"] = "Check(\"2.2\", SigmoidDerivative)";
            Cell(cells, "setup")["source"] = "Environment.Exit(0);";
        });

        Assert.Equal(MadeClass.Right["2.2"], answered.AnswerTo("2.2"));
        Assert.All(answered.Cells.Where(cell => !cell.IsStudents), cell => Assert.Equal(Lesson.Cells.Single(one => one.Id == cell.Id).Source, cell.Source));
        Assert.Empty(answered.Missing);
    }

    [Fact]
    public void LostIds_AreFoundByTheCheckBehindThem()
    {
        var answered = Of(cells =>
        {
            foreach (var cell in cells) cell!.AsObject().Remove("id");
        });

        Assert.All(MadeClass.Right, pair => Assert.Equal(pair.Value, answered.AnswerTo(pair.Key)));
        Assert.Empty(answered.Missing);
        Assert.DoesNotContain(answered.Cells, cell => cell.IsStudents && cell.Answers is null);
    }

    [Fact]
    public void CellThatIsGone_IsMissing() => Assert.Equal(["2.3"], Of(cells =>
    {
        cells.Remove(Cell(cells, "exercise-2-3"));
        cells.Remove(Cell(cells, "check-2-3"));
    }).Missing);

    [Fact]
    public void OwnCell_RunsOnlyWhereAnAnswerNeedsIt()
    {
        var answered = Of(
            cells =>
            {
                cells.Insert(cells.IndexOf(Cell(cells, "exercise-2-2")), Code("mine", "double Small(double z) => Exp(-Abs(z));"));
                cells.Insert(cells.IndexOf(Cell(cells, "exercise-2-2")), Code("play", "Small(3)"));
            },
            new Dictionary<string, string> { ["2.2"] = "double Slope(double z) => Small(z) / Pow(1 + Small(z), 2);" });

        var needed = NeededCells.Of(answered).Select(cell => cell.Source).ToList();

        Assert.Contains("double Small(double z) => Exp(-Abs(z));", needed);
        Assert.DoesNotContain("Small(3)", needed);
    }

    /// <summary>Exercise 2.4 reads w, which a cell with a table declares; charts are left out, and their library with them.</summary>
    [Fact]
    public void NeededCells_AreThoseThatAnswersStandOn()
    {
        var needed = NeededCells.WithoutCharts(NeededCells.Of(Of(_ => { })));

        Assert.Equal(["setup", "challenger-slope"], needed.Where(cell => cell.Answers is null && cell.Checks is null).Select(cell => cell.Id));
        Assert.DoesNotContain("Plotly", needed[0].Source, StringComparison.Ordinal);
    }

    /// <summary>So no submission waits for it, and a sandbox without a network can do without its packages.</summary>
    [Fact]
    public void Exercises_OfNoLesson_NeedTheChartLibrary() => Assert.All(Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb"), path =>
    {
        var solved = Solutions.Apply(NotebookReader.ReadFile(path), path);
        var needed = NeededCells.WithoutCharts(NeededCells.Of(AnsweredLesson.Of(CourseLesson.Read(path)!, solved)));

        Assert.False(needed[0].Source.Contains("Plotly", StringComparison.Ordinal), string.Join(", ", needed.Where(cell => cell.Answers is null && cell.Checks is null).Select(cell => cell.Id)));
    });
}
