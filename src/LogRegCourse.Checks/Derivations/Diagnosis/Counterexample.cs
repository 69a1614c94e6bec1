using System.Globalization;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>The sentence with the values of both sides at one point.</summary>
internal static class Counterexample
{
    public static string Describe(Point point, Values expected, Values found, (int Before, int Own) numbers)
    {
        var at = point.Symbols.Count == 0 ? "" : $"At {point}: ";
        var (left, right) = Show(expected, found);
        return $"{at}from line {numbers.Before} follows {left}, but line {numbers.Own} is {right}.";
    }

    /// <summary>Both values with as many digits as it takes to see them differ.</summary>
    public static (string Left, string Right) Show(Values a, Values b)
    {
        for (var digits = 6; digits <= 17; digits++)
        {
            var (left, right) = (Write(a, digits), Write(b, digits));
            if (left != right) return (left, right);
        }
        return (Write(a, 17), "a little different");
    }

    public static string Write(double value, int digits = 6)
    {
        var text = value.ToString("G" + digits, CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    private static string Write(Values values, int digits)
    {
        if (values.IsScalar) return Write(values.Entries[0].Value.ToDouble(), digits);
        var rows = Enumerable.Range(0, values.Rows).Select(i => string.Join(", ", Enumerable.Range(0, values.Columns).Select(j => Write(values[i, j].Value.ToDouble(), digits))));
        return $"({string.Join("; ", rows)})";
    }
}
