namespace LogRegCourse.Cluster;

/// <summary>All partitions of a fit, wherever they are.</summary>
internal interface IPartitions
{
    /// <summary>A partition's sums at the pass's weights.</summary>
    /// <param name="partition">Its number, from 0.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="again">Called each time that an answer was lost and is asked for again.</param>
    Task<PartitionSum> SumAsync(int partition, Pass pass, Action again);
}
