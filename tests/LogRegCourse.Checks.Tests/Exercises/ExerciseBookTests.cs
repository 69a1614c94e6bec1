using LogRegCourse.Checks.Exercises;

namespace LogRegCourse.Checks.Tests.Exercises;

public class ExerciseBookTests
{
    [Fact]
    public void Ids_AreUnique() => Assert.Equal(ExerciseBook.All.Count, ExerciseBook.All.Select(exercise => exercise.Id).Distinct().Count());

    [Fact]
    public void EveryExercise_HasTwoHints() =>
        Assert.Empty(ExerciseBook.All.Where(exercise => exercise.Hints.Count < 2).Select(exercise => exercise.Id));

    [Fact]
    public void UnknownExercise_IsNamed() =>
        Assert.Contains("99.1", Assert.Throws<ArgumentException>(() => ExerciseBook.Find("99.1")).Message, StringComparison.Ordinal);
}
