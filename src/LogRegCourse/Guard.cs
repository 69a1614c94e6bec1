using System.Runtime.CompilerServices;

namespace LogRegCourse;

/// <summary>Checks of arguments, each failing with one sentence that says which argument, which row, and what to do.</summary>
internal static class Guard
{
    public static double Probability(double p, [CallerArgumentExpression(nameof(p))] string? name = null) =>
        p is < 0 or > 1
            ? throw new ArgumentOutOfRangeException(name, $"{name} is {Show(p)}, but a probability lies between 0 and 1.")
            : p;

    public static double Label(double y, [CallerArgumentExpression(nameof(y))] string? name = null) =>
        y is < 0 or > 1
            ? throw new ArgumentOutOfRangeException(name, $"{name} is {Show(y)}, but a label is 0 or 1 (or a probability between them).")
            : y;

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, $"{name} is {Show(value)}, but it must be a positive finite number.");

    public static void SameLength(int expected, int actual, string name, string expectedOf)
    {
        if (expected != actual)
            throw new ArgumentException($"{name} has {actual} entries, but {expectedOf} has {expected} rows; give one entry per row.", name);
    }

    public static void Finite(double[] values, string name)
    {
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i]))
                throw new ArgumentException($"{name} is {Show(values[i])} in row {i + 1}; remove that row or replace the value by a finite number.", name);
    }

    public static void Labels(double[] y, string name)
    {
        for (var i = 0; i < y.Length; i++)
            if (y[i] is not (0 or 1))
                throw new ArgumentException($"{name} is {Show(y[i])} in row {i + 1}, but labels are 0 or 1; code the classes as 0 and 1 first.", name);
    }

    public static string Show(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
