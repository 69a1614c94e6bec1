using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Studio.State;

/// <summary>
/// Which cells show something older than what they depend on: their text changed since they ran, or a cell above that
/// declares, assigns or changes what they read ran after them. Compared with a snapshot, not flagged: an edit that is
/// taken back leaves nothing stale.
/// </summary>
internal static class Staleness
{
    public static IReadOnlyList<string> Of(IReadOnlyList<CellState> cells)
    {
        var stale = new List<string>();
        var newest = new Dictionary<OutsideName, int>();
        var staleIds = new HashSet<string>();
        foreach (var cell in cells)
        {
            if (cell.LastRun is not { } run) continue;
            var reads = run.Use?.Reads ?? [];
            if (run.Source != cell.Cell.Source || reads.Any(name => staleIds.Contains(name.CellId) || ChangedSince(name, run.Order)))
            {
                stale.Add(cell.Id);
                staleIds.Add(cell.Id);
            }
            if (run.Use is not { } use) continue;
            foreach (var name in use.Defines) Note(new OutsideName(name, cell.Id));
            foreach (var name in use.Writes.Concat(use.Touches)) Note(name);

            void Note(OutsideName name) => newest[name] = Math.Max(run.Order, newest.GetValueOrDefault(name));
        }
        return stale;

        bool ChangedSince(OutsideName name, int order) => newest.TryGetValue(name, out var at) && at > order;
    }
}
