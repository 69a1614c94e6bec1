namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>Where one statement of the sources (1 to 202) or one of their errors (E01 to E43) is taught, and what tests it.</summary>
public sealed record CoverageRow(string Row, string Lesson, string Cell, string Test)
{
    private const string Header = "row,lesson,cell,test";
    private const int Statements = 202;
    private const int Errors = 43;

    /// <summary>Every row there must be.</summary>
    public static IReadOnlyList<string> Inventory { get; } =
        [.. Enumerable.Range(1, Statements).Select(number => $"{number}"), .. Enumerable.Range(1, Errors).Select(number => $"E{number:D2}")];

    public static IReadOnlyList<CoverageRow> ReadFile() => Read(File.ReadAllLines(Path.Combine(Support.Lesson.Folder, "coverage.csv")));

    public static IReadOnlyList<CoverageRow> Read(string[] lines)
    {
        Assert.Equal(Header, lines[0]);
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(parts =>
            parts.Length == 4 ? new CoverageRow(parts[0], parts[1], parts[2], parts[3]) : throw new FormatException($"coverage.csv: {string.Join(',', parts)} has not 4 cells"))];
    }
}
