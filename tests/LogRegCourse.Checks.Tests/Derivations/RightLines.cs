using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>Right lines, written as somebody else might: each must pass.</summary>
internal static class RightLines
{
    private static readonly double Ln2 = Log(2);
    private static readonly double[] Halves = [0.5, 1.5];

    public static IReadOnlyDictionary<string, Func<Derivation>> All { get; } = new Dictionary<string, Func<Derivation>>
    {
        // Quotients of decimals, folded by C#.
        ["folded: three digits"] = () => Derivation.Of("t").From(x => 15.043 - 0.232 * x == 0).Then("", x => x == 15.043 / 0.232),
        ["folded: five digits"] = () => Derivation.Of("t").From(x => 15.0429 - 0.23216 * x == 0).Then("", x => x == 15.0429 / 0.23216),
        ["folded: all digits"] = () => Derivation.Of("t").From(x => 15.042901647702441 - 0.23216274421859647 * x == 0).Then("", x => x == 15.042901647702441 / 0.23216274421859647),
        ["folded: fifteen digits by chance"] = () => Derivation.Of("t").From(x => 1.37 * x - 912.4 == 0).Then("", x => x == 912.4 / 1.37),
        ["folded: short by chance"] = () => Derivation.Of("t").From(x => 7.9 * x - 601.3 == 0).Then("", x => x == 601.3 / 7.9),
        ["folded: a factor"] = () => Derivation.Of("t").From(z => 912.4 * z / 1.37).Then("", z => 912.4 / 1.37 * z),
        ["folded: two sides"] = () => Derivation.Of("t").From(x => 4.963 * x - 815.3 == 0).Then("", x => x - 815.3 / 4.963 == 0),

        // One point at which a side has no value adds nothing in several symbols.
        ["domain: quotient of two symbols"] = () => Derivation.Of("t").From((x, y) => x / y == 1).Then("", (x, y) => x == y),

        // Roots that are not on a grid.
        ["root: a quotient of decimals"] = () => Derivation.Of("t").From(x => 15.04 - 0.232 * x == 0).Then("", x => x == 15.04 / 0.232),
        ["root: a quotient of decimals, the other way"] = () => Derivation.Of("t").From(x => 0.232 * x == 15.04).Then("", x => x - 15.04 / 0.232 == 0),
        ["root: near the end of the domain"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => Log(p / (1 - p)) == -7).Then("", p => p == 1 / (1 + Exp(7.0))),
        ["root: nearer the end of the domain"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => Log(p / (1 - p)) == 15).Then("", p => p == Sigmoid(15)),
        ["root: 99"] = () => Derivation.Of("t").Where("o > 0").From(o => o / (1 + o) == 0.99).Then("", o => o == 99),
        ["root: 9999"] = () => Derivation.Of("t").From(o => o / (1 + o) == 0.9999).Then("", o => o == 9999),
        ["root: touched only"] = () => Derivation.Of("t").From(z => z * z - 1.4 * z + 0.49 == 0).Then("", z => Pow(z - 0.7, 2) == 0),
        ["root: touched only, solved"] = () => Derivation.Of("t").From(z => z * z - 1.4 * z + 0.49 == 0).Then("", z => z == 0.7),
        ["root: touched at no fraction"] = () => Derivation.Of("t").From(z => z * z - 2 * Sqrt(2) * z + 2 == 0).Then("", z => z == Sqrt(2)),
        ["root: a corner"] = () => Derivation.Of("t").From(z => Abs(z - 4.4) == 0).Then("", z => z == 4.4),
        ["root: the end of a square root"] = () => Derivation.Of("t").From(z => Sqrt(Pow(z - 123.4, 2)) == 0).Then("", z => z == 123.4),
        ["root: a symbol that drops out"] = () => Derivation.Of("t").From((a, b) => a + b == 3 + b).Then("", (a, b) => a == 3),
        ["root: captured from a list"] = () => Derivation.Of("t").From(z => 2 * z == 3).Then("", z => z == Halves[1]),
        ["root: a label"] = () => Derivation.Of("t").Where("y in {0,1}").From(y => 2 * y - 1 == 1).Then("", y => y == 1),
        ["root: a label with a number"] = () => Derivation.Of("t").Where("y in {0,1}").From((y, z) => (2 * y - 1) * z == z).Then("", (y, z) => 2 * (y - 1) * z == 0),
        ["root: two of them"] = () => Derivation.Of("t").From(z => z * z == 5.29).Then("", z => (z - 2.3) * (z + 2.3) == 0),
        ["root: a large one"] = () => Derivation.Of("t").From(x => 0.0001 * x == 37).Then("", x => x == 370000),
        ["root: a small one"] = () => Derivation.Of("t").Where("x > 0").From(x => 1 / x == 4.0e5).Then("", x => x == 2.5e-6),
        ["root: an exponential"] = () => Derivation.Of("t").From(z => Exp(z) == 20).Then("", z => z == Log(20)),
        ["root: captured"] = () => Derivation.Of("t").From(t => Exp(t) == 2).Then("", t => t == Ln2),
        ["root: odds"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => Log(p / (1 - p)) == z).Then("", (p, z) => p == Sigmoid(z)).Then("", (p, z) => 1 / (1 + Exp(-z)) == p),
        ["divisor: passed by"] = () => Derivation.Of("t").From(z => Sigmoid(z)).Then("", z => Exp(z) > 3 ? Sigmoid(z) * (Exp(z) - 2) / (Exp(z) - 2) : Sigmoid(z)),
        ["divisor: zero in both lines"] = () => Derivation.Of("t").From(z => z / (Exp(z) - 3)).Then("", z => z * (Exp(z) + 3) / (Exp(2 * z) - 9)),
        ["root: pieces that are the same"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => Log(p / (1 - p)) == z).Then("", (p, z) => p == (z > 40 ? 1 / (1 + Exp(-z)) : Exp(z) / (1 + Exp(z)))),
        ["root: a difference times what is never 0"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => p == Sigmoid(z)).Then("", (p, z) => (p - Sigmoid(z)) * Exp(-z) == 0).Then("", (p, z) => Abs(p - Sigmoid(z)) == 0),
        ["root: the larger of two"] = () => Derivation.Of("t").From((a, b, c) => c == Max(a, b)).Then("", (a, b, c) => c == (a > b ? a : b)).Then("", (a, b, c) => 2 * c == a + b + Abs(a - b)),
        ["surface: four symbols"] = () => Derivation.Of("t").From((w, x, v, y) => w * x + v * y == 0).Then("", (w, x, v, y) => v * y == -w * x),
        ["surface: five symbols"] = () => Derivation.Of("t").From((b, w, x, v, y) => b + w * x + v * y == 0).Then("", (b, w, x, v, y) => v * y == -(b + w * x)),
        ["surface: divided"] = () => Derivation.Of("t").Where("v > 0").From((b, w, x, v, y) => b + w * x + v * y == 0).Then("", (b, w, x, v, y) => y == -(b + w * x) / v),
        ["surface: halves"] = () => Derivation.Of("t").From((a, b) => a * a == b * b).Then("", (a, b) => (a - b) * (a + b) == 0),

        // Constants that C# folds, or that were computed before.
        ["constant: 1/E"] = () => Derivation.Of("t").From(z => Exp(z - 1)).Then("", z => 1 / E * Exp(z)),
        ["constant: E*E"] = () => Derivation.Of("t").From(z => Exp(z + 2)).Then("", z => E * E * Exp(z)),
        ["constant: root of 2 pi"] = () => Derivation.Of("t").From(z => Sqrt(2 * PI) * z).Then("", z => Sqrt(2) * Sqrt(PI) * z),
        ["constant: 1 - 0.99"] = () => Derivation.Of("t").From(z => (1 - 0.99) * z).Then("", z => 0.01 * z),
        ["constant: 1/1309"] = () => Derivation.Of("t").From(z => z / 1309).Then("", z => 1.0 / 1309 * z),
        ["constant: captured"] = () => Derivation.Of("t").From(z => Log(2 * Exp(z))).Then("", z => z + Ln2),
        ["constant: 1/3"] = () => Derivation.Of("t").From(z => z / 3).Then("", z => 1.0 / 3 * z),
        ["constant: 2/3 + 1/7"] = () => Derivation.Of("t").From(z => z * 17 / 21).Then("", z => (2.0 / 3 + 1.0 / 7) * z),
        ["constant: 0.1 + 0.2"] = () => Derivation.Of("t").From(z => (0.1 + 0.2) * z).Then("", z => 0.3 * z),
        ["constant: a root of pi, derived"] = () => Derivation.Of("t").From(z => z * z * (PI / 2)).Differentiate("", z => PI * z),
        ["constant: bits"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => Log(p) / Log(2)).Then("", p => Log2(p)).Then("", p => Log(p) * 1.4426950408889634),

        // What could not be read.
        ["read: cosh"] = () => Derivation.Of("t").From(z => Cosh(z)).Then("", z => (Exp(z) + Exp(-z)) / 2).Differentiate("", z => Sinh(z)),
        ["read: atanh"] = () => Derivation.Of("t").Where("p in (-1,1)").From(p => Atanh(p)).Then("", p => Log((1 + p) / (1 - p)) / 2),
        ["read: cube root"] = () => Derivation.Of("t").From(z => z).Then("", z => Cbrt(z * z * z)),
        ["read: log1p"] = () => Derivation.Of("t").From(z => Softplus(z)).Then("", z => double.LogP1(Exp(z))),
        ["read: expm1"] = () => Derivation.Of("t").From(z => Exp(z) - 1).Then("", z => double.ExpM1(z)),
        ["read: clamp"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => p).Then("", p => Clamp(p, 0.0, 1.0)),
        ["read: cases of a real"] = () => Derivation.Of("t").From(z => Abs(z)).Then("", z => z >= 0 ? z : -z),
        ["read: cases of a real, other sign"] = () => Derivation.Of("t").From(z => Max(z, 0)).Then("", z => z < 0 ? 0 : z),
        ["read: stable sigmoid"] = () => Derivation.Of("t").From(z => Sigmoid(z)).Then("", z => z > 0 ? 1 / (1 + Exp(-z)) : Exp(z) / (1 + Exp(z))),
        ["read: stable softplus"] = () => Derivation.Of("t").From(z => Log(1 + Exp(z))).Then("", z => Max(z, 0) + double.LogP1(Exp(-Abs(z)))),
        ["read: two conditions"] = () => Derivation.Of("t").Where("y in {0,1}").From((y, z) => y * Abs(z)).Then("", (y, z) => y == 1 && z > 0 ? z : y == 1 ? -z : 0),
        ["read: unequal"] = () => Derivation.Of("t").Where("y in {0,1}", "p in (0,1)").From((y, p) => y * Log(p) + (1 - y) * Log(1 - p)).Then("", (y, p) => y != 0 ? Log(p) : Log(1 - p)),
        ["read: sum of 1"] = () => Derivation.Of("t").Sizes("y: n").From((y, n) => Sum(i => y[i] - 1)).Then("", (y, n) => Sum(i => y[i]) - Sum(i => 1)).Then("", (y, n) => Sum(i => y[i]) - n),
        ["read: sum of a constant"] = () => Derivation.Of("t").Sizes("y: n").From((y, c, n) => Sum(i => y[i] + c)).Then("", (y, c, n) => Sum(i => y[i]) + Sum(i => c)).Then("", (y, c, n) => Sum(i => y[i]) + n * c),
        ["read: column over column"] = () => Derivation.Of("t").Sizes("y: n", "p: n").Where("p in (0,1)").From((y, p) => Sum(i => y[i] / p[i])).Then("", (y, p) => Sum(i => (y / p)[i])),
        ["read: number over column"] = () => Derivation.Of("t").Sizes("z: n").From(z => Sigmoid(z)).Then("", z => 1 / (1 + Exp(-z))),
        ["read: power of a column"] = () => Derivation.Of("t").Sizes("e: n").From(e => Hadamard(e, e)).Then("", e => Pow(e, 2)),
        ["read: tanh of a column"] = () => Derivation.Of("t").Sizes("z: n").From(z => Sigmoid(z)).Then("", z => (1 + Tanh(z / 2)) / 2),
        ["read: max and abs of a column"] = () => Derivation.Of("t").Sizes("z: n").From(z => Max(z, 0)).Then("", z => (z + Abs(z)) / 2),
        ["read: matrix equation"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y) => X.T * (X * w - y) == 0).Then("", (X, w, y) => X.T * X * w == X.T * y),
        ["read: matrix equation, transposed"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "z: n").From((X, w, z) => X * w == z).Then("", (X, w, z) => w.T * X.T == z.T),
        ["read: matrix equation, with a mean"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n == 0).Then("", (X, w, y, n) => X.T * Sigmoid(X * w) == X.T * y),

