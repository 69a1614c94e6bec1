using System.Runtime.InteropServices;

namespace LogRegCourse.Benchmarks;

/// <summary>Simulated rows in raw little-endian doubles, column after column, then the labels: one file per size.</summary>
internal static class SharedData
{
    public const int Columns = 20;
    public const int Large = 1_000_000;
    public const int Medium = 100_000;

    public static void Write(string folder)
    {
        foreach (var rows in new[] { Medium, Large })
        {
            var random = new Random(rows);
            var columns = Enumerable.Range(0, Columns).Select(_ => Normals(random, rows)).ToArray();
            var labels = Enumerable.Range(0, rows).Select(i => random.NextDouble() < Logistic.Sigmoid(-0.5 + Score(columns, i)) ? 1.0 : 0.0).ToArray();
            using var file = File.Create(PathOf(folder, rows));
            foreach (var column in columns.Append(labels)) file.Write(MemoryMarshal.AsBytes<double>(column));
        }
    }

    public static (Features X, double[] Y) Read(string folder, int rows)
    {
        using var file = File.OpenRead(PathOf(folder, rows));
        var columns = Enumerable.Range(0, Columns + 1).Select(_ =>
        {
            var column = new double[rows];
            file.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
            return column;
        }).ToArray();
        return (Features.FromColumns([.. columns.Take(Columns).Select((column, j) => ($"x{j + 1}", column))]), columns[Columns]);
    }

    private static string PathOf(string folder, int rows) => Path.Combine(folder, $"rows-{rows}.bin");

    private static double[] Normals(Random random, int rows) => [.. Enumerable.Range(0, rows).Select(_ =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];

    private static double Score(double[][] columns, int row) => columns.Select((column, j) => column[row] * (j % 3 - 1) * 0.4).Sum();
}
