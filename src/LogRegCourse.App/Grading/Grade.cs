namespace LogRegCourse.App.Grading;

/// <summary>What came of one answer.</summary>
/// <param name="Exercise">Such as "3.2".</param>
/// <param name="Verdict">One of <see cref="GradeWords"/>.</param>
/// <param name="Mistake">The mistake by its name, where the checker knows it.</param>
/// <param name="Says">What the check or the compiler said first.</param>
internal sealed record Grade(string Exercise, string Verdict, string? Mistake = null, string? Says = null);

/// <summary>The words for what came of an answer.</summary>
internal static class GradeWords
{
    public const string Passed = "passed";
    public const string Failed = "failed";
    public const string NotDone = "not-done";
    public const string Unchecked = "unchecked";

    /// <summary>The answer does not compile, or ends in an error.</summary>
    public const string Broken = "broken";

    /// <summary>It took more time than it may.</summary>
    public const string OutOfTime = "out-of-time";

    /// <summary>The exercise's cell is not in the notebook.</summary>
    public const string Missing = "missing";
}

/// <summary>One student's lesson, graded. Failure: why there are no grades. Remarks: what a teacher should look at.</summary>
internal sealed record GradedLesson(Student Student, string? Lesson, string Place, int? Attempt, IReadOnlyList<Grade> Grades, IReadOnlyList<string> Remarks, string? Failure = null)
{
    /// <summary>The student's texts by exercise.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    public int Passed => Grades.Count(grade => grade.Verdict == GradeWords.Passed);
}
