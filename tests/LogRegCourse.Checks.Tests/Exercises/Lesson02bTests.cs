using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson02bTests
{
    [Fact]
    public void LogOddsAtSix_NumbersAreJudged()
    {
        ExerciseTest.NotDone("2b.1", double.NaN);
        ExerciseTest.Passes("2b.1", 1 + Log(0.25 / 0.75));
        ExerciseTest.Fails("2b.1", 1.0, "the evidence alone");
        ExerciseTest.Fails("2b.1", 1 + Log(3), "wrong sign");
        ExerciseTest.Fails("2b.1", 1 + Log(0.25), "not as log π");
        ExerciseTest.Fails("2b.1", 2 * 6 + (9 - 25) / 2.0 - Log(3), "variance 1");
        ExerciseTest.Fails("2b.1", 3 - Log(3), "is missing");
        ExerciseTest.Fails("2b.1", 1 / (1 + Exp(Log(3) - 1)), "probability");
    }

    [Fact]
    public void FromBells_AnswersAreJudged()
    {
        ExerciseTest.NotDone("2b.2", (double _, double _, double _, double _) => (double[])null!);
        ExerciseTest.Passes("2b.2", (double m, double k, double v, double s) => new[] { Log(s / (1 - s)) - (m - k) / v * (m + k) / 2, (m - k) / v });
        ExerciseTest.Fails("2b.2", (double m, double k, double v, double s) => new[] { (k * k - m * m) / (2 * v), (m - k) / v }, "prior is missing");
        ExerciseTest.Fails("2b.2", (double m, double k, double v, double s) => new[] { (m - k) / v, (k * k - m * m) / (2 * v) + Logit(s) }, "bias first");
        ExerciseTest.Fails("2b.2", (double m, double k, double v, double s) => new[] { (m * m - k * k) / (2 * v) + Logit(s), (k - m) / v }, "swapped");
        ExerciseTest.Fails("2b.2", (double m, double k, double v, double s) => new[] { (m * m - k * k) / (2 * v) + Logit(s), (m - k) / v }, "mean0² − mean1²");
        ExerciseTest.Fails("2b.2", (double m, double k, double v, double s) => new[] { (k * k - m * m) / (2 * v * v) + Logit(s), (m - k) / (v * v) }, "not by its square");
        ExerciseTest.Fails("2b.2", (double m, double k, double v, double s) => new[] { (k * k - m * m) / (2 * v) + Log(s), (m - k) / v }, "not as log π");
    }

    [Fact]
    public void Counts_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("2b.3", Counts().Then("apart", (x, mu1, mu0) => Gap));
        ExerciseTest.Passes("2b.3", Counts().Therefore("a line", (x, mu1, mu0) => x * Log(mu1 / mu0) + mu0 - mu1));
        ExerciseTest.Fails("2b.3", Counts().Therefore("a line", (x, mu1, mu0) => x * Log(mu1 / mu0)), "intercept is missing");
        ExerciseTest.Fails("2b.3", Counts().Therefore("a line", (x, mu1, mu0) => x * (Log(mu1) - Log(mu0))), "intercept is missing");
        ExerciseTest.Fails("2b.3", Counts().Therefore("a line", (x, mu1, mu0) => x * Log(mu1 / mu0) + mu1 - mu0), "Line 2");
        ExerciseTest.Fails("2b.3", Counts().Therefore("a line", (x, mu1, mu0) => x * (mu1 - mu0) + mu0 - mu1), "Line 2");
        ExerciseTest.Fails("2b.3", Counts().Therefore("a line", (x, mu1, mu0) => x * Log(mu1) / Log(mu0) + mu0 - mu1), "Line 2");
    }

    [Fact]
    public void Tosses_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("2b.4", Tosses().Differentiate("mean", (theta, n) => Gap));
        ExerciseTest.Passes("2b.4", Tosses().Differentiate("mean", (theta, n) => n * Sigmoid(theta))
            .Differentiate("variance", (theta, n) => n * Sigmoid(theta) * (1 - Sigmoid(theta))));
        ExerciseTest.Fails("2b.4", Tosses().Differentiate("mean", (theta, n) => Sigmoid(theta)), "The n is lost");
        ExerciseTest.Fails("2b.4", Tosses().Differentiate("mean", (theta, n) => n * Sigmoid(theta)).Differentiate("variance", (theta, n) => n * Pow(Sigmoid(theta), 2)), "not σ²");
        ExerciseTest.Fails("2b.4", Tosses().Differentiate("mean", (theta, n) => n * (1 - Sigmoid(theta))), "Line 2");
        ExerciseTest.Fails("2b.4", Tosses().Differentiate("mean", (theta, n) => n * Sigmoid(theta)).Differentiate("variance", (theta, n) => n * (1 - Sigmoid(theta))), "Line 3");
        ExerciseTest.Fails("2b.4", Tosses().Differentiate("mean", (theta, n) => n * Exp(theta)), "Line 2");
    }

    [Fact]
    public void TwoWidths_AnswersAreJudged()
    {
        ExerciseTest.NotDone("2b.5", (double _, double _, double _, double _, double _) => double.NaN);
        ExerciseTest.Passes("2b.5", (double x, double m, double u, double k, double v) => Pow(x - k, 2) / 2 / v - Pow(x - m, 2) / 2 / u + (Log(v) - Log(u)) / 2);
        ExerciseTest.Fails("2b.5", (double x, double m, double u, double k, double v) => Log(Bell(x, m, u) / Bell(x, k, v)), "rounded to 0");
        ExerciseTest.Fails("2b.5", (double x, double m, double u, double k, double v) => Pow(x - k, 2) / 2 / v - Pow(x - m, 2) / 2 / u, "heights of the bells");
        ExerciseTest.Fails("2b.5", (double x, double m, double u, double k, double v) => Log(Bell(x, k, v) / Bell(x, m, u)), "sign is flipped");
        ExerciseTest.Fails("2b.5", (double x, double m, double u, double k, double v) => Pow(x - k, 2) / 2 / v - Pow(x - m, 2) / 2 / u + Log(v / u), "half a logarithm");
        ExerciseTest.Fails("2b.5", (double x, double m, double u, double k, double v) => Pow(x - k, 2) / 2 / v - Pow(x - m, 2) / 2 / u - Log(v / u) / 2, "wrong sign");
        ExerciseTest.Fails("2b.5", (double x, double m, double u, double k, double v) => Bell(x, m, u) / Bell(x, k, v), "take the logarithm");
        ExerciseTest.Fails("2b.5", (double x, double m, double u, double k, double v) => Bell(x, m, u) / (Bell(x, m, u) + Bell(x, k, v)), "probability");
    }

    [Fact]
    public void DiscriminantSlope_AnswersAreJudged()
    {
        ExerciseTest.NotDone("2b.6", (double[] _, double[] _) => double.NaN);
        ExerciseTest.Passes("2b.6", (double[] x, double[] y) => Distance(x, y) / (x.Select((v, i) => Pow(v - Mean(x, y, y[i]), 2)).Sum() / (x.Length - 2)));
        ExerciseTest.Fails("2b.6", (double[] x, double[] y) => LinearDiscriminant.Fit(x, y).Slopes[0], "without it");
        ExerciseTest.Fails("2b.6", (double[] x, double[] y) => LinearDiscriminant.Fit(x, y).Slopes[0] * x.Length / (x.Length - 2), "two means were estimated");
        ExerciseTest.Fails("2b.6", (double[] x, double[] y) => LinearDiscriminant.Fit(x, y).Slopes[0] * (x.Length - 1) / (x.Length - 2), "not by n − 1");
        ExerciseTest.Fails("2b.6", (double[] x, double[] y) => -LinearDiscriminant.Fit(x, y).Slopes[0], "flipped");
        ExerciseTest.Fails("2b.6", (double[] x, double[] y) => Distance(x, y) / Sqrt(LinearDiscriminant.Fit(x, y).Covariance[0, 0]), "standard deviation");
        ExerciseTest.Fails("2b.6", (double[] x, double[] y) => Distance(x, y), "pooled variance");
        ExerciseTest.Fails("2b.6", (double[] x, double[] y) => Distance(x, y) * (x.Length - 2) / x.Sum(v => Pow(v - x.Average(), 2)), "mean of all");
    }

    private static double Bell(double x, double mean, double variance) => Exp(-Pow(x - mean, 2) / (2 * variance)) / Sqrt(2 * PI * variance);

    private static double Mean(double[] x, double[] y, double label) => x.Where((_, i) => y[i] == label).Average();

    private static double Distance(double[] x, double[] y) => Mean(x, y, 1) - Mean(x, y, 0);

    private static ExpressionDerivation<Func<double, double, double, double>> Counts() => Derivation.Of("mine").Where("mu1 > 0", "mu0 > 0")
        .From((x, mu1, mu0) => Log(Exp(-mu1) * Pow(mu1, x) / (Exp(-mu0) * Pow(mu0, x))));

    private static ExpressionDerivation<Func<double, double, double>> Tosses() => Derivation.Of("mine").From((theta, n) => n * Softplus(theta));
}
