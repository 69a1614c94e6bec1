using System.Text.Json;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>
/// An id for each cell: the file's own where it has one that nbformat allows and no cell before has, else one made of
/// the cell's place. So a notebook without ids has the same ones each time it is read.
/// </summary>
internal sealed class CellIds
{
    private const int Longest = 64;

    private readonly List<string> _ids = [];

    public CellIds(IEnumerable<JsonElement> cells)
    {
        var written = cells.Select(Written).ToList();
        var taken = written.OfType<string>().ToHashSet();
        var used = new HashSet<string>();
        foreach (var (index, id) in written.Index())
        {
            if (id is not null && used.Add(id))
            {
                _ids.Add(id);
                continue;
            }
            var made = $"cell-{index + 1}";
            for (var next = 2; !taken.Add(made); next++) made = $"cell-{index + 1}-{next}";
            _ids.Add(made);
        }
    }

    public string Of(int index) => _ids[index];

    private static string? Written(JsonElement cell) =>
        cell.ValueKind == JsonValueKind.Object && cell.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= Longest } text
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? text : null;
}
