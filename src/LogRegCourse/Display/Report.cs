namespace LogRegCourse;

/// <summary>A value that can be shown as a small report in a notebook, in a terminal and on a page.</summary>
internal interface IReportable
{
    Report Report();
}

/// <summary>What a value says about itself: a title, tables, and sentences below them.</summary>
/// <param name="Title">One line.</param>
/// <param name="Tables">Tables in order.</param>
/// <param name="Notes">Sentences that follow the tables.</param>
internal sealed record Report(string Title, IReadOnlyList<ReportTable> Tables, IReadOnlyList<string> Notes);

/// <summary>A table of ready-made texts.</summary>
/// <param name="Header">The columns' names.</param>
/// <param name="Rows">One text per column in each row.</param>
internal sealed record ReportTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Numbers stand right, words stand left.</summary>
    public bool IsNumeric(int column) => Rows.Count > 0 && Rows.All(row => row[column].Length == 0 || Digits.IsNumber(row[column]));
}
