namespace LogRegCourse.Cluster;

/// <summary>What a number of a row has to be.</summary>
internal static class Cells
{
    /// <summary>What is wrong with a feature's value; null when nothing is.</summary>
    public static string? Feature(double value) =>
        double.IsFinite(value) ? null : FormattableString.Invariant($"{value} is not a finite number; correct it or leave the row out.");

    /// <summary>What is wrong with a label; null when nothing is.</summary>
    public static string? Label(double value) =>
        value is >= 0 and <= 1 ? null : FormattableString.Invariant($"{value} is no label; labels are 0 or 1, or a probability between them.");
}
