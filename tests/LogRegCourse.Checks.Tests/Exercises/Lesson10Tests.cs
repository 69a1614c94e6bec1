using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson10Tests
{
    private const double Slope = -0.2321627442;

    [Fact]
    public void ColderFactor_NumbersAreJudged()
    {
        ExerciseTest.NotDone("10.1", double.NaN);
        ExerciseTest.Passes("10.1", Exp(-10 * Slope));
        ExerciseTest.Fails("10.1", Exp(10 * Slope), "ten degrees warmer");
        ExerciseTest.Fails("10.1", Exp(-Slope), "one degree colder");
        ExerciseTest.Fails("10.1", -10 * Slope, "change of the log-odds");
        ExerciseTest.Fails("10.1", 10 * Exp(-Slope), "inside the exponent");
        ExerciseTest.Fails("10.1", 1 / (1 + Exp(10 * Slope)), "gives a probability");
    }

    [Fact]
    public void AfterOneUnit_AnswersAreJudged()
    {
        ExerciseTest.NotDone("10.2", (double _, double _) => double.NaN);
        ExerciseTest.Passes("10.2", (double p, double w) => p * Exp(w) / (1 - p + p * Exp(w)));
        ExerciseTest.Fails("10.2", (double p, double w) => p + w, "added the coefficient to the probability");
        ExerciseTest.Fails("10.2", (double p, double w) => p * Exp(w), "not the probability");
        ExerciseTest.Fails("10.2", (double p, double w) => p + p * (1 - p) * w, "straight line");
        ExerciseTest.Fails("10.2", (double _, double w) => 1 / (1 + Exp(-w)), "forgot where you started");
        ExerciseTest.Fails("10.2", (double p, double w) => Exp(w) * p / (1 - p), "odds afterwards");
        ExerciseTest.Fails("10.2", (double p, double w) => Log(p / (1 - p)) + w, "log-odds afterwards");
        ExerciseTest.Fails("10.2", (double p, double w) => Sigmoid(Logit(p) - w), "sign of the coefficient");
    }

    [Fact]
    public void RatioInterval_AnswersAreJudged()
    {
        ExerciseTest.NotDone("10.3", (double _, double _) => (double[])null!);
        ExerciseTest.Passes("10.3", (double w, double se) => new[] { Exp(w) / Exp(1.96 * se), Exp(w) * Exp(1.96 * se) });
        ExerciseTest.Fails("10.3", (double w, double se) => new[] { w - 1.96 * se, w + 1.96 * se }, "interval of the coefficient");
        ExerciseTest.Fails("10.3", (double w, double se) => new[] { Exp(w) - 1.96 * se, Exp(w) + 1.96 * se }, "not around e^w");
        ExerciseTest.Fails("10.3", (double w, double se) => new[] { Exp(w - se), Exp(w + se) }, "1.96 is missing");
        ExerciseTest.Fails("10.3", (double w, double se) => new[] { Exp(w + 1.96 * se), Exp(w - 1.96 * se) }, "swapped");
        ExerciseTest.Fails("10.3", (double w, double se) => new[] { Exp(w - 1.96 * Pow(se, 2)), Exp(w + 1.96 * Pow(se, 2)) }, "variance");
    }

    [Fact]
    public void TableCoefficient_AnswersAreJudged()
    {
        ExerciseTest.NotDone("10.4", (double _, double _, double _, double _) => double.NaN);
        ExerciseTest.Passes("10.4", (double a, double b, double c, double d) => Log(a / b) - Log(c / d));
        ExerciseTest.Fails("10.4", (double a, double b, double c, double d) => a / b / (c / d), "its logarithm");
        ExerciseTest.Fails("10.4", (double a, double b, double c, double d) => Log(c / d) - Log(a / b), "upside down");
        ExerciseTest.Fails("10.4", (double a, double b, double c, double d) => Log(a / (a + b)) - Log(c / (c + d)), "ratio of probabilities");
        ExerciseTest.Fails("10.4", (double a, double b, double c, double d) => a / (a + b) - c / (c + d), "difference of the probabilities");
        ExerciseTest.Fails("10.4", (double a, double b, double c, double d) => Log10(a * d / b / c), "to base 10");
        ExerciseTest.Fails("10.4", (double a, double b, double c, double d) => Log(a * b / c / d), "diagonals");
    }

    [Fact]
    public void SlopeInX_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("10.5", Start().Differentiate("chain rule", (x, w, b) => Gap));
        ExerciseTest.Passes("10.5", Start().Differentiate("chain rule", (x, w, b) => w * Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x)))
            .Therefore("mirror", (x, w, b) => w * Sigmoid(b + w * x) * Sigmoid(-(b + w * x))));
        ExerciseTest.Fails("10.5", Start().Differentiate("chain rule", (x, w, b) => Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x))), "Line 2");
        ExerciseTest.Fails("10.5", Start().Differentiate("chain rule", (x, w, b) => x * Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x))), "Line 2");
        ExerciseTest.Fails("10.5", Start().Differentiate("chain rule", (x, w, b) => -w * Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x))), "Line 2");
        ExerciseTest.Fails("10.5", Start().Differentiate("chain rule", (x, w, b) => w / 4), "Line 2");
        ExerciseTest.Fails("10.5", Start().Differentiate("chain rule", (x, w, b) => w * (1 - Sigmoid(b + w * x))), "Line 2");
    }

    private static ExpressionDerivation<Func<double, double, double, double>> Start() => Derivation.Of("mine").From((x, w, b) => Sigmoid(b + w * x));
}
