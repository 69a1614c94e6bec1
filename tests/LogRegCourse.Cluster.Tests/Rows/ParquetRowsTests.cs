using LogRegCourse.Testing;
using Parquet;
using Parquet.Schema;

namespace LogRegCourse.Cluster.Tests.Rows;

public class ParquetRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Fit_OverRowGroups_HasTheDigitsOfOneMachine(int partitions)
    {
        using var folder = new TempFolder();
        var (x, y) = Made.Rows(500);
        await WriteAsync(folder.PathOf("rows.parquet"), x, y, groups: 5);
        using var cluster = new ComputeCluster(new NoSilos());
        var loss = cluster.Loss(await ParquetRows.ShareAsync(folder.PathOf("rows.parquet"), "y", Made.Columns, partitions, hold: partitions == 3));
        Digits.AreTheSame(NewtonMethod.Minimise(new LogisticLoss(x, y)).Weights, NewtonMethod.Minimise(loss).Weights);
        Assert.Equal(500, loss.Rows);
    }

    [Fact]
    public async Task BadRow_IsNamed()
    {
        using var folder = new TempFolder();
        var (x, y) = Made.Rows(500);
        y[321] = 7;
        await WriteAsync(folder.PathOf("rows.parquet"), x, y, groups: 5);
        using var cluster = new ComputeCluster(new NoSilos());
        var loss = cluster.Loss(await ParquetRows.ShareAsync(folder.PathOf("rows.parquet"), "y", Made.Columns, 2));
        Assert.Equal("rows.parquet, row 322, column 'y': 7 is no label; labels are 0 or 1, or a probability between them.",
            Assert.Throws<BadRowException>(() => loss.Value(0, 0, 0, 0)).Message);
    }

    [Fact]
    public async Task Files_ThatCannotBeShared_AreRefused()
    {
        using var folder = new TempFolder();
        var (x, y) = Made.Rows(20);
        var file = folder.PathOf("rows.parquet");
        await WriteAsync(file, x, y, groups: 2);
        Assert.StartsWith("partitions is 3, but rows.parquet has 2 row groups", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ParquetRows.ShareAsync(file, "y", Made.Columns, 3))).Message, StringComparison.Ordinal);
        Assert.Equal("rows.parquet has no column 'z'; the columns are a, b, c, y.", (await Assert.ThrowsAsync<ArgumentException>(() => ParquetRows.ShareAsync(file, "z", Made.Columns, 1))).Message);
    }

    private static async Task WriteAsync(string path, Features x, double[] y, int groups)
    {
        DataField[] fields = [.. Made.Columns.Select(name => new DataField<double>(name)), new DataField<double>("y")];
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
        var size = y.Length / groups;
        for (var g = 0; g < groups; g++)
        {
            using var group = writer.CreateRowGroup();
            double[][] columns = [.. Made.Columns.Select(name => x[name]), y];
            for (var j = 0; j < columns.Length; j++) await group.WriteAsync<double>(fields[j], columns[j].AsMemory(g * size, size));
        }
    }
}
