using LogRegCourse.Checks.Exercises;
using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class OtherExerciseTests
{
    private static readonly NumberExercise Seven = new("1.1", "Seven", 7) { Mistakes = [(-7, "The sign is the wrong way round.")] };
    private static readonly NumberExercise Share = new("1.1", "Share", 7 / 23.0) { Digits = 3 };
    private static readonly NumberExercise Pair = new("1.1", "Pair", [1, 2]);

    private static readonly DerivationExercise Halves = new("1.2", "One fraction", Derivation.Of("one fraction")
        .From(z => Exp(z) / (Exp(z) + 1))
        .Therefore("as a sigmoid", z => Sigmoid(z))) { Form = Form.InSigmoids };

    [Theory]
    [InlineData(7.0001)]
    [InlineData(7.03)]
    [InlineData(6.99)]
    public void WholeNumber_IsAskedForExactly(double near) => Assert.Equal(VerdictState.Failed, Seven.Judge(near).State);

    [Fact]
    public void WholeNumber_ThatArithmeticRounded_Passes() => Assert.Equal(VerdictState.Passed, Seven.Judge(0.7 / 0.1).State);

    [Theory]
    [InlineData(0.304347826)]
    [InlineData(0.304)]
    [InlineData(0.3043)]
    [InlineData(0.30435)]
    public void ThreeDigits_WhereThreeAreAskedFor_Pass(double answer) => Assert.Equal(VerdictState.Passed, Share.Judge(answer).State);

    [Fact]
    public void FewerDigits_AreToldSo()
    {
        Assert.Equal(VerdictState.Failed, Share.Judge(0.3).State);
        Assert.Contains("three digits: more digits, please", Share.Judge(0.3).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.305)]
    [InlineData(0.303)]
    [InlineData(0.31)]
    [InlineData(0.4)]
    public void OtherDigits_AreWrong_AndNotCalledTooFew(double answer)
    {
        Assert.Equal(VerdictState.Failed, Share.Judge(answer).State);
        Assert.DoesNotContain("more digits", Share.Judge(answer).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Number_Untouched_IsNotDone() => Assert.Equal(VerdictState.NotDone, Seven.Judge(double.NaN).State);

    [Fact]
    public void Zero_IsAnAnswer_AndMayComeFromWholeNumberDivision()
    {
        Assert.Equal(VerdictState.Failed, Seven.Judge(0.0).State);
        Assert.Contains("1 / 12.0", Seven.Judge(0.0).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WholeNumbersInPlaceOfDoubles_AreAccepted()
    {
        Assert.Equal(VerdictState.Passed, Seven.Judge(7).State);
        Assert.Equal(VerdictState.Passed, Pair.Judge(new[] { 1, 2 }).State);
    }

    [Fact]
    public void Number_KnownMistake_IsNamed() => Assert.Contains("The sign", Seven.Judge(-7.0).ToString(), StringComparison.Ordinal);

    [Fact]
    public void List_OfOtherNumbers_Fails() => Assert.Equal(VerdictState.Failed, Pair.Judge(new double[] { 1, 3 }).State);

    [Fact]
    public void List_InPlaceOfNumber_IsNamed() => Assert.Contains("a list of numbers", Pair.Judge(1.0).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Derivation_DownToTheSimplestLine_Passes() => Assert.Equal(VerdictState.Passed, Halves.Judge(Derivation.Of("mine")
        .From(z => Exp(z) / (Exp(z) + 1))
        .Then("divide by e^z", z => 1 / (1 + Exp(-z)))
        .Therefore("a sigmoid", z => Sigmoid(z))).State);

    [Fact]
    public void Derivation_WithGap_IsNotDone() => Assert.Equal(VerdictState.NotDone, Halves.Judge(Derivation.Of("mine")
        .From(z => Exp(z) / (Exp(z) + 1)).Therefore("a sigmoid", z => Gap)).State);

    [Fact]
    public void Derivation_ThatStopsEarly_IsToldSo() => Assert.Contains("the form that is asked for", Halves.Judge(Derivation.Of("mine")
        .From(z => Exp(z) / (Exp(z) + 1)).Therefore("divide by e^z", z => 1 / (1 + Exp(-z)))).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Derivation_WithAWrongLine_IsToldWhich() => Assert.Contains("Line 2", Halves.Judge(Derivation.Of("mine")
        .From(z => Exp(z) / (Exp(z) + 1)).Therefore("a sigmoid", z => Sigmoid(-z))).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Derivation_FromAnotherLine_IsRefused() => Assert.Contains("The first line must stay", Halves.Judge(Derivation.Of("mine")
        .From(z => Exp(z)).Therefore("the same", z => Exp(z))).ToString(), StringComparison.Ordinal);
}
