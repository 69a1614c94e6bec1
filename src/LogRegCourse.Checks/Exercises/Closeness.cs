using System.Collections;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Whether two results are the same: numbers within a relative tolerance, lists item by item.</summary>
internal static class Closeness
{
    public static bool AreClose(object? right, object? answer, double tolerance) => (right, answer) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (double a, double b) => AreClose(a, b, tolerance),
        (Array { Rank: 2 } a, Array { Rank: 2 } b) => Lengths(a).SequenceEqual(Lengths(b)) && Items(a).Zip(Items(b)).All(pair => AreClose(pair.First, pair.Second, tolerance)),
        (string a, string b) => a == b,
        (IEnumerable a, IEnumerable b) => AreClose([.. Items(a)], [.. Items(b)], tolerance),
        _ => right.Equals(answer),
    };

    /// <summary>Nothing was written: null, NaN, 0, false, or a list of nothing else.</summary>
    public static bool IsBlank(object? answer) => answer switch
    {
        null or false => true,
        double number => double.IsNaN(number) || number == 0,
        int number => number == 0,
        string text => text.Length == 0,
        IEnumerable sequence => Items(sequence).All(IsBlank),
        _ => false,
    };

    private static bool AreClose(object?[] a, object?[] b, double tolerance) =>
        a.Length == b.Length && a.Zip(b).All(pair => AreClose(pair.First, pair.Second, tolerance));

    private static bool AreClose(double right, double answer, double tolerance) =>
        right.Equals(answer) || right == answer
        || double.IsFinite(right) && Math.Abs(right - answer) <= tolerance * (right == 0 ? 1 : Math.Abs(right));

    private static IEnumerable<int> Lengths(Array table) => [table.GetLength(0), table.GetLength(1)];

    private static IEnumerable<object?> Items(IEnumerable sequence) => sequence.Cast<object?>();
}
