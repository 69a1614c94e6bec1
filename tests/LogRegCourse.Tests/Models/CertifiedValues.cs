using System.Globalization;
using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

/// <summary>The 60-digit values of Reference/certified.csv, and the record of how many of their digits were met.</summary>
internal static class CertifiedValues
{
    // More digits than this cannot be told apart in double.
    private const double AllDigits = 17;
    private static readonly Lock Gate = new();

    private static readonly Dictionary<(string Fit, string Quantity), double> Values =
        File.ReadLines(Repository.PathOf("tests", "LogRegCourse.Tests", "Reference", "certified.csv")).Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(cells => (cells[0], cells[1]), cells => double.Parse(cells[2], CultureInfo.InvariantCulture));

    private static readonly SortedDictionary<string, double> Digits = new(StringComparer.Ordinal);

    /// <summary>Relative error at most the tolerance; the digits right are written to artifacts/certified-digits.csv.</summary>
    public static void Check(string fit, string quantity, double actual, double tolerance)
    {
        var error = Math.Abs(actual / Values[(fit, quantity)] - 1);
        Record(fit, quantity, error == 0 ? AllDigits : Math.Min(AllDigits, -Math.Log10(error)));
        Assert.True(error <= tolerance, $"{fit}, {quantity}: {actual:R} has a relative error of {error:E2} against {Values[(fit, quantity)]:R}");
    }

    private static void Record(string fit, string quantity, double digits)
    {
        lock (Gate)
        {
            Digits[$"{fit},{quantity}"] = digits;
            var lines = Digits.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key},{pair.Value:F2}"));
            File.WriteAllLines(Path.Combine(Repository.Artifacts, "certified-digits.csv"), ["fit,quantity,digits", .. lines]);
        }
    }
}
