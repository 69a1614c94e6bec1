namespace LogRegCourse;

/// <summary>A data file cannot be read as asked; the message is one sentence with file, line and column, and the remedy.</summary>
/// <param name="file">Name of the file.</param>
/// <param name="problem">What is wrong and what to do, to follow the place in a sentence.</param>
/// <param name="line">Line in the file, counted from 1 with the header; null when the whole file is meant.</param>
/// <param name="column">Name of the column; null when the whole line is meant.</param>
public sealed class CsvException(string file, string problem, int? line = null, string? column = null)
    : Exception(Place(file, line, column) + problem)
{
    /// <summary>Name of the file.</summary>
    public string File { get; } = file;

    /// <summary>Line in the file, counted from 1 with the header; null when the whole file is meant.</summary>
    public int? Line { get; } = line;

    /// <summary>Name of the column; null when the whole line is meant.</summary>
    public string? Column { get; } = column;

    private static string Place(string file, int? line, string? column) =>
        file + (line is null ? "" : $", line {line}") + (column is null ? "" : $", column '{column}'") + ": ";
}
