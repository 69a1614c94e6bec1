using System.Diagnostics;

namespace LogRegCourse.Cluster;

/// <summary>Rows that come as from a slow disk, to see what one slow partition does to all.</summary>
[GenerateSerializer]
public sealed class SlowRows : PartitionSource
{
    [Id(0)]
    private readonly PartitionSource _rows;

    [Id(1)]
    private readonly TimeSpan _delay;

    /// <summary>The same rows, later.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="delay">How long each pass waits before it has the first of them.</param>
    public SlowRows(PartitionSource rows, TimeSpan delay)
    {
        (_rows, _delay) = (rows, delay);
        Columns = rows.Columns;
    }

    internal override async IAsyncEnumerable<RowBlock> ReadAsync()
    {
        if (!OperatingSystem.IsBrowser()) await Task.Delay(_delay);
        // There the only thread waits by being busy.
        else for (var watch = Stopwatch.StartNew(); watch.Elapsed < _delay;) { }
        await foreach (var block in _rows.ReadAsync()) yield return block;
    }
}
