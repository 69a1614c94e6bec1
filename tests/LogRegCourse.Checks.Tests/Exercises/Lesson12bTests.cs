using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson12bTests
{
    [Fact]
    public void BeliefLambda_NumbersAreJudged()
    {
        ExerciseTest.NotDone("12b.1", double.NaN);
        ExerciseTest.Passes("12b.1", 1.96 * 1.96 / Log(3) / Log(3));
        ExerciseTest.Fails("12b.1", Pow(Log(3) / 1.96, 2), "prior variance");
        ExerciseTest.Fails("12b.1", 1.96 / Log(3), "its square");
        ExerciseTest.Fails("12b.1", Log(3) / 1.96, "one over its square");
        ExerciseTest.Fails("12b.1", 1 / Log(3) / Log(3), "not one");
        ExerciseTest.Fails("12b.1", 1.96 * 1.96 / 9, "not 3");
    }

    [Fact]
    public void FirthLogOdds_AnswersAreJudged()
    {
        ExerciseTest.NotDone("12b.2", (double _, double _) => double.NaN);
        ExerciseTest.Passes("12b.2", (double k, double n) => Log(2 * k + 1) - Log(2 * (n - k) + 1));
        ExerciseTest.Fails("12b.2", (double k, double n) => (k + 0.5) / (n + 1), "probability");
        ExerciseTest.Fails("12b.2", (double k, double n) => Log((k + 0.5) / (n + 1)), "heads over tails");
        ExerciseTest.Fails("12b.2", (double k, double n) => Log((k + 1) / (n - k + 1)), "not one");
        ExerciseTest.Fails("12b.2", (double k, double n) => Log((n - k + 0.5) / (k + 0.5)), "upside down");
        ExerciseTest.Fails("12b.2", (double k, double n) => (k + 0.5) / (n - k + 0.5), "take the logarithm");
    }

    [Fact]
    public void PriorForAProbability_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("12b.3", Start().TakeLog("log", (p, k, n, a) => Gap));
        ExerciseTest.Passes("12b.3", Start().TakeLog("log", (p, k, n, a) => (k + a) * Log(p) + (n - k + a) * Log(1 - p)));
        ExerciseTest.Fails("12b.3", Start().TakeLog("log", (p, k, n, a) => (k + a) * Log(p) + (n - k) * Log(1 - p)), "tails as well");
        ExerciseTest.Fails("12b.3", Start().TakeLog("log", (p, k, n, a) => k * Log(p) + (n - k) * Log(1 - p)), "likelihood alone");
        ExerciseTest.Fails("12b.3", Start().TakeLog("log", (p, k, n, a) => (k + a) * Log(p) + (n + a) * Log(1 - p)), "Line 2");
        ExerciseTest.Fails("12b.3", Start().TakeLog("log", (p, k, n, a) => (k + a) * Log(p) * ((n - k + a) * Log(1 - p))), "Line 2");
        ExerciseTest.Fails("12b.3", Start().TakeLog("log", (p, k, n, a) => k * a * Log(p) + (n - k) * a * Log(1 - p)), "Line 2");
    }

    [Fact]
    public void Predictive_AnswersAreJudged()
    {
        ExerciseTest.NotDone("12b.4", (double _, double _) => double.NaN);
        ExerciseTest.Passes("12b.4", (double m, double s) => 1 / (1 + Exp(-m / Sqrt(1 + PI / 8 * s * s))));
        ExerciseTest.Fails("12b.4", (double m, double _) => Sigmoid(m), "plug-in");
        ExerciseTest.Fails("12b.4", (double m, double s) => Sigmoid(m / (1 + PI * s * s / 8)), "root is missing");
        ExerciseTest.Fails("12b.4", (double m, double s) => Sigmoid(m / Sqrt(1 + PI * s / 8)), "square of the deviation");
        ExerciseTest.Fails("12b.4", (double m, double s) => Sigmoid(m * Sqrt(1 + PI * s * s / 8)), "do not multiply");
        ExerciseTest.Fails("12b.4", (double m, double s) => Sigmoid(m) / Sqrt(1 + PI * s * s / 8), "not the probability");
    }

    [Fact]
    public void TopOfAPosterior_AnswersAreJudged()
    {
        ExerciseTest.NotDone("12b.5", (double _, double _, double _) => double.NaN);
        ExerciseTest.Passes("12b.5", Top);
        ExerciseTest.Fails("12b.5", (double k, double n, double _) => Log(k / (n - k)), "prior is missing");
        ExerciseTest.Fails("12b.5", (double k, double n, double v) => Top(k, n, 1 / v), "one over the variance");
        ExerciseTest.Fails("12b.5", (double k, double n, double v) => Top(k, n, v / 2), "without a 2");
        ExerciseTest.Fails("12b.5", (double k, double n, double v) => -Top(k, n, v), "flipped");
        ExerciseTest.Fails("12b.5", (double k, double n, double v) => Sigmoid(Top(k, n, v)), "asked are the log-odds");
    }

    private static double Top(double k, double n, double v)
    {
        double low = -n * v - 5, high = n * v + 5;
        for (var i = 0; i < 150; i++)
        {
            var w = (low + high) / 2;
            if (n / (1 + Exp(-w)) + w / v > k) high = w;
            else low = w;
        }
        return low;
    }

    private static ExpressionDerivation<Func<double, double, double, double, double>> Start() => Derivation.Of("mine").Where("p in (0,1)")
        .From((p, k, n, a) => Pow(p, k) * Pow(1 - p, n - k) * (Pow(p, a) * Pow(1 - p, a)));
}
