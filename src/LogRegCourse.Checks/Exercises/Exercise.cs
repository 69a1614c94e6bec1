namespace LogRegCourse.Checks.Exercises;

/// <summary>What is asked, how an answer is judged, and what helps. One kind of answer is one derived class.</summary>
/// <param name="id">Lesson and number, such as "3.2".</param>
/// <param name="title">The task in a few words.</param>
internal abstract class Exercise(string id, string title)
{
    public string Id { get; } = id;

    public string Title { get; } = title;

    /// <summary>Hints from gentle to plain; the student gets one at a time.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>Judges an answer of any type; never throws, whatever the student's code does.</summary>
    public abstract Verdict Judge(object? answer);

    protected Verdict Verdict(VerdictState state, params IEnumerable<Finding> findings) => new(Id, Title, state, [.. findings]);

    protected Verdict NotDone(string reason = "Replace what the cell returns, run it, then run this check again.") =>
        Verdict(VerdictState.NotDone, new Finding(FindingState.NotTried, reason));

    protected Verdict WrongKind(object? answer, string wanted) => answer is null
        ? NotDone()
        : Verdict(VerdictState.Failed, new Finding(FindingState.Wrong, $"The answer should be {wanted}, but it is {Show.TypeOf(answer)}."));
}
