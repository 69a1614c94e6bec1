using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson09Tests
{
    [Fact]
    public void Softmax_AnswersAreJudged()
    {
        ExerciseTest.NotDone("9.1", (double[] _) => (double[])null!);
        ExerciseTest.Passes("9.1", (double[] z) => Stable(z));
        ExerciseTest.Fails("9.1", (double[] z) => Naive(z), "it overflows");
        ExerciseTest.Fails("9.1", (double[] z) => z.Select(v => 1 / (1 + Exp(-v))).ToArray(), "element-wise sigmoid");
        ExerciseTest.Fails("9.1", (double[] z) => z.Select(v => v / z.Sum()).ToArray(), "divided the scores themselves");
        ExerciseTest.Fails("9.1", (double[] z) => z.Select(v => Exp(v - z.Max())).ToArray(), "not divided by their sum");
        ExerciseTest.Fails("9.1", (double[] z) => z.Select(v => v - z.Max() - Log(z.Sum(u => Exp(u - z.Max())))).ToArray(), "logarithm of the softmax");
        ExerciseTest.Fails("9.1", (double[] z) => Stable(z.Select(v => -v).ToArray()), "sign of the scores");
    }

    [Fact]
    public void Loss_AnswersAreJudged()
    {
        ExerciseTest.NotDone("9.2", (double[] _, int _) => double.NaN);
        ExerciseTest.Passes("9.2", (double[] z, int k) => LogSum(z) - z[k]);
        ExerciseTest.Fails("9.2", (double[] z, int k) => -Log(Exp(z[k]) / z.Select(v => Exp(v)).Sum()), "largest score taken out");
        ExerciseTest.Fails("9.2", (double[] z, int k) => z[k] - LogSum(z), "sign is flipped");
        ExerciseTest.Fails("9.2", (double[] z, int _) => LogSum(z), "log-sum-exp alone");
        ExerciseTest.Fails("9.2", (double[] z, int k) => (LogSum(z) - z[k]) / Log(2), "in bits");
        ExerciseTest.Fails("9.2", (double[] z, int k) => Softplus(-z[k]), "yes-or-no model");
        ExerciseTest.Fails("9.2", (double[] z, int k) => 1 - Stable(z)[k], "one minus the probability");
    }

    [Fact]
    public void TwoClasses_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("9.3", Two().Then("divide", (a, c) => Gap).Therefore("sigmoid", (a, c) => Gap));
        ExerciseTest.Passes("9.3", Two().Then("divide", (a, c) => 1 / (Exp(a) / Exp(c) + 1)).Therefore("sigmoid", (a, c) => Sigmoid(c - a)));
        ExerciseTest.Fails("9.3", Two().Therefore("sigmoid", (a, c) => Sigmoid(a - c)), "Line 2");
        ExerciseTest.Fails("9.3", Two().Then("divide", (a, c) => 1 / (Exp(c) / Exp(a) + 1)).Therefore("sigmoid", (a, c) => Sigmoid(c - a)), "Line 2");
        ExerciseTest.Fails("9.3", Two().Therefore("divide", (a, c) => 1 / (1 + Exp(a - c))), "the form that is asked for");
        ExerciseTest.Fails("9.3", Two().Therefore("sigmoid", (a, c) => Sigmoid(c)), "Line 2");
        ExerciseTest.Fails("9.3", Derivation.Of("mine").From((a, c) => Exp(a) / (Exp(a) + Exp(c))).Therefore("sigmoid", (a, c) => Sigmoid(a - c)), "first line must stay");
    }

    [Fact]
    public void WeightGradient_AnswersAreJudged()
    {
        ExerciseTest.NotDone("9.4", (double[] _, int _, double[] _) => (double[][])null!);
        ExerciseTest.Passes("9.4", (double[] p, int k, double[] x) => Outer(p, x, (q, j) => q - (j == k ? 1 : 0)));
        ExerciseTest.Fails("9.4", (double[] p, int k, double[] x) => Outer(p, x, (q, j) => (j == k ? 1 : 0) - q), "p - y, not y - p");
        ExerciseTest.Fails("9.4", (double[] p, int _, double[] x) => Outer(p, x, (q, _) => q), "forgot to subtract the label");
        ExerciseTest.Fails("9.4", (double[] p, int _, double[] x) => Outer(p, x, (q, _) => q - 1), "true class only");
        ExerciseTest.Fails("9.4", (double[] p, int k, double[] x) => Outer(x, p, (u, _) => u), "right is");
        ExerciseTest.Fails("9.4", (double[] p, int k, double[] x) => Outer(p, x, (q, j) => (q - (j == k ? 1 : 0)) * q * (1 - q)), "too many");
        ExerciseTest.Fails("9.4", (double[] p, int k, double[] x) => x.Select(u => p.Select((q, j) => (q - (j == k ? 1 : 0)) * u).ToArray()).ToArray(), "transposed");
        ExerciseTest.Fails("9.4", (double[] p, int k, double[] x) => p.Select((q, j) => x.Select(_ => q - (j == k ? 1 : 0)).ToArray()).ToArray(), "multiply by the features");
    }

    [Fact]
    public void LogSumExp_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("9.5", Sum3().Differentiate("by a", (a, b, c) => Gap, by: "a").Therefore("divide", (a, b, c) => Gap));
        ExerciseTest.Passes("9.5", Slope3().Therefore("divide", (a, b, c) => 1 / (1 + Exp(b - a) + Exp(c - a))));
        ExerciseTest.Fails("9.5", Sum3().Differentiate("by a", (a, b, c) => 1 / (Exp(a) + Exp(b) + Exp(c)), by: "a"), "Line 2");
        ExerciseTest.Fails("9.5", Slope3().Therefore("divide", (a, b, c) => 1 / (1 + Exp(a - b) + Exp(a - c))), "Line 3");
        ExerciseTest.Fails("9.5", Slope3().Therefore("divide", (a, b, c) => 1 / (Exp(b - a) + Exp(c - a))), "Line 3");
        ExerciseTest.Fails("9.5", Sum3().Differentiate("by a", (a, b, c) => Exp(b) / (Exp(a) + Exp(b) + Exp(c)), by: "a"), "Line 2");
        ExerciseTest.Fails("9.5", Sum3().Differentiate("by a", (a, b, c) => Exp(a), by: "a"), "Line 2");
    }

    [Fact]
    public void Identified_NumbersAreJudged()
    {
        ExerciseTest.NotDone("9.6", double.NaN);
        ExerciseTest.Passes("9.6", 10.0);
        ExerciseTest.Fails("9.6", 15.0, "how many numbers the model holds");
        ExerciseTest.Fails("9.6", 12.0, "slopes of all three classes");
        ExerciseTest.Fails("9.6", 8.0, "Do not forget the intercepts");
        ExerciseTest.Fails("9.6", 14.0, "one for each feature");
        ExerciseTest.Fails("9.6", 5.0, "undetermined");
    }

    private static double LogSum(double[] z) => z.Max() + Log(z.Sum(v => Exp(v - z.Max())));

    private static double[] Stable(double[] z)
    {
        var parts = z.Select(v => Exp(v - z.Max())).ToArray();
        return [.. parts.Select(part => part / parts.Sum())];
    }

    private static double[] Naive(double[] z)
    {
        var total = z.Sum(v => Exp(v));
        return [.. z.Select(v => Exp(v) / total)];
    }

    private static double[][] Outer(double[] p, double[] x, Func<double, int, double> factor) =>
        [.. p.Select((q, j) => x.Select(u => factor(q, j) * u).ToArray())];

    private static ExpressionDerivation<Func<double, double, double>> Two() => Derivation.Of("mine").From((a, c) => Exp(c) / (Exp(a) + Exp(c)));

    private static ExpressionDerivation<Func<double, double, double, double>> Sum3() => Derivation.Of("mine").From((a, b, c) => Log(Exp(a) + Exp(b) + Exp(c)));

    private static ExpressionDerivation<Func<double, double, double, double>> Slope3() =>
        Sum3().Differentiate("by a", (a, b, c) => Exp(a) / (Exp(a) + Exp(b) + Exp(c)), by: "a");
}
