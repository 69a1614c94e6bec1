using System.Globalization;

namespace LogRegCourse;

/// <summary>Numbers as people read them: few digits, one way everywhere.</summary>
internal static class Digits
{
    /// <summary>Six significant digits.</summary>
    public static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>A probability of a test: three significant digits, and no more zeros than anyone reads.</summary>
    public static string PValue(double p) => p < 1e-16 ? "<1E-16" : p.ToString("G3", CultureInfo.InvariantCulture);

    /// <summary>Whether a table's cell holds a number, so that it stands at the right.</summary>
    public static bool IsNumber(string cell) =>
        double.TryParse(cell.TrimStart('<'), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
