using Parquet;
using Parquet.Schema;

namespace LogRegCourse.Cluster.Benchmarks;

/// <summary>Made-up rows with a fixed seed, 20 features and a label by a known model, in row groups of 100,000.</summary>
internal static class MadeFile
{
    private const int GroupRows = 100_000;

    public static string[] Columns { get; } = [.. Enumerable.Range(1, 20).Select(j => $"x{j}")];

    public static async Task WriteAsync(string file, int rows)
    {
        var random = new Random(15);
        DataField[] fields = [.. Columns.Select(name => new DataField<double>(name)), new DataField<double>("y")];
        await using var stream = File.Create(file);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
        for (var from = 0; from < rows; from += GroupRows)
        {
            var count = Math.Min(GroupRows, rows - from);
            double[][] columns = [.. fields.Select(_ => new double[count])];
            for (var i = 0; i < count; i++)
            {
                var z = -0.5;
                for (var j = 0; j < Columns.Length; j++)
                {
                    // Of seven digits, as measured numbers are, but no two alike.
                    columns[j][i] = Math.Round(2 * random.NextDouble() - 1, 7);
                    z += columns[j][i] * (j % 5 - 2) / 4;
                }
                columns[^1][i] = random.NextDouble() < Logistic.Sigmoid(z) ? 1 : 0;
            }
            using var group = writer.CreateRowGroup();
            for (var j = 0; j < fields.Length; j++) await group.WriteAsync<double>(fields[j], columns[j]);
        }
    }
}
