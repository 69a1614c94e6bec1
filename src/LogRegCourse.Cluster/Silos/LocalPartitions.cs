namespace LogRegCourse.Cluster;

/// <summary>Partitions without silos, asked one after the other: a browser has neither threads nor sockets. The sums are the same.</summary>
internal sealed class LocalPartitions(PartitionSource[] sources) : IPartitions
{
    private readonly Partition[] _partitions = [.. sources.Select(source => new Partition(source, ComputeCluster.Here))];

    public Task<PartitionSum> SumAsync(int partition, Pass pass, Action again) => _partitions[partition].SumAsync(pass);
}
