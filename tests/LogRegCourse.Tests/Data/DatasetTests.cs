using System.Text;
using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

public sealed class DatasetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("logregcourse-data-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_Challenger_HasTheFlights()
    {
        var flights = Dataset.Load(Repository.PathOf("data", "challenger.csv"));
        Assert.Equal(23, flights.RowCount);
        Assert.Equal(1600, flights["temperature"].Sum());
        Assert.Equal(112400, flights["temperature"].Sum(t => t * t));
        Assert.Equal(7, flights["damage"].Sum());
        Assert.Equal((7, 9, 11), (flights["erosion"].Sum(), flights["erosion_or_blowby"].Sum(), flights["incidents"].Sum()));
    }

    [Fact]
    public void Load_Iris_IsTheVersionOfR()
    {
        var iris = Dataset.Load(Repository.PathOf("data", "iris.csv"));
        Assert.Equal([4.9, 3.1, 1.5, 0.2], iris.Features("sepal_length", "sepal_width", "petal_length", "petal_width").Row(34));
        Assert.Equal([4.9, 3.6, 1.4, 0.1], iris.Features("sepal_length", "sepal_width", "petal_length", "petal_width").Row(37));
        Assert.Equal(50, iris.Label("species", "setosa").Sum());
        Assert.Equal(100, iris.Where("species", species => species != "setosa").RowCount);
    }

    [Theory]
    [InlineData("bliss.csv", 8, "insects", 481, "killed", 291)]
    [InlineData("menarche.csv", 25, "girls", 3918, "menarche", 2308)]
    [InlineData("vaso.csv", 39, "constricted", 20, "constricted", 20)]
    [InlineData("mtcars.csv", 32, "hp", 4694, "am", 13)]
    [InlineData("anes96.csv", 944, "age", 44409, "vote", 393)]
    public void Load_ShippedFile_HasItsCheckSums(string file, int rows, string first, double firstSum, string second, double secondSum)
    {
        var data = Dataset.Load(Repository.PathOf("data", file));
        Assert.Equal((rows, firstSum, secondSum), (data.RowCount, data[first].Sum(), data[second].Sum()));
    }

    [Fact]
    public void Load_ByteOrderMarkAndCrLf_ReadsAsWithout()
    {
        var path = Write([.. Encoding.UTF8.Preamble, .. "x,label\r\n1.5,\"a, \"\"b\"\"\"\r\n2.5,c\r\n"u8]);
        var data = Dataset.Load(path);
        Assert.Equal(["x", "label"], data.ColumnNames);
        Assert.Equal([1.5, 2.5], data["x"]);
        Assert.Equal(["a, \"b\"", "c"], data.Text("label"));
    }

    [Theory]
    [InlineData("", "bad.csv: the file is empty; its first line must name the columns, separated by commas.")]
    [InlineData("x,y\n", "bad.csv, line 1: there is a header but no row of data below it; add at least one.")]
    [InlineData("x,y\n1,2\n3\n", "bad.csv, line 3: the line has 1 cells, but the header names 2 columns; add or remove cells.")]
    [InlineData("x,x\n1,2\n", "bad.csv, line 1, column 'x': the name occurs twice; give each column its own.")]
    [InlineData("x,\n1,2\n", "bad.csv, line 1: column 2 has no name; name every column.")]
    [InlineData("x;y\n1;2\n", "bad.csv, line 1: the header has no comma, only semicolons or tabs; save the file separated by commas.")]
    [InlineData("x,y\n1,\"2\n", "bad.csv, line 2: a quotation mark is opened but not closed; close it on the same line.")]
    public void Load_BrokenFile_SaysWhatWhereAndHow(string text, string sentence)
    {
        var error = Assert.Throws<CsvException>(() => Dataset.Load(Write(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(sentence, error.Message);
    }

    [Theory]
    [InlineData("x,y\n1,2\nwarm,3\n", "x", "bad.csv, line 3, column 'x': 'warm' is not a finite number; write a number such as 12.5, or read the column with Text(\"x\").")]
    [InlineData("x,y\n1,2\n\n,3\n", "x", "bad.csv, line 4, column 'x': the cell is empty; write a number such as 12.5, or read the column with Text(\"x\").")]
    [InlineData("x,y\n1,2\n1,NaN\n", "y", "bad.csv, line 3, column 'y': 'NaN' is not a finite number; write a number such as 12.5, or read the column with Text(\"y\").")]
    [InlineData("x,y\n1,2\n", "temperature", "bad.csv, line 1: there is no column 'temperature'; the columns are x, y.")]
    public void Column_ThatIsMissingOrNotNumeric_SaysWhatWhereAndHow(string text, string column, string sentence)
    {
        var data = Dataset.Load(Write(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(sentence, Assert.Throws<CsvException>(() => data[column]).Message);
    }

    [Fact]
    public void Load_NotUtf8_SaysSo()
    {
        Assert.Contains("the file is not UTF-8 text", Assert.Throws<CsvException>(() => Dataset.Load(Write([0x78, 0x0A, 0xFF, 0xFE]))).Message);
        Assert.Contains("the file is not UTF-8 text", Assert.Throws<CsvException>(() => Dataset.Load(Write(new UnicodeEncoding(false, false).GetBytes("x,y\n1,2\n")))).Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Rows_ThatAreNotThere_AreNamed(int row) => Assert.Contains(
        $"rows[1] is {row}, but there are rows 0 to 1",
        Assert.Throws<ArgumentOutOfRangeException>(() => Dataset.Load(Write(Encoding.UTF8.GetBytes("x\n1\n2\n"))).Rows(0, row)).Message);

    [Fact]
    public void Load_NoFile_SaysWhereItLooked()
    {
        var error = Assert.Throws<CsvException>(() => Dataset.Load(Path.Combine(_folder, "none.csv")));
        Assert.StartsWith("none.csv: there is no such file at '", error.Message);
    }

    [Fact]
    public void ToString_LongData_ShowsTenRowsAndCountsTheRest()
    {
        var lines = Dataset.Load(Repository.PathOf("data", "challenger.csv")).ToString().Split(Environment.NewLine);
        Assert.Equal("challenger.csv: 23 rows, 7 columns", lines[0]);
        Assert.Equal("… and 13 more rows", lines[^1]);
        Assert.Equal(14, lines.Length);
    }

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder, "bad.csv");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
