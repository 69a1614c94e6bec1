using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>Derivations whose second line is wrong, though it tries to look right: each must be refused.</summary>
internal static class WrongLines
{
    public static IReadOnlyDictionary<string, Func<Derivation>> All { get; } = new Dictionary<string, Func<Derivation>>
    {
        // Sizes that a constant imitates.
        ["sizes: divided by 2"] = () => Derivation.Of("t").Sizes("y: n").From((y, n) => Sum(i => y[i]) / n).Then("", (y, n) => Sum(i => y[i]) / 2),
        ["sizes: two entries"] = () => Derivation.Of("t").Sizes("z: K").From(z => LogSumExp(z)).Then("", z => Log(Exp(z[1]) + Exp(z[2]))),
        ["sizes: five"] = () => Derivation.Of("t").Sizes("X: n x d").From((X, n, d) => (n + d) * X).Then("", (X, n, d) => 5 * X),
        ["sizes: six"] = () => Derivation.Of("t").Sizes("X: n x d").From((X, n, d) => n * d * X).Then("", (X, n, d) => 6 * X),
        ["sizes: n for d"] = () => Derivation.Of("t").Sizes("X: n x d").From((X, n, d) => X / n).Then("", (X, n, d) => X / d),
        ["sizes: sum of ones"] = () => Derivation.Of("t").Sizes("y: n").From((y, n) => Sum(i => 1) * y).Then("", (y, n) => 3 * y),
        ["sizes: n - 1"] = () => Derivation.Of("t").Sizes("y: n").From((y, n) => Sum(i => y[i]) / n).Then("", (y, n) => Sum(i => y[i]) / (n - 1)),
        ["sizes: one"] = () => Derivation.Of("t").Sizes("z: K").From((z, K) => Sum(k => z[k])).Then("", (z, K) => z[1] + (K - 1) * z[1]),

        // Equations in four and five symbols.
        ["surface: sign of a product"] = () => Derivation.Of("t").From((w, x, v, y) => w * x + v * y == 0).Then("", (w, x, v, y) => v * y == w * x),
        ["surface: sign of the other"] = () => Derivation.Of("t").From((z, w, x, v, y) => z == w * x + v * y).Then("", (z, w, x, v, y) => z - w * x == -v * y),
        ["surface: sign of two"] = () => Derivation.Of("t").From((b, w, x, v, y) => b + w * x + v * y == 0).Then("", (b, w, x, v, y) => v * y == -b + w * x),
        ["surface: factor lost"] = () => Derivation.Of("t").From((z, w, x, v, y) => z == w * x + v * y).Then("", (z, w, x, v, y) => z - w * x == y),
        ["surface: factors swapped"] = () => Derivation.Of("t").From((w, x, v, y) => w * x == v * y).Then("", (w, x, v, y) => w * v == x * y),
        ["surface: solution added"] = () => Derivation.Of("t").From((w, x, v, y) => w * x == v * y).Then("", (w, x, v, y) => w * w * x * x == v * v * y * y),

        // Wrong in one stretch between all points.
        ["stretch: 21 to 29"] = () => Derivation.Of("t").From(z => z).Then("", z => Abs(z - 25) < 4 ? 25 : z),
        ["stretch: 150 to 350"] = () => Derivation.Of("t").From(z => z).Then("", z => Abs(z - 250) < 100 ? 250 : z),
        ["stretch: beside a corner"] = () => Derivation.Of("t").From(z => Abs(z)).Then("", z => z > -1e-4 ? z : -z),
        ["stretch: small probabilities"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => p).Then("", p => p < 1e-3 && p > 1e-6 ? 0 : p),
        ["stretch: of a product"] = () => Derivation.Of("t").From((w, x) => w * x).Then("", (w, x) => w * x * w > 700 ? w * x - 1 : w * x),
        ["stretch: a bump without a corner"] = () => Derivation.Of("t").From(z => z).Then("", z => z + Exp(-Pow(z - 25.3, 2) * 400)),
        ["stretch: slope beside a corner"] = () => Derivation.Of("t").From(z => Max(z, 0)).Differentiate("", z => z >= 1e-3 ? 1 : 0),
        ["stretch: slope left of a corner"] = () => Derivation.Of("t").From(z => Max(z, 0)).Differentiate("", z => z > -0.01 ? 1 : 0),
        ["stretch: slope of a bump"] = () => Derivation.Of("t").From(z => z * z).Differentiate("", z => 2 * z + Exp(-Pow(z - 25.3, 2) * 400)),

        // Solutions where the line before has no value.
        ["undefined: two logarithms"] = () => Derivation.Of("t").From((x, y) => Log(x) == Log(y)).Then("", (x, y) => x == y),
        ["undefined: squares for logarithms"] = () => Derivation.Of("t").From((x, y) => Log(x) == Log(y)).Then("", (x, y) => Pow(x, 2) == Pow(y, 2)),
        ["folded: another root"] = () => Derivation.Of("t").From(x => 15.043 - 0.232 * x == 0).Then("", x => x == 15.0431 / 0.232),

        // Equations with a single solution in several symbols.
        ["one point: squares"] = () => Derivation.Of("t").From((a, b) => a * a + b * b == 0).Then("", (a, b) => a == 0),
        ["one point: absolute values"] = () => Derivation.Of("t").From((a, b) => Abs(a) + Abs(b) == 0).Then("", (a, b) => b == 0),
        ["one point: behind a function"] = () => Derivation.Of("t").From((a, b) => Exp(a * a + b * b) == 1).Then("", (a, b) => a == 0),
        ["one point: three squares"] = () => Derivation.Of("t").From((a, b, c) => a * a + b * b + c * c == 0).Then("", (a, b, c) => a + b + c == 0),

        // Roots that are lost, or added.
        ["root: 50 lost"] = () => Derivation.Of("t").From(z => (z - 1) * (z - 50) == 0).Then("", z => z == 1),
        ["root: two of three lost"] = () => Derivation.Of("t").From(z => (z - 1.1) * (z - 1.4) * (z - 3) == 0).Then("", z => z == 3),
        ["root: a double one lost"] = () => Derivation.Of("t").From(z => Pow(z - 0.7, 2) * (z - 1) == 0).Then("", z => z == 1),
        ["root: a double one lost, multiplied out"] = () => Derivation.Of("t").From(z => (z * z - 1.4 * z + 0.49) * (z - 1) == 0).Then("", z => z == 1),
        ["root: far one lost"] = () => Derivation.Of("t").From(z => (z - 2) * (z - 12345) == 0).Then("", z => z == 2),
        ["root: close ones"] = () => Derivation.Of("t").From(z => (z - 0.31) * (z - 0.311) == 0).Then("", z => z == 0.31),
        ["root: a fourth power lost"] = () => Derivation.Of("t").From(z => Pow(z - 0.3, 4) * (z + 2) == 0).Then("", z => z == -2),
        ["root: the negative one lost"] = () => Derivation.Of("t").From(z => z * z == 5.29).Then("", z => z == 2.3),
        ["root: zero lost"] = () => Derivation.Of("t").From(z => z * z == 3 * z).Then("", z => z == 3),
        ["root: one added"] = () => Derivation.Of("t").From(z => z == 2.3).Then("", z => z * z == 5.29),
        ["root: one added where the line before has no value"] = () => Derivation.Of("t").From(z => (z * z - 1) / (z - 1) == 0).Then("", z => z * z == 1),
        ["root: rounded"] = () => Derivation.Of("t").From(x => 15.04 - 0.232 * x == 0).Then("", x => x == 64.8),
        ["root: rounded to six digits"] = () => Derivation.Of("t").From(x => 15.04 - 0.232 * x == 0).Then("", x => x == 64.8276),
        ["root: wrong label"] = () => Derivation.Of("t").Where("y in {0,1}").From(y => 2 * y - 1 == 1).Then("", y => y == 0),
        ["root: end of the domain"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => Log(p / (1 - p)) == -7).Then("", p => p == Sigmoid(7)),

        // Clipping, and small numbers "to be safe".
        ["clip: sigmoid at 50"] = () => Derivation.Of("t").From(z => Sigmoid(z)).Then("", z => 1 / (1 + Exp(-Max(-50, Min(50, z))))),
        ["clip: sigmoid at 709"] = () => Derivation.Of("t").From(z => Sigmoid(z)).Then("", z => 1 / (1 + Exp(-Clamp(z, -709, 709)))),
        ["clip: surprise"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => -Log(p)).Then("", p => -Log(Max(p, 1e-3))),
        ["clip: surprise at 1e-15"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => -Log(p)).Then("", p => -Log(Max(p, 1e-15))),
        ["clip: from above"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => -Log(1 - p)).Then("", p => -Log(1 - Min(p, 1 - 1e-12))),
        ["clip: epsilon"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => Log(p)).Then("", p => Log(p + 1e-300)),
        ["clip: epsilon 1e-12"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => Log(p)).Then("", p => Log(p + 1e-12)),
        ["clip: epsilon below"] = () => Derivation.Of("t").Where("p > 0").From(p => 1 / p).Then("", p => 1 / (p + 1e-20)),
        ["clip: only where it is large"] = () => Derivation.Of("t").From(z => Softplus(z)).Then("", z => z > 30 ? z : Log(1 + Exp(z))),
        ["clip: only where it is very large"] = () => Derivation.Of("t").From(z => Sigmoid(-z)).Then("", z => z > 700 ? 0 : 1 / (1 + Exp(z))),

        // A symbol that the line does not speak of any more.
        ["lost symbol: sum of squares"] = () => Derivation.Of("t").From((a, b) => a * a + b * b == 0).Then("", (a, b) => a == 0),
        ["lost symbol: the other"] = () => Derivation.Of("t").From((a, b) => a * a + b * b == 0).Then("", (a, b) => b == 0),
        ["lost symbol: absolute values"] = () => Derivation.Of("t").From((a, b) => Abs(a) + Abs(b) == 0).Then("", (a, b) => a == 0),
        ["lost symbol: in an exponent"] = () => Derivation.Of("t").From((a, b) => Exp(a * a + b * b) == 1).Then("", (a, b) => a == 0),
        ["lost symbol: a label"] = () => Derivation.Of("t").Where("y in {0,1}").From((y, z) => y + z == 0).Then("", (y, z) => z == 0),

        // Pieces that lie between the points.
        ["piece: around 25"] = () => Derivation.Of("t").From(z => z).Then("", z => Abs(z - 25) < 4 ? 25 : z),
        ["piece: around 250"] = () => Derivation.Of("t").From(z => z).Then("", z => Abs(z - 250) < 100 ? 250 : z),
        ["piece: small probabilities"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => p).Then("", p => p < 1e-3 && p > 1e-6 ? 0 : p),
        ["piece: right below 0"] = () => Derivation.Of("t").From(z => Abs(z)).Then("", z => z > -1e-4 ? z : -z),
        ["piece: right above 0"] = () => Derivation.Of("t").From(z => Max(z, 0)).Then("", z => z > 1e-3 ? z : 0),
        ["piece: slope right above 0"] = () => Derivation.Of("t").From(z => Max(z, 0)).Differentiate("", z => z >= 1e-3 ? 1 : 0),
        ["piece: clipped far below"] = () => Derivation.Of("t").From(z => z).Then("", z => Max(z, -1e8)),
        ["piece: of two symbols"] = () => Derivation.Of("t").From((w, x) => w * x).Then("", (w, x) => x > 71 && x < 71.5 ? w * 71 : w * x),

        // Pieces where several symbols are small or large together, at one number, and in equations.
        ["piece: a sum that is small"] = () => Derivation.Of("t").Where("a > 0", "f > 0", "m > 0").From((a, f, m) => a / (a + f + m)).Then("", (a, f, m) => a / Max(a + f + m, 0.001)),
        ["piece: two that are large"] = () => Derivation.Of("t").From((w, x) => w * Sigmoid(-w * x)).Then("", (w, x) => w > 10 && x > 10 ? 1 : w * Sigmoid(-w * x)),
        ["piece: one number"] = () => Derivation.Of("t").From(z => Sigmoid(z)).Then("", z => z == 3.5 ? 1 : Sigmoid(z)),
        ["piece: one number that has no end in binary"] = () => Derivation.Of("t").Where("p in (0,1)").From(p => Log(p)).Then("", p => p >= 0.37 && p <= 0.37 ? 1 : Log(p)),
        ["piece: far out"] = () => Derivation.Of("t").From(z => Sigmoid(-z)).Then("", z => z > 1e10 ? 1 : Sigmoid(-z)),
        ["piece of an equation: clipped"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => Log(p / (1 - p)) == z).Then("", (p, z) => Log(p / (1 - p)) == Min(z, 10)),
        ["piece of an equation: clipped divisor"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => Log(p / (1 - p)) == z).Then("", (p, z) => p / Max(1 - p, 1e-6) == Exp(z)),
        ["piece of an equation: solved and clipped"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => Log(p / (1 - p)) == z).Then("", (p, z) => p == Min(Max(Sigmoid(z), 1e-15), 1 - 1e-15)),
        ["piece of an equation: an area added"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => p == Sigmoid(z)).Then("", (p, z) => Max(p, 0.01) == Max(Sigmoid(z), 0.01)),
        ["piece of an equation: the root of a square"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => p == Sigmoid(z)).Then("", (p, z) => Sqrt(Pow(p - Sigmoid(z), 2)) == Sigmoid(z) - p),
        ["piece of an equation: two that are large"] = () => Derivation.Of("t").Where("p in (0,1)", "a > 0", "g > 0").From((p, a, g) => a * (1 - p) == g * p).Then("", (p, a, g) => p == (a > 20 && g > 20 ? 0.5 : a / (a + g))),

        // Divisors that vanish anywhere.
        ["divisor: a number"] = () => Derivation.Of("t").From(z => Sigmoid(z)).Then("", z => Sigmoid(z) * (z - 7.5) / (z - 7.5)),
        ["divisor: an irrational number"] = () => Derivation.Of("t").From(z => Sigmoid(z)).Then("", z => Sigmoid(z) * (Exp(z) - 3) / (Exp(z) - 3)),
        ["divisor: an irrational number, squared"] = () => Derivation.Of("t").From(z => Sigmoid(z)).Then("", z => Sigmoid(z) * Pow(z * z - 2, 2) / Pow(z * z - 2, 2)),
        ["divisor: under a logarithm"] = () => Derivation.Of("t").From(z => Sigmoid(z)).Then("", z => Sigmoid(z) + 0 * Log(Abs(Sigmoid(z) - 0.3))),
        ["divisor: of an equation, at an irrational number"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => p == Sigmoid(z)).Then("", (p, z) => p / (Exp(z) - 11) == Sigmoid(z) / (Exp(z) - 11)),
        ["divisor: of an equation in the other symbol"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => p == Sigmoid(z)).Then("", (p, z) => (p - Sigmoid(z)) / (p * p - 0.5) == 0),
        ["divisor: of an equation"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => p == Sigmoid(z)).Then("", (p, z) => (p - Sigmoid(z)) / (z - 10) == 0),
        ["divisor: a number that has no end in binary"] = () => Derivation.Of("t").Where("p in (0,1)").From((p, z) => p == Sigmoid(z)).Then("", (p, z) => (p - Sigmoid(z)) / (p - 0.3) == 0),
        ["divisor: of two symbols"] = () => Derivation.Of("t").Where("a > 0", "r > 0").From((a, r) => a + r).Then("", (a, r) => (a + r) * (a - 3.5 * r) / (a - 3.5 * r)),

        // Sums, columns and matrices.
        ["matrices: order"] = () => Derivation.Of("t").Sizes("X: n x d", "e: n").From((X, e) => Sum(i => e[i] * X[i])).Then("", (X, e) => X * e),
        ["matrices: transposed product"] = () => Derivation.Of("t").Sizes("A: n x n", "B: n x n").From((A, B) => (A * B).T).Then("", (A, B) => A.T * B.T),
        ["matrices: commuted"] = () => Derivation.Of("t").Sizes("A: n x n", "B: n x n").From((A, B) => A * B).Then("", (A, B) => B * A),
        ["matrices: entry by entry"] = () => Derivation.Of("t").Sizes("A: n x n", "B: n x n").From((A, B) => A * B).Then("", (A, B) => Hadamard(A, B)),
        ["matrices: sum of a product"] = () => Derivation.Of("t").Sizes("a: n", "b: n").From((a, b) => Sum(i => a[i] * b[i])).Then("", (a, b) => Sum(i => a[i]) * Sum(i => b[i])),
        ["matrices: log of a sum"] = () => Derivation.Of("t").Sizes("p: n").Where("p in (0,1)").From(p => Log(Sum(i => p[i]))).Then("", p => Sum(i => Log(p[i]))),
        ["matrices: constant out of a sum"] = () => Derivation.Of("t").Sizes("y: n").From((y, c, n) => Sum(i => y[i] + c)).Then("", (y, c, n) => Sum(i => y[i]) + c),
        ["matrices: constant out of a product"] = () => Derivation.Of("t").Sizes("p: n").Where("p in (0,1)", "c > 0").From((p, c, n) => Product(i => c * p[i])).Then("", (p, c, n) => c * Product(i => p[i])),
        ["matrices: weights lost"] = () => Derivation.Of("t").Sizes("X: n x d", "v: n").From((X, v) => X.T * Diag(v) * X).Then("", (X, v) => X.T * X),
        ["matrices: Hessian without weights"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n).Differentiate("", (X, w, y, n) => X.T * X / n, by: "w"),
        ["matrices: n twice"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => Sum(i => (Sigmoid(X[i].T * w) - y[i]) * X[i]) / n).Then("", (X, w, y, n) => X.T * (Sigmoid(X * w) - y) / (n * n)),
        ["matrices: square of a sum"] = () => Derivation.Of("t").Sizes("e: n").From(e => e.T * e).Then("", e => Pow(Sum(i => e[i]), 2)),
        ["matrices: slope of softmax"] = () => Derivation.Of("t").Sizes("z: K").From(z => Softmax(z)).Differentiate("", z => Diag(Softmax(z)), by: "z"),
        ["matrices: softmax without its sum"] = () => Derivation.Of("t").Sizes("z: K").From(z => Softmax(z)).Then("", z => Exp(z)),
        ["matrices: clipped"] = () => Derivation.Of("t").Sizes("z: n").From(z => Sigmoid(z)).Then("", z => Sigmoid(Max(Min(z, 500), -500))),
        ["matrices: clipped at -500"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").Where("y in {0,1}").From((X, w, y) => X.T * (Sigmoid(X * w) - y)).Then("", (X, w, y) => X.T * (Sigmoid(Max(X * w, -500)) - y)),
        ["matrices: right for one row only"] = () => Derivation.Of("t").Sizes("y: n").From((y, n) => Sum(i => y[i]) / n).Then("", (y, n) => y[1]),

        // Steps.
        ["step: nothing differentiated"] = () => Derivation.Of("t").From(z => Exp(2 * z)).Differentiate("", z => Exp(2 * z)),
        ["step: a constant nearly right"] = () => Derivation.Of("t").From(z => Exp(z - 1)).Then("", z => 0.36788 * Exp(z)),
        ["step: a constant right to nine digits"] = () => Derivation.Of("t").From(z => Exp(z - 1)).Then("", z => 0.367879441 * Exp(z)),
        ["step: root of a square"] = () => Derivation.Of("t").From(z => Sqrt(z * z)).Then("", z => z),
        ["step: slope of a corner, upside down"] = () => Derivation.Of("t").From(z => Abs(z)).Differentiate("", z => z > 0 ? -1 : 1),
        ["matrix equation: sign"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y) => X.T * (X * w - y) == 0).Then("", (X, w, y) => X.T * X * w == -(X.T * y)),
        ["matrix equation: sigmoid lost"] = () => Derivation.Of("t").Sizes("X: n x d", "w: d", "y: n").From((X, w, y) => X.T * (Sigmoid(X * w) - y) == 0).Then("", (X, w, y) => X.T * X * w == X.T * y),
    };
}
