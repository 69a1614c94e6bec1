using LogRegCourse.Testing;

namespace LogRegCourse.Cluster.Tests.Silos;

/// <summary>Silos that are processes, listed in a real Redis, and killed.</summary>
public class KilledSiloTests
{
    private const int Rounds = 5;
    private const int KilledInEach = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.05);

    // Eight passes over eight partitions, two of them at a time.
    private static readonly TimeSpan UndisturbedFit = 8 * 8 / 2 * Pause;

    /// <summary>In each of five fits all four other silos are killed, one after the other, at random moments: twenty in all.</summary>
    [Fact(Timeout = 300_000)]
    public async Task Fit_WhoseSilosAreKilled_HasTheSameDigits()
    {
        using var redis = await Redis.StartAsync();
        using var folder = new TempFolder();
        var (x, y) = Made.Rows(2000);
        var file = folder.Write("rows.csv", Made.Csv(x, y));
        using var cluster = await ComputeCluster.StartAsync(redis.Address);
        var undisturbed = NewtonMethod.Minimise(cluster.Loss(CsvRows.Share(file, "y", Made.Columns, 8)));
        Digits.AreTheSame(NewtonMethod.Minimise(new LogisticLoss(x, y)).Weights, undisturbed.Weights);

        var random = new Random(20);
        var askedAgain = 0;
        var starting = StartSilosAsync(redis);
        for (var round = 0; round < Rounds; round++)
        {
            var silos = await starting;
            while (cluster.Silos.Count != 1 + KilledInEach) await Task.Delay(50, TestContext.Current.CancellationToken);
            // Each pass takes a while, so that there is a middle of it.
            var loss = cluster.Loss([.. CsvRows.Share(file, "y", Made.Columns, 8).Select(source => new SlowRows(source, Pause))]);
            var fit = Task.Run(() => NewtonMethod.Minimise(loss));
            await Task.WhenAll(silos.Select(async silo =>
            {
                await Task.Delay(UndisturbedFit * random.NextDouble());
                silo.Kill();
            }));
            // The next ones come while these are missed, and may take over from them.
            if (round < Rounds - 1) starting = StartSilosAsync(redis);

            Assert.Equal(undisturbed.Weights, (await fit).Weights);
            var first = loss.Passes[0].Partitions.Select(partition => (partition.Partition, partition.Rows)).ToArray();
            Assert.Equal(2000, first.Sum(partition => partition.Rows));
            Assert.All(loss.Passes, pass => Assert.Equal(first, pass.Partitions.Select(partition => (partition.Partition, partition.Rows))));
            askedAgain += loss.Passes.Sum(pass => pass.Partitions.Sum(partition => partition.AskedAgain));
            foreach (var silo in silos) silo.Dispose();
        }
        Assert.True(askedAgain > 0, "no kill was noticed");
        TestContext.Current.TestOutputHelper?.WriteLine($"{askedAgain} answers were asked for again.");
    }

    [Fact]
    public async Task WithoutRedis_OneSentenceSaysHowToStartIt()
    {
        Assert.StartsWith("no Redis answers at 127.0.0.1:1 (", (await Assert.ThrowsAsync<InvalidOperationException>(() => ComputeCluster.StartAsync("127.0.0.1:1"))).Message, StringComparison.Ordinal);
        Assert.Equal("'redis' is no address of a Redis; write HOST:PORT, such as localhost:6379.", (await Assert.ThrowsAsync<InvalidOperationException>(() => ComputeCluster.StartAsync("redis"))).Message);
    }

    private static Task<StartedProgram[]> StartSilosAsync(Redis redis) => Task.WhenAll(Enumerable.Range(0, KilledInEach).Select(_ => StartSiloAsync(redis)));

    private static Task<StartedProgram> StartSiloAsync(Redis redis) =>
        StartedProgram.StartAsync(Environment.ProcessPath is { } path && path.EndsWith("dotnet", StringComparison.Ordinal) ? path : "dotnet",
            [Repository.PathOf("notebooks", "bin", "cluster", "LogRegCourse.Cluster.dll"), redis.Address], "A silo is running");
}
