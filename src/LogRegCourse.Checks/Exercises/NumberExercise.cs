using System.Globalization;

namespace LogRegCourse.Checks.Exercises;

/// <summary>An exercise whose answer is one number, or a list of numbers.</summary>
internal sealed class NumberExercise : Exercise
{
    /// <summary>What an answer 0 may come from.</summary>
    public const string ZeroByDivision = "If whole numbers are divided on the way, as in 1 / 12, C# drops the rest and 0 is left: write 1 / 12.0.";

    // What arithmetic in double may lose on the way to a number that is asked for exactly.
    private const double Exact = 1e-9;
    private const double SameMistake = 1e-4;
    private readonly object _right;

    public NumberExercise(string id, string title, double right)
        : base(id, title) => _right = right;

    public NumberExercise(string id, string title, double[] right)
        : base(id, title) => _right = right;

    /// <summary>How many significant digits the task asks for, and says so; null where the number is asked for as it is.</summary>
    public int? Digits { get; init; }

    /// <summary>Wrong answers that are known, each with the sentence that names the mistake.</summary>
    public IReadOnlyList<(double Wrong, string Sentence)> Mistakes { get; init; } = [];

    /// <summary>Says what is wrong with a list, if something about it is known; null otherwise.</summary>
    public Func<double[], string?> Explain { get; init; } = _ => null;

    public override Verdict Judge(object? answer)
    {
        var given = answer switch { int whole => (double)whole, int[] wholes => Array.ConvertAll(wholes, whole => (double)whole), _ => answer };
        if (given is null || Closeness.IsBlank(given)) return NotDone();
        if (given.GetType() != _right.GetType()) return WrongKind(answer, _right is double ? "a number" : "a list of numbers");
        if (IsRight(given)) return Verdict(VerdictState.Passed, new Finding(FindingState.Right, $"{Show.Value(given)} is right."));
        var sentence = given is double number ? Known(number) ?? TooFewDigits(number) : Explain((double[])given);
        return Verdict(VerdictState.Failed,
            [new Finding(FindingState.Wrong, $"{Show.Apart(given, _right).Item1} is not the answer."), .. new[] { sentence, Divided(given, sentence) }.OfType<string>().Select(advice => new Finding(FindingState.Advice, advice))]);
    }

    // A 0, and what is divided by one, may come from a quotient of whole numbers, whatever else it is.
    private static string? Divided(object given, string? sentence) =>
        given is 0.0 or double.NaN or double.PositiveInfinity or double.NegativeInfinity
            && sentence?.Contains("C#", StringComparison.Ordinal) != true ? ZeroByDivision : null;

    private bool IsRight(object given) => Digits is { } digits && _right is double right
        ? Math.Abs((double)given - right) <= HalfUnit(right, digits) * (1 + Exact)
        : Closeness.AreClose(_right, given, Exact, 0);

    // Half of what one more or less in the last digit asked for would make.
    private static double HalfUnit(double number, int digits) => 0.5 * Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))) + 1 - digits);

    private string? Known(double number) =>
        Mistakes.Where(mistake => Closeness.AreClose(mistake.Wrong, number, SameMistake, 0)).Select(mistake => mistake.Sentence).FirstOrDefault();

    // Right as far as it goes: rounded or cut to fewer digits than the task asks for.
    private string? TooFewDigits(double number)
    {
        if (_right is not double right || number == 0 || double.IsInteger(right)) return null;
        var fewer = Enumerable.Range(1, (Digits ?? 15) - 1).Where(digits => IsShort(number, digits) && IsRoundedOrCut(number, right, digits)).ToList();
        if (fewer.Count == 0) return null;
        var asked = Digits is { } digits ? $"the task asks for {Words[digits]}" : "the number is asked for as it is, to nine digits or as a formula";
        return $"Right as far as it goes, but {asked}: more digits, please.";
    }

    private static bool IsRoundedOrCut(double number, double right, int digits) =>
        Math.Abs(number - right) <= HalfUnit(right, digits) || (Math.Abs(number) < Math.Abs(right) && Math.Abs(number - right) < 2 * HalfUnit(right, digits));

    private static bool IsShort(double number, int digits) => double.Parse(number.ToString($"G{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) == number;

    /// <summary>How a task says a number of digits.</summary>
    internal static IReadOnlyList<string> Words { get; } = ["no digits", "one digit", "two digits", "three digits", "four digits", "five digits", "six digits", "seven digits", "eight digits", "nine digits"];
}
