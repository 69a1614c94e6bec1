using LogRegCourse.Checks.Predictions;
using LogRegCourse.Checks.Progress;

namespace LogRegCourse.Checks.Review;

/// <summary>Which questions are asked: what was never asked comes first, then what went wrong the last time, then the rest.</summary>
internal static class ReviewDraw
{
    private const int OfTheCourse = 5;

    /// <summary>How many lessons back a lesson's questions look.</summary>
    private static readonly int[] Back = [1, 2, 4];

    /// <summary>Three questions for the beginning of a lesson, from one, two and four lessons before.</summary>
    public static IReadOnlyList<Question> BeforeLesson(string lesson)
    {
        var before = ReviewBank.All.Select(known => known.Question.Lesson).Distinct().TakeWhile(other => Place(other).CompareTo(Place(lesson)) < 0).ToList();
        if (before.Count == 0) throw new ArgumentException($"No lesson comes before lesson {lesson}, so there is nothing to look back at.", nameof(lesson));
        var drawn = new List<Question>();
        foreach (var back in Back)
            drawn.AddRange(Due(question => question.Lesson == before[Math.Max(0, before.Count - back)]).Except(drawn).Take(1));
        return drawn;
    }

    /// <summary>Five questions from the lessons that were begun; from all of them where nothing is remembered.</summary>
    public static IReadOnlyList<Question> OfWhatIsDue()
    {
        var begun = ProgressFile.Read().Keys.Select(id => id.Split('.')[0]).ToHashSet();
        return [.. Due(question => begun.Count == 0 || begun.Contains(question.Lesson)).Take(OfTheCourse)];
    }

    private static IEnumerable<Question> Due(Func<Question, bool> isMeant)
    {
        // Each answer changes the order of the rest, so that another visit asks something else.
        var answered = ReviewBank.All.Count(known => ProgressFile.Outcome(known.Question.Id) is not null);
        return new StableRandom($"visit {answered}").Shuffled(ReviewBank.All.Select(known => known.Question).Where(isMeant))
            .OrderBy(question => ProgressFile.Outcome(question.Id) switch { null => 0, { Last: false } => 1, _ => 2 });
    }

    // "2b" lies between 2 and 3.
    private static (int Number, string Letter) Place(string lesson)
    {
        var digits = lesson.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 ? (int.Parse(lesson[..digits]), lesson[digits..])
            : throw new ArgumentException($"\"{lesson}\" is no lesson: write its number, such as Review(\"5\").", nameof(lesson));
    }
}
