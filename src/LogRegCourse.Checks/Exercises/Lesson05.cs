namespace LogRegCourse.Checks.Exercises;

internal static class Lesson05
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
