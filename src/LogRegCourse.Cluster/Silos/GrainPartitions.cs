using System.Diagnostics;

namespace LogRegCourse.Cluster;

/// <summary>
/// Partitions in silos. An answer that is lost with its silo is asked for again, whole: the grain wakes up in another
/// silo and reads its rows there. So each partition answers once in a pass, with all of its rows.
/// </summary>
internal sealed class GrainPartitions(IGrainFactory grains, PartitionSource[] sources) : IPartitions
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);

    // Longer than a cluster needs to be sure that a silo is gone.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Guid _fit = Guid.NewGuid();

    public async Task<PartitionSum> SumAsync(int partition, Pass pass, Action again)
    {
        var grain = grains.GetGrain<IPartitionGrain>($"{_fit:N}/{partition}");
        var failing = new Stopwatch();
        while (true)
        {
            try
            {
                if (await grain.SumAsync(pass) is { } sum) return sum;
                await grain.LoadAsync(sources[partition]);
            }
            catch (Exception problem) when (problem is OrleansException or TimeoutException)
            {
                failing.Start();
                if (failing.Elapsed > Patience)
                    throw new InvalidOperationException($"partition {partition} has not answered for {Patience.TotalMinutes:0} minutes; see whether the silos are there and can reach each other. The last try: {problem.Message}", problem);
                again();
                await Task.Delay(Pause);
            }
        }
    }
}
