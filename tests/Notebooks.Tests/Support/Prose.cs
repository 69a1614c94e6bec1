using System.Text.RegularExpressions;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>What a reader reads of a markdown text.</summary>
internal static partial class Prose
{
    /// <summary>Words; a formula, whatever its length, is one, and tables are to look things up, not to read.</summary>
    public static int Words(string markdown) =>
        WithoutFences(Formula().Replace(LinkTarget().Replace(Table().Replace(markdown, ""), "]"), " formula ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Count(token => token.Any(char.IsLetterOrDigit));

    public static string WithoutFences(string markdown) => Fence().Replace(markdown, "\n");

    [GeneratedRegex(@"\$\$.+?\$\$|\$[^$\n]+\$", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^\|.*$", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
