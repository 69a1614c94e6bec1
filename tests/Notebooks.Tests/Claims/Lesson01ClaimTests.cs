using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 1 says about its tables and figures.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson01ClaimTests(ExecutedCourse course)
{
    private const double SixDigits = 1e-5;

    [Fact]
    public void HeldPoint_ReadBackwards_IsItsLogOdds_AndTheCurveClimbsNearZero()
    {
        var table = Shown("point-reads");
        Assert.Equal(table["z"][0], table["back"][0], 1e-12);
        Assert.Equal(Math.E, table["odds"][0], 1e-5);
        Assert.InRange(table["near four"][0], 0.95, 1);
    }

    [Fact]
    public void StraightLine_LeavesTheProbabilities()
    {
        var p = Shown("straight-line-fit")["p"];
        Assert.True(p.Max() > 1 && p.Min() < 0);
    }

    [Fact]
    public void StraightLineFigure_LeavesTheBandOnBothSides()
    {
        var line = Shown("straight-line-figure").Trace(1, "y");
        Assert.True(line[0] > 1 && line[^1] < 0);
    }

    [Fact]
    public void LogarithmOfP_IsOpenBelowOnly()
    {
        var table = Shown("log-p-table");
        Assert.All(table["log p"], value => Assert.True(value < 0));
        Assert.Equal(table["log p"], table["log rest"].Reverse());
    }

    [Fact]
    public void Logit_ExchangesItsSignWithTheOutcomes()
    {
        var table = Shown("logit-table");
        Assert.Equal(table["logit"], table["logit of rest"].Select(value => 0 - value));
        Assert.True(table["logit"][0] < -6 && table["logit"][^1] > 6);
    }

    [Fact]
    public void LogitFigure_IsOpenOnBothSides_TheLogarithmOnOne()
    {
        var figure = Shown("logit-figure");
        double[] log = figure.Trace(0, "y"), logit = figure.Trace(1, "y");
        Assert.True(log[0] < -6 && log[^1] < 0);
        Assert.True(logit[0] < -6 && logit[^1] > 6);
        AssertRises(logit);
    }

    [Fact]
    public void Sigmoid_TurnsEverySignalIntoAProbability_AndTheLogitTurnsItBack()
    {
        var table = Shown("inverse");
        Assert.Equal(table["z"], table["back"]);
        Assert.All(table["p"], AssertIsInside);
        Assert.Equal(0.5, table["p"][Array.IndexOf(table["z"], 0)]);
        AssertRises(table["p"]);
    }

    [Fact]
    public void SigmoidFigure_RisesBetweenItsAsymptotes_ThroughOneHalf()
    {
        var figure = Shown("sigmoid-figure");
        double[] z = figure.Trace(0, "x"), p = figure.Trace(0, "y");
        Assert.All(p, AssertIsInside);
        AssertRises(p);
        Assert.Equal(z.Select(value => value > 0), p.Select(value => value > 0.5));
        Assert.True(p[0] < 0.001 && p[^1] > 0.999);
    }

    [Fact]
    public void StepFigure_JumpsWhereTheSigmoidIsSmooth()
    {
        var figure = Shown("step-figure");
        Assert.True(LargestStep(figure.Trace(0, "y")) < 0.03);
        Assert.Equal(1, LargestStep(figure.Trace(2, "y")));
    }

    [Fact]
    public void FittedProbability_IsTheSigmoidOfALinearSignal_NotALabel()
    {
        var table = Shown("fitted");
        double[] x = table["x"], z = table["z"], p = table["p"];
        for (var i = 1; i < x.Length; i++) Assert.Equal(-0.232163, (z[i] - z[0]) / (x[i] - x[0]), SixDigits);
        Assert.All(z.Zip(p), pair => Assert.Equal(Logistic.Sigmoid(pair.First), pair.Second, SixDigits));
        Assert.All(p, AssertIsInside);
    }

    [Fact]
    public void OddsRatio_IsTheSameEverywhere_TheChangeOfPIsNot()
    {
        var table = Shown("odds-ratio");
        Assert.Single(table["ratio of odds"].Distinct());
        Assert.Equal(Math.Exp(-0.23216274), table["ratio of odds"][0], SixDigits);
        Assert.Equal(4, table["change of p"].Distinct().Count());
    }

    [Fact]
    public void OtherBridge_MultipliesTheOddsByAnotherFactorEverywhere()
    {
        var table = Shown("other-bridges-table");
        Assert.All(table["cauchit"], AssertIsInside);
        Assert.Equal(5, table["factor of odds"].Distinct().Count());
    }

    [Fact]
    public void TwoForms_FailOnOppositeSides()
    {
        var table = Shown("two-forms");
        var z = table["z"];
        int left = Array.IndexOf(z, -710), right = Array.IndexOf(z, 710);
        Assert.Equal((0, 1), (table["naive"][left], table["naive"][right]));
        Assert.True(table["other"][left] > 0 && double.IsNaN(table["other"][right]));
        Assert.True(table["library"][left] > 0 && table["library"][right] == 1);
    }

    [Fact]
    public void Double_ReachesOneAndZero_FarFromTheMiddle()
    {
        var table = Shown("one-exactly");
        Assert.Equal(["False", "True", "True", "False", "False"], table.Words("is one"));
        Assert.Equal(["False", "False", "False", "False", "True"], table.Words("is zero"));
        // At 37 the sum rounds to 1 where the number itself would not; at 38 both do.
        Assert.Equal(["False", "True", "True"], table.Words("sum")[..3]);
        Assert.Equal(["False", "False", "True"], table.Words("difference")[..3]);
    }

    private static void AssertIsInside(double p) => Assert.True(p is > 0 and < 1);

    private static void AssertRises(double[] values) => Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.Second > pair.First));

    private static double LargestStep(double[] values) => values.Zip(values.Skip(1), (a, b) => Math.Abs(b - a)).Max();

    private Shown Shown(string cell) => course.Shown("01-why-the-sigmoid", cell);
}
