using System.Collections;
using System.Globalization;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Values and calls as a student would write them.</summary>
internal static class Show
{
    private const int MostItems = 8;
    private const string Usual = "G9";
    private const string Exact = "R";

    public static string Value(object? value) => Value(value, Usual);

    /// <summary>Two values that differ, with as many digits as it takes to see it.</summary>
    public static (string, string) Apart(object? a, object? b)
    {
        var (shortA, shortB) = (Value(a), Value(b));
        return shortA == shortB ? (Value(a, Exact), Value(b, Exact)) : (shortA, shortB);
    }

    public static string Call(IEnumerable<object?> arguments) => string.Join(", ", arguments.Select(argument => Value(argument)));

    public static string TypeOf(object value) => value switch
    {
        Derivation => "a derivation",
        Delegate => "a function with other parameters or another result",
        double or int or float or decimal or long => "a number",
        IEnumerable and not string => "a list",
        _ => $"a {value.GetType().Name}",
    };

    private static string Value(object? value, string format) => value switch
    {
        null => "null",
        double number => Number(number, format),
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        Array { Rank: 2 } table => Items(Enumerable.Range(0, table.GetLength(0))
            .Select(i => Items(Enumerable.Range(0, table.GetLength(1)).Select(j => Value(table.GetValue(i, j), format))))),
        IEnumerable sequence => Items(sequence.Cast<object?>().Select(item => Value(item, format))),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Number(double number, string format)
    {
        var short7 = number.ToString("G7", CultureInfo.InvariantCulture);
        return double.Parse(short7, CultureInfo.InvariantCulture) == number ? short7 : number.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Items(IEnumerable<string> items)
    {
        var shown = items.Take(MostItems + 1).ToList();
        return "[" + string.Join(", ", shown.Take(MostItems)) + (shown.Count > MostItems ? ", ..." : "") + "]";
    }
}
