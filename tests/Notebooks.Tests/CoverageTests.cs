using LogRegCourse.Notebooks.Tests.Rules;
using LogRegCourse.Notebooks.Tests.Support;
using LogRegCourse.Testing;

namespace LogRegCourse.Notebooks.Tests;

/// <summary>Every statement and every error of the sources has its place in a lesson, and a test.</summary>
public class CoverageTests
{
    private static readonly Lesson Known = Lesson.Of(Cell.Code("sum", "1 + 1"), Cell.Code("exercise-3-1", "1"));

    private static readonly HashSet<string> KnownTests = ["LogisticTests.Sigmoid_OfZero_IsHalf"];

    [Fact]
    public void Coverage_NamesWhatExists() => Assert.Empty(CoverageRules.Dead(CoverageRow.ReadFile(), Lesson.All, CoverageRules.TestNames(
        Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText))));

    [Fact]
    public void Coverage_LeavesNoRowOut() => Assert.Empty(CoverageRules.Missing(CoverageRow.ReadFile()));

    [Theory]
    [InlineData("7", "03-a-lesson", "sum", "check 3.1", 0)]
    [InlineData("E43", "03-a-lesson", "sum", "LogisticTests.Sigmoid_OfZero_IsHalf", 0)]
    [InlineData("203", "03-a-lesson", "sum", "check 3.1", 1)]
    [InlineData("E44", "03-a-lesson", "sum", "check 3.1", 1)]
    [InlineData("7", "04-other", "sum", "check 3.1", 1)]
    [InlineData("7", "03-a-lesson", "product", "check 3.1", 1)]
    [InlineData("7", "03-a-lesson", "sum", "check 3.2", 1)]
    [InlineData("7", "03-a-lesson", "sum", "LogisticTests.Sigmoid", 1)]
    public void Row_NamingWhatIsNotThere_IsFound(string row, string lesson, string cell, string test, int problems) =>
        Assert.Equal(problems, CoverageRules.Dead([new(row, lesson, cell, test)], [Known], KnownTests).Count());

    [Fact]
    public void Row_LeftOut_IsFound() => Assert.Equal(
        ["E42"], CoverageRules.Missing(CoverageRow.Inventory.Where(row => row != "E42").Select(row => new CoverageRow(row, "", "", ""))));

    [Fact]
    public void TestNames_AreReadFromSource() => Assert.Equal(
        ["ATests.A_OfB_IsC", "ATests.D_OfE_IsF"],
        CoverageRules.TestNames(["""
            public class ATests
            {
                [Fact]
                public void A_OfB_IsC() => Assert.True(true);

                [Theory]
                [InlineData(1)]
                public async Task D_OfE_IsF(int x)
                {
                }

                public void NotATest() { }
            }
            """]).Order(StringComparer.Ordinal));
}
