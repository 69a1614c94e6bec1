using LogRegCourse.Checks.Review;

namespace LogRegCourse.Checks.Predictions;

/// <summary>All questions that the lessons ask before an answer, in the order of the course.</summary>
internal static class QuestionBook
{
    public static IReadOnlyList<Question> All { get; } =
    [
        .. Lesson00.All,
        .. Lesson01.All,
        .. Lesson02.All,
        .. Lesson02b.All,
        .. Lesson03.All,
        .. Lesson04.All,
        .. Lesson05.All,
        .. Lesson06.All,
        .. Lesson07.All,
        .. Lesson08.All,
        .. Lesson09.All,
        .. Lesson10.All,
        .. Lesson10b.All,
        .. Lesson11.All,
        .. Lesson12.All,
        .. Lesson12b.All,
        .. Lesson12c.All,
        .. Lesson13.All,
        .. Lesson14.All,
        .. Lesson15.All,
    ];

    /// <exception cref="ArgumentException">There is no such question.</exception>
    public static Question Find(string id) => All.FirstOrDefault(question => question.Id == id) ?? ReviewBank.Find(id)
        ?? throw new ArgumentException($"There is no prediction {id}; {Known(id.Split('.')[0])}", nameof(id));

    /// <exception cref="ArgumentException">The lesson asks nothing.</exception>
    public static IReadOnlyList<Question> OfLesson(string lesson) => All.Where(question => question.Lesson == lesson).ToList() is { Count: > 0 } questions
        ? questions : throw new ArgumentException($"There are no predictions in a lesson {lesson}; give its number, such as \"13\".", nameof(lesson));

    private static string Known(string lesson) => All.Where(question => question.Lesson == lesson).Select(question => question.Id).ToList() is { Count: > 0 } ids
        ? $"those of lesson {lesson} are {string.Join(", ", ids)}." : "an id is the number of a lesson and a letter, such as \"6.b\".";
}
