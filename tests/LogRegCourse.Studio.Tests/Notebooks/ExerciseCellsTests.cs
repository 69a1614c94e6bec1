using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Studio.Tests.Notebooks;

public class ExerciseCellsTests
{
    [Theory]
    [InlineData("check-5-1", "5.1")]
    [InlineData("check-2b-3", "2b.3")]
    [InlineData("check-errors", null)]
    [InlineData("check-chart", null)]
    [InlineData("exercise-5-1", null)]
    public void Cell_ChecksAnExercise_IfItsIdSaysWhich(string cellId, string? exercise) => Assert.Equal(exercise, ExerciseCells.CheckedBy(cellId));
}
