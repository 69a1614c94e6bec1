
namespace LogRegCourse.Cluster;

/// <summary>A partition in a silo. It answers one request after the other, so a pass that is asked for twice is computed once.</summary>
[InTurn]
internal sealed class PartitionGrain(ILocalSiloDetails silo) : Grain, IPartitionGrain
{
    private Partition? _partition;

    // On a thread of its own: the silo's threads stay free for its messages.
    public async Task<PartitionSum?> SumAsync(Pass pass) => _partition is { } partition ? await Task.Run(() => partition.SumAsync(pass)) : null;

    public Task LoadAsync(PartitionSource source)
    {
        _partition = new Partition(source, silo.Name);
        return Task.CompletedTask;
    }
}
