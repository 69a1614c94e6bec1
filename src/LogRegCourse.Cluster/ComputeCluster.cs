using Microsoft.Extensions.DependencyInjection;

namespace LogRegCourse.Cluster;

/// <summary>
/// Silos that keep partitions of the rows and add up what a fit asks of them. One silo is in this process; others, on this
/// machine or elsewhere, join by a Redis where they are listed.
/// </summary>
public sealed class ComputeCluster : IDisposable
{
    /// <summary>How reports call the silo of this process.</summary>
    internal const string Here = "here";

    private readonly IDisposable? _host;
    private readonly Func<PartitionSource[], IPartitions> _place;
    private readonly Func<IReadOnlyList<string>> _silos;

    private ComputeCluster(IDisposable? host, Func<PartitionSource[], IPartitions> place, Func<IReadOnlyList<string>> silos) =>
        (_host, _place, _silos) = (host, place, silos);

    /// <summary>Addresses of the silos that are there now, this process's own among them.</summary>
    public IReadOnlyList<string> Silos => _silos();

    /// <summary>Starts a silo in this process. In a browser, which has no sockets, the partitions are in this process without one.</summary>
    /// <param name="redis">HOST:PORT of the Redis where other silos are listed; left out, this silo is the only one.</param>
    /// <exception cref="InvalidOperationException">No Redis answers there.</exception>
    public static async Task<ComputeCluster> StartAsync(string? redis = null)
    {
        if (OperatingSystem.IsBrowser()) return WithoutSilos();
        var host = await CourseSilo.StartAsync(redis, Here);
        return Of(host.Services, host);
    }

    /// <summary>The partitions in this process, asked one after the other.</summary>
    internal static ComputeCluster WithoutSilos() => new(null, sources => new LocalPartitions(sources), () => [Here]);

    /// <summary>The cluster of a silo that runs already.</summary>
    internal static ComputeCluster Of(IServiceProvider silo, IDisposable? host = null) => new(
        host,
        sources => new GrainPartitions(silo.GetRequiredService<IGrainFactory>(), sources),
        () => [.. silo.GetRequiredService<IClusterMembershipService>().CurrentSnapshot.Members.Values
            .Where(member => member.Status == SiloStatus.Active).Select(member => $"{member.SiloAddress.Endpoint}").Order()]);

    /// <summary>The mean cross-entropy of rows that are here, shared out among partitions: they are sent to the silos once.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="y">n labels, 0 or 1.</param>
    /// <param name="partitions">How many partitions.</param>
    /// <param name="l2">Strength λ of the penalty (λ/2n)·‖w‖²; the intercept is never penalised.</param>
    public ClusterLoss Loss(Features x, double[] y, int partitions = 4, double l2 = 0) => Loss(RowsInMemory.Share(x, y, partitions), l2);

    /// <summary>The mean cross-entropy of rows that each silo reads itself, from a <see cref="CsvRows"/> or <see cref="ParquetRows"/>.</summary>
    /// <param name="sources">One source for each partition.</param>
    /// <param name="l2">Strength λ of the penalty (λ/2n)·‖w‖²; the intercept is never penalised.</param>
    public ClusterLoss Loss(PartitionSource[] sources, double l2 = 0)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Length == 0) throw new ArgumentException("sources is empty; give at least one partition.", nameof(sources));
        if (!(l2 >= 0 && double.IsFinite(l2))) throw new ArgumentOutOfRangeException(nameof(l2), FormattableString.Invariant($"l2 is {l2}; take 0 or a positive number."));
        var other = Array.Find(sources, source => !source.Columns.SequenceEqual(sources[0].Columns));
        if (other is not null)
            throw new ArgumentException($"one partition has the columns {string.Join(", ", sources[0].Columns)}, another {string.Join(", ", other.Columns)}; give all the same.", nameof(sources));
        return new ClusterLoss(_place(sources), sources.Length, sources[0].Columns, l2);
    }

    /// <summary>Stops the silo of this process.</summary>
    public void Dispose() => _host?.Dispose();
}
