using System.Globalization;
using LogRegCourse.Checks.Predictions;
using LogRegCourse.Notebooks.Tests.Rules;
using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests;

/// <summary>Every lesson as committed keeps the rules of notebooks/STYLE.md that need no kernel.</summary>
public class LessonTests
{
    public static TheoryData<string> Names => Lesson.Names;

    [Theory, MemberData(nameof(Names))]
    public void File_IsCanonicalAndClean(string lesson) => Assert.Empty(FileRules.Form(File.ReadAllBytes(Lesson.Named(lesson).Path)));

    [Theory, MemberData(nameof(Names))]
    public void Ids_AreUniqueWords(string lesson) => Assert.Empty(FileRules.Ids(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void FirstCell_IsTheSameEverywhere(string lesson) => Assert.Empty(CodeRules.FirstCell(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void DrawingCell_IsTheSameEverywhere(string lesson) => Assert.Empty(CodeRules.DrawingCell(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Cluster_IsBroughtByItsLessonAlone(string lesson) => Assert.Empty(CodeRules.ClusterCell(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Code_IsPlainScript(string lesson) => Assert.Empty(CodeRules.Script(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Code_IsShort(string lesson) => Assert.Empty(CodeRules.Length(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Code_FitsThePage(string lesson) => Assert.Empty(CodeRules.Width(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Prose_ComesInSmallPortions(string lesson) => Assert.Empty(ProseRules.Length(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Prose_IsInProportionToCode(string lesson) => Assert.Empty(ProseRules.Density(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Prose_StandsBetweenCodeCells(string lesson) => Assert.Empty(ProseRules.BetweenCode(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Title_NamesTheLesson(string lesson) => Assert.Empty(ProseRules.Title(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void LastCell_LinksToTheNextLesson(string lesson) => Assert.Empty(ProseRules.Link(
        Lesson.Named(lesson), Lesson.All.SkipWhile(other => other.Name != lesson).Skip(1).FirstOrDefault()?.Name));

    [Theory, MemberData(nameof(Names))]
    public void Exercises_HaveTaskAndCheck(string lesson) => Assert.Empty(ExerciseRules.Cells(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Exercises_AreEnough(string lesson) => Assert.Empty(ExerciseRules.Count(Lesson.Named(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Exercises_HaveSolutions(string lesson) => Assert.Empty(ExerciseRules.Solutions(
        Lesson.Named(lesson), File.ReadAllText(Path.Combine(Lesson.Folder, "solutions", lesson + ".csx"))));

    [Theory, MemberData(nameof(Names))]
    public void Predictions_AreAskedOnceAndNotAnswered(string lesson) => Assert.Empty(PredictionRules.Cells(
        Lesson.Named(lesson), QuestionBook.All.Select(question => question.Id)));

    [Theory, MemberData(nameof(Names))]
    public void Predictions_AreSixOrMore(string lesson) => Assert.InRange(Lesson.Named(lesson).Code.Count(cell => cell.IsPrediction), 6, int.MaxValue);

    [Fact]
    public void Course_StartsAtLessonZero_WithoutGaps()
    {
        // 2, 2b, 2c, 3: a lesson put in later takes a letter, and no number changes.
        var expected = "0";
        foreach (var lesson in Lesson.All)
        {
            var number = lesson.Number;
            if (number != "0") Assert.Contains(number, (string[])[$"{Whole(expected) + 1}", Whole(expected) + (char.IsAsciiLetter(expected[^1]) ? $"{(char)(expected[^1] + 1)}" : "b")]);
            expected = number;
        }

        static int Whole(string number) => int.Parse(number.TrimEnd([.. "abcdefghijklmnopqrstuvwxyz"]), CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Course_HasWhatItOwes()
    {
        Cell[] code = [.. Lesson.All.SelectMany(lesson => lesson.Code).Where(cell => !cell.IsShared)];
        int Count(params string[] words) => code.Count(cell => words.Any(word => cell.Source.Contains(word, StringComparison.Ordinal)));

        Assert.InRange(Lesson.All.Sum(lesson => ExerciseRules.Numbers(lesson).Count()), 45, int.MaxValue);
        Assert.InRange(Count("Derivation.Of("), 12, int.MaxValue);
        Assert.InRange(code.Count(cell => cell.Alt is not null), 25, int.MaxValue);
        Assert.InRange(Count("WithSlider(", "\"sliders\""), 5, int.MaxValue);
    }
}
