namespace LogRegCourse.Cluster;

/// <summary>Where partitions can be. Nothing here names Orleans, so a browser never looks for it.</summary>
internal interface ISilos : IDisposable
{
    /// <summary>The silos that are there now.</summary>
    IReadOnlyList<string> Addresses { get; }

    /// <summary>Shares partitions out.</summary>
    IPartitions Place(PartitionSource[] sources);
}
