namespace LogRegCourse.Cluster;

/// <summary>
/// Silos that keep partitions of the rows and add up what a fit asks of them. One silo is in this process; others, on this
/// machine or elsewhere, join by a Redis where they are listed.
/// </summary>
public sealed class ComputeCluster : IDisposable
{
    /// <summary>How reports call the silo of this process.</summary>
    internal const string Here = "here";

    private readonly ISilos _silos;

    internal ComputeCluster(ISilos silos) => _silos = silos;

    /// <summary>Addresses of the silos that are there now, this process's own among them.</summary>
    public IReadOnlyList<string> Silos => _silos.Addresses;

    /// <summary>Starts a silo in this process. In a browser, which has no sockets, the partitions are in this process without one.</summary>
    /// <param name="redis">HOST:PORT of the Redis where other silos are listed; left out, this silo is the only one.</param>
    /// <exception cref="InvalidOperationException">No Redis answers there.</exception>
    public static async Task<ComputeCluster> StartAsync(string? redis = null) =>
        new(OperatingSystem.IsBrowser() ? new NoSilos() : await OrleansSilos.StartAsync(redis));

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
        return new ClusterLoss(_silos.Place(sources), sources.Length, sources[0].Columns, l2);
    }

    /// <summary>Stops the silo of this process.</summary>
    public void Dispose() => _silos.Dispose();
}
