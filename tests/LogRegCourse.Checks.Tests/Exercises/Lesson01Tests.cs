using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson01Tests
{
    [Fact]
    public void Odds_Untouched_IsNotDone() => ExerciseTest.NotDone("1.1", (double p) => double.NaN);

    [Fact]
    public void Odds_Solved_Passes() => ExerciseTest.Passes("1.1", (double p) => p / (1 - p));

    [Fact]
    public void Odds_Wrong_IsNamed()
    {
        ExerciseTest.Fails("1.1", (double p) => (1 - p) / p, "the odds against");
        ExerciseTest.Fails("1.1", (double p) => p, "the probability itself");
        ExerciseTest.Fails("1.1", (double p) => p / (p + 1), "not 1 + p");
        ExerciseTest.Fails("1.1", (double p) => Log(p) - Log(1 - p), "the logit");
        ExerciseTest.Fails("1.1", (double p) => 1 / (1 - p), "numerator is p");
        ExerciseTest.Fails("1.1", (double p) => p - (1 - p), "right is");
    }

    [Fact]
    public void FromOdds_Untouched_IsNotDone() => ExerciseTest.NotDone("1.2", (double odds) => double.NaN);

    [Fact]
    public void FromOdds_Solved_Passes() => ExerciseTest.Passes("1.2", (double odds) => 1 - 1 / (1 + odds));

    [Fact]
    public void FromOdds_Wrong_IsNamed()
    {
        ExerciseTest.Fails("1.2", (double o) => 1 / (o + 1), "the other outcome");
        ExerciseTest.Fails("1.2", (double o) => o / (1 - o), "sign is wrong in the denominator");
        ExerciseTest.Fails("1.2", (double o) => 1 / o, "three of four");
        ExerciseTest.Fails("1.2", (double o) => 1 / (1 + Exp(-o)), "takes the odds for log-odds");
        ExerciseTest.Fails("1.2", (double o) => o, "the odds themselves");
    }

    [Fact]
    public void Inversion_WithGaps_IsNotDone() => ExerciseTest.NotDone("1.3", Inversion().Then("exponentiate", (p, z) => p / (1 - p) == Gap));

    [Fact]
    public void Inversion_Solved_Passes() => ExerciseTest.Passes("1.3", Inversion()
        .Then("exponentiate", (p, z) => p / (1 - p) == Exp(z))
        .Then("multiply", (p, z) => p == Exp(z) * (1 - p))
        .Then("expand", (p, z) => p == Exp(z) - p * Exp(z))
        .Then("collect", (p, z) => p + p * Exp(z) == Exp(z))
        .Then("divide", (p, z) => p == 1 / (1 + Exp(-z))));

    [Fact]
    public void Inversion_Wrong_IsNamed()
    {
        ExerciseTest.Fails("1.3", Inversion().Then("exponentiate", (p, z) => p / (1 - p) == z), "Line 2");
        ExerciseTest.Fails("1.3", Expanded().Then("expand", (p, z) => p == Exp(z) - Exp(z)), "p e^z");
        ExerciseTest.Fails("1.3", Expanded().Then("collect", (p, z) => p - p * Exp(z) == Exp(z)), "with a plus");
        ExerciseTest.Fails("1.3", Expanded().Then("divide", (p, z) => p == 1 / (1 + Exp(z))), "e^−z");
        ExerciseTest.Fails("1.3", Expanded(), "say what p is");
    }

    [Fact]
    public void Mirror_WithGaps_IsNotDone() => ExerciseTest.NotDone("1.4", Mirror().Therefore("", z => Gap));

    [Fact]
    public void Mirror_Solved_Passes() => ExerciseTest.Passes("1.4", Mirror()
        .Then("", z => Exp(-z) / (1 + Exp(-z))).Then("", z => 1 / (Exp(z) + 1)).Therefore("", z => Sigmoid(-z)));

    [Fact]
    public void Mirror_Wrong_IsNamed()
    {
        ExerciseTest.Fails("1.4", Mirror().Therefore("", z => Sigmoid(z)), "the class you started from");
        ExerciseTest.Fails("1.4", Mirror().Then("", z => Exp(z) / (1 + Exp(-z))), "with its minus");
        ExerciseTest.Fails("1.4", Mirror().Therefore("", z => -Sigmoid(z)), "Line 2");
        ExerciseTest.Fails("1.4", Mirror().Then("", z => 1 / (1 - Exp(z))), "Line 2");
        ExerciseTest.Fails("1.4", Mirror().Then("", z => Exp(-z) / (1 + Exp(-z))), "the form that is asked for");
    }

    [Fact]
    public void Stable_Untouched_IsNotDone() => ExerciseTest.NotDone("1.5", (double z) => double.NaN);

    [Fact]
    public void Stable_Solved_Passes() => ExerciseTest.Passes("1.5", (double z) => z >= 0 ? 1 / (1 + Exp(-z)) : Exp(z) / (1 + Exp(z)));

    [Fact]
    public void Stable_Wrong_IsNamed()
    {
        ExerciseTest.Fails("1.5", (double z) => 1 / (1 + Exp(-z)), "1/∞ is 0 too early");
        ExerciseTest.Fails("1.5", (double z) => Exp(z) / (1 + Exp(z)), "not a number");
        ExerciseTest.Fails("1.5", (double z) => 1 / (1 + Exp(-Clamp(z, -500, 500))), "below the cut");
        ExerciseTest.Fails("1.5", (double z) => 1 / (1 + Exp(z)), "the other class");
        ExerciseTest.Fails("1.5", (double z) => z < 0 ? 1 / (1 + Exp(-z)) : Exp(z) / (1 + Exp(z)), "exchanged");
        ExerciseTest.Fails("1.5", (double z) => (1 + Tanh(z / 2)) / 2, "loses all digits");
    }

    [Fact]
    public void Even_Untouched_IsNotDone() => ExerciseTest.NotDone("1.6", double.NaN);

    [Fact]
    public void Even_Solved_Passes() => ExerciseTest.Passes("1.6", 64.79464092455144);

    [Theory]
    [InlineData(-64.79464092455144, "sign is wrong")]
    [InlineData(0.0154333597, "upside down")]
    [InlineData(62.640975, "its log-odds are 0")]
    [InlineData(15.0429016477, "at 0 °F")]
    [InlineData(0.0, "temperature x")]
    [InlineData(65.0, "Close")]
    public void Even_Wrong_IsNamed(double answer, string sentence) => ExerciseTest.Fails("1.6", answer, sentence);

    private static EquationDerivation<Func<double, double, bool>> Inversion() =>
        Derivation.Of("mine").Where("p in (0,1)").From((p, z) => Log(p / (1 - p)) == z);

    private static EquationDerivation<Func<double, double, bool>> Expanded() =>
        Inversion().Then("exponentiate, multiply", (p, z) => p == Exp(z) * (1 - p));

    private static ExpressionDerivation<Func<double, double>> Mirror() => Derivation.Of("mine").From(z => 1 - 1 / (1 + Exp(-z)));
}
