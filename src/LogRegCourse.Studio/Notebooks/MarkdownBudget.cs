namespace LogRegCourse.Studio.Notebooks;

/// <summary>
/// What of markdown is typeset: reading it takes time that grows with the square of the marks in a paragraph and of the
/// headings, and calls itself for each level of nesting. Far beyond what anybody writes it is shown as it is written.
/// </summary>
internal static class MarkdownBudget
{
    private const int LongestText = 1_000_000;
    private const int DeepestNesting = 64;
    private const int MostHeadings = 2_000;

    // Of one paragraph that has nothing else: 6,000 marks.
    private const long MostPairsOfMarks = 36_000_000;

    public static bool Allows(string markdown)
    {
        if (markdown.Length > LongestText) return false;
        var (pairs, headings) = (0L, 0);
        var (marks, open) = (0L, 0);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                pairs += marks * marks;
                (marks, open) = (0, 0);
                continue;
            }
            if (Levels(line) > DeepestNesting) return false;
            if (IsOfHeading(line.Trim()) && ++headings > MostHeadings) return false;
            foreach (var c in line)
            {
                if (c is '[') open++;
                else if (c is ']' && open > 0) open--;
                if (c is '[' or ']' or '(' or '*' or '_' or '~' or '^' or '=' or '+' or '$' or '<' or '!' or '|' or '`' or '"' or '&' or '\\') marks++;
                if (open > DeepestNesting) return false;
            }
        }
        return pairs + marks * marks <= MostPairsOfMarks;
    }

    private static bool IsOfHeading(ReadOnlySpan<char> line) => line is ['#', ..] || !line.ContainsAnyExcept('=') || !line.ContainsAnyExcept('-');

    // Quotes and lists in one another, by the marks that a line begins with.
    private static int Levels(ReadOnlySpan<char> line)
    {
        var levels = 0;
        foreach (var c in line)
        {
            if (c is '>' or '-' or '*' or '+' or '.' or ')') levels++;
            else if (!char.IsWhiteSpace(c) && !char.IsAsciiDigit(c)) break;
        }
        // A line of dashes, or of stars, is one mark.
        return line.Trim().ContainsAnyExcept("-*=. |+:") ? levels : 0;
    }
}
