namespace LogRegCourse.Cluster;

/// <summary>What happened in one pass over all rows.</summary>
/// <param name="Number">Number of the pass, from 1.</param>
/// <param name="Seconds">How long it took; as long as its slowest partition.</param>
/// <param name="Partitions">What each partition did.</param>
public sealed record PassReport(long Number, double Seconds, IReadOnlyList<PartitionReport> Partitions)
{
    // A partition that is this many times as slow as the middle one, and late by a time that somebody notices.
    private const double TimesAsSlow = 3;
    private const double NoticedSeconds = 0.05;

    /// <summary>The partitions for which all others waited, the slowest first.</summary>
    public IReadOnlyList<PartitionReport> Stragglers
    {
        get
        {
            var middle = Partitions.Select(partition => partition.Seconds).Order().ElementAt((Partitions.Count - 1) / 2);
            return [.. Partitions.Where(partition => partition.Seconds > Math.Max(TimesAsSlow * middle, middle + NoticedSeconds)).OrderByDescending(partition => partition.Seconds)];
        }
    }
}

/// <summary>What one partition did in a pass.</summary>
/// <param name="Partition">Its number, from 0.</param>
/// <param name="Silo">The silo where it is.</param>
/// <param name="Rows">Rows it counted.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="AskedAgain">How often its answer was lost, with its silo, and was asked for again.</param>
public sealed record PartitionReport(int Partition, string Silo, long Rows, double Seconds, int AskedAgain);
