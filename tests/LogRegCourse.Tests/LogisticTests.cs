using LogRegCourse.Tests.Reference;

namespace LogRegCourse.Tests;

public class LogisticTests
{
    private const double AllowedUlp = 2;

    private static readonly Dictionary<string, Func<double, double>> Functions = new()
    {
        ["Sigmoid"] = Logistic.Sigmoid,
        ["SigmoidDerivative"] = Logistic.SigmoidDerivative,
        ["LogSigmoid"] = Logistic.LogSigmoid,
        ["Softplus"] = Logistic.Softplus,
        ["Logit"] = Logistic.Logit,
        ["Odds"] = Logistic.Odds,
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Function_AgainstFiftyDigits_IsWithinTwoUlp(string name)
    {
        var rows = LogisticReference.Of(name);
        Assert.True(rows.Count > 300);
        var worst = rows.Select(row => (row.At, Ulp: row.Ulps(Functions[name](row.At)))).MaxBy(row => row.Ulp);
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: at most {worst.Ulp:F2} ulp, at {worst.At:R}");
        Assert.True(worst.Ulp <= AllowedUlp, $"{name}({worst.At:R}) is {worst.Ulp:F2} ulp off");
    }

    [Theory, MemberData(nameof(Names))]
    public void Function_OfNaN_IsNaN(string name) => Assert.True(double.IsNaN(Functions[name](double.NaN)));

    [Theory]
    [InlineData("Sigmoid", double.PositiveInfinity, 1)]
    [InlineData("Sigmoid", double.NegativeInfinity, 0)]
    [InlineData("SigmoidDerivative", double.PositiveInfinity, 0)]
    [InlineData("SigmoidDerivative", double.NegativeInfinity, 0)]
    [InlineData("LogSigmoid", double.PositiveInfinity, 0)]
    [InlineData("LogSigmoid", double.NegativeInfinity, double.NegativeInfinity)]
    [InlineData("Softplus", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Softplus", double.NegativeInfinity, 0)]
    [InlineData("Logit", 0, double.NegativeInfinity)]
    [InlineData("Logit", 1, double.PositiveInfinity)]
    [InlineData("Logit", 0.5, 0)]
    [InlineData("Odds", 0, 0)]
    [InlineData("Odds", 1, double.PositiveInfinity)]
    public void Function_AtTheEnds_GivesTheLimit(string name, double at, double limit) => Assert.Equal(limit, Functions[name](at));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    public void Logit_OfNoProbability_SaysWhy(double p)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Logistic.Logit(p));
        Assert.Contains("a probability lies between 0 and 1", error.Message);
    }
}
