using System.Text.RegularExpressions;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Export;

/// <summary>A notebook as a lesson of the course: what its title, its number and its sections are.</summary>
internal sealed partial record Lesson(string Name, Notebook Notebook)
{
    private string FirstText { get; } = Notebook.Cells.OfType<MarkdownCell>().FirstOrDefault()?.Source ?? "";

    /// <summary>The lesson without what comes after its first text, and without all outputs.</summary>
    public Lesson Opening => new(Name, Notebook with { Cells = [.. Notebook.Cells.OfType<MarkdownCell>().Take(1)] });

    /// <summary>The number that the name begins with: "01" of "01-why-the-sigmoid", "02b" of a lesson put in behind the second; empty where there is none.</summary>
    public string Number => LeadingNumber().Match(Name).Value;

    public string Title => MarkdownHtml.Headings(FirstText).Where(heading => heading.Level == 1).Select(heading => heading.Text).FirstOrDefault(Name);

    /// <summary>The title without the number that it may begin with, for lists that show the number themselves.</summary>
    public string TitleAlone => NumberOfTitle().Replace(Title, "");

    /// <summary>What the lesson is for: the goals where its first text lists some, otherwise its first paragraph.</summary>
    public string Summary => MarkdownHtml.FirstList(FirstText) is { Count: > 0 } goals
        ? string.Join("; ", goals.Select(goal => goal.TrimEnd('.', ';', ',', ' '))) is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest + "." : ""
        : MarkdownHtml.FirstParagraph(FirstText);

    public string Page => Name + ".html";

    /// <summary>The page's address from its neighbours.</summary>
    public string Address => Uri.EscapeDataString(Page);

    public IEnumerable<(int Level, string Text, string Id)> Sections =>
        Notebook.Cells.OfType<MarkdownCell>().SelectMany(cell => MarkdownHtml.Headings(cell.Source)).Where(heading => heading.Level is 2 or 3);

    public int Charts => Notebook.Cells.OfType<CodeCell>().Sum(cell => cell.Outputs.Count(output => output.Bundle?.Has(MimeBundle.Plotly) == true));

    [GeneratedRegex("^[0-9]+([a-z](?=-))?")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^[0-9]+[a-z]?\. ")]
    private static partial Regex NumberOfTitle();
}
