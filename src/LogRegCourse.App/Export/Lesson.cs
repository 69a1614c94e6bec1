using LogRegCourse.App.Notebooks;

namespace LogRegCourse.App.Export;

/// <summary>A notebook as a lesson of the course: what its title, its number and its sections are.</summary>
internal sealed record Lesson(string Name, Notebook Notebook)
{
    private string FirstText { get; } = Notebook.Cells.OfType<MarkdownCell>().FirstOrDefault()?.Source ?? "";

    /// <summary>The leading digits of the name: "01" of "01-why-the-sigmoid"; empty where there are none.</summary>
    public string Number => new([.. Name.TakeWhile(char.IsAsciiDigit)]);

    public string Title => MarkdownHtml.Headings(FirstText).Where(heading => heading.Level == 1).Select(heading => heading.Text).FirstOrDefault(Name);

    public string Summary => MarkdownHtml.FirstParagraph(FirstText);

    public string Page => Name + ".html";

    public IEnumerable<(int Level, string Text, string Id)> Sections =>
        Notebook.Cells.OfType<MarkdownCell>().SelectMany(cell => MarkdownHtml.Headings(cell.Source)).Where(heading => heading.Level is 2 or 3);

    public int Charts => Notebook.Cells.OfType<CodeCell>().Sum(cell => cell.Outputs.Count(output => Bundle(output)?.Has(MimeBundle.Plotly) == true));

    private static MimeBundle? Bundle(CellOutput output) => output switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => null,
    };
}
