using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 15 says about its tables and figures.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson15ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void Sums_MayBeCut_MeansMayNot()
    {
        Assert.Equal(-0.25, Shown("small")["mean"][0]);
        Assert.Equal(0, Shown("small")["mean of means"][0]);
    }

    [Fact]
    public void Answer_HasAsManyNumbersForAnyNumberOfRows() => Assert.Equal([21, 253, 5253], Shown("travel")["numbers"]);

    [Fact]
    public void FitOverPartitions_IsTheFit_AndReadsEachRowOnceInAPass()
    {
        Assert.Equal(0, Shown("fit")["difference"][0]);
        Assert.Equal(Shown("fit")["steps"][0] + 2, Shown("fit")["passes"][0]);
        Assert.Equal(944, Shown("pass")["rows"].Sum());
        Assert.All(Shown("pass")["asked again"], times => Assert.Equal(0, times));
    }

    [Fact]
    public void Newton_AsksLeast_AndIsNearest()
    {
        var table = Shown("messages");
        Assert.True(table["newton"][0] == 8 && table["walk"][0] == 74 && table["batches"][0] == 1180);
        Assert.True(table["newton above"][0] <= table["walk above"][0] && table["walk above"][0] < table["batches above"][0]);
    }

    [Fact]
    public void MeanOfSeparateFits_LiesAboveTheMinimum_MostOfAllWithEightParts()
    {
        var above = Shown("average-loss")["above"];
        Assert.Equal(0, above[0], 1e-9);
        Assert.All(above[1..], gap => Assert.True(gap > 0));
        Assert.Equal(above.Max(), above[^1]);
        Assert.Equal(above, Shown("average-chart").Trace(1, "y"), (a, b) => Math.Abs(a - b) <= 5e-6 * Math.Abs(a));
    }

    [Fact]
    public void PlainSums_DifferInTheLastDigits_CompensatedOnesDoNot()
    {
        Assert.True(Shown("order").Numbers.Where(sum => sum > 12).Distinct().Count() > 1);
        Assert.Single(Shown("compensated-parts").Numbers.Where(sum => sum > 12).Distinct());
        Assert.Equal("True", Text("same-bits"));
    }

    [Fact]
    public void Straggler_And_BadRow_AreNamed()
    {
        Assert.Equal("2", Text("straggler"));
        Assert.StartsWith("spoiled.csv, line 500, column 'popul': 'many' is not a number", Text("bad-row"), StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_HelpAsLongAsThereAreRows()
    {
        var speedUp = Shown("model")["speed up"];
        Assert.InRange(speedUp[2], 99, 100);
        Assert.InRange(speedUp[0], 7.5, 8.5);
        Assert.Equal(35, Shown("model")["best"][0]);
        // The curve of the fewest rows turns down, that of the most does not.
        var (few, many) = (Shown("model-chart").Trace(3, "y"), Shown("model-chart").Trace(1, "y"));
        Assert.True(few.Max() > few[^1] && many.Max() == many[^1]);
    }

    private string Text(string cell) => course.Cells("15-data-that-outgrow-the-machine").Single(executed => executed.Cell.Id == cell).Text.Trim();

    private Shown Shown(string cell) => course.Shown("15-data-that-outgrow-the-machine", cell);
}
