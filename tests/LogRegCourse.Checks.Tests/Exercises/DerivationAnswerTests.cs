using LogRegCourse.Checks.Exercises;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>Every exercise that asks for a derivation, against answers in unusual words and against wrong ones.</summary>
public class DerivationAnswerTests
{
    private const int Fewest = 10;

    public static TheoryData<string> RightNames => [.. DerivationAnswers.Right.Select(answer => answer.Name)];

    public static TheoryData<string> WrongNames => [.. DerivationAnswers.Wrong.Select(answer => answer.Name)];

    [Theory]
    [MemberData(nameof(RightNames))]
    public void RightAnswer_InOtherWords_Passes(string name)
    {
        var (_, exercise, answer) = DerivationAnswers.Right.Single(one => one.Name == name);
        var verdict = ExerciseBook.Find(exercise).Judge(answer);
        Assert.True(verdict.State == VerdictState.Passed, verdict.ToString());
    }

    [Theory]
    [MemberData(nameof(WrongNames))]
    public void WrongAnswer_IsRefusedWithASentence(string name)
    {
        var (_, exercise, answer) = DerivationAnswers.Wrong.Single(one => one.Name == name);
        var verdict = ExerciseBook.Find(exercise).Judge(answer);
        Assert.True(verdict.State == VerdictState.Failed, $"{answer}\n{verdict}");
        Assert.Contains(verdict.Findings, finding => finding.State == FindingState.Wrong);
    }

    [Fact]
    public void EveryModel_IsRightAndHasItsForm_AndEveryListTenOfEach()
    {
        var all = ExerciseBook.All.OfType<DerivationExercise>().ToList();
        Assert.All(DerivationAnswers.Exercises, id => Assert.True(DerivationAnswers.Count(id) is var (right, wrong) && right >= Fewest && wrong >= Fewest, id));
        Assert.All(all.Where(exercise => exercise.Form is not null), exercise => Assert.True(exercise.Form!.IsOf(exercise.Model.Lines[^1].Line!), exercise.Id));
        Assert.All(all, exercise => Assert.True(exercise.Model.IsRight, exercise.Model.ToString()));
    }
}
