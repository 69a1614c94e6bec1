using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>Where doubles lose their digits, the verdict is still right.</summary>
public class HighPrecisionTests
{
    [Fact]
    public void SigmoidSlopeAtForty_IsNoFalseAlarm() => Assert.True(Derivation.Of("far out").Where("z in (39,41)")
        .From(z => Sigmoid(z) * (1 - Sigmoid(z)))
        .Then("", z => Exp(-z) / Pow(1 + Exp(-z), 2))
        .Then("", z => Sigmoid(-z) * Sigmoid(z)).IsRight);

    [Fact]
    public void LogarithmNextToOne_IsNoFalseAlarm() => Assert.True(Derivation.Of("near one").Where("p in (0.999999999,1)")
        .From(p => Log(1 - p) - Log(p))
        .Then("", p => -Log(p / (1 - p))).IsRight);

    [Fact]
    public void SmallTermThatDoublesDrop_IsCaught() => Assert.Equal(2, Derivation.Of("tiny").Where("z in (39,41)")
        .From(z => 1 + Exp(-z)).Then("", z => 1 + Exp(-z) / 2).FirstWrongLine);

    [Fact]
    public void OneInABillion_IsCaughtThoughTheRestIsLarge() => Assert.Equal(2, Derivation.Of("large")
        .From(z => Exp(z) + 1e12).Then("", z => Exp(z) * 1.000000001 + 1e12).FirstWrongLine);

    [Fact]
    public void RootThatDoublesCannotTellFromItsNeighbour_IsNoFalseAlarm() => Assert.True(
        Derivation.Of("the probability of the reference class").Where("p in (0,1)")
            .From((p, a, c) => p + p * Exp(a) + p * Exp(c) == 1)
            .Then("take p out", (p, a, c) => p * (1 + Exp(a) + Exp(c)) == 1)
            .Therefore("divide", (p, a, c) => p == 1 / (1 + Exp(a) + Exp(c))).IsRight);

    [Fact]
    public void FractionsThatCSharpFolds_AreFractions() => Assert.True(Derivation.Of("thirds")
        .From((a, b) => (2 * a + b) / 3).Then("", (a, b) => 2.0 / 3 * a + 1.0 / 3 * b).Then("", (a, b) => (a + 0.5 * b) / 1.5).IsRight);

    [Fact]
    public void DecimalsWithManyDigits_AreNotTakenForFractions() => Assert.Equal(2, Derivation.Of("thirds")
        .From(a => a / 3).Then("", a => 0.333333333333 * a).FirstWrongLine);
}
