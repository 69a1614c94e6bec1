using System.Globalization;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Numbers as the answers write them.</summary>
internal static class Show
{
    /// <summary>A number with two decimals.</summary>
    public static string Two(double number) => number.ToString("F2", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>Which of three words says how a number compares with another.</summary>
    public static string Compare(double number, double with, string less, string same, string more, double within = 1e-9) =>
        Math.Abs(number - with) <= within ? same : number < with ? less : more;
}
