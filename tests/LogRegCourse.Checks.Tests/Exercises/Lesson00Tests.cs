using static System.Math;
using static LogRegCourse.Checks.Course;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson00Tests
{
    [Fact]
    public void Share_Untouched_IsNotDone() => ExerciseTest.NotDone("0.1", double.NaN);

    [Fact]
    public void Share_Solved_Passes() => ExerciseTest.Passes("0.1", 7.0 / 23);

    [Theory]
    [InlineData(7 / 23, "write 7 / 23.0")]
    [InlineData(16.0 / 23, "without damage")]
    [InlineData(0.4375, "the odds")]
    [InlineData(30.4347826, "per cent")]
    [InlineData(3.2857142857, "upside down")]
    [InlineData(23 / 7, "whole numbers")]
    [InlineData(0.5, "is not the answer")]
    public void Share_Wrong_IsNamed(double answer, string sentence) => ExerciseTest.Fails("0.1", answer, sentence);

    [Fact]
    public void Signal_Untouched_IsNotDone() => ExerciseTest.NotDone("0.2", (double[] w, double[] x, double b) => double.NaN);

    [Fact]
    public void Signal_Solved_Passes() => ExerciseTest.Passes("0.2", (double[] w, double[] x, double b) =>
    {
        var z = b;
        for (var j = 0; j < w.Length; j++) z += w[j] * x[j];
        return z;
    });

    [Fact]
    public void Signal_Wrong_IsNamed()
    {
        ExerciseTest.Fails("0.2", (double[] w, double[] x, double b) => w.Select((weight, j) => weight * x[j]).Sum(), "b is missing");
        ExerciseTest.Fails("0.2", (double[] w, double[] x, double b) => w.Select((weight, j) => weight * x[j] + b).Sum(), "once for each feature");
        ExerciseTest.Fails("0.2", (double[] w, double[] x, double b) => b + x[0] * w[0], "Only the first feature");
        ExerciseTest.Fails("0.2", (double[] w, double[] x, double b) => x.Sum() * w.Sum() + b, "product of two sums");
        ExerciseTest.Fails("0.2", (double[] w, double[] x, double b) => w.Zip(x, (weight, feature) => weight * feature).Sum() - b, "wrong sign");
        ExerciseTest.Fails("0.2", (double[] w, double[] x, double b) => x[1] * w[1] + b, "throws IndexOutOfRangeException");
    }

    [Fact]
    public void Gaps_Untouched_IsNotDone() => ExerciseTest.NotDone("0.3", Quotient().Then("", p => Log(Pow(p, 3)) - Gap).Then("", p => Gap));

    [Fact]
    public void Gaps_Solved_Passes() =>
        ExerciseTest.Passes("0.3", Quotient().Then("", p => Log(Pow(p, 3)) - Log(1 - p)).Then("", p => 3 * Log(p) - Log(1 - p)));

    [Fact]
    public void Gaps_Wrong_IsNamed()
    {
        ExerciseTest.Fails("0.3", Quotient().Then("", p => Log(Pow(p, 3)) - (1 - p)), "under the logarithm too");
        ExerciseTest.Fails("0.3", Quotient().Then("", p => Log(Pow(p, 3)) - Log(p)), "not p");
        ExerciseTest.Fails("0.3", Quotient().Then("", p => Log(Pow(p, 3)) - 1 / Log(1 - p)), "difference of two logarithms");
        ExerciseTest.Fails("0.3", Quotient().Then("", p => 3 * Log(p) + Log(1 - p)), "minus of the quotient");
        ExerciseTest.Fails("0.3", Quotient().Then("", p => 3 * Log(p)), "second logarithm is lost");
        ExerciseTest.Fails("0.3", Quotient().Then("", p => Pow(Log(p), 3) - Log(1 - p)), "becomes a factor");
        ExerciseTest.Fails("0.3", Quotient().Then("", p => Log(3 * p) - Log(1 - p)), "not into it");
    }

    private static ExpressionDerivation<Func<double, double>> Quotient() =>
        Derivation.Of("mine").Where("p in (0,1)").From(p => Log(Pow(p, 3) / (1 - p)));
}
