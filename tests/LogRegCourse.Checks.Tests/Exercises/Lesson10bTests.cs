using static System.Math;
using static LogRegCourse.Checks.Course;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson10bTests
{
    [Fact]
    public void ScoreByHand_NumbersAreJudged()
    {
        ExerciseTest.NotDone("10b.1", double.NaN);
        ExerciseTest.Passes("10b.1", 5.0);
        ExerciseTest.Fails("10b.1", 1.0, "square the score");
        ExerciseTest.Fails("10b.1", 25.0, "divide it by the information");
        ExerciseTest.Fails("10b.1", 25 / 3.75, "not at the estimate");
        ExerciseTest.Fails("10b.1", Pow(Log(3), 2) * 3.75, "Wald's statistic");
        ExerciseTest.Fails("10b.1", 2 * (15 * Log(0.75) + 5 * Log(0.25) - 20 * Log(0.5)), "likelihood ratio");
    }

    [Fact]
    public void WaldSquare_AnswersAreJudged()
    {
        ExerciseTest.NotDone("10b.2", (double _, double _) => double.NaN);
        ExerciseTest.Passes("10b.2", (double k, double n) => Pow(Logistic.Logit(k / n), 2) * n * (k / n) * (1 - k / n));
        ExerciseTest.Fails("10b.2", (double k, double n) => Pow(Log(k / (n - k)), 2) * 0.25 * n, "not at one half");
        ExerciseTest.Fails("10b.2", (double k, double n) => Log(k / (n - k)) * Sqrt(k * (n - k) / n), "asked is its square");
        ExerciseTest.Fails("10b.2", (double k, double n) => Pow(Log(k / (n - k)), 2), "in standard errors");
        ExerciseTest.Fails("10b.2", (double k, double n) => Pow(Log(k / n), 2) * k * (n - k) / n, "not the logarithm of the share");
        ExerciseTest.Fails("10b.2", (double k, double n) => 4 * Pow(k - 0.5 * n, 2) / n, "score statistic");
    }

    [Fact]
    public void Counts_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("10b.3", Start().Differentiate("score", (theta, k, n) => Gap));
        ExerciseTest.Passes("10b.3", Start().Differentiate("score", (theta, k, n) => k - n * Exp(theta)).Differentiate("bend", (theta, k, n) => -n * Exp(theta)));
        ExerciseTest.Fails("10b.3", Start().Differentiate("score", (theta, k, n) => k - n * theta * Exp(theta)), "without a factor θ");
        ExerciseTest.Fails("10b.3", Start().Differentiate("score", (theta, k, n) => k - n), "its slope is itself");
        ExerciseTest.Fails("10b.3", Start().Differentiate("score", (theta, k, n) => theta - n * Exp(theta)), "Line 2");
        ExerciseTest.Fails("10b.3", Start().Differentiate("score", (theta, k, n) => k + n * Exp(theta)), "Line 2");
        ExerciseTest.Fails("10b.3", Start().Differentiate("score", (theta, k, n) => k - n * Exp(theta)).Differentiate("bend", (theta, k, n) => n * Exp(theta)), "Line 3");
    }

    [Fact]
    public void ScoreOfSlope_AnswersAreJudged()
    {
        ExerciseTest.NotDone("10b.4", (double[] _, double[] _) => double.NaN);
        ExerciseTest.Passes("10b.4", (double[] x, double[] y) => Pow(U(x, y), 2) / (Share(y) * Squares(x)));
        ExerciseTest.Fails("10b.4", (double[] x, double[] y) => ScoreTest.Of(x, y).Statistic, "without it");
        ExerciseTest.Fails("10b.4", (double[] x, double[] y) => Pow(U(x, y), 2) / (Share(y) * Squares(x)) / x.Length, "factor n");
        ExerciseTest.Fails("10b.4", (double[] x, double[] y) => U(x, y) / (Share(y) * Squares(x)), "Square the sum above");
        ExerciseTest.Fails("10b.4", (double[] x, double[] y) => Pow(U(x, y), 2) / Squares(x), "is missing below");
        ExerciseTest.Fails("10b.4", (double[] x, double[] y) => Pow(U(x, y), 2) / (y.Average() * Squares(x)), "not ȳ");
        ExerciseTest.Fails("10b.4", (double[] x, double[] y) => Pow(U(x, y), 2) / (Share(y) * x.Sum(v => v * v)), "centred too");
    }

    [Fact]
    public void AtLeast_AnswersAreJudged()
    {
        ExerciseTest.NotDone("10b.5", (double _) => double.NaN);
        ExerciseTest.Passes("10b.5", (double n) => 1 / Exp(1.92 / n));
        ExerciseTest.Fails("10b.5", (double n) => -Log(Exp(1.92 / n) - 1), "asked is the probability");
        ExerciseTest.Fails("10b.5", (double n) => Exp(-3.84 / n), "twice the drop");
        ExerciseTest.Fails("10b.5", (double n) => 1 - 1.92 / n, "approximation");
        ExerciseTest.Fails("10b.5", (double n) => Exp(1.92 / n), "sign is wrong");
        ExerciseTest.Fails("10b.5", (double n) => Exp(-1.96 / (2 * n)), "square of 1.96");
    }

    [Fact]
    public void Akaike_AnswersAreJudged()
    {
        ExerciseTest.NotDone("10b.6", (double[] _, double[] _, int _) => double.NaN);
        ExerciseTest.Passes("10b.6", (double[] y, double[] p, int k) => LogLikelihood(y, p) * -2 + 2 * k);
        ExerciseTest.Fails("10b.6", (double[] y, double[] p, int k) => -2 * LogLikelihood(y, p), "add 2");
        ExerciseTest.Fails("10b.6", (double[] y, double[] p, int k) => -2 * LogLikelihood(y, p) + k, "2 for each coefficient");
        ExerciseTest.Fails("10b.6", (double[] y, double[] p, int k) => -LogLikelihood(y, p) + 2 * k, "enters twice");
        ExerciseTest.Fails("10b.6", (double[] y, double[] p, int k) => -2 * LogLikelihood(y, p) - 2 * k, "a coefficient costs");
        ExerciseTest.Fails("10b.6", (double[] y, double[] p, int k) => -2 * LogLikelihood(y, p) + k * Log(y.Length), "That is BIC");
        ExerciseTest.Fails("10b.6", (double[] y, double[] p, int k) => 2 * LogLikelihood(y, p) + 2 * k, "flipped");
    }

    private static double U(double[] x, double[] y) => x.Zip(y, (v, u) => (v - x.Average()) * (u - y.Average())).Sum();

    private static double Squares(double[] x) => x.Sum(v => Pow(v - x.Average(), 2));

    private static double Share(double[] y) => y.Average() * (1 - y.Average());

    private static double LogLikelihood(double[] y, double[] p) => y.Zip(p, (u, v) => Log(u * v + (1 - u) * (1 - v))).Sum();

    private static ExpressionDerivation<Func<double, double, double, double>> Start() => Derivation.Of("mine").From((theta, k, n) => k * theta - n * Exp(theta));
}
