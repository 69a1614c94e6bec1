using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 10b says about its tables and figures.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson10bClaimTests(ExecutedCourse course)
{
    [Fact]
    public void ThreeTests_OfSevenHeads_DifferAndTheRatioIsLargest()
    {
        var table = Shown("three-tests");
        Assert.Equal(1.6, table["score"][0]);
        Assert.True(table["wald"][0] < table["score"][0] && table["score"][0] < table["ratio"][0]);
    }

    [Fact]
    public void ThreeTests_OfTheFlights_WaldIsTheSmallest_AllAboveTheLimit()
    {
        var table = Shown("flights");
        Assert.True(table["wald"][0] > 3.84 && table["wald"][0] < table["score"][0] && table["score"][0] < table["ratio"][0]);
    }

    [Fact]
    public void UselessTemperatures_LowerTheDevianceByAboutOne_WaldIsTimid()
    {
        var table = Shown("wilks-table");
        Assert.Equal(1, table["mean ratio"][0], 0.2);
        Assert.InRange(table["ratio above"][0], 0.05, 0.08);
        Assert.InRange(table["wald above"][0], 0.01, 0.04);
    }

    [Fact]
    public void TwoBreaths_HoldTheSlopeDownToASeventh_TheStrangeOneReachesNowhere()
    {
        var table = Shown("vaso-both");
        Assert.Equal(7, table["without both"][0] / table["with all"][0], 0.1);
        Assert.True(table["leverage of 32"][0] < 1e-4);
    }

    [Fact]
    public void GapBetweenOwnAndNewRows_IsWhatAicCharges()
    {
        var table = Shown("aic-table");
        Assert.All(table["gap"].Zip(table["charge"]), pair => Assert.Equal(1, pair.First / pair.Second, 0.15));
        Assert.Equal(table["own"].OrderDescending(), table["own"]);
        Assert.Equal(table["fresh"].Order(), table["fresh"]);
    }

    [Fact]
    public void Bootstrap_HasSeparatedResamples_MoreThanAreCutOff()
    {
        Assert.InRange(Shown("bootstrap")["separated"][0], 26, 60);
        Assert.Contains("-Infinity", Shown("intervals").Words("slope")[2], StringComparison.Ordinal);
        Assert.True(Shown("bootstrap-tail")["bootstrap"][0] > 10 * Shown("bootstrap-tail")["wald"][0]);
        Assert.True(Shown("bootstrap-tail")["bootstrap outside"][0] * 1000 >= Shown("bootstrap")["separated"][0]);
    }

    [Fact]
    public void TwoRows_CarryTheFitOfTheBreaths_RowThirtyTwoDoesNot()
    {
        Assert.Equal([4, 18], Shown("vaso-table")["row"].Take(2));
        Assert.All(Shown("vaso-table")["slope without"].Take(2), slope => Assert.True(slope > 1.4 * 4.56));
        var cook = Shown("figure-cook").Trace(0, "y");
        Assert.True(cook[31] < 0.05 * cook.Max() && cook.Count(distance => distance > 0.1) == 2);
    }

    [Fact]
    public void Wald_TurnsAroundNearSeparation_TheRatioDoesNot()
    {
        var table = Shown("hauck");
        Assert.Equal(table["ratio"].Order(), table["ratio"]);
        Assert.Equal(table["w"].Order(), table["w"]);
        Assert.True(table["wald"][6] < table["wald"][5] && table["wald"][5] < table["wald"][4] && table["wald"][4] > table["wald"][3]);
    }

    [Fact]
    public void TenOfTen_BeginAtFourFifths()
    {
        var table = Shown("infinite");
        Assert.Equal(table["n"].Select(n => Math.Exp(-3.84 / (2 * n))), table["probability from"], (a, b) => Math.Abs(a - b) < 1e-5);
    }

    private Shown Shown(string cell) => course.Shown("10b-how-sure-is-a-fit", cell);
}
