using System.Security.Cryptography;
using System.Text;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Studio;

/// <summary>
/// The code cells that the course was built with, by their hashes: a course that was downloaded without git knows its own
/// lessons too, and a notebook that was laid beside them is none.
/// </summary>
internal static class CourseCells
{
    private static readonly Lazy<IReadOnlySet<string>> Shipped = new(Read);

    /// <summary>Whether all of a notebook's code is the course's own.</summary>
    public static bool AreAllOf(Notebook notebook) => Hashes(notebook).All(Shipped.Value.Contains);

    /// <summary>What stands in a notebook's code cells, but the empty ones.</summary>
    public static IEnumerable<string> Sources(Notebook notebook) => notebook.Cells.OfType<CodeCell>().Select(cell => cell.Source).Where(source => !string.IsNullOrWhiteSpace(source));

    /// <summary>The hash of each of these.</summary>
    public static IEnumerable<string> Hashes(Notebook notebook) =>
        Sources(notebook).Select(source => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.ReplaceLineEndings("\n")))));

    private static HashSet<string> Read()
    {
        using var list = new StreamReader(typeof(CourseCells).Assembly.GetManifestResourceStream("course-cells.txt")!);
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
