using static System.Math;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson15Tests
{
    [Fact]
    public void Travelling_NumbersAreJudged()
    {
        ExerciseTest.NotDone("15.1", double.NaN);
        ExerciseTest.Passes("15.1", 1378);
        ExerciseTest.Fails("15.1", 1326, "51");
        ExerciseTest.Fails("15.1", 2653, "symmetric");
        ExerciseTest.Fails("15.1", 1377, "loss itself");
        ExerciseTest.Fails("15.1", 1327, "diagonal");
        ExerciseTest.Fails("15.1", 22048, "bytes");
    }

    [Fact]
    public void MeanOfAll_AnswersAreJudged()
    {
        ExerciseTest.NotDone("15.2", (double[] _, double[] _) => double.NaN);
        ExerciseTest.Passes("15.2", (double[] rows, double[] mean) => Enumerable.Range(0, rows.Length).Sum(k => rows[k] / rows.Sum() * mean[k]));
        ExerciseTest.Fails("15.2", (double[] _, double[] mean) => mean.Average(), "mean of the means");
        ExerciseTest.Fails("15.2", (double[] rows, double[] mean) => rows.Zip(mean, (n, m) => n * m).Sum(), "divide by their number");
        ExerciseTest.Fails("15.2", (double[] rows, double[] mean) => rows.Zip(mean, (n, m) => n * m).Average(), "not of helpers");
        ExerciseTest.Fails("15.2", (double[] rows, double[] mean) => mean.Sum() / rows.Sum(), "become sums first");
        ExerciseTest.Fails("15.2", (double[] _, double[] mean) => mean.Sum(), "Means may not be added");
    }

    [Fact]
    public void BestMachines_AnswersAreJudged()
    {
        ExerciseTest.NotDone("15.3", (double _, double _, double _) => double.NaN);
        ExerciseTest.Passes("15.3", (double n, double c, double b) => Pow(n / b * c, 0.5));
        ExerciseTest.Fails("15.3", (double n, double c, double b) => n * c / b, "root");
        ExerciseTest.Fails("15.3", (double n, double c, double b) => Sqrt(b / n / c), "Upside down");
        ExerciseTest.Fails("15.3", (double n, double c, double b) => Sqrt(n * c * b), "denominator");
        ExerciseTest.Fails("15.3", (double n, double c, double b) => Sqrt(n * c / b / 2), "no 2");
        ExerciseTest.Fails("15.3", (double n, double c, double b) => 2 * Sqrt(n * c * b), "the number itself");
    }

    [Fact]
    public void Lost_AnswersAreJudged()
    {
        ExerciseTest.NotDone("15.4", (double _, double _) => double.NaN);
        ExerciseTest.Passes("15.4", (double a, double b) => Abs(a) >= Abs(b) ? b - (a + b - a) : a - (a + b - b));
        ExerciseTest.Fails("15.4", (double a, double b) => a + b - (a + b), "Nothing is lost");
        ExerciseTest.Fails("15.4", (double a, double b) => b - (a + b - a), "where a is the larger");
        ExerciseTest.Fails("15.4", (double a, double b) => a - (a + b - b), "where b is the larger");
        ExerciseTest.Fails("15.4", (double a, double b) => -(Abs(a) >= Abs(b) ? b - (a + b - a) : a - (a + b - b)), "sign is flipped");
        ExerciseTest.Fails("15.4", (double a, double b) => a - (a + b - (a + b - a)), "✗");
    }
}
