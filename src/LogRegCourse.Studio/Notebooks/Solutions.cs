using System.Text.RegularExpressions;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>
/// The answers to a notebook's exercises: <c>solutions/NAME.csx</c> beside it, where a line <c>// exercise 3.2</c> begins
/// the block that takes the place of cell <c>exercise-3-2</c>.
/// </summary>
internal static partial class Solutions
{
    public static Notebook Apply(Notebook notebook, string notebookPath)
    {
        var name = Path.GetFileName(Path.ChangeExtension(notebookPath, ".csx"));
        var path = Path.Combine(Path.GetDirectoryName(notebookPath)!, "solutions", name);
        return Apply(notebook, File.Exists(path) ? File.ReadAllText(path) : "", $"solutions/{name}");
    }

    public static Notebook Apply(Notebook notebook, string text, string name)
    {
        var blocks = Blocks(text, name);
        foreach (var cell in notebook.Cells)
            if (ExerciseCell().IsMatch(cell.Id) && !blocks.ContainsKey(cell.Id))
                throw new NotebookException($"{name} has no solution for cell {cell.Id}: add a block that begins with // exercise {cell.Id["exercise-".Length..].Replace('-', '.')}");
        foreach (var id in blocks.Keys)
            if (!notebook.Cells.Any(cell => cell is CodeCell && cell.Id == id))
                throw new NotebookException($"{name} has a solution for {id}, but the notebook has no such code cell.");
        return notebook with
        {
            Cells = [.. notebook.Cells.Select(cell => blocks.TryGetValue(cell.Id, out var source) ? cell with { Source = source } : cell)],
        };
    }

    private static Dictionary<string, string> Blocks(string text, string name)
    {
        text = text.ReplaceLineEndings("\n");
        var blocks = new Dictionary<string, string>();
        var heads = BlockHead().Matches(text);
        foreach (var (index, head) in heads.Index())
        {
            var end = index + 1 < heads.Count ? heads[index + 1].Index : text.Length;
            var id = "exercise-" + head.Groups["id"].Value.Replace('.', '-');
            if (!blocks.TryAdd(id, text[head.Index..end].Trim()))
                throw new NotebookException($"{name} has two solutions for exercise {head.Groups["id"].Value}: remove one of them.");
        }
        return blocks;
    }

    [GeneratedRegex(@"^// exercise (?<id>\d+[a-z]?\.\d+)\b.*$", RegexOptions.Multiline)]
    private static partial Regex BlockHead();

    [GeneratedRegex(@"^exercise-\d+[a-z]?-\d+$")]
    private static partial Regex ExerciseCell();
}
