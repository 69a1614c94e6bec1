using LogRegCourse.Testing;

namespace LogRegCourse.Cluster.Tests.Rows;

public class CsvRowsTests
{
    /// <summary>However the bytes are cut, each line belongs to one partition.</summary>
    [Theory]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    [InlineData("\n", false)]
    public async Task EveryLine_IsReadOnce(string ending, bool endsWithLine)
    {
        using var folder = new TempFolder();
        string[] lines = ["\"name, first\",\"y\", x", .. Enumerable.Range(1, 40).Select(i => $"\"n, \"\"{i}\"\", or\",{i % 2},{Math.Pow(7, i % 9)}"), "", "last,1,\"0.5\""];
        var file = folder.Write("some.csv", "\uFEFF" + string.Join(ending, lines) + (endsWithLine ? ending : ""));
        double[] expected = [.. Enumerable.Range(1, 40).Select(i => Math.Pow(7, i % 9)), 0.5];
        foreach (var partitions in (int[])[1, 2, 3, 7, 41, 60])
        {
            var read = new List<double>();
            foreach (var source in CsvRows.Share(file, "y", ["x"], partitions)) read.AddRange(await X(source));
            Assert.Equal(expected, read);
        }
    }

    [Theory]
    [InlineData("1,2\n1,\n", "bad.csv, line 3, column 'x': the cell is empty; fill it or leave the row out.")]
    [InlineData("1,2\n\n2,3\n", "bad.csv, line 4, column 'y': 2 is no label; labels are 0 or 1, or a probability between them.")]
    [InlineData("1,NaN\n", "bad.csv, line 2, column 'x': NaN is not a finite number; correct it or leave the row out.")]
    [InlineData("1,2\n1\n", "bad.csv, line 3: the line has too few cells; give it one for each column of the header.")]
    [InlineData("1,\"2\n1,3\n", "bad.csv, line 2: a quotation mark is opened but not closed; close it on the same line.")]
    [InlineData("1,1.5e3x", "bad.csv, line 2, column 'x': '1.5e3x' is not a number; correct it or leave the row out.")]
    public async Task BadRow_IsNamed(string rows, string message)
    {
        using var folder = new TempFolder();
        var file = folder.Write("bad.csv", "y,x\n" + rows);
        var bad = await Assert.ThrowsAsync<BadRowException>(async () =>
        {
            foreach (var source in CsvRows.Share(file, "y", ["x"], 2)) await X(source);
        });
        Assert.Equal(message, bad.Message);
    }

    [Fact]
    public void Files_ThatCannotBeShared_AreRefused()
    {
        using var folder = new TempFolder();
        Assert.Contains("there is no such file", Assert.Throws<CsvException>(() => CsvRows.Share(folder.PathOf("no.csv"), "y", ["x"], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("the file is empty", Assert.Throws<CsvException>(() => CsvRows.Share(folder.Write("empty.csv", ""), "y", ["x"], 2)).Message, StringComparison.Ordinal);
        var file = folder.Write("some.csv", "y,x\n1,2\n");
        Assert.Equal("some.csv, line 1, column 'z': there is no such column; the columns are y, x.", Assert.Throws<CsvException>(() => CsvRows.Share(file, "y", ["z"], 2)).Message);
        Assert.Equal("some.csv: there are 4 bytes of data, too few for 5 partitions; take fewer.", Assert.Throws<CsvException>(() => CsvRows.Share(file, "y", ["x"], 5)).Message);
    }

    private static async Task<double[]> X(PartitionSource source)
    {
        var read = new List<double>();
        await foreach (var block in source.ReadAsync())
            for (var i = 0; i < block.Count; i++) read.Add(block.X(i)[0]);
        return [.. read];
    }
}
