using LogRegCourse.Checks;
using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Benchmarks;

/// <summary>Lines with a mistake: the search for its name and for the smallest counterexample is the dear part.</summary>
internal static class WrongDerivations
{
    public static IReadOnlyDictionary<string, Func<Derivation>> All { get; } = new Dictionary<string, Func<Derivation>>
    {
        ["sign flipped"] = () => Derivation.Of("sign").Where("y in {0,1}", "p in (0,1)")
            .From((y, p) => -(y * Log(p) + (1 - y) * Log(1 - p)))
            .Differentiate("", (y, p) => y / p - (1 - y) / (1 - p), by: "p"),
        ["slope without a known name"] = () => Derivation.Of("nameless")
            .From(z => 1 / (1 + Exp(-z)))
            .Differentiate("", z => Exp(-z * z) / (3 + Exp(-z) * Sqrt(1 + z * z))),
        ["equation without a known name"] = () => Derivation.Of("nameless").Where("p in (0,1)")
            .From((p, z) => Log(p / (1 - p)) == z)
            .Then("", (p, z) => p / (1 - p * p) == Exp(z * z) - z),
        ["gradient without its factor 1/n"] = () => Derivation.Of("gradient").Sizes("X: n x d", "w: d", "y: n").Where("y in {0,1}")
            .From((X, w, y, n) => 1 / n * Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w)))
            .Differentiate("", (X, w, y, n) => X.T * (Sigmoid(X * w) - y), by: "w"),
        ["gradient without a known name"] = () => Derivation.Of("gradient").Sizes("X: n x d", "w: d", "y: n").Where("y in {0,1}")
            .From((X, w, y, n) => 1 / n * Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w)))
            .Differentiate("", (X, w, y, n) => 1 / n * X.T * (Exp(X * w) - 3 * y + 1), by: "w"),
    };
}
