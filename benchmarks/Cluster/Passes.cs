using System.Diagnostics;

namespace LogRegCourse.Cluster.Benchmarks;

/// <summary>Passes over a streamed file: how long, how much memory, how many bytes.</summary>
internal static class Passes
{
    public static async Task<IEnumerable<string>> MeasureAsync(string file)
    {
        var lines = new List<string>();
        using var cluster = await ComputeCluster.StartAsync();
        foreach (var partitions in (int[])[1, 2, 8])
        {
            var loss = cluster.Loss(await ParquetRows.ShareAsync(file, "y", MadeFile.Columns, partitions));
            var weights = new double[loss.Dimension];
            // The first pass also starts the program up.
            loss.Hessian(weights, new double[loss.Dimension, loss.Dimension]);
            weights[0] = 0.1;
            loss.Hessian(weights, new double[loss.Dimension, loss.Dimension]);
            var seconds = loss.Passes[^1].Seconds;
            lines.Add(FormattableString.Invariant(
                $"{partitions} partitions: {loss.Rows} rows, {seconds:F2} s a pass, {seconds / loss.Rows * 1e6 * Math.Min(partitions, Environment.ProcessorCount):F3} µs a row and processor"));
        }
        using var self = Process.GetCurrentProcess();
        lines.Add(FormattableString.Invariant($"most memory of the silo's process: {self.PeakWorkingSet64 / 1e6:F0} MB"));
        lines.Add(await SmallAsync(cluster));
        return lines;
    }

    /// <summary>What a pass costs besides its rows: two rows, one in each of two partitions.</summary>
    private static Task<string> SmallAsync(ComputeCluster cluster)
    {
        double[][] rows = [new double[MadeFile.Columns.Length], [.. MadeFile.Columns.Select(_ => 1.0)]];
        var loss = cluster.Loss(Features.FromRows(rows, MadeFile.Columns), [0, 1], partitions: 2);
        var weights = new double[loss.Dimension];
        for (var k = 0; k < 200; k++)
        {
            weights[0] = k;
            loss.Hessian(weights, new double[loss.Dimension, loss.Dimension]);
        }
        var middle = loss.Passes.Skip(50).Select(pass => pass.Seconds).Order().ElementAt(75);
        return Task.FromResult(FormattableString.Invariant($"a pass over two rows in two partitions: {middle * 1e3:F2} ms"));
    }
}
