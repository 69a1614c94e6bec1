using LogRegCourse.App.Grading;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Grading;

public sealed class GradeReportTests : IDisposable
{
    private const string Long = "double F(double z) { var a = z * z; var b = a + 1; var c = a / b; return c > 0 ? c : -c; }";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static GradedLesson Lesson(string student, string verdict, string? mistake, string answer) =>
        new(new Student(student), "02-lesson", $"{student}.ipynb", null, [new Grade("2.1", verdict, mistake, "With 0 it gives 1.")], []) { Answers = new Dictionary<string, string> { ["2.1"] = answer } };

    private static ClassReport Report(params GradedLesson[] graded) => new(graded, ClassMistakes.Of(graded), EqualAnswers.Of(graded, [Course]), "nothing", false);

    private static CourseLesson Course { get; } = new("02-lesson", [], [new("2.1", "exercise-2-1", "check-2-1", "Check(\"2.1\", F)", "double F(double z) => double.NaN;")]);

    [Fact]
    public void Page_ShowsWhatStudentsWroteAsText()
    {
        const string Evil = "<script>alert(1)</script>";
        var page = GradeReport.Page(Report(Lesson(Evil, "failed", $"\" onmouseover=\"{Evil}", $"\"{Evil}\""), new GradedLesson(new Student(Evil), null, Evil, null, [], [], Evil)));

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onmouseover", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_AreCountedByNameWithAnAnswerWithoutComments()
    {
        var mistakes = Report(
            Lesson("a", "failed", "The sign is wrong.", "var x = 1; // Ada Lovelace wrote this"),
            Lesson("b", "failed", "The sign is wrong.", "var x = 1 + 1;"),
            Lesson("c", "passed", null, "var x = 3;"),
            Lesson("d", "not-done", null, "")).Mistakes;

        Assert.Equal(new ClassMistake("2.1", "The sign is wrong.", true, 2, 3, "var x = 1;"), Assert.Single(mistakes));
    }

    [Fact]
    public void EqualAnswers_AreLongAndRare()
    {
        string Other(int k) => Long.Replace("a + 1", $"a + {k + 2}", StringComparison.Ordinal);
        var equal = Report([Lesson("a", "passed", null, Long), Lesson("b", "passed", null, Long.Replace("; ", ";\n  // mine\n", StringComparison.Ordinal)), Lesson("c", "passed", null, "double F(double z) => 1;"), Lesson("d", "passed", null, "double F(double z) => 1;"), .. Enumerable.Range(0, 9).Select(k => Lesson($"e{k}", "passed", null, Other(k)))]).Equal;
        Assert.Equal(["a", "b"], Assert.Single(equal).Students.Select(student => student.Name));

        Assert.Empty(Report([.. Enumerable.Range(0, 9).Select(k => Lesson($"e{k}", "passed", null, Long))]).Equal);
    }

    [Theory]
    [InlineData("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("Ada, \"Countess\"\nof L", "\"Ada, \"\"Countess\"\"\nof L\"")]
    [InlineData("Ada", "Ada")]
    [InlineData(null, "")]
    public void Field_OfATable_IsNoFormula(string? field, string written) => Assert.Equal(written + "\r\n", Csv.Write([[field]]));

    [Fact]
    public void Platforms_GetTheirColumns()
    {
        var graded = new GradedLesson(new Student("Ada", "17", "99"), "02-lesson", "", null, [new("2.1", "passed"), new("2.2", "failed", "The sign is wrong."), new("2.3", "not-done")], []);
        var tables = GradeTables.ForPlatforms([graded]).ToDictionary();

        Assert.Equal("Identifier,Full name,Grade,Maximum Grade,Last modified (grade),Feedback comments\r\nParticipant 17,Ada,1,3,,2.1: right. 2.2: The sign is wrong. 2.3: not done.\r\n", tables["moodle-02-lesson.csv"]);
        Assert.Equal("Student,ID,SIS User ID,SIS Login ID,Section,02-lesson\r\n    Points Possible,,,,,3\r\nAda,99,,,,1\r\n", tables["canvas-02-lesson.csv"]);
        Assert.Equal("assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score\r\n02-lesson,,,Ada,,,,1,0,1,3\r\n", tables["nbgrader-02-lesson.csv"]);
    }

    [Fact]
    public void Pseudonyms_StayFromRunToRun()
    {
        var key = _folder.PathOf("key.tsv");
        var first = Pseudonyms.Apply([Lesson("Ada", "passed", null, "x"), Lesson("Bob", "passed", null, "x")], key);
        var second = Pseudonyms.Apply([Lesson("Cy", "passed", null, "x"), Lesson("Bob", "passed", null, "x"), Lesson("Ada", "passed", null, "x")], key);

        Assert.Equal([first[0].Student, first[1].Student], [second[2].Student, second[1].Student]);
        Assert.Equal("Student 003", second[0].Student.Name);
        Assert.DoesNotContain(second, lesson => lesson.Place.Contains("Ada", StringComparison.Ordinal));
        Assert.Contains($"{first[0].Student.Name}\tAda", File.ReadAllLines(key));
    }
}
