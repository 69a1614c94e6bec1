using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>Wrong lines with a word of the sentence that names the mistake which was made.</summary>
internal static class NamedLines
{
    public static IReadOnlyDictionary<string, (string Word, Func<Derivation> Line)> All { get; } = new Dictionary<string, (string, Func<Derivation>)>
    {
        ["sign at a move"] = ("changes its sign", () => Derivation.Of("t").Where("v > 0").From((b, w, x, v, y) => b + w * x + v * y == 0).Then("", (b, w, x, v, y) => y == (-b + w * x) / v)),
        ["brackets below"] = ("rackets", () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => p * (1 + Exp(z)) == Exp(z)).Then("", (p, z) => p == Exp(z) / 1 + Exp(z))),
        ["factor forgotten"] = ("missing at p", () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => p == Exp(z) * (1 - p)).Then("", (p, z) => p == Exp(z) - p)),
        ["inner derivative of log(1 + e^z)"] = ("inner derivative", () => Derivation.Of("t").From(z => Log(1 + Exp(z))).Differentiate("", z => 1 / (1 + Exp(z)))),
        ["inner derivative of softplus"] = ("inner derivative", () => Derivation.Of("t").From(z => Softplus(z)).Differentiate("", z => 1 / (1 + Exp(z)))),
        ["brackets of a score"] = ("rackets", () => Derivation.Of("t").From((w, x, b) => Sigmoid(w * x + b)).Then("", (w, x, b) => Sigmoid(w * (x + b)))),
        ["log of a sum"] = ("logarithm of a sum", () => Derivation.Of("t").Where("p, q in (0,1)").From((p, q) => Log(p + q)).Then("", (p, q) => Log(p) + Log(q))),
        ["log p / log q"] = ("difference of the logarithms", () => Derivation.Of("t").Where("p, q in (0,1)").From((p, q) => Log(p / q)).Then("", (p, q) => Log(p) / Log(q))),
        ["square of a sum"] = ("mixed", () => Derivation.Of("t").From((a, b) => Pow(a + b, 2)).Then("", (a, b) => a * a + b * b)),
        ["e to a sum"] = ("product of the powers", () => Derivation.Of("t").From((a, b) => Exp(a + b)).Then("", (a, b) => Exp(a) + Exp(b))),
        ["fractions added"] = ("denominator", () => Derivation.Of("t").Where("a > 0", "b > 0").From((a, b) => 1 / a + 1 / b).Then("", (a, b) => 1 / (a + b))),
        ["fraction split"] = ("split", () => Derivation.Of("t").Where("a > 0", "b > 0").From((a, b) => 1 / (a + b)).Then("", (a, b) => 1 / a + 1 / b)),
        ["wrong variable"] = ("derivative by x", () => Derivation.Of("t").From((w, x, y) => Softplus(w * x) - y * w * x).Differentiate("", (w, x, y) => (Sigmoid(w * x) - y) * w)),
        ["labels swapped"] = ("swapped", () => Derivation.Of("t").Where("y in {0,1}", "p in (0,1)").From((y, p) => -(y * Log(p) + (1 - y) * Log(1 - p))).Then("", (y, p) => -((1 - y) * Log(p) + y * Log(1 - p)))),
        ["sigmoid forgotten"] = ("sigmoid", () => Derivation.Of("t").From((w, x, y) => Softplus(w * x) - y * w * x).Differentiate("", (w, x, y) => (w * x - y) * x)),
        ["sigmoid forgotten, matrices"] = ("sigmoid", () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w)) / n).Differentiate("", (X, w, y, n) => X.T * (X * w - y) / n, by: "w")),
        ["X'X without weights"] = ("weights", () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n).Differentiate("", (X, w, y, n) => X.T * X / n, by: "w")),
        ["1/n forgotten"] = ("n", () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => Sum(i => (Sigmoid(X[i].T * w) - y[i]) * X[i]) / n).Then("", (X, w, y, n) => X.T * (Sigmoid(X * w) - y))),
        ["sign of a gradient"] = ("sign|swapped", () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => Sum(i => (Sigmoid(X[i].T * w) - y[i]) * X[i]) / n).Then("", (X, w, y, n) => X.T * (y - Sigmoid(X * w)) / n)),
        ["whole numbers divided"] = ("C# divides whole numbers: 1 / 2 is 0; write 1.0 / 2.", () => Derivation.Of("t").From((w, x) => Pow(w * x, 2) / 2).Then("", (w, x) => 1 / 2 * Pow(w * x, 2))),
        ["whole numbers divided, a twelfth of it"] = ("C# divides whole numbers", () => Derivation.Of("t").From((w, x) => w * x / 4).Then("", (w, x) => 1 / 4 * w * x)),
        ["clipped score"] = ("only between -50 and 50", () => Derivation.Of("t").From(z => Sigmoid(z)).Then("", z => 1 / (1 + Exp(-Max(-50, Min(50, z)))))),
        ["clipped probability"] = ("Clipping", () => Derivation.Of("t").Where("p in (0,1)").From(p => -Log(p)).Then("", p => -Log(Max(p, 1e-3)))),
        ["epsilon"] = ("small number", () => Derivation.Of("t").Where("p in (0,1)").From(p => Log(p)).Then("", p => Log(p + 1e-300))),
        ["product rule"] = ("product of the derivatives", () => Derivation.Of("t").From(z => z * Sigmoid(z)).Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z)))),
        ["derivative written as a rewriting"] = (".Differentiate", () => Derivation.Of("t").From(z => Sigmoid(z)).Then("", z => Sigmoid(z) * (1 - Sigmoid(z)))),
        ["logarithm written as a rewriting"] = (".TakeLog", () => Derivation.Of("t").Where("y in {0,1}", "p in (0,1)").From((y, p) => Pow(p, y) * Pow(1 - p, 1 - y)).Then("", (y, p) => y * Log(p) + (1 - y) * Log(1 - p))),
        ["log undone on one side"] = ("one side", () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => Log(p / (1 - p)) == z).Then("", (p, z) => p / (1 - p) == z)),
        ["log undone by a power of ten"] = ("power of 10", () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => Log(p / (1 - p)) == z).Then("", (p, z) => p / (1 - p) == Pow(10, z))),
        ["root divided away"] = ("divided by", () => Derivation.Of("t").From((x, z) => x * z == x * x).Then("", (x, z) => z == x)),
        ["number at a move"] = ("changes its sign", () => Derivation.Of("t").From(x => 3 * x + 2 == 17).Then("", x => 3 * x == 19)),
        ["negative root lost"] = ("two roots", () => Derivation.Of("t").From(x => x * x == 16).Then("", x => x == 4)),
        ["power of a power"] = ("multiplied, not added", () => Derivation.Of("t").From((a, b) => Pow(Exp(a), b)).Then("", (a, b) => Exp(a + b))),
        ["two symbols swapped everywhere"] = ("are swapped", () => Derivation.Of("t").Where("p in (0,1)", "r > 0", "s > 0").From((p, r, s) => r * p / (s * (1 - p))).Then("", (p, r, s) => s * p / (r * (1 - p)))),
        ["two symbols swapped in one part"] = ("are swapped", () => Derivation.Of("t").From((x, w, b) => Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x))).Then("", (x, w, b) => Sigmoid(b + w * x) * (1 - Sigmoid(w + b * x)))),
        ["one symbol for another everywhere"] = ("a, everywhere", () => Derivation.Of("t").Where("a > 0", "r > 0", "g > 0").From((a, r, g) => a / (a + g)).Then("", (a, r, g) => r / (r + g))),
        ["times for plus"] = ("+ instead of *", () => Derivation.Of("t").Where("a > 0", "f > 0", "m > 0").From((a, f, m) => a / (a + f + m)).Then("", (a, f, m) => a / (a + f * m))),
        ["two signs"] = ("signs before", () => Derivation.Of("t").From((x, a, b) => x * x - a + b).Then("", (x, a, b) => x * x + a - b)),
        ["bits"] = ("bits", () => Derivation.Of("t").From(z => Softplus(z) - z * Sigmoid(z)).Then("", z => (Softplus(z) - z * Sigmoid(z)) / Log(2))),
        ["a rounded third"] = ("rounded: write 1.0 / 3", () => Derivation.Of("t").From((a, b) => (a + b) / 3).Then("", (a, b) => (a + b) * 0.33333)),
        ["brackets around three terms"] = ("missing around 2 * a + f + m", () => Derivation.Of("t").Where("a > 0", "f > 0", "m > 0").From((a, f, m) => 2 * a / (2 * a + f + m)).Then("", (a, f, m) => 2 * a / 2 * a + f + m)),
        ["brackets too wide"] = ("too much|too wide", () => Derivation.Of("t").Where("a > 0", "f > 0", "m > 0").From((a, f, m) => a / (2 * a + f + m)).Then("", (a, f, m) => a / (2 * (a + f + m)))),
        ["upside down"] = ("upside down", () => Derivation.Of("t").Where("a > 0", "b > 0").From((a, b) => a / (a + b)).Then("", (a, b) => 1 + b / a)),
        ["all exponents turned round"] = ("signs of all exponents", () => Derivation.Of("t").From((a, b, c) => 1 / (1 + Exp(b - a) + Exp(c - a))).Then("", (a, b, c) => 1 / (1 + Exp(a - b) + Exp(a - c)))),
        ["n above instead of below"] = ("n is a divisor|instead of", () => Derivation.Of("t").Sizes("y: n").From((y, n) => Sum(i => y[i]) / n).Then("", (y, n) => n * Sum(i => y[i]))),
        ["a symbol lost in two places"] = ("b is lost", () => Derivation.Of("t").From((x, w, b) => Sigmoid(b + w * x)).Differentiate("", (x, w, b) => w * Sigmoid(w * x) * (1 - Sigmoid(w * x)))),
        ["a function too many"] = ("too much in log", () => Derivation.Of("t").Where("p in (0,1)").From(p => Log(Pow(p, 3))).Then("", p => Log(3) * Log(p))),
        ["a logarithm lost"] = ("log is missing around", () => Derivation.Of("t").Where("p in (0,1)").From(p => Log(Pow(p, 3) / (1 - p))).Then("", p => 3 * p - Log(1 - p))),
        ["the transpose"] = ("Transposed it is right", () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y) => (X * w - y).T * (X * w - y) / 2).Differentiate("", (X, w, y) => (X * w - y).T * X, by: "w")),
        ["an equation that divides by zero somewhere"] = ("sign", () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => p == 1 / (1 + Exp(-z))).Then("", (p, z) => p == 1 / (1 - Exp(-z)))),
        ["transposed twice"] = ("", () => Derivation.Of("t").Sizes("X: n x d", "w: d").From((X, w) => X * w).Then("", (X, w) => X.T * w)),
    };
}
