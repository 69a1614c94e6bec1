using LogRegCourse.Testing;
using Orleans.TestingHost;

namespace LogRegCourse.Cluster.Tests;

public class ClusterLossTests
{
    private static readonly (Features X, double[] Y) Data = Made.Rows(3000);

    /// <summary>The same fit on one machine, and over 1, 2, 4 and 8 partitions in 1, 2 and 4 silos.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Fit_OverPartitionsAndSilos_HasTheDigitsOfOneMachine(short silos)
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) => CourseSilo.SetUp(silo));
        await using var deployed = builder.Build();
        await deployed.DeployAsync();
        using var cluster = new ComputeCluster(new OrleansSilos(deployed.Silos[0].ServiceProvider));
        Assert.Equal(silos, cluster.Silos.Count);

        var alone = NewtonMethod.Minimise(new LogisticLoss(Data.X, Data.Y, new LossOptions { L2 = 0.5 }));
        var fits = new List<double[]>();
        foreach (var partitions in (int[])[1, 2, 4, 8])
        {
            var loss = cluster.Loss(Data.X, Data.Y, partitions, l2: 0.5);
            var fit = NewtonMethod.Minimise(loss);
            Digits.AreTheSame(alone.Weights, fit.Weights);
            fits.Add(fit.Weights);
            Assert.Equal(3000, loss.Rows);
            Assert.All(loss.Passes, pass => Assert.Equal(Math.Min(partitions, silos), pass.Partitions.Select(partition => partition.Silo).Distinct().Count()));
        }
        // Compensated sums: not only twelve digits, all of them.
        Assert.All(fits, fit => Assert.Equal(fits[0], fit));
    }

    /// <summary>One line starts a cluster, and every optimiser takes its loss.</summary>
    [Fact]
    public async Task Optimisers_OverTheEmbeddedCluster_WalkAsOverOneMachine()
    {
        using var cluster = await ComputeCluster.StartAsync();
        Assert.Single(cluster.Silos);
        var x = Data.X.Standardised();
        var loss = cluster.Loss(x, Data.Y, 3);
        var alone = new LogisticLoss(x, Data.Y);
        Assert.Equal(alone.LipschitzConstant, loss.LipschitzConstant, 1e-14);
        Assert.Equal(alone.WeightNames, loss.WeightNames);
        var steps = new Stopping { MaxIterations = 50 };
        Digits.AreTheSame(GradientDescent.Minimise(alone, stopping: steps).Weights, GradientDescent.Minimise(loss, stopping: steps).Weights);
        Digits.AreTheSame(GradientDescent.Minimise(alone, StepSize.Backtracking, stopping: steps).Weights, GradientDescent.Minimise(loss, StepSize.Backtracking, stopping: steps).Weights);
        Digits.AreTheSame(NewtonMethod.Minimise(alone).Weights, NewtonMethod.Minimise(loss).Weights);
    }

    [Fact]
    public void Newton_AsksForNothingTwice()
    {
        using var cluster = new ComputeCluster(new NoSilos());
        var loss = cluster.Loss(Data.X, Data.Y);
        var fit = NewtonMethod.Minimise(loss);
        // The first pass did not know yet that a Hessian would be wanted; then one pass for each step.
        Assert.Equal(2 + fit.Iterations, loss.Passes.Count);
    }

    [Fact]
    public void SlowPartition_IsNamed()
    {
        using var cluster = new ComputeCluster(new NoSilos());
        var sources = RowsInMemory.Share(Data.X, Data.Y, 4);
        sources[2] = new SlowRows(sources[2], TimeSpan.FromSeconds(0.3));
        var loss = cluster.Loss(sources);
        loss.Value(0, 0, 0, 0);
        var straggler = Assert.Single(loss.Passes[0].Stragglers);
        Assert.Equal((2, "here", 750L), (straggler.Partition, straggler.Silo, straggler.Rows));
        Assert.InRange(straggler.Seconds, 0.3, double.MaxValue);
        Assert.Empty(AllAlike().Stragglers);

        static PassReport AllAlike() => new(1, 1, [.. Enumerable.Range(0, 4).Select(k => new PartitionReport(k, "here", 10, 1 + 0.1 * k, 0))]);
    }

    [Fact]
    public async Task BadRow_IsNamed_AcrossSilos()
    {
        using var folder = new TempFolder();
        var lines = Made.Csv(Data.X, Data.Y).Split('\n');
        lines[2024] = lines[2024][..lines[2024].LastIndexOf(',')] + ",warm";
        var file = folder.Write("rows.csv", string.Join('\n', lines));
        using var cluster = await ComputeCluster.StartAsync();
        var loss = cluster.Loss(CsvRows.Share(file, "y", Made.Columns, 4));
        var bad = Assert.Throws<BadRowException>(() => loss.Value(0, 0, 0, 0));
        Assert.Equal("rows.csv, line 2025, column 'c': 'warm' is not a number; correct it or leave the row out.", bad.Message);
    }

    [Fact]
    public void RowsThatChangeDuringAFit_AreNoticed()
    {
        using var folder = new TempFolder();
        var file = folder.Write("rows.csv", Made.Csv(Data.X, Data.Y));
        using var cluster = new ComputeCluster(new NoSilos());
        var loss = cluster.Loss(CsvRows.Share(file, "y", Made.Columns, 2));
        loss.Value(0, 0, 0, 0);
        File.WriteAllLines(file, File.ReadAllLines(file)[..^1]);
        Assert.Equal("the partitions have 2999 rows, but had 3000 in the pass before; leave the files as they are during a fit.",
            Assert.Throws<InvalidOperationException>(() => loss.Value(1, 0, 0, 0)).Message);
    }

    [Fact]
    public void Sources_ThatDoNotFit_AreRefused()
    {
        using var cluster = new ComputeCluster(new NoSilos());
        Assert.StartsWith("sources is empty", Assert.Throws<ArgumentException>(() => cluster.Loss([])).Message, StringComparison.Ordinal);
        Assert.StartsWith("l2 is -1", Assert.Throws<ArgumentOutOfRangeException>(() => cluster.Loss(Data.X, Data.Y, l2: -1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("partitions is 3001", Assert.Throws<ArgumentOutOfRangeException>(() => cluster.Loss(Data.X, Data.Y, 3001)).Message, StringComparison.Ordinal);
        Assert.StartsWith("y[0] is 2", Assert.Throws<ArgumentException>(() => cluster.Loss(Data.X, [2, .. Data.Y[1..]])).Message, StringComparison.Ordinal);
        Assert.StartsWith("x has 3000 rows, but y has 2", Assert.Throws<ArgumentException>(() => cluster.Loss(Data.X, [0, 1])).Message, StringComparison.Ordinal);
        var other = RowsInMemory.Share(new double[] { 1, 2 }, [0, 1], 1);
        Assert.StartsWith("one partition has the columns a, b, c, another x", Assert.Throws<ArgumentException>(() => cluster.Loss([.. RowsInMemory.Share(Data.X, Data.Y, 1), .. other])).Message, StringComparison.Ordinal);
    }
}
