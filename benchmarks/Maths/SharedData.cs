using System.Runtime.InteropServices;

namespace LogRegCourse.Benchmarks;

/// <summary>Simulated rows in raw little-endian doubles, column after column, then the labels: one file per size.</summary>
internal static class SharedData
{
    public static readonly (int Rows, int Columns) Large = (1_000_000, 20);
    public static readonly (int Rows, int Columns) Medium = (100_000, 20);

    /// <summary>The fits that are timed: small ones, many rows, and the work growing with the columns.</summary>
    public static readonly (int Rows, int Columns)[] Fits =
        [(23, 1), (100, 4), (1_000, 10), (1_000, 50), (10_000, 100), (10_000, 200), (10_000, 400), Medium, Large];

    public static void Write(string folder)
    {
        foreach (var (rows, columns) in Fits)
        {
            var random = new Random(rows + columns);
            // Means of their own, as real columns have.
            var x = Enumerable.Range(0, columns).Select(j => Normals(random, rows, mean: j % 5)).ToArray();
            var labels = Enumerable.Range(0, rows).Select(i => random.NextDouble() < Logistic.Sigmoid(-0.5 + Score(x, i)) ? 1.0 : 0.0).ToArray();
            using var file = File.Create(PathOf(folder, rows, columns));
            foreach (var column in x.Append(labels)) file.Write(MemoryMarshal.AsBytes<double>(column));
        }
        File.WriteAllLines(Path.Combine(folder, "fits.csv"), Fits.Select(fit => $"{fit.Rows},{fit.Columns}"));
    }

    public static (Features X, double[] Y) Read(string folder, (int Rows, int Columns) size)
    {
        using var file = File.OpenRead(PathOf(folder, size.Rows, size.Columns));
        var columns = Enumerable.Range(0, size.Columns + 1).Select(_ =>
        {
            var column = new double[size.Rows];
            file.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
            return column;
        }).ToArray();
        return (Features.FromColumns([.. columns.Take(size.Columns).Select((column, j) => ($"x{j + 1}", column))]), columns[size.Columns]);
    }

    private static string PathOf(string folder, int rows, int columns) => Path.Combine(folder, $"rows-{rows}-{columns}.bin");

    private static double[] Normals(Random random, int rows, double mean) => [.. Enumerable.Range(0, rows).Select(_ =>
        mean + Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];

    // The log-odds vary as much for 400 columns as for 1.
    private static double Score(double[][] columns, int row) =>
        columns.Select((column, j) => (column[row] - j % 5) * (j % 3 == 1 ? -1 : 1)).Sum() / Math.Sqrt(columns.Length);
}
