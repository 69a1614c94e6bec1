namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>Right lines in unusual writing pass, wrong lines that look right are refused.</summary>
public class LineVerdictTests
{
    public static TheoryData<string> Right => [.. RightLines.All.Keys];

    public static TheoryData<string> Wrong => [.. WrongLines.All.Keys];

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
