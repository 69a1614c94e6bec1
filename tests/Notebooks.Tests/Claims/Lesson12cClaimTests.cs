using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 12c says about its tables and figures.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson12cClaimTests(ExecutedCourse course)
{
    [Fact]
    public void File_IsSortedByIncome_AndHasZerosThatMayMeanAnything()
    {
        Assert.Equal(228, Shown("columns")["zeros"][4]);
        Assert.True(Shown("order")["last hundred"][0] > 5 * Shown("order")["first hundred"][0]);
        Assert.True(Shown("order")["dole last"][0] > 2 * Shown("order")["dole first"][0]);
    }

    [Fact]
    public void Split_KeepsTheShareOfBothClasses() => Assert.Equal(Shown("split")["dole"][0], Shown("split")["dole test"][0], 0.005);

    [Fact]
    public void Refusing_TakesNearlyAThird_AndLowersTheMean()
    {
        Assert.InRange(Shown("refuse")["refused"][0] / 661, 0.27, 0.34);
        Assert.True(Shown("refuse")["mean of known"][0] < Shown("refuse")["mean of all"][0] - 1);
    }

    [Fact]
    public void EducationStaysALine_BendAndProductAreWorthTheirCoefficients()
    {
        Assert.True(Shown("educ-test").Numbers[^1] > 0.5);
        Assert.InRange(Shown("hinges").Numbers[^1], 0.01, 0.05);
        Assert.InRange(Shown("interaction").Numbers[^1], 0, 0.01);
        Assert.True(Shown("interaction-sizes")["slope at educ 6"][0] > Shown("interaction-sizes")["slope at educ 2"][0]);
    }

    [Fact]
    public void Verdict_IsBetterThanTheShare_BendAndProductAddALittle()
    {
        var table = Shown("verdict");
        Assert.True(table["own rows"][0] < table["chosen"][0] && table["chosen"][0] < table["plain"][0] && table["plain"][0] < table["everybody the share"][0] - 0.1);
        Assert.InRange(table["plain"][0] - table["chosen"][0], 0, 0.02);
    }

    [Fact]
    public void Probabilities_AreCalibrated_InAllAndInEachGroup()
    {
        Assert.InRange(Shown("calibration")["z"][0], -2, 2);
        var groups = Shown("calibration-groups");
        Assert.All(groups["said"].Zip(groups["seen"], groups["two errors"]), group => Assert.InRange(group.Second - group.First, -group.Third, group.Third));
    }

    [Fact]
    public void ThresholdFromTheCosts_CostsLessThanEverybodyNobodyAndOneHalf()
    {
        var cost = Shown("cost")["cost"];
        Assert.True(cost[1] < cost[0] && cost[0] < cost[2] && cost[2] < cost[3]);
        Assert.InRange(Shown("cheapest")["from the costs"][0], Shown("cheapest")["cheapest"][0], 1.2 * Shown("cheapest")["cheapest"][0]);
    }

    [Fact]
    public void Spline_IsSteepInTheMiddle_AndHardlyRisesBeyondSix()
    {
        var spline = Shown("figure-bend").Trace(2, "y");
        var groups = Shown("figure-bend").Trace(0, "y");
        Assert.Equal(groups[1..6].Order(), groups[1..6]);
        Assert.True(groups[6] < groups[5]);
        Assert.True(spline[4] - spline[2] > 2 && spline[1] < spline[0] && spline[6] - spline[5] < 0.3);
    }

    [Fact]
    public void Rubric_IsMetInEveryLine() => Assert.All(Shown("rubric").Words("met"), met => Assert.Equal("yes", met));

    private Shown Shown(string cell) => course.Shown("12c-one-real-question", cell);
}
