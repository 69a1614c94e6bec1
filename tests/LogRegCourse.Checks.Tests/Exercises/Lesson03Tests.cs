using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson03Tests
{
    [Fact]
    public void Mass_Untouched_IsNotDone() => ExerciseTest.NotDone("3.1", (int y, double p) => double.NaN);

    [Fact]
    public void Mass_Solved_Passes() => ExerciseTest.Passes("3.1", (int y, double p) => Pow(p, y) * Pow(1 - p, 1 - y));

    [Fact]
    public void Mass_Wrong_IsNamed()
    {
        ExerciseTest.Fails("3.1", (int y, double p) => Pow(p, 1 - y) * Pow(1 - p, y), "exchanged");
        ExerciseTest.Fails("3.1", (int y, double p) => p, "of label 1, whatever");
        ExerciseTest.Fails("3.1", (int y, double p) => 1 - p, "of label 0, whatever");
        ExerciseTest.Fails("3.1", (int y, double p) => Pow(p, y), "for the other label is missing");
        ExerciseTest.Fails("3.1", (int y, double p) => Pow(p, y) + Pow(1 - p, 1 - y), "multiplied");
        ExerciseTest.Fails("3.1", (int y, double p) => y * Log(p) + (1 - y) * Log(1 - p), "the logarithm");
    }

    [Fact]
    public void Likelihood_Untouched_IsNotDone() => ExerciseTest.NotDone("3.2", (int[] y, double[] p) => double.NaN);

    [Fact]
    public void Likelihood_Solved_Passes() => ExerciseTest.Passes("3.2", (int[] y, double[] p) => Exp(Factors(y, p).Sum(Log)));

    [Fact]
    public void Likelihood_Wrong_IsNamed()
    {
        ExerciseTest.Fails("3.2", (int[] y, double[] p) => Factors(y, p).Sum(), "are added");
        ExerciseTest.Fails("3.2", (int[] y, double[] p) => Factors(y, p).Average(), "a mean of probabilities");
        ExerciseTest.Fails("3.2", (int[] y, double[] p) => Factors(y, p).Sum(Log), "the log-likelihood");
        ExerciseTest.Fails("3.2", (int[] y, double[] p) => p.Aggregate((a, c) => a * c), "labels are not used");
        ExerciseTest.Fails("3.2", (int[] y, double[] p) => y.Zip(p, (label, q) => label == 1 ? q : 1).Aggregate((a, c) => a * c), "Only the ones");
        ExerciseTest.Fails("3.2", (int[] y, double[] p) => y.Zip(p, (label, q) => label == 0 ? q : 1 - q).Aggregate((a, c) => a * c), "exchanged");
    }

    [Fact]
    public void CrossEntropy_WithGaps_IsNotDone() => ExerciseTest.NotDone("3.3", Bernoulli().TakeLog("", (y, p) => Gap + Gap));

    [Fact]
    public void CrossEntropy_Solved_Passes() => ExerciseTest.Passes("3.3", LogMass()
        .Negate("", (y, p) => -(y * Log(p) + (1 - y) * Log(1 - p))));

    [Fact]
    public void CrossEntropy_Wrong_IsNamed()
    {
        ExerciseTest.Fails("3.3", LogMass().Negate("", (y, p) => y * Log(p) + (1 - y) * Log(1 - p)), "The minus is lost");
        ExerciseTest.Fails("3.3", LogMass().Negate("", (y, p) => -y * Log(p) + (1 - y) * Log(1 - p)), "Line 3");
        ExerciseTest.Fails("3.3", Bernoulli().TakeLog("", (y, p) => y * Log(p) + y * Log(1 - p)), "Line 2");
        ExerciseTest.Fails("3.3", Bernoulli().TakeLog("", (y, p) => y * Log(p) * (1 - y) * Log(1 - p)), "Line 2");
        ExerciseTest.Fails("3.3", Bernoulli().TakeLog("", (y, p) => p * Log(y) + (1 - y) * Log(1 - p)), "Line 2");
    }

    [Fact]
    public void FromLogit_WithGaps_IsNotDone() => ExerciseTest.NotDone("3.4", OfLogit().Therefore("", (y, z) => Gap));

    [Fact]
    public void FromLogit_Solved_Passes() => ExerciseTest.Passes("3.4", OfLogit().Therefore("", (y, z) => Log(1 + Exp(z)) - y * z));

    [Fact]
    public void FromLogit_Wrong_IsNamed()
    {
        ExerciseTest.Fails("3.4", OfLogit().Therefore("", (y, z) => Log(1 + Exp(z)) + y * z), "comes with a minus");
        ExerciseTest.Fails("3.4", OfLogit().Therefore("", (y, z) => Log(1 + Exp(z)) - (1 - y) * z), "z goes with y");
        ExerciseTest.Fails("3.4", OfLogit().Therefore("", (y, z) => y * z - Log(1 + Exp(z))), "Line 2");
        ExerciseTest.Fails("3.4", OfLogit().Therefore("", (y, z) => Log(1 + Exp(-z)) - y * z), "Line 2");
        ExerciseTest.Fails("3.4", OfLogit().Therefore("", (y, z) => Log(1 + Exp(z))), "Line 2");
    }

    [Fact]
    public void MeanLoss_Untouched_IsNotDone() => ExerciseTest.NotDone("3.5", (double[] y, double[] z) => double.NaN);

    [Fact]
    public void MeanLoss_Solved_Passes() =>
        ExerciseTest.Passes("3.5", (double[] y, double[] z) => y.Zip(z, (label, logOdds) => Softplus(logOdds) - label * logOdds).Average());

    [Fact]
    public void MeanLoss_Wrong_IsNamed()
    {
        ExerciseTest.Fails("3.5", (double[] y, double[] z) => y.Zip(z, CrossEntropy.FromLogit).Sum(), "the sum");
        ExerciseTest.Fails("3.5", (double[] y, double[] z) => -y.Zip(z, CrossEntropy.FromLogit).Average(), "a loss is positive");
        ExerciseTest.Fails("3.5", (double[] y, double[] z) => CrossEntropy.MeanFromLogits(y, z) / Log(10), "base 10");
        ExerciseTest.Fails("3.5", (double[] y, double[] z) => CrossEntropy.MeanFromLogits(y, z) / Log(2), "in bits");
        ExerciseTest.Fails("3.5", (double[] y, double[] z) =>
            -y.Zip(z, (l, t) => l * Log(Sigmoid(t)) + (1 - l) * Log(1 - Sigmoid(t))).Average(), "it goes through p");
        ExerciseTest.Fails("3.5", (double[] y, double[] z) => y.Zip(z, (l, t) => Log(1 + Exp(t)) - l * t).Average(), "take Softplus");
        ExerciseTest.Fails("3.5", (double[] y, double[] z) => y.Zip(z, (l, t) => Softplus(t) + l * t).Average(), "comes with a minus");
        ExerciseTest.Fails("3.5", (double[] y, double[] z) => z.Average(Softplus), "every label counts as 0");
    }

    [Fact]
    public void BestConstant_WithGaps_IsNotDone() => ExerciseTest.NotDone("3.6", OfConstant().Differentiate("", (p, s) => -s / p + Gap));

    [Fact]
    public void BestConstant_Solved_Passes() => ExerciseTest.Passes("3.6", OfConstant()
        .Differentiate("", (p, s) => -s / p + (1 - s) / (1 - p))
        .Then("", (p, s) => (-s * (1 - p) + (1 - s) * p) / (p * (1 - p)))
        .Therefore("", (p, s) => (p - s) / (p * (1 - p))));

    [Fact]
    public void BestConstant_Wrong_IsNamed()
    {
        ExerciseTest.Fails("3.6", OfConstant().Differentiate("", (p, s) => -s / p - (1 - s) / (1 - p)), "it is a plus");
        ExerciseTest.Fails("3.6", OfConstant().Differentiate("", (p, s) => -s / p + (1 - s) / p), "that of 1 − p");
        ExerciseTest.Fails("3.6", OfConstant().Differentiate("", (p, s) => -s / p + (1 - s)), "denominator 1 − p is missing");
        ExerciseTest.Fails("3.6", Slope().Then("", (p, s) => (-s + 1 - s) / (p * (1 - p))), "by the same factor");
        ExerciseTest.Fails("3.6", Slope().Then("", (p, s) => (s - p) / (p * (1 - p))), "for p above s the loss rises");
        ExerciseTest.Fails("3.6", Slope().Then("", (p, s) => (p + s) / (p * (1 - p))), "s comes with a minus");
        ExerciseTest.Fails("3.6", Slope().Then("", (p, s) => p - s), "belongs to the slope");
        ExerciseTest.Fails("3.6", Slope(), "the form that is asked for");
    }

    private static IEnumerable<double> Factors(int[] y, double[] p) => y.Zip(p, (label, q) => label == 1 ? q : 1 - q);

    private static ExpressionDerivation<Func<double, double, double>> Bernoulli() =>
        Derivation.Of("mine").Where("y in {0,1}", "p in (0,1)").From((y, p) => Pow(p, y) * Pow(1 - p, 1 - y));

    private static ExpressionDerivation<Func<double, double, double>> LogMass() =>
        Bernoulli().TakeLog("", (y, p) => y * Log(p) + (1 - y) * Log(1 - p));

    private static ExpressionDerivation<Func<double, double, double>> OfLogit() =>
        Derivation.Of("mine").From((y, z) => -(y * Log(Sigmoid(z)) + (1 - y) * Log(1 - Sigmoid(z))));

    private static ExpressionDerivation<Func<double, double, double>> OfConstant() =>
        Derivation.Of("mine").Where("p in (0,1)", "s in (0,1)").From((p, s) => -s * Log(p) - (1 - s) * Log(1 - p));

    private static ExpressionDerivation<Func<double, double, double>> Slope() =>
        OfConstant().Differentiate("", (p, s) => -s / p + (1 - s) / (1 - p));
}