        // Corners.
        ["corner: root of a square"] = () => Derivation.Of("t").From(z => Sqrt(z * z)).Differentiate("", z => z / Sqrt(z * z)),
        ["corner: absolute value"] = () => Derivation.Of("t").From(z => Abs(z)).Differentiate("", z => Abs(z) / z).Then("", z => z / Abs(z)),
        ["corner: cases"] = () => Derivation.Of("t").From(z => Max(z, 0)).Differentiate("", z => z > 0 ? 1 : 0),
        ["corner: cases on the other side"] = () => Derivation.Of("t").From(z => z >= 0 ? z : -z).Differentiate("", z => z > 0 ? 1 : -1),
        ["corner: logarithm of an absolute value"] = () => Derivation.Of("t").From(z => Log(Abs(z))).Differentiate("", z => 1 / z),

        // Sizes.
        ["sizes: a mean"] = () => Derivation.Of("t").Sizes("y: n").From((y, n) => Sum(i => y[i] - Sum(k => y[k]) / n)).Then("", (y, n) => 0),
        ["sizes: log-sum-exp"] = () => Derivation.Of("t").Sizes("z: K").From(z => LogSumExp(z)).Then("", z => Log(Sum(k => Exp(z[k])))),
        ["sizes: softmax"] = () => Derivation.Of("t").Sizes("z: K").From(z => Softmax(z)).Then("", z => Exp(z) / Sum(k => Exp(z[k]))),
        ["sizes: trace by sums"] = () => Derivation.Of("t").Sizes("X: n x d").From(X => Sum(i => Sum(j => X[i, j] * X[i, j]))).Then("", X => Sum(j => Sum(i => Pow(X[i, j], 2)))),

