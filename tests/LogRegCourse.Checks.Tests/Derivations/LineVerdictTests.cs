using LogRegCourse.Checks.Derivations;
using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>Right lines in unusual writing pass, wrong lines that look right are refused.</summary>
public class LineVerdictTests
{
    public static TheoryData<string> Right => [.. RightLines.All.Keys];

    public static TheoryData<string> Wrong => [.. WrongLines.All.Keys];

    public static TheoryData<string> Named => [.. NamedLines.All.Keys];

    [Theory]
    [MemberData(nameof(Named))]
    public void WrongLine_GetsItsName(string name)
    {
        var (word, line) = NamedLines.All[name];
        var derivation = line();
        Assert.True(derivation.FirstWrongLine == 2, derivation.ToString());
        Assert.True(word.Split('|').Any(one => string.Join(" ", derivation.Lines[1].Findings).Contains(one, StringComparison.Ordinal)), derivation.ToString());
    }

    [Fact]
    public void FunctionThatIsNotKnown_LeavesTheLineOpen()
    {
        var derivation = Derivation.Of("t").From(z => Sin(2 * z)).Then("", z => 2 * Sin(z) * Cos(z));
        Assert.Null(derivation.FirstWrongLine);
        Assert.Contains("could not be checked", derivation.ToString(), StringComparison.Ordinal);
        Assert.All(derivation.Lines, line => Assert.Equal(Mark.Unchecked, line.Mark));
        Assert.Null(Derivation.Of("t").From(z => 4 * Atan(1) * z).Then("", z => PI * z).FirstWrongLine);
        var between = Derivation.Of("t").From(z => z).Then("", z => Sin(Asin(z))).Then("", z => z + 1);
        Assert.Equal(3, between.FirstWrongLine);
    }

    [Fact]
    public void LostRoot_IsFoundHoweverFarOutItLies()
    {
        foreach (var far in new[] { 40.5, 2_000_000, 3.7e9, -1.3e13 })
        {
            var alone = Derivation.Of("t").From(z => (z - 1) * (z - far) == 0).Then("", z => z == 1);
            Assert.True(alone.FirstWrongLine == 2, alone.ToString());
            var beside = Derivation.Of("t").Where("p in (0,1)").From((p, z) => Log(p / (1 - p)) == z).Then("", (p, z) => (p - Sigmoid(z)) * (z - far) == 0);
            Assert.True(beside.FirstWrongLine == 2, beside.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void RightLine_Passes(string name)
    {
        var derivation = RightLines.All[name]();
        Assert.True(derivation.IsRight, derivation.ToString());
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WrongLine_IsRefused(string name)
    {
        var derivation = WrongLines.All[name]();
        Assert.True(derivation.FirstWrongLine == 2, derivation.ToString());
    }
}
