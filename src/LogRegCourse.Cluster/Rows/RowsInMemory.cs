#pragma warning disable CS1998 // Nothing to wait for: the rows are here.

namespace LogRegCourse.Cluster;

/// <summary>Rows that the notebook has already: they are sent to the silo, once.</summary>
[GenerateSerializer]
internal sealed class RowsInMemory : PartitionSource
{
    [Id(0)]
    public required double[] X { get; init; }

    [Id(1)]
    public required double[] Y { get; init; }

    /// <summary>Shares rows out, in their order, into partitions whose sizes differ by at most one.</summary>
    public static PartitionSource[] Share(Features x, double[] y, int partitions)
    {
        if (x.RowCount != y.Length) throw new ArgumentException($"x has {x.RowCount} rows, but y has {y.Length} labels; give one label for each row.", nameof(y));
        if (partitions < 1 || partitions > y.Length)
            throw new ArgumentOutOfRangeException(nameof(partitions), $"partitions is {partitions}, but there are {y.Length} rows; take 1 to {y.Length}.");
        var wrong = Array.FindIndex(y, label => !(label is >= 0 and <= 1));
        if (wrong >= 0) throw new ArgumentException(FormattableString.Invariant($"y[{wrong}] is {y[wrong]}; labels are 0 or 1, or a probability between them."), nameof(y));
        var from = Enumerable.Range(0, partitions + 1).Select(k => (int)((long)k * y.Length / partitions)).ToArray();
        return [.. Enumerable.Range(0, partitions).Select(k => new RowsInMemory
        {
            Columns = [.. x.Names],
            X = [.. Enumerable.Range(from[k], from[k + 1] - from[k]).SelectMany(x.Row)],
            Y = y[from[k]..from[k + 1]],
        })];
    }

    internal override async IAsyncEnumerable<RowBlock> ReadAsync()
    {
        var block = new RowBlock(Columns.Length);
        for (var row = 0; row < Y.Length; row++)
        {
            X.AsSpan(row * Columns.Length, Columns.Length).CopyTo(block.Next);
            block.Add(Y[row]);
            if (!block.IsFull && row < Y.Length - 1) continue;
            yield return block;
            block.Clear();
        }
    }
}
