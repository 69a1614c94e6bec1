namespace LogRegCourse.Cluster;

/// <summary>Partitions without silos, asked one after the other: a browser has neither threads nor sockets. The sums are the same.</summary>
internal sealed class NoSilos : ISilos
{
    public IReadOnlyList<string> Addresses => [ComputeCluster.Here];

    public IPartitions Place(PartitionSource[] sources) => new Partitions([.. sources.Select(source => new Partition(source, ComputeCluster.Here))]);

    public void Dispose()
    {
        // There is nothing to end.
    }

    private sealed class Partitions(Partition[] partitions) : IPartitions
    {
        public Task<PartitionSum> SumAsync(int partition, Pass pass, Action again) => partitions[partition].SumAsync(pass);
    }
}
