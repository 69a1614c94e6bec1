namespace LogRegCourse.Tests.Display;

public class TableTests
{
    [Fact]
    public void OneObject_IsOneRow_UnderItsNamesAsWords() =>
        Assert.Equal(
            ["slope  odds ratio  n", " -0.5    0.606531  3"],
            Lines(Table.Of(new { slope = -0.5, oddsRatio = Math.Exp(-0.5), n = 3 })));

    [Fact]
    public void SeveralObjects_AreRowsOfOneTable() =>
        Assert.Equal(
            ["       p  name", "     0.1  low", "Infinity  high"],
            Lines(Table.Of(new[] { 0.1, double.PositiveInfinity }.Select(p => new { p, name = p < 1 ? "low" : "high" }))));

    [Fact]
    public void Sequence_IsShownInOneCell() =>
        Assert.Equal(["path", "0.333333, 2"], Lines(Table.Of(new { path = new[] { 1.0 / 3, 2 } })));

    [Fact]
    public void Name_IsWordsInSmallLetters_HoweverItIsWritten() =>
        Assert.Equal("null deviance  log of 31  from y1", Lines(Table.Of(new { NullDeviance = 1, logOf31 = 2, fromY1 = 3 }))[0].Trim());

    [Fact]
    public void Abbreviation_StaysOneWord() => Assert.Equal("TP  f1  H", Lines(Table.Of(new { TP = 1, f1 = 2, H = 3 }))[0].Trim());

    [Fact]
    public void NoRow_IsRefused() => Assert.Throws<ArgumentException>(() => Table.Of(Array.Empty<object>()));

    [Fact]
    public void RowWithoutProperties_IsRefused() => Assert.Throws<ArgumentException>(() => Table.Of(new object()));

    private static string[] Lines(Table table) => table.ToString().Split(Environment.NewLine);
}
