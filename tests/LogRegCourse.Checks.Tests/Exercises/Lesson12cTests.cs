using static System.Math;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson12cTests
{
    [Fact]
    public void CallFrom_NumbersAreJudged()
    {
        ExerciseTest.NotDone("12c.1", double.NaN);
        ExerciseTest.Passes("12c.1", 3 / 15.5);
        ExerciseTest.Fails("12c.1", 0.24, "divide by their sum");
        ExerciseTest.Fails("12c.1", 12.5 / 15.5, "swapped");
        ExerciseTest.Fails("12c.1", 0.5, "equal costs");
        ExerciseTest.Fails("12c.1", 12.5 / 3, "is a probability");
        ExerciseTest.Fails("12c.1", 0.2, "costs 1 and 4");
    }

    [Fact]
    public void Hinge_AnswersAreJudged()
    {
        ExerciseTest.NotDone("12c.2", (double[] _, double _) => (double[])null!);
        ExerciseTest.Passes("12c.2", (double[] x, double k) => x.Select(v => v < k ? 0 : v - k).ToArray());
        ExerciseTest.Fails("12c.2", (double[] x, double k) => x.Select(v => Max(v, k)).ToArray(), "take the knot away");
        ExerciseTest.Fails("12c.2", (double[] x, double k) => x.Select(v => v - k).ToArray(), "hinge is 0");
        ExerciseTest.Fails("12c.2", (double[] x, double k) => x.Select(v => Min(v - k, 0)).ToArray(), "not Min");
        ExerciseTest.Fails("12c.2", (double[] x, double k) => x.Select(v => Max(k - v, 0)).ToArray(), "flipped");
        ExerciseTest.Fails("12c.2", (double[] x, double k) => x.Select(v => v > k ? 1.0 : 0).ToArray(), "That is a step");
        ExerciseTest.Fails("12c.2", (double[] x, double k) => x.Select(v => v > k ? v - k : 0).ToArray(), "NaN stays NaN");
    }

    [Fact]
    public void Fill_AnswersAreJudged()
    {
        ExerciseTest.NotDone("12c.3", (double[] _, double[] _) => (double[])null!);
        ExerciseTest.Passes("12c.3", (double[] t, double[] o) => Fill(t, o));
        ExerciseTest.Fails("12c.3", (double[] t, double[] o) => o.Select(v => double.IsNaN(v) ? 0 : v).ToArray(), "training mean");
        ExerciseTest.Fails("12c.3", (double[] t, double[] o) => o.Where(v => !double.IsNaN(v)).ToArray(), "No row may be lost");
        ExerciseTest.Fails("12c.3", (double[] t, double[] o) => Fill(t.Concat(o).ToArray(), o), "not all rows together");
        ExerciseTest.Fails("12c.3", (double[] t, double[] o) => o.Select(v => double.IsNaN(v) ? t.Where(u => !double.IsNaN(u)).Sum() / t.Length : v).ToArray(), "number of known values");
        ExerciseTest.Fails("12c.3", (double[] t, double[] o) => o.Select(v => v.CompareTo(double.MaxValue) > 0 ? t[0] : v).ToArray(), "With ");
    }

    [Fact]
    public void CalibrationZ_AnswersAreJudged()
    {
        ExerciseTest.NotDone("12c.4", (double[] _, double[] _) => double.NaN);
        ExerciseTest.Passes("12c.4", (double[] y, double[] p) => y.Zip(p, (u, q) => u - q).Sum() / Sqrt(p.Select(q => q - q * q).Sum()));
        ExerciseTest.Fails("12c.4", (double[] y, double[] p) => (p.Sum() - y.Sum()) / Sqrt(p.Sum(q => q * (1 - q))), "flipped");
        ExerciseTest.Fails("12c.4", (double[] y, double[] p) => y.Sum() - p.Sum(), "Divide by the luck");
        ExerciseTest.Fails("12c.4", (double[] y, double[] p) => (y.Sum() - p.Sum()) / p.Sum(q => q * (1 - q)), "root of the variance");
        ExerciseTest.Fails("12c.4", (double[] y, double[] p) => (y.Sum() - p.Sum()) / p.Sum(q => Sqrt(q * (1 - q))), "then take one root");
        ExerciseTest.Fails("12c.4", (double[] y, double[] p) => (y.Average() - p.Average()) / Sqrt(p.Sum(q => q * (1 - q))), "not means");
    }

    [Fact]
    public void Verdict_AnswersAreJudged()
    {
        ExerciseTest.NotDone("12c.5", (double[] _, double[] _, double[] _) => (double[])null!);
        ExerciseTest.Passes("12c.5", (double[] t, double[] y, double[] p) => new[] { Loss(y, p), Share(t, y) - Loss(y, p) });
        ExerciseTest.Fails("12c.5", (double[] t, double[] y, double[] p) => new[] { Loss(y, p), Loss(y, p) - Share(t, y) }, "positive when the fit is better");
        ExerciseTest.Fails("12c.5", (double[] t, double[] y, double[] p) => new[] { Loss(y, p), Share(t, y) }, "not the base line itself");
        ExerciseTest.Fails("12c.5", (double[] t, double[] y, double[] p) => new[] { y.Length * Loss(y, p), y.Length * (Share(t, y) - Loss(y, p)) }, "not the sum");
        ExerciseTest.Fails("12c.5", (double[] t, double[] y, double[] p) => new[] { Loss(y, p), Log(2) - Loss(y, p) }, "not one half");
        ExerciseTest.Fails("12c.5", (double[] t, double[] y, double[] p) => new[] { Share(t, y) - Loss(y, p), Loss(y, p) }, "[loss, gain]");
    }

    [Fact]
    public void Threshold_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("12c.6", Equal().Then("less", (p, a, r, g) => Course.Gap == g * p));
        ExerciseTest.Passes("12c.6", Equal().Therefore("solved", (p, a, r, g) => p == 1 / (1 + g / a)));
        ExerciseTest.Fails("12c.6", Equal().Therefore("solved", (p, a, r, g) => p == a / g), "for the odds");
        ExerciseTest.Fails("12c.6", Equal().Therefore("solved", (p, a, r, g) => p == g / (a + g)), "swapped");
        ExerciseTest.Fails("12c.6", Equal().Therefore("solved", (p, a, r, g) => p == a / (a + r + g)), "cancels");
        ExerciseTest.Fails("12c.6", Equal().Then("less", (p, a, r, g) => a * (1 - p) == g * p), "p alone on one side");
        ExerciseTest.Fails("12c.6", Equal().Therefore("solved", (p, a, r, g) => p == a / (a - g)), "Line 2");
    }

    private static EquationDerivation<Func<double, double, double, double, bool>> Equal() => Derivation.Of("mine")
        .Where("p in (0,1)", "a > 0", "r > 0", "g > 0").From((p, a, r, g) => a * (1 - p) + r * p == (r + g) * p);

    private static double[] Fill(double[] training, double[] others)
    {
        var known = training.Where(v => !double.IsNaN(v)).ToArray();
        return [.. others.Select(v => double.IsNaN(v) ? known.Sum() / known.Length : v)];
    }

    private static double Loss(double[] y, double[] p) => -y.Select((label, i) => Log(label == 1 ? p[i] : 1 - p[i])).Average();

    private static double Share(double[] train, double[] y) => Loss(y, [.. y.Select(_ => train.Average())]);
}
