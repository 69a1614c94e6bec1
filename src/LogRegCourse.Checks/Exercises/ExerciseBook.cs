namespace LogRegCourse.Checks.Exercises;

/// <summary>All exercises of the course, in its order.</summary>
internal static class ExerciseBook
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        .. Lesson00.All, .. Lesson01.All, .. Lesson02.All, .. Lesson02b.All, .. Lesson03.All, .. Lesson04.All, .. Lesson05.All, .. Lesson06.All, .. Lesson07.All,
        .. Lesson08.All, .. Lesson09.All, .. Lesson10.All, .. Lesson10b.All, .. Lesson11.All, .. Lesson12.All, .. Lesson12b.All, .. Lesson12c.All, .. Lesson13.All, .. Lesson14.All, .. Lesson15.All,
    ];

    /// <exception cref="ArgumentException">There is no such exercise.</exception>
    public static Exercise Find(string id) => All.FirstOrDefault(exercise => exercise.Id == id)
        ?? throw new ArgumentException($"There is no exercise {id}; those of this lesson begin with \"{id.Split('.')[0]}.\".", nameof(id));
}
