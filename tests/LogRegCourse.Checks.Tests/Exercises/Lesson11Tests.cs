using static LogRegCourse.Checks.Course;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson11Tests
{
    [Fact]
    public void Boxes_AnswersAreJudged()
    {
        ExerciseTest.NotDone("11.1", (double[] _, double[] _, double _) => (double[])null!);
        ExerciseTest.Passes("11.1", (double[] y, double[] p, double t) => Boxes(y, p, q => q >= t));
        ExerciseTest.Fails("11.1", (double[] y, double[] p, double t) => Boxes(y, p, q => q > t), "use >=");
        ExerciseTest.Fails("11.1", (double[] y, double[] p, double t) => Order(Boxes(y, p, q => q >= t), 0, 2, 1, 3), "are swapped");
        ExerciseTest.Fails("11.1", (double[] y, double[] p, double t) => Order(Boxes(y, p, q => q >= t), 3, 2, 1, 0), "order is turned round");
        ExerciseTest.Fails("11.1", (double[] y, double[] p, double t) => Boxes(y, p, q => q >= t).Select(c => c / y.Length).ToArray(), "counts, not shares");
        ExerciseTest.Fails("11.1", (double[] y, double[] p, double t) => Boxes(y.Select(v => 1 - v).ToArray(), p, q => q >= t), "wrong way round");
        ExerciseTest.Fails("11.1", (double[] y, double[] p, double t) => Boxes(y, p, q => q >= t)[..3], "right is");
    }

    [Fact]
    public void F1_AnswersAreJudged()
    {
        ExerciseTest.NotDone("11.2", (double _, double _, double _) => double.NaN);
        ExerciseTest.Passes("11.2", (double tp, double fp, double fn) => tp == 0 ? 0 : tp / (tp + 0.5 * (fp + fn)));
        ExerciseTest.Fails("11.2", (double tp, double fp, double fn) => 2 * tp / (2 * tp + fp + fn), "return 0 then");
        ExerciseTest.Fails("11.2", (double tp, double fp, double fn) => tp == 0 ? 0 : (tp / (tp + fp) + tp / (tp + fn)) / 2, "harmonic mean");
        ExerciseTest.Fails("11.2", (double tp, double fp, double fn) => tp == 0 ? 0 : tp / (tp + fp), "precision alone");
        ExerciseTest.Fails("11.2", (double tp, double fp, double fn) => tp == 0 ? 0 : tp / (tp + fn), "recall alone");
        ExerciseTest.Fails("11.2", (double tp, double fp, double fn) => tp == 0 ? 0 : tp / (tp + fp + fn), "count twice");
        ExerciseTest.Fails("11.2", (double tp, double fp, double fn) => tp == 0 ? 0 : tp / (2 * tp + fp + fn), "factor 2");
    }

    [Fact]
    public void CheapestCut_AnswersAreJudged()
    {
        ExerciseTest.NotDone("11.3", (double _, double _) => double.NaN);
        ExerciseTest.Passes("11.3", (double f, double m) => 1 / (1 + m / f));
        ExerciseTest.Fails("11.3", (double f, double m) => m / (m + f), "costs are swapped");
        ExerciseTest.Fails("11.3", (double f, double m) => f / m, "threshold for the odds");
        ExerciseTest.Fails("11.3", (double _, double _) => 0.5, "cost the same");
        ExerciseTest.Fails("11.3", (double f, double m) => 1 + m / f, "upside down");
        ExerciseTest.Fails("11.3", (double f, double m) => f - m, "not as a difference");
    }

    [Fact]
    public void Area_AnswersAreJudged()
    {
        ExerciseTest.NotDone("11.4", (double[] _, double[] _) => double.NaN);
        ExerciseTest.Passes("11.4", (double[] y, double[] s) => Pairs(y, s, (a, b) => (Math.Sign(a - b) + 1) / 2.0).Average());
        ExerciseTest.Fails("11.4", (double[] y, double[] s) => Pairs(y, s, (a, b) => a > b ? 1 : 0).Average(), "not nothing");
        ExerciseTest.Fails("11.4", (double[] y, double[] s) => Pairs(y, s, (a, b) => a >= b ? 1 : 0).Average(), "not a full point");
        ExerciseTest.Fails("11.4", (double[] y, double[] s) => Pairs(y, s, (a, b) => a < b ? 1 : a == b ? 0.5 : 0).Average(), "turned round");
        ExerciseTest.Fails("11.4", (double[] y, double[] s) => Pairs(y, s, (a, b) => a > b ? 1 : a == b ? 0.5 : 0).Sum(), "divide by the number of pairs");
        ExerciseTest.Fails("11.4", (double[] y, double[] s) => y.Select((v, i) => v == 1 == s[i] >= 0.5 ? 1.0 : 0).Average(), "accuracy");
    }

    [Fact]
    public void Flag_NumbersAreJudged()
    {
        ExerciseTest.NotDone("11.5", double.NaN);
        ExerciseTest.Passes("11.5", 90.0 / (90 + 198));
        ExerciseTest.Fails("11.5", 0.9, "recall");
        ExerciseTest.Fails("11.5", 0.9 / 0.92, "99 times as many");
        ExerciseTest.Fails("11.5", 0.009, "divide by the share of all flagged");
        ExerciseTest.Fails("11.5", 0.0288, "share of all letters that are flagged");
        ExerciseTest.Fails("11.5", 90.0 / 198, "flagged spam as well");
        ExerciseTest.Fails("11.5", 31.25, "between 0 and 1");
    }

    [Fact]
    public void F1InCounts_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("11.6", Harmonic().Then("turn round", (a, f, m) => Gap));
        ExerciseTest.Passes("11.6", Harmonic().Then("turn round", (a, f, m) => 2 / ((a + f) / a + (a + m) / a)).Therefore("once more", (a, f, m) => 2 * a / (a + f + a + m)));
        ExerciseTest.Fails("11.6", Harmonic().Therefore("turn round", (a, f, m) => 2 / ((a + f) / a + (a + m) / a)), "the form that is asked for");
        ExerciseTest.Fails("11.6", Harmonic().Therefore("once more", (a, f, m) => 2 * a / (a + f + m)), "two of them below");
        ExerciseTest.Fails("11.6", Harmonic().Therefore("once more", (a, f, m) => a / (2 * a + f + m)), "2 of the harmonic mean");
        ExerciseTest.Fails("11.6", Harmonic().Therefore("once more", (a, f, m) => 2 / (2 * a + f + m)), "the a goes up");
        ExerciseTest.Fails("11.6", Harmonic().Therefore("once more", (a, f, m) => (2 * a + f + m) / (2 * a)), "one over F1");
    }

    private static ExpressionDerivation<Func<double, double, double, double>> Harmonic() => Derivation.Of("mine")
        .Where("a > 0", "f > 0", "m > 0")
        .From((a, f, m) => 2 / (1 / (a / (a + f)) + 1 / (a / (a + m))));

    private static double[] Boxes(double[] y, double[] p, Func<double, bool> flag)
    {
        double Count(double label, bool flagged) => Enumerable.Range(0, y.Length).Count(i => y[i] == label && flag(p[i]) == flagged);
        return [Count(1, true), Count(0, true), Count(1, false), Count(0, false)];
    }

    private static double[] Order(double[] values, params int[] order) => [.. order.Select(k => values[k])];

    private static IEnumerable<double> Pairs(double[] y, double[] s, Func<double, double, double> point) =>
        from i in Enumerable.Range(0, y.Length)
        where y[i] == 1
        from j in Enumerable.Range(0, y.Length)
        where y[j] == 0
        select point(s[i], s[j]);
}
