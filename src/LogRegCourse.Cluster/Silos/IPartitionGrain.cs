namespace LogRegCourse.Cluster;

/// <summary>A partition as the cluster knows it: its key is "fit/number", and where it is, is the cluster's affair.</summary>
internal interface IPartitionGrain : IGrainWithStringKey
{
    /// <summary>The sums of a pass; null when this grain has no rows yet, being new, or new again after its silo was lost.</summary>
    Task<PartitionSum?> SumAsync(Pass pass);

    /// <summary>Says where the rows are.</summary>
    Task LoadAsync(PartitionSource source);
}
