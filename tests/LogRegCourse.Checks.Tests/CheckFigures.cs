using System.Globalization;
using LogRegCourse.Testing;

namespace LogRegCourse.Checks.Tests;

/// <summary>What the tests measure of the checks, in artifacts/checks.csv (measure,value).</summary>
internal static class CheckFigures
{
    private static readonly Lock Gate = new();

    public static void Record(string measure, double value)
    {
        lock (Gate)
        {
            var path = Path.Combine(Repository.Artifacts, "checks.csv");
            var others = File.Exists(path) ? File.ReadAllLines(path).Skip(1).Where(line => line.Length > 0 && line.Split(',')[0] != measure) : [];
            string[] rows = [.. others, $"{measure},{value.ToString("G6", CultureInfo.InvariantCulture)}"];
            File.WriteAllLines(path, ["measure,value", .. rows.Order(StringComparer.Ordinal)]);
        }
    }
}
