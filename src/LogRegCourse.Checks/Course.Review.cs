using LogRegCourse.Checks.Review;

namespace LogRegCourse.Checks;

/// <content>Questions that look back.</content>
public static partial class Course
{
    /// <summary>Three questions from one, two and four lessons before; other ones when these are answered.</summary>
    /// <param name="lesson">The lesson that begins, such as "5".</param>
    public static ReviewSheet Review(string lesson) => new(ReviewDraw.BeforeLesson(lesson));

    /// <summary>Five questions on what you have done so far: first what was never asked, then what went wrong.</summary>
    public static ReviewSheet Review() => new(ReviewDraw.OfWhatIsDue());
}
