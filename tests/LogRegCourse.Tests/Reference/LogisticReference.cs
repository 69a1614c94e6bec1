using System.Globalization;
using LogRegCourse.Testing;

namespace LogRegCourse.Tests.Reference;

/// <summary>The logistic functions at many places to fifty digits (make-logistic-reference.py): the nearest double, and what is missing from it in units of its last place.</summary>
internal sealed record LogisticReference(double At, double Nearest, double Rest)
{
    public static IReadOnlyList<LogisticReference> Of(string function) =>
        [.. File.ReadLines(Repository.PathOf("tests", "LogRegCourse.Tests", "Reference", "logistic-reference.csv"))
            .Select(line => line.Split(',')).Where(cells => cells[0] == function)
            .Select(cells => new LogisticReference(Number(cells[1]), Number(cells[2]), Number(cells[3])))];

    /// <summary>How far a computed value is off, in units of the last place.</summary>
    public double Ulps(double actual)
    {
        var magnitude = Math.Abs(Nearest);
        var unit = Math.BitIncrement(magnitude) - magnitude;
        return Math.Abs((actual - Nearest) / unit - Rest);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
