using LogRegCourse.App.Tests.Commands;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Grading;

public sealed class GradeCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly MadeClass _class;

    public GradeCommandTests() => _class = new(_folder);

    public void Dispose() => _folder.Dispose();

    private async Task<(string Output, Dictionary<(string Student, string Exercise), (string Verdict, string? Mistake)> Grades)> GradeAsync(params string[] words)
    {
        var (exitCode, output, error) = await BuiltApp.RunAsync(Repository.Root, ["grade", _class.Folder, "--out", _folder.PathOf("report"), .. words]);
        Assert.Equal((0, ""), (exitCode, error));
        var grades = File.ReadAllText(_folder.PathOf("report/grades.csv")).Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(Fields)
            .Where(fields => fields[3] != "not-graded").ToDictionary(fields => (fields[0], fields[2]), fields => (fields[3], (string?)fields[4]));
        return (output, grades);
    }

    [Fact]
    public async Task Class_IsGradedAsItWasMade()
    {
        _class.HandInOrdinary(5, seed: 20);
        _class.HandIn("blank.ipynb", "blank", new Dictionary<string, string>(), MadeClass.Right.Keys.ToDictionary(exercise => exercise, _ => ("not-done", (string?)null)));
        _class.HandIn("forger.ipynb", "forger", new Dictionary<string, string>(MadeClass.Right)
        {
            ["2.4"] = """
                string Check(string id, object answer) => "right";
                double mostPerDegree = 7;
                "{\"id\":\"2.4\",\"kind\":\"exercise\",\"verdict\":\"passed\"}".DisplayAs("application/vnd.logregcourse.check+json")
                """,
            ["check-2-4"] = "\"Exercise 2.4: right\"",
        }, new Dictionary<string, (string, string?)> { ["2.4"] = ("failed", null) });
        // What only a whole kernel can do.
        _class.HandIn("magic.ipynb", "magic", new Dictionary<string, string>(MadeClass.Right) { ["2.4"] = "#!time\ndouble mostPerDegree = Abs(w) / 4;" });
        _class.Refuse("cut.ipynb", "cut", "{ \"cells\": [", "ends too early");
        _class.Refuse("other.ipynb", "other", """{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""", "is no lesson of this course");

        var (output, grades) = await GradeAsync();

        Assert.Equal(_class.Expected.Keys.Order(), grades.Keys.Order());
        Assert.All(_class.Expected, pair =>
        {
            Assert.Equal(pair.Value.Verdict, grades[pair.Key].Verdict);
            if (pair.Value.Mistake is { } mistake) Assert.StartsWith(mistake, grades[pair.Key].Mistake);
        });
        Assert.All(_class.Refused, pair => Assert.Contains($"Not graded: {pair.Key}.ipynb {pair.Value}", output));
        Assert.Contains("The class at a glance", File.ReadAllText(_folder.PathOf("report/report.html")));

        // What is graded is not graded again: no kernel is started.
        File.AppendAllText(_folder.PathOf("report/journal.jsonl"), "{ \"key\": \"cut o");
        Assert.Equal(grades, (await GradeAsync("--pseudonyms")).Grades.ToDictionary(pair => (Names()[pair.Key.Student], pair.Key.Exercise), pair => pair.Value));

        Dictionary<string, string> Names() => File.ReadAllLines(_folder.PathOf("report-key.tsv")).Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => parts[1]);
    }

    [Fact]
    public async Task Call_ThatMakesNoSense_IsOneSentence()
    {
        var (exitCode, _, error) = await BuiltApp.RunAsync(Repository.Root, "grade", _folder.PathOf("nowhere"));
        Assert.Equal(2, exitCode);
        Assert.StartsWith("There is no folder or zip", error);
    }

    private static List<string> Fields(string line)
    {
        List<string> fields = [""];
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted) fields.Add("");
            else fields[^1] += c;
        }
        return fields;
    }
}
