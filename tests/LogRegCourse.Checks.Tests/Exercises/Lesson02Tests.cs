using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson02Tests
{
    [Fact]
    public void Slope_ByTheLibrarysOwnFunction_IsNoAnswer() => ExerciseTest.Fails("2.1",
        Derivation.Of("t").From(z => 1 / (1 + Exp(-z))).Differentiate("", z => SigmoidDerivative(z)), "This calls the library's SigmoidDerivative");

    [Fact]
    public void Slope_WithGaps_IsNotDone() => ExerciseTest.NotDone("2.1", Slope().Then("", z => Gap));

    [Fact]
    public void Slope_Solved_Passes() => ExerciseTest.Passes("2.1", Slope()
        .Then("", z => (1 + Exp(-z) - 1) / Pow(1 + Exp(-z), 2)).Therefore("", z => Sigmoid(z) * (1 - Sigmoid(z))));

    [Fact]
    public void Slope_Wrong_IsNamed()
    {
        ExerciseTest.Fails("2.1", Start().Differentiate("", z => -Exp(-z) / Pow(1 + Exp(-z), 2)), "Line 2");
        ExerciseTest.Fails("2.1", Slope().Therefore("", z => Sigmoid(z) * (1 + Sigmoid(z))), "1 minus the sigmoid");
        ExerciseTest.Fails("2.1", Slope().Therefore("", z => Pow(Sigmoid(z), 2)), "one for each class");
        ExerciseTest.Fails("2.1", Slope().Then("", z => 1 / (1 + Exp(-z)) + 1 / Pow(1 + Exp(-z), 2)), "Line 3");
        ExerciseTest.Fails("2.1", Slope().Then("", z => (1 + Exp(-z) - 1) / Pow(1 + Exp(-z), 2)), "the form that is asked for");
    }

    [Fact]
    public void Accurate_Untouched_IsNotDone() => ExerciseTest.NotDone("2.2", (double z) => double.NaN);

    [Fact]
    public void Accurate_Solved_Passes() => ExerciseTest.Passes("2.2", (double z) => Exp(-Abs(z)) / Pow(1 + Exp(-Abs(z)), 2));

    [Fact]
    public void Accurate_Wrong_IsNamed()
    {
        ExerciseTest.Fails("2.2", (double z) => Sigmoid(z) * (1 - Sigmoid(z)), "loses its digits");
        ExerciseTest.Fails("2.2", (double z) => Exp(-z) / Pow(1 + Exp(-z), 2), "overflow");
        ExerciseTest.Fails("2.2", (double z) => Sigmoid(z), "the sigmoid itself");
        ExerciseTest.Fails("2.2", (double z) => Sigmoid(-z), "the other class");
        ExerciseTest.Fails("2.2", (double z) => -Exp(-Abs(z)) / Pow(1 + Exp(-Abs(z)), 2), "sign is wrong");
        ExerciseTest.Fails("2.2", (double z) => Exp(-Abs(z)) / (1 + Exp(-Abs(z))), "square");
    }

    [Fact]
    public void LogSlope_WithGaps_IsNotDone() => ExerciseTest.NotDone("2.3", LogSigmoid().Differentiate("", z => Gap / Sigmoid(z)));

    [Fact]
    public void LogSlope_Solved_Passes() => ExerciseTest.Passes("2.3", LogSigmoid()
        .Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z)) / Sigmoid(z)).Then("", z => 1 - Sigmoid(z)).Therefore("", z => Sigmoid(-z)));

    [Fact]
    public void LogSlope_Wrong_IsNamed()
    {
        ExerciseTest.Fails("2.3", LogSigmoid().Differentiate("", z => 1 / Sigmoid(z)), "f′/f");
        ExerciseTest.Fails("2.3", LogSigmoid().Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z)) / Sigmoid(z)).Then("", z => Sigmoid(z)), "the other factor stays");
        ExerciseTest.Fails("2.3", LogSigmoid().Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z))), "Line 2");
        ExerciseTest.Fails("2.3", LogSigmoid().Differentiate("", z => -Sigmoid(-z)), "Line 2");
        ExerciseTest.Fails("2.3", LogSigmoid().Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z)) / Sigmoid(z)), "the form that is asked for");
    }

    [Fact]
    public void DivideByFour_Untouched_IsNotDone() => ExerciseTest.NotDone("2.4", double.NaN);

    [Fact]
    public void DivideByFour_Solved_Passes() => ExerciseTest.Passes("2.4", 0.23216274421859647 / 4);

    [Theory]
    [InlineData(-0.05804068605, "a positive number")]
    [InlineData(0.2321627442, "the largest slope of the sigmoid is 1/4")]
    [InlineData(0.1160813721, "not 1/2")]
    [InlineData(0.9286509769, "do not multiply")]
    [InlineData(0.25, "the weight is missing")]
    public void DivideByFour_Wrong_IsNamed(double answer, string sentence) => ExerciseTest.Fails("2.4", answer, sentence);

    [Fact]
    public void Bend_Untouched_IsNotDone() => ExerciseTest.NotDone("2.5", (double z) => double.NaN);

    [Fact]
    public void Bend_Solved_Passes() => ExerciseTest.Passes("2.5", (double z) => SigmoidDerivative(z) * (Sigmoid(-z) - Sigmoid(z)));

    [Fact]
    public void Bend_Wrong_IsNamed()
    {
        ExerciseTest.Fails("2.5", (double z) => SigmoidDerivative(z) * (2 * Sigmoid(z) - 1), "sign is wrong");
        ExerciseTest.Fails("2.5", SigmoidDerivative, "That is the slope");
        ExerciseTest.Fails("2.5", (double z) => SigmoidDerivative(z) * Sigmoid(-z), "Half of the product rule");
        ExerciseTest.Fails("2.5", (double z) => 1 - 2 * Sigmoid(z), "of the chain rule is missing");
        ExerciseTest.Fails("2.5", (double z) => SigmoidDerivative(z) * (1 + 2 * Sigmoid(z)), "1 − 2p");
    }

    private static ExpressionDerivation<Func<double, double>> Start() => Derivation.Of("mine").From(z => 1 / (1 + Exp(-z)));

    private static ExpressionDerivation<Func<double, double>> Slope() => Start().Differentiate("quotient rule", z => Exp(-z) / Pow(1 + Exp(-z), 2));

    private static ExpressionDerivation<Func<double, double>> LogSigmoid() => Derivation.Of("mine").From(z => Log(Sigmoid(z)));
}
