using LogRegCourse.Notebooks.Tests.Rules;
using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests;

/// <summary>Every lesson runs, untouched and solved, and shows what its prose says it shows.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class ExecutedLessonTests(ExecutedCourse course)
{
    public static TheoryData<string> Names => Lesson.Names;

    [Theory, MemberData(nameof(Names))]
    public void Lesson_Untouched_RunsWithEveryExerciseNotDone(string lesson)
    {
        var run = course.Untouched.Of(lesson);
        Assert.Equal((0, 0, ExerciseRules.Numbers(Lesson.Named(lesson)).Count()), (run.Failed, run.Checks.Failed, run.Checks.NotDone));
    }

    [Theory, MemberData(nameof(Names))]
    public void Lesson_Solved_PassesEveryCheck(string lesson)
    {
        var (untouched, solved) = (course.Untouched.Of(lesson), course.Solved.Of(lesson));
        Assert.Equal((0, 0, 0), (solved.Failed, solved.Checks.Failed, solved.Checks.NotDone));
        Assert.Equal(untouched.Checks.Passed + untouched.Checks.NotDone, solved.Checks.Passed);
    }

    [Theory, MemberData(nameof(Names))]
    public void Figures_HaveTextAlternativeAndCaption(string lesson) =>
        Assert.Empty(FigureRules.Texts(Lesson.Named(lesson).Number, course.Cells(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Figures_HaveAxisTitles(string lesson) => Assert.Empty(FigureRules.Axes(course.Cells(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Numbers_InProse_EqualOutputs(string lesson) => Assert.Empty(NumberRules.Unsupported(course.Cells(lesson)));

    [Theory, MemberData(nameof(Names))]
    public void Numbers_DeclaredGiven_AreQuoted(string lesson) => Assert.Empty(NumberRules.Superfluous(course.Cells(lesson)));
}
