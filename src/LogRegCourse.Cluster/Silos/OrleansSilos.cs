using Microsoft.Extensions.DependencyInjection;

namespace LogRegCourse.Cluster;

/// <summary>Silos of Orleans, seen from one of them.</summary>
/// <param name="silo">The services of the one.</param>
/// <param name="host">What to end with it; null when somebody else does.</param>
internal sealed class OrleansSilos(IServiceProvider silo, IDisposable? host = null) : ISilos
{
    public IReadOnlyList<string> Addresses => [.. silo.GetRequiredService<IClusterMembershipService>().CurrentSnapshot.Members.Values
        .Where(member => member.Status == SiloStatus.Active).Select(member => $"{member.SiloAddress.Endpoint}").Order()];

    /// <summary>Starts a silo in this process.</summary>
    public static async Task<ISilos> StartAsync(string? redis)
    {
        OrleansParts.LetThemBeFound();
        var host = await CourseSilo.StartAsync(redis, ComputeCluster.Here);
        return new OrleansSilos(host.Services, host);
    }

    public IPartitions Place(PartitionSource[] sources) => new GrainPartitions(silo.GetRequiredService<IGrainFactory>(), sources);

    public void Dispose() => host?.Dispose();
}
