using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson13Tests
{
    [Fact]
    public void Statements_ListsAreJudged()
    {
        ExerciseTest.NotDone("13.1", (object?)null);
        ExerciseTest.Passes("13.1", new double[] { 2, 3, 5, 7, 9 });
        ExerciseTest.Fails("13.1", new double[] { 2, 3, 7, 9 }, "5 is wrong: on separated data");
        ExerciseTest.Fails("13.1", new double[] { 2, 3, 5, 7, 9, 10 }, "10 is right: the ranking stays");
        ExerciseTest.Fails("13.1", new double[] { 9, 7, 5, 3, 2 }, "increasing order");
        ExerciseTest.Fails("13.1", new double[] { 1, 2, 3, 5, 7, 9 }, "1 is right");
        ExerciseTest.Fails("13.1", new double[] { 2, 3, 5, 7 }, "9 is wrong: collinearity");
    }

    [Fact]
    public void Sign_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("13.2", Start().Differentiate("chain rule", (z, y) => Gap));
        ExerciseTest.Passes("13.2", Slope().Therefore("collect", (z, y) => Sigmoid(z) - y));
        ExerciseTest.Fails("13.2", Slope().Therefore("collect", (z, y) => y - Sigmoid(z)), "Line 3");
        ExerciseTest.Fails("13.2", Start().Differentiate("chain rule", (z, y) => y * (1 - Sigmoid(z)) - (1 - y) * Sigmoid(z)), "Line 2");
        ExerciseTest.Fails("13.2", Start().Differentiate("chain rule", (z, y) => -y * (1 - Sigmoid(z)) - (1 - y) * Sigmoid(z)), "Line 2");
        ExerciseTest.Fails("13.2", Start().Differentiate("chain rule", (z, y) => -y / Sigmoid(z) + (1 - y) / (1 - Sigmoid(z))), "Line 2");
        ExerciseTest.Fails("13.2", Slope().Therefore("multiply out", (z, y) => -y + y * Sigmoid(z) + Sigmoid(z) - y * Sigmoid(z)), "the form that is asked for");
    }

    [Fact]
    public void OneStep_AnswersAreJudged()
    {
        ExerciseTest.NotDone("13.3", (double[] _, double[] _, double _, double _, double _) => (double[])null!);
        ExerciseTest.Passes("13.3", (double[] x, double[] y, double b, double w, double rate) => Moved(x, y, b, w, -rate, -rate));
        ExerciseTest.Fails("13.3", (double[] x, double[] y, double b, double w, double rate) => Moved(x, y, b, w, rate, rate), "climbs");
        ExerciseTest.Fails("13.3", (double[] x, double[] y, double b, double w, double rate) => Moved(x, y, b, w, 0, -rate), "bias came back unchanged");
        ExerciseTest.Fails("13.3", (double[] x, double[] y, double b, double w, double rate) => Moved(x, y, b, w, -rate, 0), "weight came back unchanged");
        ExerciseTest.Fails("13.3", (double[] x, double[] y, double b, double w, double rate) => Moved(x, y, b, w, -rate * x.Length, -rate * x.Length), "divide by n");
        ExerciseTest.Fails("13.3", (double[] x, double[] y, double b, double w, double rate) => Moved(x, y, b, w, -rate, -rate).Reverse().ToArray(), "order is turned round");
        ExerciseTest.Fails("13.3", (double[] x, double[] y, double b, double w, double rate) => Moved(x.Select(_ => 1.0).ToArray(), y, b, w, -rate, -rate), "right is");
    }

    [Fact]
    public void SafeLoss_AnswersAreJudged()
    {
        ExerciseTest.NotDone("13.4", (double _, double _) => double.NaN);
        ExerciseTest.Passes("13.4", (double y, double p) => -Log(y == 1 ? p : 1 - p));
        ExerciseTest.Fails("13.4", (double y, double p) => -(y * Log(p) + (1 - y) * Log(1 - p)), "0 times infinity");
        ExerciseTest.Fails("13.4", (double y, double p) => -(y * Log(p + 1e-12) + (1 - y) * Log(1 - p + 1e-12)), "hides the problem");
        ExerciseTest.Fails("13.4", (double y, double p) => Log(y == 1 ? p : 1 - p), "never negative");
        ExerciseTest.Fails("13.4", (double y, double p) => -Log(y == 0 ? p : 1 - p), "branches are swapped");
        ExerciseTest.Fails("13.4", (double _, double p) => -Log(p), "For y = 0");
    }

    private static double[] Moved(double[] x, double[] y, double b, double w, double stepB, double stepW)
    {
        var errors = x.Select((u, i) => Sigmoid(w * u + b) - y[i]).ToArray();
        return [b + stepB * errors.Average(), w + stepW * errors.Select((e, i) => e * x[i]).Average()];
    }

    private static ExpressionDerivation<Func<double, double, double>> Start() => Derivation.Of("mine").Where("y in {0,1}")
        .From((z, y) => -y * Log(Sigmoid(z)) - (1 - y) * Log(1 - Sigmoid(z)));

    private static ExpressionDerivation<Func<double, double, double>> Slope() =>
        Start().Differentiate("chain rule", (z, y) => -y * (1 - Sigmoid(z)) + (1 - y) * Sigmoid(z));
}
