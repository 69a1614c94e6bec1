namespace LogRegCourse.Cluster;

/// <summary>Where a partition's rows come from. It travels to the silo that keeps the partition, once.</summary>
[GenerateSerializer]
public abstract class PartitionSource
{
    /// <summary>Names of the features, in the order of the weights.</summary>
    [Id(0)]
    public string[] Columns { get; init; } = [];

    /// <summary>Whether the rows stay in the silo's memory after they were read once; otherwise each pass reads them anew.</summary>
    [Id(1)]
    public bool Hold { get; init; }

    /// <summary>The rows, block by block; a block is used before the next is asked for, and then filled anew.</summary>
    internal abstract IAsyncEnumerable<RowBlock> ReadAsync();
}
