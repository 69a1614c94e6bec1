using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson04Tests
{
    [Fact]
    public void Bits_StubAndSolution()
    {
        ExerciseTest.NotDone("4.1", (double p) => double.NaN);
        ExerciseTest.Passes("4.1", (double p) => -Log(p) / Log(2));
    }

    [Fact]
    public void Bits_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("4.1", (double p) => Log(1 / p), "surprise in nats");
        ExerciseTest.Fails("4.1", (double p) => Log10(1 / p), "base 10");
        ExerciseTest.Fails("4.1", (double p) => Log(p) / Log(2), "sign is the other way round");
        ExerciseTest.Fails("4.1", (double p) => Pow(p, -1), "the surprise is its logarithm");
        ExerciseTest.Fails("4.1", (double p) => Log2(1 / (1 - p)), "take p, not 1 - p");
        ExerciseTest.Fails("4.1", (double p) => p * Log2(1 / p), "multiplied by p already");
    }

    [Fact]
    public void EntropyOf_StubAndSolution()
    {
        ExerciseTest.NotDone("4.2", (double p) => double.NaN);
        ExerciseTest.Passes("4.2", (double p) => (p > 0 ? -p * Log(p) : 0) + (p < 1 ? -(1 - p) * Log(1 - p) : 0));
    }

    [Fact]
    public void EntropyOf_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("4.2", (double p) => -(p * Log(p) + (1 - p) * Log(1 - p)), "0 log 0 counts as 0");
        ExerciseTest.Fails("4.2", (double p) => p == 0 ? 0 : p * Log(1 / p), "Only heads");
        ExerciseTest.Fails("4.2", (double p) => p is 0 or 1 ? 0 : p * Log(p) + (1 - p) * Log(1 - p), "never negative");
        ExerciseTest.Fails("4.2", (double p) => p is 0 or 1 ? 0 : -p * Log2(p) - (1 - p) * Log2(1 - p), "in bits");
        ExerciseTest.Fails("4.2", (double p) => 2 * p * (1 - p), "Gini");
        ExerciseTest.Fails("4.2", (double p) => Log(1 / p), "surprise of heads alone");
    }

    [Fact]
    public void PredictionEntropy_StubAndSolution()
    {
        ExerciseTest.NotDone("4.3", Start().Then("put in", z => -Sigmoid(z) * Gap + (1 - Sigmoid(z)) * Gap));
        ExerciseTest.Passes("4.3", Start()
            .Then("put in", z => -Sigmoid(z) * (z - Softplus(z)) + (1 - Sigmoid(z)) * Softplus(z))
            .Therefore("cancel", z => Softplus(z) - Sigmoid(z) * z));
    }

    [Fact]
    public void PredictionEntropy_WrongAnswers_AreFound()
    {
        ExerciseTest.Fails("4.3", Start().Then("sign", z => -Sigmoid(z) * (z + Softplus(z)) + (1 - Sigmoid(z)) * Softplus(z)), "Line 2");
        ExerciseTest.Fails("4.3", Start().Then("sign", z => -Sigmoid(z) * (z - Softplus(z)) - (1 - Sigmoid(z)) * Softplus(z)), "Line 2");
        ExerciseTest.Fails("4.3", Start().Therefore("dropped", z => Softplus(z)), "Line 2");
        ExerciseTest.Fails("4.3", Start().Therefore("sign", z => Softplus(z) + z * Sigmoid(z)), "Line 2");
        ExerciseTest.Fails("4.3", Start().Therefore("no progress", z => -(Sigmoid(z) * Log(Sigmoid(z))) - (1 - Sigmoid(z)) * Log(1 - Sigmoid(z))), "the form that is asked for");
        ExerciseTest.Fails("4.3", Derivation.Of("another").From(z => Softplus(z)).Therefore("same", z => Log(1 + Exp(z))), "first line must stay");
    }

    [Fact]
    public void CrossEntropyOf_StubAndSolution()
    {
        ExerciseTest.NotDone("4.4", (double p, double q) => double.NaN);
        ExerciseTest.Passes("4.4", (double p, double q) => p * Log(1 / q) + (1 - p) * Log(1 / (1 - q)));
    }

    [Fact]
    public void CrossEntropyOf_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("4.4", (double p, double q) => -q * Log(p) - (1 - q) * Log(1 - p), "exchanged");
        ExerciseTest.Fails("4.4", (double p, double q) => Kl(p, q) + Kl(1 - p, 1 - q), "that is the divergence");
        ExerciseTest.Fails("4.4", (double p, double q) => p is 0 or 1 ? 0 : -p * Log(p) - (1 - p) * Log(1 - p), "does not appear");
        ExerciseTest.Fails("4.4", (double p, double q) => -p * Log(q), "Only the event");
        ExerciseTest.Fails("4.4", (double p, double q) => -p * Log2(q) - (1 - p) * Log2(1 - q), "in bits");
        ExerciseTest.Fails("4.4", (double p, double q) => p * Log(q) + (1 - p) * Log(1 - q), "never negative");
    }

    [Fact]
    public void NoOpinion_StubAndSolution()
    {
        ExerciseTest.NotDone("4.5", double.NaN);
        ExerciseTest.Passes("4.5", 0.0786439);
    }

    [Theory]
    [InlineData(0.693147, "subtract what the honest one pays")]
    [InlineData(0.614503, "how much more")]
    [InlineData(-0.0786439, "costs more, not less")]
    [InlineData(0.113459, "in bits")]
    [InlineData(0.0830976, "direction is exchanged")]
    [InlineData(1.808809, "all 23 flights")]
    public void NoOpinion_WrongAnswers_AreNamed(double answer, string sentence) => ExerciseTest.Fails("4.5", answer, sentence);

    [Fact]
    public void Divergence_StubAndSolution()
    {
        ExerciseTest.NotDone("4.6", (double[] p, double[] q) => double.NaN);
        ExerciseTest.Passes("4.6", (double[] p, double[] q) => p.Zip(q, Kl).Sum());
    }

    [Fact]
    public void Divergence_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("4.6", (double[] p, double[] q) => p.Zip(q, (a, c) => a * Log(a / c)).Sum(), "0 times minus infinity");
        ExerciseTest.Fails("4.6", (double[] p, double[] q) => q.Zip(p, Kl).Sum(), "p and q are exchanged");
        ExerciseTest.Fails("4.6", (double[] p, double[] q) => p.Zip(q, (a, c) => a == 0 ? 0 : a * Log(1 / c)).Sum(), "This is the cross-entropy");
        ExerciseTest.Fails("4.6", (double[] p, double[] q) => p.Zip(q, Kl).Sum() / Log(2), "in bits");
        ExerciseTest.Fails("4.6", (double[] p, double[] q) => p.Zip(q, (a, c) => a == 0 ? 0 : a * Log(c / a)).Sum(), "upside down");
        ExerciseTest.Fails("4.6", (double[] p, double[] q) => p.Zip(q, (a, c) => Abs(a - c)).Sum(), "differences of probabilities");
    }

    private static ExpressionDerivation<Func<double, double>> Start() => Derivation.Of("the entropy of a logistic prediction")
        .From(z => -Sigmoid(z) * Log(Sigmoid(z)) - (1 - Sigmoid(z)) * Log(1 - Sigmoid(z)));

    private static double Kl(double p, double q) => p == 0 ? 0 : p * Log(p / q);
}
