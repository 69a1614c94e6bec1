namespace LogRegCourse.Cluster.Tests.Sums;

public class PartitionTests
{
    /// <summary>Asked again for the same pass, it answers from memory; for another, it counts its rows again.</summary>
    [Fact]
    public async Task APass_IsComputedOnce()
    {
        var (x, y) = Made.Rows(50);
        var partition = new Partition(RowsInMemory.Share(x, y, 1)[0], "here");
        var first = await partition.SumAsync(new Pass(1, [0, 0, 0, 0], Hessian: true));
        Assert.Same(first, await partition.SumAsync(new Pass(1, [0, 0, 0, 0], Hessian: true)));
        Assert.Equal(50, first.Rows);
        Assert.Equal(1 + 4 + 10, first.High.Length);
        Assert.Equal(50 * Math.Log(2), first.High[0] + first.Lost[0], 1e-12);
        Assert.Equal(5, (await partition.SumAsync(new Pass(2, [0, 0, 0, 0], Hessian: false))).High.Length);
    }
}
