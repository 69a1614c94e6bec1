namespace LogRegCourse.App.Grading;

/// <summary>
/// Which cells of a lesson a check needs: the setup, the answers, and what these stand on. A lesson's charts and tables,
/// on which nothing stands, take most of its time and are left out.
/// </summary>
internal static class NeededCells
{
    private const string Setup = "setup";

    public static IReadOnlyList<AnsweredCell> Of(AnsweredLesson lesson)
    {
        var cells = lesson.Cells;
        var needed = new bool[cells.Count];
        var waiting = new Stack<int>();
        for (var at = 0; at < cells.Count; at++)
            if (cells[at].Id == Setup || cells[at].Answers is not null || cells[at].Checks is not null) Need(at);
        while (waiting.TryPop(out var at))
            foreach (var name in cells[at].Names.Used)
                for (var before = at - 1; before >= 0; before--)
                {
                    if (cells[before].Names.Changed.Contains(name) && IsDefinedBefore(before, name)) Need(before);
                    if (!cells[before].Names.Defined.Contains(name)) continue;
                    Need(before);
                    break;
                }
        return [.. cells.Where((_, at) => needed[at])];

        void Need(int at)
        {
            if (needed[at]) return;
            needed[at] = true;
            waiting.Push(at);
        }

        bool IsDefinedBefore(int at, string name) => cells[at].Names.Defined.Contains(name) || cells.Take(at).Any(cell => cell.Names.Defined.Contains(name));
    }

    /// <summary>The setup without the chart library, whose packages take longer to load than all checks together; the
    /// cells as they are where one of them may draw.</summary>
    public static IReadOnlyList<AnsweredCell> WithoutCharts(IReadOnlyList<AnsweredCell> cells) =>
        cells.Any(cell => cell.Id != Setup && cell.Names.Used.Overlaps(OfCharts)) ? cells
        : [.. cells.Select(cell => cell.Id != Setup ? cell : cell with { Source = string.Join('\n', cell.Source.Split('\n').Where(line => !IsOfCharts(line))) })];

    private static readonly string[] OfCharts = ["Chart", "GenericChart", "Plotly", "Defaults", "Template", "StyleParam", "Color", "DynamicObj"];

    private static bool IsOfCharts(string line) => line.Contains("Plotly", StringComparison.Ordinal) || line.StartsWith("Defaults.", StringComparison.Ordinal);
}
