namespace LogRegCourse.Checks.Exercises;

internal static class Lesson00
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
