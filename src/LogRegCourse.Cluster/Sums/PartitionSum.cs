namespace LogRegCourse.Cluster;

/// <summary>What a partition answers: the sums over its rows. No row travels.</summary>
/// <param name="Rows">How many rows were counted.</param>
/// <param name="High">Loss, gradient and the Hessian's lower half, rounded.</param>
/// <param name="Lost">What rounding took from each.</param>
/// <param name="Seconds">How long the partition took.</param>
/// <param name="Silo">Where it is.</param>
/// <param name="Bad">The first row that cannot be used; then there are no sums.</param>
[GenerateSerializer]
internal sealed record PartitionSum(
    [property: Id(0)] long Rows,
    [property: Id(1)] double[] High,
    [property: Id(2)] double[] Lost,
    [property: Id(3)] double Seconds,
    [property: Id(4)] string Silo,
    [property: Id(5)] BadRow? Bad = null);
