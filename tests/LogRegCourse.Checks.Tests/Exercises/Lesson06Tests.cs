using static System.Math;
using static LogRegCourse.Checks.Course;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson06Tests
{
    [Fact]
    public void ByHand_StubAndSolution()
    {
        ExerciseTest.NotDone("6.1", double.NaN);
        ExerciseTest.Passes("6.1", 0.2);
    }

    [Theory]
    [InlineData(-0.2, "against the gradient")]
    [InlineData(0.5, "step size is missing")]
    [InlineData(-0.5, "where the step ends")]
    [InlineData(0.8, "divide by 4")]
    [InlineData(0.1, "here they are 0, 0, 1, 1")]
    [InlineData(1.25, "multiply instead")]
    public void ByHand_WrongAnswers_AreNamed(double answer, string sentence) => ExerciseTest.Fails("6.1", answer, sentence);

    [Fact]
    public void StepDown_StubAndSolution()
    {
        ExerciseTest.NotDone("6.2", double[]? (double[] weights, double[] gradient, double rate) => null);
        ExerciseTest.Passes("6.2", (double[] weights, double[] gradient, double rate) => weights.Select((w, j) => w - rate * gradient[j]).ToArray());
    }

    [Fact]
    public void StepDown_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("6.2", (double[] weights, double[] gradient, double rate) => weights.Zip(gradient, (w, g) => w + rate * g).ToArray(), "climbs");
        ExerciseTest.Fails("6.2", (double[] weights, double[] gradient, double rate) => weights.Zip(gradient, (w, g) => w - g).ToArray(), "learning rate is missing");
        ExerciseTest.Fails("6.2", (double[] weights, double[] gradient, double rate) => gradient.Select(g => -rate * g).ToArray(), "the step alone");
        ExerciseTest.Fails("6.2", (double[] weights, double[] gradient, double rate) => weights.Zip(gradient, (w, g) => w - g / rate).ToArray(), "divided by the rate");
        ExerciseTest.Fails("6.2", (double[] weights, double[] gradient, double rate) => weights.Select(w => w - rate * gradient[0]).ToArray(), "each has its own");
        ExerciseTest.Fails("6.2", (double[] weights, double[] gradient, double rate) => weights.Select(w => (1 - rate) * w).ToArray(), "shrinks the weights");
        ExerciseTest.Fails("6.2", InPlace, "argument 1 was changed");
    }

    [Fact]
    public void TwoSteps_StubAndSolution()
    {
        ExerciseTest.NotDone("6.3", Start().Then("take out", (d, c, eta) => Gap));
        ExerciseTest.Passes("6.3", Start().Therefore("one power", (d, c, eta) => c / 2 * Pow(1 - eta * c, 4) * Pow(d, 2)));
    }

    [Fact]
    public void TwoSteps_WrongAnswers_AreFound()
    {
        ExerciseTest.Fails("6.3", Start().Therefore("power", (d, c, eta) => c / 2 * Pow(1 - eta * c, 2) * Pow(d, 2)), "Line 2");
        ExerciseTest.Fails("6.3", Start().Therefore("sign", (d, c, eta) => c / 2 * Pow(1 + eta * c, 4) * Pow(d, 2)), "Line 2");
        ExerciseTest.Fails("6.3", Start().Therefore("half lost", (d, c, eta) => c * Pow(1 - eta * c, 4) * Pow(d, 2)), "Line 2");
        ExerciseTest.Fails("6.3", Start().Therefore("d not squared", (d, c, eta) => c / 2 * Pow(1 - eta * c, 4) * d), "Line 2");
        ExerciseTest.Fails("6.3", Start().Therefore("eta squared", (d, c, eta) => c / 2 * Pow(1 - Pow(eta, 2) * c, 4) * Pow(d, 2)), "Line 2");
        ExerciseTest.Fails("6.3", Start().Therefore("stops early", (d, c, eta) => c / 2 * Pow((1 - eta * c) * ((1 - eta * c) * d), 2)), "the form that is asked for");
    }

    [Fact]
    public void SafeStep_StubAndSolution()
    {
        ExerciseTest.NotDone("6.4", (double[] x) => double.NaN);
        ExerciseTest.Passes("6.4", (double[] x) => 1 / Smoothness(x));
    }

    [Fact]
    public void SafeStep_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("6.4", Smoothness, "one over it");
        ExerciseTest.Fails("6.4", (double[] x) => 1 / (4 * Smoothness(x)), "4 is missing");
        ExerciseTest.Fails("6.4", (double[] x) => 1 / (x.Length * Smoothness(x)), "n is missing");
        ExerciseTest.Fails("6.4", (double[] x) => 2 / Smoothness(x), "twice the safe step");
        ExerciseTest.Fails("6.4", (double[] x) => 4 / x.Average(xi => xi * xi), "column of ones");
        ExerciseTest.Fails("6.4", (double[] x) => 4 * x.Length / (x.Length + x.Sum(xi => xi * xi) - 4 * x.Length * Smoothness(x)), "smaller eigenvalue");
    }

    [Fact]
    public void Descend_StubAndSolution()
    {
        ExerciseTest.NotDone("6.5", double[]? (double[] x, double[] y, double rate, int steps) => null);
        ExerciseTest.Passes("6.5", (double[] x, double[] y, double rate, int steps) => Walk(x, y, rate, steps));
    }

    [Fact]
    public void Descend_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("6.5", (double[] x, double[] y, double rate, int steps) => Walk(x, y, -rate, steps), "climbs");
        ExerciseTest.Fails("6.5", (double[] x, double[] y, double rate, int steps) => Walk(x, y, rate * y.Length, steps), "sums");
        ExerciseTest.Fails("6.5", (double[] x, double[] y, double rate, int steps) => Walk(x, y, rate, steps).Reverse().ToArray(), "order");
        ExerciseTest.Fails("6.5", (double[] x, double[] y, double rate, int steps) => Walk(x, y, rate, steps + 1), "one step too many");
        ExerciseTest.Fails("6.5", (double[] x, double[] y, double rate, int steps) => Walk(x, y, rate, steps, bias: 0), "bias never moves");
        ExerciseTest.Fails("6.5", (double[] x, double[] y, double rate, int steps) => Walk(x, y, rate, steps, inTurn: true), "with the new w");
    }

    private static ExpressionDerivation<Func<double, double, double, double>> Start() => Derivation.Of("the loss after two steps")
        .From((d, c, eta) => c / 2 * Pow((1 - eta * c) * d - eta * c * ((1 - eta * c) * d), 2));

    private static double[] InPlace(double[] weights, double[] gradient, double rate)
    {
        for (var j = 0; j < weights.Length; j++) weights[j] -= rate * gradient[j];
        return weights;
    }

    private static double Smoothness(double[] x) => new LogisticLoss(x, new double[x.Length]).LipschitzConstant;

    private static double[] Walk(double[] x, double[] y, double rate, int steps, double bias = 1, bool inTurn = false)
    {
        var (b, w) = (0.0, 0.0);
        for (var k = 0; k < steps; k++)
        {
            var g = new LogisticLoss(x, y).Gradient(b, w);
            w -= rate * g[1];
            b -= bias * rate * (inTurn ? new LogisticLoss(x, y).Gradient(b, w)[0] : g[0]);
        }
        return [b, w];
    }
}
