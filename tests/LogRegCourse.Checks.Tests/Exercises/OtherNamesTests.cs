using LogRegCourse.Checks.Exercises;
using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>A derivation in names of the student's own, or with its symbols in another order, is judged like any other.</summary>
public class OtherNamesTests
{
    [Fact]
    public void RightAnswer_InOtherNames_Passes()
    {
        Passes("1.3", Odds().Then("", (q, s) => q / (1 - q) == Exp(s)).Then("", (q, s) => q == 1 / (1 + Exp(-s))));
        Passes("1.3", Derivation.Of("mine").Where("p in (0,1)").From((z, p) => Log(p / (1 - p)) == z).Then("", (z, p) => p == Sigmoid(z)));
        Passes("1.3", Derivation.Of("mine").Where("z in (0,1)").From((z, p) => Log(z / (1 - z)) == p).Then("", (z, p) => z == Sigmoid(p)));
        Passes("1.3", Derivation.Of("mine").Where("p in (0,1)").From((p, z) => Log(p / (1 - p)) == z).Then("", (z, q) => q == Sigmoid(z)));
        Passes("2.1", Derivation.Of("mine").From(x => 1 / (1 + Exp(-x))).Differentiate("", x => Sigmoid(x) * (1 - Sigmoid(x))));
        Passes("8.1", Derivation.Of("mine").Where("t in {0,1}").From((v, u, t) => Softplus(v * u) - t * v * u)
            .Differentiate("", (v, u, t) => (Sigmoid(v * u) - t) * u).Differentiate("", (v, u, t) => Sigmoid(v * u) * (1 - Sigmoid(v * u)) * u * u));
        Passes("8.1", Derivation.Of("mine").Where("y in {0,1}").From((y, x, w) => Softplus(w * x) - y * w * x)
            .Differentiate("", (y, x, w) => (Sigmoid(w * x) - y) * x, by: "w").Differentiate("", (y, x, w) => Sigmoid(w * x) * (1 - Sigmoid(w * x)) * x * x, by: "w"));
        Passes("5.5", Derivation.Of("mine").Sizes("A: m x k", "v: k", "t: m").From((A, v, t, m) => Sum(r => (A[r].T * v - t[r]) * (A[r].T * v - t[r])) / (2 * m))
            .Differentiate("", (A, v, t, m) => A.T * (A * v - t) / m, by: "v"));
    }

    [Fact]
    public void WrongAnswer_InOtherNames_IsRefused()
    {
        Fails("1.3", Odds().Then("", (q, s) => q == 1 / (1 + Exp(s))), "Line 2");
        Fails("1.3", Odds().Then("", (q, s) => s == Log(q / (1 - q))), "say what p is");
        Fails("1.3", Derivation.Of("mine").Where("s in (0,1)").From((q, s) => Log(q / (1 - q)) == s).Then("", (q, s) => q == Sigmoid(s)), "known of p");
        Fails("1.3", Derivation.Of("mine").Where("q in (0,1)").From((q, s) => Log(q / (1 - s)) == s).Then("", (q, s) => q == Exp(s) * (1 - s)), "first line must stay");
        Fails("8.1", Derivation.Of("mine").Where("t in {0,1}").From((v, u, t) => Softplus(v * u) - t * v * u)
            .Differentiate("", (v, u, t) => (Sigmoid(v * u) - t) * v, by: "u").Differentiate("", (v, u, t) => Sigmoid(v * u) * (1 - Sigmoid(v * u)) * v * v, by: "u"), "by w");
    }

    [Fact]
    public void TheModelItself_IsNoAnswer()
    {
        var exercise = (DerivationExercise)ExerciseBook.Find("1.3");
        Assert.Equal(VerdictState.Failed, exercise.Judge(exercise.Model).State);
    }

    private static EquationDerivation<Func<double, double, bool>> Odds() => Derivation.Of("mine").Where("q in (0,1)").From((q, s) => Log(q / (1 - q)) == s);

    private static void Passes(string id, Derivation answer) => ExerciseTest.Passes(id, answer);

    private static void Fails(string id, Derivation answer, string sentence) => ExerciseTest.Fails(id, answer, sentence);
}
