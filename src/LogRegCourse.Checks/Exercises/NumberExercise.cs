namespace LogRegCourse.Checks.Exercises;

/// <summary>An exercise whose answer is one number, or a list of numbers.</summary>
internal sealed class NumberExercise : Exercise
{
    private const double SameMistake = 1e-4;
    private readonly object _right;

    public NumberExercise(string id, string title, double right)
        : base(id, title) => _right = right;

    public NumberExercise(string id, string title, double[] right)
        : base(id, title) => _right = right;

    /// <summary>Relative tolerance; a number computed by hand has few digits.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Wrong answers that are known, each with the sentence that names the mistake.</summary>
    public IReadOnlyList<(double Wrong, string Sentence)> Mistakes { get; init; } = [];

    /// <summary>Says what is wrong with a list, if something about it is known; null otherwise.</summary>
    public Func<double[], string?> Explain { get; init; } = _ => null;

    public override Verdict Judge(object? answer)
    {
        var given = answer is int whole ? (double)whole : answer;
        if (given is null || given is double.NaN || given is double[] list && list.All(double.IsNaN)) return NotDone();
        if (given.GetType() != _right.GetType()) return WrongKind(answer, _right is double ? "a number" : "a list of numbers");
        if (Closeness.AreClose(_right, given, Tolerance)) return Verdict(VerdictState.Passed, new Finding(FindingState.Right, $"{Show.Value(given)} is right."));
        var sentence = given is double number ? Known(number) : Explain((double[])given);
        if (sentence is null && given is 0.0) return NotDone();
        return Verdict(VerdictState.Failed,
            [new Finding(FindingState.Wrong, $"{Show.Value(given)} is not the answer."), .. sentence is null ? (Finding[])[] : [new Finding(FindingState.Advice, sentence)]]);
    }

    private string? Known(double number) =>
        Mistakes.Where(mistake => Closeness.AreClose(mistake.Wrong, number, SameMistake)).Select(mistake => mistake.Sentence).FirstOrDefault();
}
