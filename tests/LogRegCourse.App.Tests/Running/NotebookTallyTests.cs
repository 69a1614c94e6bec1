using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Tests.Running;

public class NotebookTallyTests
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    private static CodeCell Showing(string id, params (string MimeType, string Json)[] forms) => new(id, "", None)
    {
        Outputs = [.. forms.Select(form => new DisplayOutput(MimeBundle.Of([KeyValuePair.Create(form.MimeType, JsonElement.Parse(form.Json))]), None))],
    };

    private static (string, string) Verdict(string id, string verdict, string kind = "exercise") =>
        (MimeBundle.Check, $$"""{"id": "{{id}}", "kind": "{{kind}}", "verdict": "{{verdict}}"}""");

    [Fact]
    public void Tally_CountsChartsAndTheLastVerdictOfEach_ExercisesAndExamplesApart()
    {
        var notebook = new Notebook(
            [
                new MarkdownCell("text", "", None),
                Showing("charts", (MimeBundle.Plotly, "{}"), (MimeBundle.Plotly, "{}"), (MimeBundle.Plain, "\"1\"")),
                Showing("checks", Verdict("3.1", "failed"), Verdict("3.2", "not-done"), Verdict("3.3", "failed")),
                Showing("example", Verdict("the slope", "passed", "derivation")),
                Showing("again", Verdict("3.1", "passed")),
            ],
            None);

        Assert.Equal(new NotebookTally(Cells: 4, Charts: 2, Exercises: new(1, 1, 1), Examples: new(1, 0, 0)), NotebookTally.Of(notebook));
    }

    [Fact]
    public void Summary_HasTheAgreedForm()
    {
        var notebook = new Notebook([Showing("a", (MimeBundle.Plotly, "{}"), Verdict("3.1", "passed"), Verdict("the slope", "passed", "derivation"))], None);
        NotebookRun[] runs =
        [
            new("03-descent", notebook, TimeSpan.FromSeconds(1.23456), null),
            new("04-broken", null, TimeSpan.Zero, new RunFailure("broken")),
        ];

        Assert.Equal(
            """{"notebooks":[{"name":"03-descent","cells":1,"failed":0,"seconds":1.235,"charts":1,"checks":{"passed":2,"failed":0,"notDone":0},"exercises":{"passed":1,"failed":0,"notDone":0}},"""
            + """{"name":"04-broken","cells":0,"failed":1,"seconds":0,"charts":0,"checks":{"passed":0,"failed":0,"notDone":0},"exercises":{"passed":0,"failed":0,"notDone":0}}]}""",
            RunSummary.Of(runs).ToJson());
    }

    [Fact]
    public void Failure_NamesNotebookCellLineAndMessage() =>
        Assert.Equal(
            "03-descent, cell 7 (odds), line 2, column 9: The name 'w' does not exist.",
            new RunFailure("The name 'w' does not exist.", new CellPlace(7, "odds"), 2, 9).Sentence("03-descent"));

    [Fact]
    public void Failure_OfSeveralCompilerErrors_IsOneLine() =>
        Assert.Equal(
            "03-descent, cell 1 (a), line 2, column 1: CS0103: The name 'b' does not exist in the current context (and 2 more)",
            new RunFailure(
                "(2,1): error CS0103: The name 'b' does not exist in the current context\n(3,1): error CS0103: x\n(4,1): error CS0103: y",
                new CellPlace(1, "a"),
                2,
                1).Sentence("03-descent"));
}
