using static System.Math;
using static LogRegCourse.Checks.Course;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson12Tests
{
    [Fact]
    public void RidgePenalty_AnswersAreJudged()
    {
        ExerciseTest.NotDone("12.1", (double[] _, double _) => double.NaN);
        ExerciseTest.Passes("12.1", (double[] w, double k) => 0.5 * k * (w.Sum(v => v * v) - w[0] * w[0]));
        ExerciseTest.Fails("12.1", (double[] w, double k) => k / 2 * w.Sum(v => v * v), "leave the first entry out");
        ExerciseTest.Fails("12.1", (double[] w, double k) => k * w.Skip(1).Sum(v => v * v), "one half is missing");
        ExerciseTest.Fails("12.1", (double[] w, double k) => k * w.Skip(1).Sum(Abs), "L1 penalty");
        ExerciseTest.Fails("12.1", (double[] w, double k) => k / 2 * Sqrt(w.Skip(1).Sum(v => v * v)), "Do not take the root");
        ExerciseTest.Fails("12.1", (double[] w, double k) => k / 2 * Pow(w.Skip(1).Sum(), 2), "before adding");
    }

    [Fact]
    public void SoftThreshold_AnswersAreJudged()
    {
        ExerciseTest.NotDone("12.2", (double _, double _) => double.NaN);
        ExerciseTest.Passes("12.2", (double v, double k) => v > k ? v - k : v < -k ? v + k : 0);
        ExerciseTest.Fails("12.2", (double v, double k) => Abs(v) <= k ? 0 : v, "hard threshold");
        ExerciseTest.Fails("12.2", (double v, double k) => v - k, "moves the other way");
        ExerciseTest.Fails("12.2", (double v, double k) => v > k ? v - k : 0, "from the other side");
        ExerciseTest.Fails("12.2", (double v, double k) => Max(0, Abs(v) - k), "sign of v is lost");
        ExerciseTest.Fails("12.2", (double v, double k) => v > 0 ? v - k : v + k, "stop at 0");
        ExerciseTest.Fails("12.2", (double v, double k) => v / (1 + k), "ridge shrinkage");
    }

    [Fact]
    public void ReportedError_NumbersAreJudged()
    {
        ExerciseTest.NotDone("12.3", double.NaN);
        ExerciseTest.Passes("12.3", 0.036);
        ExerciseTest.Fails("12.3", 0.108 / 9, "by its square root");
        ExerciseTest.Fails("12.3", 0.108, "cannot know");
        ExerciseTest.Fails("12.3", 0.054, "four copies");
        ExerciseTest.Fails("12.3", 0.324, "not larger");
        ExerciseTest.Fails("12.3", 0.972, "not larger");
    }

    [Fact]
    public void SampledOdds_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("12.4", Start().Then("one denominator", (p, r1, r0) => Gap));
        ExerciseTest.Passes("12.4", Start().Therefore("cancel", (p, r1, r0) => r1 * p / (r0 * (1 - p))));
        ExerciseTest.Fails("12.4", Start().Therefore("cancel", (p, r1, r0) => p / (1 - p) * (r0 / r1)), "Line 2");
        ExerciseTest.Fails("12.4", Start().Therefore("cancel", (p, r1, r0) => p / (1 - p) * r1), "Line 2");
        ExerciseTest.Fails("12.4", Start().Therefore("cancel", (p, r1, r0) => p / (1 - p)), "Line 2");
        ExerciseTest.Fails("12.4", Start().Therefore("cancel", (p, r1, r0) => p * r1 / r0), "Line 2");
        ExerciseTest.Fails("12.4", Start().Therefore("one denominator", (p, r1, r0) => r1 * p / (r1 * p + r0 * (1 - p)) / (r0 * (1 - p) / (r1 * p + r0 * (1 - p)))), "the form that is asked for");
    }

    [Fact]
    public void HonestIntercept_AnswersAreJudged()
    {
        ExerciseTest.NotDone("12.5", (double _, double _, double _) => double.NaN);
        ExerciseTest.Passes("12.5", (double b, double t, double s) => b + Log(t / (1 - t)) - Log(s / (1 - s)));
        ExerciseTest.Fails("12.5", (double b, double t, double s) => b - Log(t / (1 - t)) + Log(s / (1 - s)), "sign is flipped");
        ExerciseTest.Fails("12.5", (double b, double t, double s) => b + Log(t / (1 - t)), "balanced sample only");
        ExerciseTest.Fails("12.5", (double b, double t, double s) => b + Log(t / (1 - t)) + Log(s / (1 - s)), "subtracted, not added");
        ExerciseTest.Fails("12.5", (double b, double t, double s) => b + Log10(t / (1 - t)) - Log10(s / (1 - s)), "natural logarithm");
        ExerciseTest.Fails("12.5", (double b, double t, double s) => b + Log(t) - Log(s), "compares odds");
    }

    private static ExpressionDerivation<Func<double, double, double, double>> Start() => Derivation.Of("mine")
        .Where("p in (0,1)", "r1 > 0", "r0 > 0")
        .From((p, r1, r0) => r1 * p / (r1 * p + r0 * (1 - p)) / (1 - r1 * p / (r1 * p + r0 * (1 - p))));
}
