namespace LogRegCourse.App.Programs;

/// <summary>
/// A notebook may declare a name again in a later cell; a program may not. The later one gets the cell's number behind
/// it, and whoever comes after reads the newest, as in the notebook.
/// </summary>
internal sealed class NameVersions
{
    private readonly Dictionary<CellParts, Dictionary<string, string>> _newNames = [];

    public NameVersions(IEnumerable<CellParts> cells)
    {
        var all = cells.ToList();
        var everywhere = all.SelectMany(cell => cell.Defined).ToHashSet();
        // The program's own parameter.
        var current = new Dictionary<string, string> { ["args"] = "args" };
        foreach (var (index, cell) in all.Index())
        {
            foreach (var name in cell.Defined.ToList()) current[name] = current.ContainsKey(name) ? $"{name}_{index + 1}" : name;
            var names = current.Where(name => name.Key != name.Value).ToDictionary();
            foreach (var name in cell.Nested.Except(cell.Defined).Where(everywhere.Contains)) names[name] = $"{name}_{index + 1}";
            _newNames[cell] = names;
        }
    }

    public IReadOnlyDictionary<string, string> Of(CellParts cell) => _newNames[cell];
}