        // Sums, columns and matrices.
        ["matrices: rows to a product"] = () => Derivation.Of("t").Sizes("X: n x d", "e: n").From((X, e) => Sum(i => e[i] * X[i])).Then("", (X, e) => X.T * e).Then("", (X, e) => (e.T * X).T),
        ["matrices: entries"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "i: 1..n").From((X, w, i) => X[i].T * w).Then("", (X, w, i) => Sum(j => X[i, j] * w[j])).Then("", (X, w, i) => (X * w)[i]),
        ["matrices: transposes"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "e: n").From((X, w, e) => e.T * X * w).Then("", (X, w, e) => (X * w).T * e).Then("", (X, w, e) => w.T * X.T * e).Then("", (X, w, e) => Sum(i => e[i] * (X[i].T * w))),
        ["matrices: weights"] = () => Derivation.Of("t").Sizes("X: n x d", "v: n").From((X, v) => X.T * Diag(v) * X).Then("", (X, v) => Sum(i => v[i] * X[i] * X[i].T)),
        ["matrices: Hessian"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n).Differentiate("", (X, w, y, n) => X.T * Diag(Hadamard(Sigmoid(X * w), 1 - Sigmoid(X * w))) * X / n, by: "w"),
        ["matrices: Hessian as a sum"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n).Differentiate("", (X, w, y, n) => 1 / n * Sum(i => Sigmoid(X[i].T * w) * (1 - Sigmoid(X[i].T * w)) * (X[i] * X[i].T)), by: "w"),
        ["matrices: ridge"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y, c, n) => (X * w - y).T * (X * w - y) / (2 * n) + c / 2 * (w.T * w)).Differentiate("", (X, w, y, c, n) => (X.T * X * w - X.T * y) / n + c * w, by: "w"),
        ["matrices: mean as a product"] = () => Derivation.Of("t").Sizes("y: n").From((y, n) => Sum(i => y[i]) / n).Then("", (y, n) => 1 / n * Sum(k => y[k])),
        ["matrices: variance"] = () => Derivation.Of("t").Sizes("y: n").From((y, m, n) => Sum(i => Pow(y[i] - m, 2))).Then("", (y, m, n) => Sum(i => y[i] * y[i]) - 2 * m * Sum(i => y[i]) + n * m * m),
        ["matrices: product of probabilities"] = () => Derivation.Of("t").Sizes("y: n", "p: n").Where("y in {0,1}", "p in (0,1)").From((y, p) => Product(i => Pow(p[i], y[i]) * Pow(1 - p[i], 1 - y[i]))).TakeLog("", (y, p) => Sum(i => y[i] * Log(p[i]) + (1 - y[i]) * Log(1 - p[i]))).Then("", (y, p) => y.T * Log(p) + (1 - y).T * Log(1 - p)),
        ["matrices: softmax gradient"] = () => Derivation.Of("t").Sizes("z: K", "y: K").Where("y one-hot").From((z, y) => LogSumExp(z) - y.T * z).Differentiate("", (z, y) => Softmax(z) - y, by: "z"),
        ["matrices: one entry"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n", "j: 1..d").From((X, w, y, j) => Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w))).Differentiate("", (X, w, y, j) => Sum(i => X[i, j] * (Sigmoid(X[i].T * w) - y[i])), by: "w[j]"),
        ["matrices: weights of rows"] = () => Derivation.Of("t").Sizes("v: n", "e: n").From((v, e) => Diag(v) * e).Then("", (v, e) => Hadamard(v, e)).Then("", (v, e) => Hadamard(e, v)),
        ["matrices: shift of softmax"] = () => Derivation.Of("t").Sizes("z: K").From((z, c) => Softmax(z + c)).Then("", (z, c) => Softmax(z)),
        ["matrices: one class"] = () => Derivation.Of("t").Sizes("z: K").From((z, c) => LogSumExp(z + c)).Then("", (z, c) => c + Log(Sum(k => Exp(z[k])))),

        // Far out, where doubles would give up.
        ["far: sigmoid"] = () => Derivation.Of("t").From(z => 1 - Sigmoid(z)).Then("", z => Sigmoid(-z)).Then("", z => 1 / (1 + Exp(z))),
        ["far: surprise"] = () => Derivation.Of("t").From(z => -Log(Sigmoid(z))).Then("", z => Softplus(-z)).Then("", z => Log(1 + Exp(-z))),
        ["far: odds"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => -Log(p) + Log(1 - p)).Then("", p => -Log(p / (1 - p))).Then("", p => -Logit(p)),
        ["far: log-sum-exp"] = () => Derivation.Of("t").From((a, b) => Log(Exp(a) + Exp(b))).Then("", (a, b) => Max(a, b) + Log(1 + Exp(-Abs(a - b)))),
    };
}
