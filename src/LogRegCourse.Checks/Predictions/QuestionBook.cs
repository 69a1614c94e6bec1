using LogRegCourse.Checks.Review;

namespace LogRegCourse.Checks.Predictions;

/// <summary>All questions that the lessons ask before an answer, in the order of the course.</summary>
internal static class QuestionBook
{
    public static IReadOnlyList<Question> All { get; } = [.. Lesson02b.All, .. Lesson06.All];

    /// <exception cref="ArgumentException">There is no such question.</exception>
    public static Question Find(string id) => All.FirstOrDefault(question => question.Id == id) ?? ReviewBank.Find(id)
        ?? throw new ArgumentException($"There is no prediction {id}; {Known(id.Split('.')[0])}", nameof(id));

    private static string Known(string lesson) => All.Where(question => question.Lesson == lesson).Select(question => question.Id).ToList() is { Count: > 0 } ids
        ? $"those of lesson {lesson} are {string.Join(", ", ids)}." : "an id is the number of a lesson and a letter, such as \"6.b\".";
}
