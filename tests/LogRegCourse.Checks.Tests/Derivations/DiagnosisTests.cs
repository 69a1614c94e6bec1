using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>The kinds of mistakes that have a name, and the sentence of each.</summary>
public class DiagnosisTests
{
    private static ExpressionDerivation<Func<double, double, double>> Loss() => Derivation.Of("a loss").Where("y in {0,1}", "p in (0,1)")
        .From((y, p) => -(y * Log(p) + (1 - y) * Log(1 - p)));

    private static ExpressionDerivation<Func<double, double, double, double>> Weighted() => Derivation.Of("a loss of one weight").Where("y in {0,1}")
        .From((w, x, y) => Softplus(w * x) - y * w * x);

    private static ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> Mean() =>
        Derivation.Of("a mean loss").Sizes("X: n x d", "w: d", "y: n").Where("y in {0,1}")
            .From((X, w, y, n) => 1 / n * Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w)));

    [Fact]
    public void SignOfTheLine_IsNamed() => AssertSays(Loss().Then("", (y, p) => y * Log(p) + (1 - y) * Log(1 - p)), "The sign of the whole line is flipped.");

    [Fact]
    public void SignOfATerm_IsNamed() => AssertSays(Loss().Then("", (y, p) => -(y * Log(p) - (1 - y) * Log(1 - p))), "must be plus");

    [Fact]
    public void FeatureForgotten_IsNamed() => AssertSays(Weighted().Differentiate("", (w, x, y) => Sigmoid(w * x) - y), "The factor x is missing.");

    [Fact]
    public void SigmoidSlopeForgotten_IsNamed() => AssertSays(
        Derivation.Of("squares").From((w, x, y) => Pow(Sigmoid(w * x) - y, 2)).Differentiate("", (w, x, y) => 2 * (Sigmoid(w * x) - y) * x),
        "sigmoid");

    [Fact]
    public void MeanTakenForSum_IsNamed() => AssertSays(Mean().Differentiate("", (X, w, y, n) => X.T * (Sigmoid(X * w) - y), by: "w"), "The factor 1/n is missing");

    [Fact]
    public void EntryForgottenInASum_IsNamed() => AssertSays(
        Derivation.Of("one partial derivative").Sizes("X: n x d", "w: d", "y: n", "j: 1..d")
            .From((X, w, y, j) => Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w)))
            .Differentiate("", (X, w, y, j) => Sum(i => Sigmoid(X[i].T * w) - y[i]), by: "w[j]"),
        "The factor X[i,j] is missing");

    [Fact]
    public void TermDropped_IsNamed() => AssertSays(Weighted().Differentiate("", (w, x, y) => Sigmoid(w * x) * x), "was dropped");

    [Fact]
    public void LogarithmOfAnotherBase_IsNamed() => AssertSays(Loss().Then("", (y, p) => -(y * Log10(p) + (1 - y) * Log10(1 - p))), "wrong base");

    [Fact]
    public void SlopeOfALogarithmOfAnotherBase_IsNamed() => AssertSays(
        Derivation.Of("base").Where("p in (0,1)").From(p => Log2(p)).Differentiate("", p => 1 / p), "The derivative of a logarithm of base 2");

    [Fact]
    public void DivisionOfWholeNumbers_IsNamed() => AssertSays(Derivation.Of("half").From(z => z * 0.5).Then("", z => 1 / 2 * z), "C# divides whole numbers");

    [Fact]
    public void DivisionByWhatCanBeZero_IsNamedWithThePoint() => AssertSays(
        Derivation.Of("division").From((a, b) => a - b).Then("", (a, b) => (a * a - b * b) / (a + b)), "divides by a + b, which is 0 there");

    [Fact]
    public void LogarithmOfWhatCanBeNegative_IsNamed() => AssertSays(
        Derivation.Of("logarithm").From(z => z).Then("", z => Exp(Log(z))), "takes the logarithm of z, which is not positive there");

    [Fact]
    public void TrueForOneLabelOnly_IsSaid() => AssertSays(Loss().Then("", (y, p) => -Log(p)), "It is true only for y = 1.");

    [Fact]
    public void TrueForPositiveNumbersOnly_IsSaid() => AssertSays(Derivation.Of("root").From(z => Sqrt(z * z)).Then("", z => z), "It is true only for z >= 0.");

    [Fact]
    public void Counterexample_IsSmall() => AssertSays(
        Derivation.Of("square").From((a, b) => Pow(a + b, 2)).Then("", (a, b) => a * a + b * b), "At a = 1, b = 1: from line 1 follows 4, but line 2 is 2.");

    [Fact]
    public void SolutionAdded_IsSaid() => AssertSays(
        Derivation.Of("square").From((x, z) => x == z).Then("", (x, z) => x * x == z * z), "a solution was added");

    [Fact]
    public void SolutionLost_NamesTheFactor() => AssertSays(
        Derivation.Of("cancel").From((x, z) => x * z == x * x).Then("", (x, z) => z == x), "divided by x, which is 0 there");

    [Fact]
    public void BehindAGap_ADerivativeStillCounts()
    {
        var derivation = Derivation.Of("gap").From(z => Sigmoid(z)).Differentiate("", z => Gap).Then("", z => Sigmoid(z) * (1 - Sigmoid(z)));
        Assert.False(derivation.IsRight);
        Assert.Null(derivation.FirstWrongLine);
        Assert.True(derivation.HasGaps);
        AssertSays(Derivation.Of("gap").From(z => Sigmoid(z)).Differentiate("", z => Gap).Then("", z => Sigmoid(z) * (1 + Sigmoid(z))), "from line 1 follows", 3);
    }

    [Fact]
    public void SecondDerivativeBehindAGap_WaitsForTheFirst()
    {
        var derivation = Derivation.Of("gap").From(z => Exp(z)).Differentiate("", z => Gap).Differentiate("", z => 2 * Exp(z)).Then("", z => 3 * Exp(z));
        Assert.Contains("can be checked as soon as that line is", derivation.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, derivation.FirstWrongLine);
    }

    [Fact]
    public void GivenLineToDo_LeavesTheNextToDo()
    {
        var derivation = Derivation.Of("gap").From(z => Gap).Then("", z => z);
        Assert.True(derivation.HasGaps);
        Assert.False(derivation.IsRight);
    }

    [Fact]
    public void AnnouncedError_IsAGoodVerdictOnlyWhenThereIsOne()
    {
        Assert.Contains("the mistake is in line 2", Loss().Then("", (y, p) => -Log(p)).WithAnError().ToString(), StringComparison.Ordinal);
        Assert.Contains("but every line is right", Loss().Then("", (y, p) => -y * Log(p) - (1 - y) * Log(1 - p)).WithAnError().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void VariablesOfTheNotebook_AreTheirValues()
    {
        var slope = 2.5;
        Assert.True(Derivation.Of("captured").From(z => slope * z).Differentiate("", z => slope).Then("", z => 5.0 / 2).IsRight);
        AssertSays(Derivation.Of("captured").From(z => slope * z).Then("", z => 3 * z), "line 2 is 3");
    }

    private static void AssertSays(Derivation derivation, string sentence, int line = 2)
    {
        Assert.Equal(line, derivation.FirstWrongLine);
        Assert.Contains(sentence, derivation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ALineThatIsWrongFarOutOnly_IsNoOtherMistake()
    {
        var derivation = Derivation.Of("t").From(z => 1 / (1 + Exp(-z))).Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z)) + Max(0, z - 1e5));
        Assert.Equal(2, derivation.FirstWrongLine);
        Assert.DoesNotContain("1/v", derivation.ToString(), StringComparison.Ordinal);
    }
}
