namespace LogRegCourse.Cluster;

/// <summary>Where a partition met a number that it cannot use.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Row">The line of a CSV file, counted from 1 with the header; the row of a Parquet file, counted from 1.</param>
/// <param name="Column">Name of the column; empty when the whole row is meant.</param>
/// <param name="Problem">What is wrong and what to do.</param>
[GenerateSerializer]
public sealed record BadRow([property: Id(0)] string File, [property: Id(1)] long Row, [property: Id(2)] string Column, [property: Id(3)] string Problem)
{
    /// <summary>One sentence.</summary>
    public override string ToString() => $"{File}, {(File.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "line" : "row")} {Row}{(Column.Length > 0 ? $", column '{Column}'" : "")}: {Problem}";
}

/// <summary>A partition has a row that cannot be used; the message says file, row and column.</summary>
/// <param name="row">Where and what.</param>
public sealed class BadRowException(BadRow row) : Exception(row.ToString())
{
    /// <summary>Where and what.</summary>
    public BadRow Row { get; } = row;
}
