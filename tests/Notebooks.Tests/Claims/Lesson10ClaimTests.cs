using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 10 says about its tables and figures.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson10ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void SimulatedChurn_GivesItsTruthBack()
    {
        var table = Shown("churn-intervals");
        Assert.All(table["truth"].Zip(table["estimate"]), pair => Assert.Equal(pair.First, pair.Second, 0.1));
        Assert.Equal(3, table.Words("contains").Count(word => word == "True"));
    }

    [Fact]
    public void TwentyPoints_DoubleTheOdds()
    {
        var table = Shown("credit-points");
        Assert.Equal(table["coefficient"].Select(w => Math.Round(w * 20 / Math.Log(2))), table["points"]);
        Assert.True(table["points"][1] > 0 && table["points"][2] < 0);
    }

    [Fact]
    public void OddsRatios_OfPartyAndPlacement_ExcludeNoEffect_TheOthersDoNot()
    {
        var table = Shown("ratio-intervals");
        Assert.Equal([true, true, false, false, false], table["low"].Zip(table["high"], (low, high) => low > 1 || high < 1));
    }

    [Fact]
    public void HalfOfTheGirls_HaveBegunAtThirteen_AndTheOddsGrowFivefoldAYear()
    {
        var table = Shown("health-median");
        Assert.Equal(13, table["median age"][0], 0.05);
        Assert.Equal(5, table["odds ratio"][0], 0.2);
        Assert.True(table["low"][0] < table["odds ratio"][0] && table["odds ratio"][0] < table["high"][0]);
    }

    [Fact]
    public void FigureOfTheFlights_TurnsALinearSignalIntoAFallingProbability()
    {
        var p = Shown("figure-challenger").Trace(1, "y");
        Assert.Equal(p.OrderDescending(), p);
        Assert.True(p[0] < 1 && p[0] > 0.99 && p[^1] is > 0 and < 0.05);
    }

    [Fact]
    public void ProfileInterval_StaysFurtherFromNoEffectThanWalds()
    {
        var ends = Shown("profile").Numbers;
        Assert.True(ends[2] < ends[0] && ends[0] < ends[3] && ends[3] < ends[1] && ends[1] < 0);
    }

    [Fact]
    public void BandOfTheFlights_IsWideAmongThemToo()
    {
        var table = Shown("challenger-predict");
        Assert.All(Enumerable.Range(1, 2), row => Assert.True(table["high"][row] - table["low"][row] > 0.5));
    }

    [Fact]
    public void LastLineOfTheFit_IsMadeOfDeviances()
    {
        var (table, fit) = (Shown("last-line"), Shown("challenger-fit").Numbers);
        Assert.All(["aic", "bic", "mc fadden", "log likelihood"], column => Assert.Contains(fit, number => Math.Abs(number - table[column][0]) < 1e-4));
    }

    [Fact]
    public void Leverage_NeedsAFarPlaceAndAnUndecidedModel()
    {
        Assert.True(Shown("influence-table")["leverage"][0] > 3 * Shown("influence-table")["mean leverage"][0]);
        Assert.True(Shown("influence-table")["cook"][0] > 1);
        var flights = Dataset.Load(Testing.Repository.PathOf("data", "challenger.csv"));
        foreach (var (place, label) in ((double, double)[])[(70, 0), (45, 1), (30, 1)])
        {
            double[] temperature = [.. flights["temperature"], place], damage = [.. flights["damage"], label];
            var fit = LogisticRegression.Fit(temperature, damage);
            Assert.True(fit.Leverages[23] < 2 / 24.0 && fit.CooksDistances[23] < 0.05, $"{place} °F, {label}");
        }
    }

    [Fact]
    public void Segments_LeaveAsOftenAsWasSaid_TheRiskiestThirteenTimesAsOftenAsTheSafest()
    {
        var table = Shown("churn-segments");
        Assert.Equal(table["leave"].Order(), table["leave"]);
        Assert.All(table["said"].Zip(table["leave"]), pair => Assert.Equal(pair.First, pair.Second, 0.03));
        Assert.Equal(13, Math.Floor(table["leave"][^1] / table["leave"][0]));
    }

    private Shown Shown(string cell) => course.Shown("10-reading-a-fit", cell);
}
