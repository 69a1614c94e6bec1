using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Derivations;

public class SourceDerivationTests
{
    public static TheoryData<string> Names => [.. SourceDerivations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void RightDerivation_Passes(string name)
    {
        var derivation = SourceDerivations.All[name]();
        Assert.True(derivation.IsRight, derivation.ToString());
    }

    // E40, lines 73 and 74-78: the loss without its minus, whose derivative is then written with the right sign.
    [Fact]
    public void LossWithoutMinus_ThenItsGradient_FailsAtTheGradient()
    {
        var derivation = Derivation.Of("E40, the loss").Where("y in {0,1}")
            .From((w, x, y) => y * Log(Sigmoid(w * x)) + (1 - y) * Log(1 - Sigmoid(w * x)))
            .Differentiate("chain rule", (w, x, y) => (Sigmoid(w * x) - y) * x);
        Assert.Equal(2, derivation.FirstWrongLine);
        Assert.Contains("sign", derivation.ToString(), StringComparison.Ordinal);
    }

    // E40, lines 81 to 82: y - sigma becomes sigma - y without a word.
    [Fact]
    public void SignFlippedOnTheWayToTheMatrixForm_IsFoundAtThatLine()
    {
        var derivation = Derivation.Of("E40, L81 to L82")
            .Sizes("X: n x d", "w: d", "y: n").Where("y in {0,1}")
            .From((X, w, y, n) => 1 / n * Sum(i => (y[i] - Sigmoid(X[i].T * w)) * X[i]))
            .Then("as a matrix", (X, w, y, n) => 1 / n * X.T * (Sigmoid(X * w) - y));
        Assert.Equal(2, derivation.FirstWrongLine);
        Assert.Contains("sign", derivation.ToString(), StringComparison.Ordinal);
    }

    // E41, line 77: w_0 x_0 twice, w_1 x_1, then w_0 x_2 where w_j x_j was meant.
    [Fact]
    public void WrongIndicesInTheWrittenOutSum_AreFound()
    {
        var derivation = Derivation.Of("E41, L77")
            .From((a, b, x, u) => a * x + b * u)
            .Then("written out", (a, b, x, u) => a * x + a * u);
        Assert.Equal(2, derivation.FirstWrongLine);
        Assert.Contains("a should be b", derivation.ToString(), StringComparison.Ordinal);
    }

    // E41, line 80: the bracket that is never closed lets the sign of y sigma stay.
    [Fact]
    public void BracketLeftOpenInTheNumerator_IsFound()
    {
        var derivation = Derivation.Of("E41, L80").Where("s in (0,1)")
            .From((y, s) => y * (1 - s) - s * (1 - y))
            .Then("expand", (y, s) => y - y * s - s - y * s)
            .Therefore("cancel", (y, s) => y - s);
        Assert.Equal(2, derivation.FirstWrongLine);
    }

    // E42: X holds one example a row, so w'X does not even multiply.
    [Fact]
    public void SigmoidOfTransposedWeightsTimesData_IsRefusedWithTheSizes()
    {
        var derivation = Derivation.Of("E42, L82")
            .Sizes("X: n x d", "w: d", "y: n")
            .From((X, w, y, n) => 1 / n * X.T * (Sigmoid(X * w) - y))
            .Then("as printed", (X, w, y, n) => 1 / n * X.T * (Sigmoid(w.T * X) - y));
        Assert.Equal(2, derivation.FirstWrongLine);
        var text = derivation.ToString();
        Assert.Contains("1 x d", text, StringComparison.Ordinal);
        Assert.Contains("n x d", text, StringComparison.Ordinal);
    }
}
