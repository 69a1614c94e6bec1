using System.Collections;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Whether two results are the same: numbers within a tolerance, lists item by item.</summary>
internal static class Closeness
{
    /// <summary>Whether an answer is the right result but for rounding.</summary>
    /// <param name="right">The right result.</param>
    /// <param name="answer">The student's.</param>
    /// <param name="tolerance">How far it may be off, relative to the right number.</param>
    /// <param name="rounding">How far it may be off in any case: what rounding loses of terms that cancel.</param>
    public static bool AreClose(object? right, object? answer, double tolerance, double rounding) => (right, answer) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (double a, double b) => AreClose(a, b, tolerance, rounding),
        (Array { Rank: 2 } a, Array { Rank: 2 } b) => Lengths(a).SequenceEqual(Lengths(b)) && Items(a).Zip(Items(b)).All(pair => AreClose(pair.First, pair.Second, tolerance, rounding)),
        (string a, string b) => a == b,
        (IEnumerable a, IEnumerable b) => AreClose([.. Items(a)], [.. Items(b)], tolerance, rounding),
        _ => right.Equals(answer),
    };

    /// <summary>Whether two results are the same number for number.</summary>
    public static bool AreSame(object? a, object? b) => AreClose(a, b, 0, 0);

    /// <summary>Nothing was written: null, NaN, or a list of nothing else.</summary>
    public static bool IsBlank(object? answer) => answer switch
    {
        null => true,
        double number => double.IsNaN(number),
        string text => text.Length == 0,
        IEnumerable sequence => Items(sequence).All(IsBlank),
        _ => false,
    };

    /// <summary>Whether a result has the right shape and no number in it is far off: a slip of rounding or a constant of few digits.</summary>
    public static bool IsNear(object? right, object? answer) => AreClose(right, answer, 1e-3, 0);

    private static bool AreClose(object?[] a, object?[] b, double tolerance, double rounding) =>
        a.Length == b.Length && a.Zip(b).All(pair => AreClose(pair.First, pair.Second, tolerance, rounding));

    private static bool AreClose(double right, double answer, double tolerance, double rounding) =>
        right.Equals(answer) || right == answer
        || (double.IsFinite(right) && Math.Abs(right - answer) <= Math.Max(tolerance * Math.Abs(right), rounding));

    private static IEnumerable<int> Lengths(Array table) => [table.GetLength(0), table.GetLength(1)];

    private static IEnumerable<object?> Items(IEnumerable sequence) => sequence.Cast<object?>();
}
