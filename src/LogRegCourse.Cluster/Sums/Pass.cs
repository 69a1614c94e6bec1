namespace LogRegCourse.Cluster;

/// <summary>What every partition is asked: your sums at these weights.</summary>
/// <param name="Number">Counts the passes of a fit; a partition that is asked twice for the same pass answers from memory.</param>
/// <param name="Weights">The intercept, then a weight for each column.</param>
/// <param name="Hessian">Whether the second derivatives are wanted too.</param>
[GenerateSerializer]
internal sealed record Pass([property: Id(0)] long Number, [property: Id(1)] double[] Weights, [property: Id(2)] bool Hessian);
