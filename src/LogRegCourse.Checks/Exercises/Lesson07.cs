namespace LogRegCourse.Checks.Exercises;

internal static class Lesson07
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
