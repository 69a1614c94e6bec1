using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <content>Lessons 4 to 14.</content>
internal static partial class DerivationAnswers
{
    private static void Lessons4To8()
    {
        static ExpressionDerivation<Func<double, double>> S43() => Derivation.Of("the entropy of a logistic prediction")
            .From(z => -Sigmoid(z) * Log(Sigmoid(z)) - (1 - Sigmoid(z)) * Log(1 - Sigmoid(z)));
        For("4.3",
        [
            S43().Then("", z => -Sigmoid(z) * (z - Softplus(z)) + (1 - Sigmoid(z)) * Softplus(z)).Then("", z => -z * Sigmoid(z) + Sigmoid(z) * Softplus(z) + Softplus(z) - Sigmoid(z) * Softplus(z)).Therefore("", z => Softplus(z) - z * Sigmoid(z)),
            S43().Then("", z => -z * Sigmoid(z) + Softplus(z)),
            S43().Then("", z => Log(1 + Exp(z)) - z * Sigmoid(z)),
            S43().Then("", z => Log(1 + Exp(z)) - z / (1 + Exp(-z))),
            S43().Then("", z => Softplus(z) - Sigmoid(z) * z),
            S43().Then("", z => Softplus(-z) + z * (1 - Sigmoid(z))),
            S43().Then("", z => Softplus(-z) + z * Sigmoid(-z)),
            S43().Then("", z => -(z * Sigmoid(z) - Softplus(z))),
            S43().Then("", z => z + Softplus(-z) - z * Sigmoid(z)),
            S43().Then("", z => -Log(1 - Sigmoid(z)) - z * Sigmoid(z)),
        ],
        [
            S43().Then("", z => -Sigmoid(z) * Log(Sigmoid(z)) - (1 - Sigmoid(z)) * Log(1 - Sigmoid(z))),
            S43().Then("", z => -Sigmoid(z) * (z - Softplus(z)) + (1 - Sigmoid(z)) * Softplus(z)),
            S43().Then("", z => -z * Sigmoid(z) + Sigmoid(z) * Softplus(z) + Softplus(z) - Sigmoid(z) * Softplus(z)),
            S43().Then("", z => Softplus(z) + z * Sigmoid(z)),
            S43().Then("", z => Softplus(z) - z),
            S43().Then("", z => Softplus(z) - Sigmoid(z)),
            S43().Then("", z => Softplus(-z) - z * Sigmoid(z)),
            S43().Then("", z => -Softplus(z) + z * Sigmoid(z)),
            S43().Then("", z => Softplus(z) - z * (1 - Sigmoid(z))),
            S43().Then("", z => Sigmoid(z) * Softplus(-z) + Sigmoid(-z) * Softplus(z)),
            S43().Differentiate("", z => -z * Sigmoid(z) * (1 - Sigmoid(z))),
            S43().Then("", z => Softplus(Min(z, 500)) - z * Sigmoid(z)),
        ]);

        static ExpressionDerivation<Func<double, double, double, double>> S52() => Derivation.Of("the slope with labels plus and minus one").Where("t in {-1,1}").From((w, x, t) => Log(1 + Exp(-t * w * x)));
        For("5.2",
        [
            S52().Differentiate("", (w, x, t) => -t * x * Exp(-t * w * x) / (1 + Exp(-t * w * x))).Therefore("", (w, x, t) => -t * x * Sigmoid(-t * w * x)),
            S52().Differentiate("", (w, x, t) => -t * x * (1 - Sigmoid(t * w * x))),
            S52().Differentiate("", (w, x, t) => t * x * (Sigmoid(t * w * x) - 1)),
            S52().Differentiate("", (w, x, t) => -(t * x) * Sigmoid(-(t * w * x))),
            S52().Then("", (w, x, t) => Softplus(-t * w * x)).Differentiate("", (w, x, t) => -Sigmoid(-t * w * x) * t * x),
            S52().Differentiate("", (w, x, t) => x * (Sigmoid(w * x) - (1 + t) / 2)),
            S52().Differentiate("", (w, x, t) => Sigmoid(-x * w * t) * -x * t),
            S52().Differentiate("", (w, x, t) => t == 1 ? -x * Sigmoid(-w * x) : x * Sigmoid(w * x)),
            S52().Then("", (w, x, t) => -Log(Sigmoid(t * w * x))).Differentiate("", (w, x, t) => -(1 - Sigmoid(t * w * x)) * t * x),
            S52().Differentiate("", (w, x, t) => -t * x / (1 + Exp(t * w * x))).Then("", (w, x, t) => x * -t * Sigmoid(w * x * -t)),
        ],
        [
            S52().Differentiate("", (w, x, t) => -t * x * Exp(-t * w * x) / (1 + Exp(-t * w * x))),
            S52().Differentiate("", (w, x, t) => -t * x / (1 + Exp(t * w * x))),
            S52().Then("", (w, x, t) => Softplus(-t * w * x)),
            S52().Then("", (w, x, t) => -t * x * Sigmoid(-t * w * x)),
            S52().Differentiate("", (w, x, t) => -t * w * Sigmoid(-t * w * x), by: "x"),
            S52().Differentiate("", (w, x, t) => t * x * Sigmoid(-t * w * x)),
            S52().Differentiate("", (w, x, t) => -t * x * Sigmoid(t * w * x)),
            S52().Differentiate("", (w, x, t) => -t * Sigmoid(-t * w * x)),
            S52().Differentiate("", (w, x, t) => Sigmoid(-t * w * x)),
            S52().Differentiate("", (w, x, t) => -x * Sigmoid(-w * x)),
            S52().Differentiate("", (w, x, t) => -t * x * Sigmoid(-t * w * x) * (1 - Sigmoid(-t * w * x))),
            Derivation.Of("mine").Where("t in {1}").From((w, x, t) => Log(1 + Exp(-t * w * x))).Differentiate("", (w, x, t) => -x * Sigmoid(-w * x)),
        ]);

        static ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> S55() => Derivation.Of("the gradient of linear regression")
            .Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => Sum(i => (X[i].T * w - y[i]) * (X[i].T * w - y[i])) / (2 * n));
        For("5.5",
        [
            S55().Differentiate("", (X, w, y, n) => Sum(i => (X[i].T * w - y[i]) * X[i]) / n, by: "w").Therefore("", (X, w, y, n) => X.T * (X * w - y) / n),
            S55().Differentiate("", (X, w, y, n) => 1 / n * X.T * (X * w - y), by: "w"),
            S55().Differentiate("", (X, w, y, n) => 1 / n * (X.T * X * w - X.T * y), by: "w"),
            S55().Differentiate("", (X, w, y, n) => -1 / n * X.T * (y - X * w), by: "w"),
            S55().Differentiate("", (X, w, y, n) => ((X * w - y).T * X).T / n, by: "w"),
            S55().Then("", (X, w, y, n) => (X * w - y).T * (X * w - y) / (2 * n)).Differentiate("", (X, w, y, n) => X.T * (X * w - y) / n, by: "w"),
            S55().Then("", (X, w, y, n) => Sum(i => Pow(X[i].T * w - y[i], 2)) / (2 * n)).Differentiate("", (X, w, y, n) => 2 * Sum(i => X[i] * (X[i].T * w - y[i])) / (2 * n), by: "w").Then("", (X, w, y, n) => X.T / n * (X * w - y)),
            S55().Differentiate("", (X, w, y, n) => Sum(i => X[i] * X[i].T * w - y[i] * X[i]) / n, by: "w").Then("", (X, w, y, n) => X.T * X * w / n - X.T * y / n),
            S55().Differentiate("", (X, w, y, n) => 2 * X.T * (X * w - y) / (2 * n), by: "w"),
            S55().Then("", (X, w, y, n) => 1 / (2 * n) * Sum(i => Pow(y[i] - X[i].T * w, 2))).Differentiate("", (X, w, y, n) => -(X.T * (y - X * w)) / n, by: "w"),
        ],
        [
            S55().Differentiate("", (X, w, y, n) => Sum(i => (X[i].T * w - y[i]) * X[i]) / n, by: "w"),
            S55().Differentiate("", (X, w, y, n) => X.T * (X * w - y), by: "w"),
            S55().Differentiate("", (X, w, y, n) => X.T * (y - X * w) / n, by: "w"),
            S55().Differentiate("", (X, w, y, n) => 2 * X.T * (X * w - y) / n, by: "w"),
            S55().Differentiate("", (X, w, y, n) => X.T * (X * w - y) / 2, by: "w"),
            S55().Differentiate("", (X, w, y, n) => X.T * (X * w - y) / 3, by: "w"),
            S55().Differentiate("", (X, w, y, n) => X * (X * w - y) / n, by: "w"),
            S55().Differentiate("", (X, w, y, n) => (X * w - y) / n, by: "w"),
            S55().Differentiate("", (X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n, by: "w"),
            S55().Differentiate("", (X, w, y, n) => (y - X * w) / n, by: "y"),
            S55().Then("", (X, w, y, n) => (X * w - y).T * (X * w - y) / (2 * n)),
            S55().Differentiate("", (X, w, y, n) => X.T * (X * w) - y.T * X / n, by: "w"),
            S55().Differentiate("", (X, w, y, n) => X.T * (X * w - y) / n, by: "w").Differentiate("", (X, w, y, n) => X.T * X / n, by: "w"),
        ]);

        static ExpressionDerivation<Func<double, double, double, double>> S63() => Derivation.Of("the loss after two steps").From((d, c, eta) => c / 2 * Pow((1 - eta * c) * d - eta * c * ((1 - eta * c) * d), 2));
        For("6.3",
        [
            S63().Then("", (d, c, eta) => c / 2 * Pow((1 - eta * c) * ((1 - eta * c) * d), 2)).Therefore("", (d, c, eta) => c / 2 * Pow(1 - eta * c, 4) * Pow(d, 2)),
            S63().Then("", (d, c, eta) => c / 2 * Pow(1 - eta * c, 4) * d * d),
            S63().Then("", (d, c, eta) => 0.5 * c * d * d * Pow(1 - c * eta, 4)),
            S63().Then("", (d, c, eta) => Pow(d, 2) * Pow(1 - eta * c, 4) * c / 2),
            S63().Then("", (d, c, eta) => c * Pow(d, 2) * Pow(1 - c * eta, 4) / 2),
            S63().Then("", (d, c, eta) => 1.0 / 2 * c * Pow(1 - eta * c, 4) * Pow(d, 2)),
            S63().Then("", (d, c, eta) => c / 2 * Pow(eta * c - 1, 4) * d * d),
            S63().Then("", (d, c, eta) => c / 2 * Pow(Pow(1 - eta * c, 2) * d, 2)).Then("", (d, c, eta) => d * d * (c / 2) * Pow(-c * eta + 1, 4)),
            S63().Then("", (d, c, eta) => c / 2 * (Pow(d, 2) * Pow(1 - eta * c, 4))),
            S63().Then("", (d, c, eta) => c * (d * d) / 2 * Pow(1 - eta * c, 4)),
        ],
        [
            S63().Then("", (d, c, eta) => c / 2 * Pow((1 - eta * c) * ((1 - eta * c) * d), 2)),
            S63().Then("", (d, c, eta) => c / 2 * Pow((1 - eta * c) * d - eta * c * ((1 - eta * c) * d), 2)),
            S63().Then("", (d, c, eta) => c / 2 * Pow(Pow(1 - eta * c, 2) * d, 2)),
            S63().Then("", (d, c, eta) => c / 2 * Pow(1 - eta * c, 2) * Pow(d, 2)),
            S63().Then("", (d, c, eta) => c / 2 * Pow(1 - 2 * eta * c, 2) * Pow(d, 2)),
            S63().Then("", (d, c, eta) => c / 2 * Pow(1 - eta * c, 4) * d),
            S63().Then("", (d, c, eta) => c / 2 * Pow(1 - eta * c, 4) * Pow(d, 4)),
            S63().Then("", (d, c, eta) => c * Pow(1 - eta * c, 4) * Pow(d, 2)),
            S63().Then("", (d, c, eta) => 1 / 2 * c * Pow(1 - eta * c, 4) * Pow(d, 2)),
            S63().Then("", (d, c, eta) => -c / 2 * Pow(1 - eta * c, 4) * Pow(d, 2)),
            S63().Then("", (d, c, eta) => c / 2 * Pow(1 - eta * c * c, 2) * Pow(d, 2)),
            S63().Differentiate("", (d, c, eta) => c * Pow(1 - eta * c, 4) * d),
        ]);

        static ExpressionDerivation<Func<double, double, double, double>> S72() => Derivation.Of("batches of two and one").From((g1, g2, g3) => (2 * ((g1 + g2) / 2) + g3) / 3);
        For("7.2",
        [
            S72().Then("", (g1, g2, g3) => (g1 + g2 + g3) / 3),
            S72().Then("", (g1, g2, g3) => 1.0 / 3 * (g1 + g2 + g3)),
            S72().Then("", (g1, g2, g3) => g1 / 3 + g2 / 3 + g3 / 3),
            S72().Then("", (g1, g2, g3) => (g3 + g2 + g1) / 3.0),
            S72().Then("", (g1, g2, g3) => (g1 + (g2 + g3)) / 3),
            S72().Then("", (g1, g2, g3) => (g1 + g2) / 3 + g3 / 3),
            S72().Then("", (g1, g2, g3) => (1.0 / 3) * g1 + (1.0 / 3) * g2 + (1.0 / 3) * g3),
            S72().Then("", (g1, g2, g3) => (g1 + g2 + g3) * (1.0 / 3)),
            S72().Then("", (g1, g2, g3) => ((g1 + g2) + g3) / 3).Then("", (g1, g2, g3) => (g2 + g1 + g3) / 3),
            S72().Then("", (g1, g2, g3) => (g1 + g2 + g3) * Pow(3, -1)),
        ],
        [
            S72().Then("", (g1, g2, g3) => (2 * ((g1 + g2) / 2) + g3) / 3),
            S72().Then("", (g1, g2, g3) => 2 * ((g1 + g2) / 2) / 3 + g3 / 3),
            S72().Then("", (g1, g2, g3) => ((g1 + g2) / 2 + g3) / 2),
            S72().Then("", (g1, g2, g3) => (g1 + g2 + g3) / 2),
            S72().Then("", (g1, g2, g3) => g1 + g2 + g3 / 3),
            S72().Then("", (g1, g2, g3) => (g1 + g2 + 2 * g3) / 3),
            S72().Then("", (g1, g2, g3) => 1 / 3 * (g1 + g2 + g3)),
            S72().Then("", (g1, g2, g3) => (g1 + g2 + g3) * 0.333),
            S72().Then("", (g1, g2, g3) => (g1 + g2 - g3) / 3),
            S72().Then("", (g1, g2, g3) => (2 * g1 + 2 * g2 + g3) / 3),
            S72().Then("", (g1, g2, g3) => (g1 + g2 + g2) / 3),
            S72().Differentiate("", (g1, g2, g3) => 1.0 / 3),
        ]);

        static ExpressionDerivation<Func<double, double, double, double>> S81() => Derivation.Of("the curvature from the short form").Where("y in {0,1}").From((w, x, y) => Softplus(w * x) - y * w * x);
        static ExpressionDerivation<Func<double, double, double, double>> Once81() => S81().Differentiate("", (w, x, y) => (Sigmoid(w * x) - y) * x);
        For("8.1",
        [
            Once81().Differentiate("", (w, x, y) => Sigmoid(w * x) * (1 - Sigmoid(w * x)) * x * x),
            Once81().Differentiate("", (w, x, y) => x * x * Sigmoid(w * x) * Sigmoid(-w * x)),
            Once81().Differentiate("", (w, x, y) => Pow(x, 2) * Sigmoid(w * x) * (1 - Sigmoid(w * x))),
            S81().Differentiate("", (w, x, y) => x * Sigmoid(w * x) - y * x).Differentiate("", (w, x, y) => Pow(x, 2) * (Sigmoid(w * x) - Pow(Sigmoid(w * x), 2))),
            Once81().Differentiate("", (w, x, y) => SigmoidDerivative(w * x) * x * x),
            Once81().Differentiate("", (w, x, y) => x * x * Exp(-w * x) / Pow(1 + Exp(-w * x), 2)),
            Once81().Differentiate("", (w, x, y) => (1 - Sigmoid(x * w)) * x * x * Sigmoid(x * w)),
            S81().Differentiate("", (w, x, y) => -y * x + x / (1 + Exp(-w * x))).Differentiate("", (w, x, y) => Sigmoid(w * x) * (1 - Sigmoid(w * x)) * Pow(x, 2)),
            Once81().Then("", (w, x, y) => x * (Sigmoid(w * x) - y)).Differentiate("", (w, x, y) => x * (Sigmoid(w * x) * (1 - Sigmoid(w * x)) * x)),
            S81().Then("", (w, x, y) => Log(1 + Exp(w * x)) - y * w * x).Differentiate("", (w, x, y) => x * Exp(w * x) / (1 + Exp(w * x)) - y * x).Differentiate("", (w, x, y) => x * x * Sigmoid(w * x) * (1 - Sigmoid(w * x))),
        ],
        [
            Once81(),
            Once81().Then("", (w, x, y) => x * Sigmoid(w * x) - x * y),
            Once81().Then("", (w, x, y) => Sigmoid(w * x) * (1 - Sigmoid(w * x)) * x * x),
            Once81().Differentiate("", (w, x, y) => Sigmoid(w * x) * (1 - Sigmoid(w * x)) * x),
            Once81().Differentiate("", (w, x, y) => Sigmoid(w * x) * (1 - Sigmoid(w * x))),
            Once81().Differentiate("", (w, x, y) => (Sigmoid(w * x) * (1 - Sigmoid(w * x)) - y) * x * x),
            S81().Differentiate("", (w, x, y) => Sigmoid(w * x) - y),
            S81().Differentiate("", (w, x, y) => (Sigmoid(w * x) + y) * x),
            S81().Differentiate("", (w, x, y) => (Sigmoid(w * x) - y) * w, by: "x").Differentiate("", (w, x, y) => w * w * Sigmoid(w * x) * (1 - Sigmoid(w * x)), by: "x"),
            Once81().Differentiate("", (w, x, y) => -x, by: "y"),
            Once81().Differentiate("", (w, x, y) => -Sigmoid(w * x) * (1 - Sigmoid(w * x)) * x * x),
            S81().Then("", (w, x, y) => Softplus(w * x) - y * w * x),
            Once81().Differentiate("", (w, x, y) => Sigmoid(w * x) * (1 - Sigmoid(w * x)) * x * x).Differentiate("", (w, x, y) => Sigmoid(w * x) * (1 - Sigmoid(w * x)) * (1 - 2 * Sigmoid(w * x)) * x * x * x),
        ]);
    }

    private static void Lessons9To14()
    {
        static ExpressionDerivation<Func<double, double, double>> S93() => Derivation.Of("softmax of two classes").From((a, c) => Exp(c) / (Exp(a) + Exp(c)));
        For("9.3",
        [
            S93().Then("", (a, c) => 1 / (Exp(a) / Exp(c) + 1)).Then("", (a, c) => 1 / (1 + Exp(a - c))).Therefore("", (a, c) => Sigmoid(c - a)),
            S93().Then("", (a, c) => Sigmoid(-a + c)),
            S93().Then("", (a, c) => Sigmoid(-(a - c))),
            S93().Then("", (a, c) => 1 - Sigmoid(a - c)),
            S93().Then("", (a, c) => 1 / (1 + Exp(-(c - a)))).Then("", (a, c) => Sigmoid(c + -a)),
            S93().Then("", (a, c) => Pow(1 + Exp(a - c), -1)).Then("", (a, c) => Sigmoid(c - a)),
            S93().Then("", (a, c) => Exp(c - a) / (1 + Exp(c - a))).Then("", (a, c) => Sigmoid(c - a)),
            S93().Then("", (a, c) => 1 - Exp(a) / (Exp(a) + Exp(c))).Then("", (a, c) => 1 - Sigmoid(a - c)).Then("", (a, c) => Sigmoid(c - a)),
            S93().Then("", (a, c) => Sigmoid(-1 * (a - c))),
            S93().Then("", (a, c) => Exp(c - Log(Exp(a) + Exp(c)))).Then("", (a, c) => Sigmoid(c - a)),
        ],
        [
            S93().Then("", (a, c) => Exp(c) / (Exp(a) + Exp(c))),
            S93().Then("", (a, c) => 1 / (1 + Exp(a - c))),
            S93().Then("", (a, c) => 1 / (1 + Exp(a) / Exp(c))),
            S93().Then("", (a, c) => Sigmoid(a - c)),
            S93().Then("", (a, c) => Sigmoid(a + c)),
            S93().Then("", (a, c) => Sigmoid(c)),
            S93().Then("", (a, c) => Sigmoid(c) - Sigmoid(a)),
            S93().Then("", (a, c) => Sigmoid(c) / (Sigmoid(a) + Sigmoid(c))),
            S93().Then("", (a, c) => Sigmoid(c / a)),
            S93().Then("", (a, c) => Exp(c - a)),
            S93().Then("", (a, c) => Sigmoid(Max(-700, Min(700, c - a)))),
            S93().Then("", (a, c) => 1 / Sigmoid(c - a)),
        ]);

        static ExpressionDerivation<Func<double, double, double, double>> S95() => Derivation.Of("the slope of log-sum-exp").From((a, b, c) => Log(Exp(a) + Exp(b) + Exp(c)));
        static ExpressionDerivation<Func<double, double, double, double>> D95() => S95().Differentiate("", (a, b, c) => Exp(a) / (Exp(a) + Exp(b) + Exp(c)), by: "a");
        For("9.5",
        [
            D95().Therefore("", (a, b, c) => 1 / (1 + Exp(b - a) + Exp(c - a))),
            D95().Then("", (a, b, c) => 1 / (Exp(c - a) + Exp(b - a) + 1)),
            S95().Differentiate("", (a, b, c) => 1 / (1 + Exp(b - a) + Exp(c - a))),
            D95().Then("", (a, b, c) => 1 / (Exp(c - a) + (1 + Exp(b - a)))),
            D95().Then("", (a, b, c) => Pow(E, 0) / (1 + Exp(b - a) + Exp(c - a))),
            D95().Then("", (a, b, c) => Pow(1 + Exp(b - a) + Exp(c - a), -1)),
            D95().Then("", (a, b, c) => 1 / (Exp(a - a) + Exp(b - a) + Exp(c - a))),
            D95().Then("", (a, b, c) => 1.0 / (1.0 + Exp(-a + b) + Exp(-a + c))),
            D95().Then("", (a, b, c) => 1 / (1 + Exp(-(a - b)) + Exp(-(a - c)))),
            S95().Then("", (a, b, c) => a + Log(1 + Exp(b - a) + Exp(c - a))).Differentiate("", (a, b, c) => 1 - (Exp(b - a) + Exp(c - a)) / (1 + Exp(b - a) + Exp(c - a))).Then("", (a, b, c) => 1 / (1 + Exp(b - a) + Exp(c - a))),
        ],
        [
            D95(),
            D95().Then("", (a, b, c) => Exp(a) / (Exp(a) + Exp(b) + Exp(c))),
            D95().Then("", (a, b, c) => Exp(a) * (1 / (Exp(a) + Exp(b) + Exp(c)))),
            S95().Differentiate("", (a, b, c) => 1 / (1 + Exp(a - b) + Exp(c - b)), by: "b"),
            S95().Differentiate("", (a, b, c) => Exp(b) / (Exp(a) + Exp(b) + Exp(c)), by: "b"),
            S95().Differentiate("", (a, b, c) => 1 / (Exp(a) + Exp(b) + Exp(c))),
            S95().Differentiate("", (a, b, c) => Exp(a)),
            D95().Then("", (a, b, c) => 1 / (1 + Exp(a - b) + Exp(a - c))),
            D95().Then("", (a, b, c) => 1 / (Exp(b - a) + Exp(c - a))),
            D95().Then("", (a, b, c) => 1 / (1 + Exp(b) + Exp(c))),
            S95().Then("", (a, b, c) => Log(Exp(a) + Exp(b) + Exp(c))),
            S95().Then("", (a, b, c) => a + b + c),
            D95().Then("", (a, b, c) => 1 / (1 + Exp(b / a) + Exp(c / a))),
            D95().Then("", (a, b, c) => 1 / (1 + Exp(b) / Exp(a) + Exp(c) / Exp(a))),
            D95().Then("", (a, b, c) => 1 / (1 + Exp(-a) * (Exp(b) + Exp(c)))),
            D95().Then("", (a, b, c) => 1 / ((Exp(a) + Exp(b) + Exp(c)) / Exp(a))),
        ]);

        static ExpressionDerivation<Func<double, double, double, double>> S105() => Derivation.Of("the slope in x").From((x, w, b) => Sigmoid(b + w * x));
        For("10.5",
        [
            S105().Differentiate("", (x, w, b) => Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x)) * w).Therefore("", (x, w, b) => w * Sigmoid(b + w * x) * Sigmoid(-(b + w * x))),
            S105().Differentiate("", (x, w, b) => w * Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x))),
            S105().Differentiate("", (x, w, b) => w * Sigmoid(w * x + b) * Sigmoid(-w * x - b)),
            S105().Differentiate("", (x, w, b) => Sigmoid(b + x * w) * Sigmoid(-b - x * w) * w),
            S105().Differentiate("", (x, w, b) => w * SigmoidDerivative(b + w * x)),
            S105().Differentiate("", (x, w, b) => w * (Sigmoid(-(b + w * x)) * Sigmoid(b + w * x))),
            S105().Differentiate("", (x, w, b) => w * Exp(-(b + w * x)) / Pow(1 + Exp(-(b + w * x)), 2)).Then("", (x, w, b) => w * (1 - Sigmoid(b + w * x)) * Sigmoid(b + w * x)),
            S105().Then("", (x, w, b) => 1 / (1 + Exp(-b - w * x))).Differentiate("", (x, w, b) => w * Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x))),
            S105().Differentiate("", (x, w, b) => -w * Sigmoid(b + w * x) * (Sigmoid(b + w * x) - 1)),
            S105().Differentiate("", (x, w, b) => w * Sigmoid(-(b + w * x)) * (1 - Sigmoid(-(b + w * x)))),
        ],
        [
            S105().Differentiate("", (x, w, b) => Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x))),
            S105().Differentiate("", (x, w, b) => x * Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x))),
            S105().Differentiate("", (x, w, b) => x * Sigmoid(b + w * x) * Sigmoid(-(b + w * x)), by: "w"),
            S105().Differentiate("", (x, w, b) => Sigmoid(b + w * x) * Sigmoid(-(b + w * x)), by: "b"),
            S105().Differentiate("", (x, w, b) => w / 4),
            S105().Differentiate("", (x, w, b) => w * (Sigmoid(b + w * x) - Pow(Sigmoid(b + w * x), 2))),
            S105().Differentiate("", (x, w, b) => w * (0.25 - Pow(Sigmoid(b + w * x) - 0.5, 2))),
            S105().Differentiate("", (x, w, b) => w * Exp(-(b + w * x)) / Pow(1 + Exp(-(b + w * x)), 2)),
            S105().Then("", (x, w, b) => Sigmoid(w * x + b)),
            S105().Then("", (x, w, b) => w * Sigmoid(b + w * x) * Sigmoid(-(b + w * x))),
            S105().Differentiate("", (x, w, b) => w * Sigmoid(b + w * x) * Sigmoid(-b + w * x)),
            S105().Differentiate("", (x, w, b) => w * Sigmoid(b + w * x) * Sigmoid(1 - (b + w * x))),
            S105().Differentiate("", (x, w, b) => w * Sigmoid(w * (x + b)) * (1 - Sigmoid(w * (x + b)))),
            S105().Differentiate("", (x, w, b) => -w * Sigmoid(b + w * x) * Sigmoid(-(b + w * x))),
        ]);

        static ExpressionDerivation<Func<double, double, double, double>> S116() => Derivation.Of("F1 in counts").Where("a > 0", "f > 0", "m > 0").From((a, f, m) => 2 / (1 / (a / (a + f)) + 1 / (a / (a + m))));
        For("11.6",
        [
            S116().Then("", (a, f, m) => 2 / ((a + f) / a + (a + m) / a)).Then("", (a, f, m) => 2 / ((2 * a + f + m) / a)).Therefore("", (a, f, m) => 2 * a / (2 * a + f + m)),
            S116().Then("", (a, f, m) => a / (a + (f + m) / 2)),
            S116().Then("", (a, f, m) => a / (a + 0.5 * (f + m))),
            S116().Then("", (a, f, m) => 2 * a / (f + m + 2 * a)),
            S116().Then("", (a, f, m) => 2 * a / (a + f + a + m)),
            S116().Then("", (a, f, m) => 2 * (a / (2 * a + f + m))),
            S116().Then("", (a, f, m) => (a + a) / (a + a + f + m)),
            S116().Then("", (a, f, m) => 2.0 * a / (2.0 * a + (f + m))),
            S116().Then("", (a, f, m) => 1 / (2 * a + f + m) * 2 * a),
            S116().Then("", (a, f, m) => a * 2 * Pow(2 * a + f + m, -1)),
        ],
        [
            S116().Then("", (a, f, m) => 2 / (1 / (a / (a + f)) + 1 / (a / (a + m)))),
            S116().Then("", (a, f, m) => 2 / ((a + f) / a + (a + m) / a)),
            S116().Then("", (a, f, m) => 2 / ((2 * a + f + m) / a)),
            S116().Then("", (a, f, m) => 2 * a / (a + f + m)),
            S116().Then("", (a, f, m) => a / (2 * a + f + m)),
            S116().Then("", (a, f, m) => 2 / (2 * a + f + m)),
            S116().Then("", (a, f, m) => (2 * a + f + m) / (2 * a)),
            S116().Then("", (a, f, m) => 2 * a / 2 * a + f + m),
            S116().Then("", (a, f, m) => 2 * a / (2 * a + f - m)),
            S116().Then("", (a, f, m) => a / (a + f) + a / (a + m)),
            S116().Then("", (a, f, m) => 2 * a * a / ((a + f) * (a + m))),
            S116().Then("", (a, f, m) => 2 * a / (2 * a + f * m)),
            Derivation.Of("mine").Where("a > 0", "f in {0}", "m > 0").From((a, f, m) => 2 / (1 / (a / (a + f)) + 1 / (a / (a + m)))).Then("", (a, f, m) => 2 * a / (2 * a + m)),
        ]);

        static ExpressionDerivation<Func<double, double, double, double>> S124() => Derivation.Of("odds after sampling").Where("p in (0,1)", "r1 > 0", "r0 > 0")
            .From((p, r1, r0) => r1 * p / (r1 * p + r0 * (1 - p)) / (1 - r1 * p / (r1 * p + r0 * (1 - p))));
        For("12.4",
        [
            S124().Then("", (p, r1, r0) => r1 * p / (r1 * p + r0 * (1 - p)) / (r0 * (1 - p) / (r1 * p + r0 * (1 - p)))).Therefore("", (p, r1, r0) => p / (1 - p) * (r1 / r0)),
            S124().Then("", (p, r1, r0) => r1 * p / (r0 * (1 - p))),
            S124().Then("", (p, r1, r0) => p * r1 / ((1 - p) * r0)),
            S124().Then("", (p, r1, r0) => r1 / r0 * p / (1 - p)),
            S124().Then("", (p, r1, r0) => Odds(p) * r1 / r0),
            S124().Then("", (p, r1, r0) => r1 / r0 * (p / (1 - p))),
            S124().Then("", (p, r1, r0) => p / (1 - p) * r1 / r0),
            S124().Then("", (p, r1, r0) => r1 * p / r0 / (1 - p)),
            S124().Then("", (p, r1, r0) => p * r1 / (r0 - r0 * p)),
            S124().Then("", (p, r1, r0) => -r1 * p / (r0 * (p - 1))),
        ],
        [
            S124().Then("", (p, r1, r0) => r1 * p / (r1 * p + r0 * (1 - p)) / (1 - r1 * p / (r1 * p + r0 * (1 - p)))),
            S124().Then("", (p, r1, r0) => r1 * p / (r1 * p + r0 * (1 - p)) / (r0 * (1 - p) / (r1 * p + r0 * (1 - p)))),
            S124().Then("", (p, r1, r0) => r1 * p / (r1 * p + r0 * (1 - p) - r1 * p)),
            S124().Then("", (p, r1, r0) => p / (1 - p) * (r0 / r1)),
            S124().Then("", (p, r1, r0) => p / (1 - p)),
            S124().Then("", (p, r1, r0) => p / (1 - p) * r1),
            S124().Then("", (p, r1, r0) => r1 * p / r0 * (1 - p)),
            S124().Then("", (p, r1, r0) => (1 - p) / p * (r1 / r0)),
            S124().Then("", (p, r1, r0) => p / (1 - p) + r1 / r0),
            S124().Then("", (p, r1, r0) => r1 * p / (r0 * p)),
            S124().Then("", (p, r1, r0) => Log(p / (1 - p)) + Log(r1 / r0)),
            Derivation.Of("mine").Where("p in (0,1)", "r1 in {1}", "r0 > 0").From((p, r1, r0) => r1 * p / (r1 * p + r0 * (1 - p)) / (1 - r1 * p / (r1 * p + r0 * (1 - p)))).Then("", (p, r1, r0) => p / (1 - p) / r0),
        ]);

        static ExpressionDerivation<Func<double, double, double>> S132() => Derivation.Of("the sign that stays").Where("y in {0,1}").From((z, y) => -y * Log(Sigmoid(z)) - (1 - y) * Log(1 - Sigmoid(z)));
        For("13.2",
        [
            S132().Differentiate("", (z, y) => -y * (1 - Sigmoid(z)) + (1 - y) * Sigmoid(z)).Then("", (z, y) => -y + y * Sigmoid(z) + Sigmoid(z) - y * Sigmoid(z)).Therefore("", (z, y) => Sigmoid(z) - y),
            S132().Differentiate("", (z, y) => Sigmoid(z) - y),
            S132().Differentiate("", (z, y) => -y + Sigmoid(z)),
            S132().Differentiate("", (z, y) => 1 / (1 + Exp(-z)) - y),
            S132().Differentiate("", (z, y) => -(y - Sigmoid(z))),
            S132().Differentiate("", (z, y) => 1 - Sigmoid(-z) - y),
            S132().Then("", (z, y) => Softplus(z) - y * z).Differentiate("", (z, y) => Sigmoid(z) - y),
            S132().Differentiate("", (z, y) => Exp(z) / (1 + Exp(z)) - y).Then("", (z, y) => Sigmoid(z) - y),
            S132().Differentiate("", (z, y) => -y * Sigmoid(-z) + (1 - y) * Sigmoid(z)).Then("", (z, y) => Sigmoid(z) + -1 * y),
            S132().Differentiate("", (z, y) => y == 1 ? Sigmoid(z) - 1 : Sigmoid(z)),
        ],
        [
            S132().Differentiate("", (z, y) => -y * (1 - Sigmoid(z)) + (1 - y) * Sigmoid(z)),
            S132().Differentiate("", (z, y) => -y + y * Sigmoid(z) + Sigmoid(z) - y * Sigmoid(z)),
            S132().Differentiate("", (z, y) => y - Sigmoid(z)),
            S132().Differentiate("", (z, y) => Sigmoid(z) + y),
            S132().Differentiate("", (z, y) => Sigmoid(z)),
            S132().Differentiate("", (z, y) => -Log(Sigmoid(z)) + Log(1 - Sigmoid(z)), by: "y"),
            S132().Differentiate("", (z, y) => -z, by: "y"),
            S132().Then("", (z, y) => Softplus(z) - y * z),
            S132().Then("", (z, y) => Sigmoid(z) - y),
            S132().Differentiate("", (z, y) => -y * (1 - Sigmoid(z)) - (1 - y) * Sigmoid(z)),
            S132().Differentiate("", (z, y) => z - y),
            S132().Differentiate("", (z, y) => (Sigmoid(z) - y) * Sigmoid(z) * (1 - Sigmoid(z))),
            Derivation.Of("mine").Where("y in {0}").From((z, y) => -y * Log(Sigmoid(z)) - (1 - y) * Log(1 - Sigmoid(z))).Differentiate("", (z, y) => Sigmoid(z)),
        ]);

        static ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> S142() => Derivation.Of("the gradient in matrix form")
            .Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w)) / n);
        For("14.2",
        [
            S142().Differentiate("", (X, w, y, n) => Sum(i => (Sigmoid(X[i].T * w) - y[i]) * X[i]) / n, by: "w").Therefore("", (X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n),
            S142().Differentiate("", (X, w, y, n) => 1 / n * X.T * (Sigmoid(X * w) - y), by: "w"),
            S142().Differentiate("", (X, w, y, n) => 1 / n * (X.T * Sigmoid(X * w) - X.T * y), by: "w"),
            S142().Differentiate("", (X, w, y, n) => -1 / n * X.T * (y - Sigmoid(X * w)), by: "w"),
            S142().Differentiate("", (X, w, y, n) => X.T * (1 / (1 + Exp(-X * w)) - y) / n, by: "w"),
            S142().Differentiate("", (X, w, y, n) => ((Sigmoid(X * w) - y).T * X).T / n, by: "w"),
            S142().Then("", (X, w, y, n) => 1 / n * Sum(i => Log(1 + Exp(X[i].T * w)) - y[i] * (X[i].T * w))).Differentiate("", (X, w, y, n) => X.T / n * (Sigmoid(X * w) - y), by: "w"),
            S142().Differentiate("", (X, w, y, n) => 1 / n * Sum(i => X[i] * (Sigmoid(X[i].T * w) - y[i])), by: "w").Then("", (X, w, y, n) => 1 / n * (X.T * (Sigmoid(X * w) - y))),
            S142().Differentiate("", (X, w, y, n) => X.T * (1 - Sigmoid(-X * w) - y) / n, by: "w"),
            S142().Then("", (X, w, y, n) => Sum(i => Softplus(X[i].T * w)) / n - y.T * X * w / n).Differentiate("", (X, w, y, n) => X.T * Sigmoid(X * w) / n - X.T * y / n, by: "w"),
        ],
        [
            S142().Differentiate("", (X, w, y, n) => Sum(i => (Sigmoid(X[i].T * w) - y[i]) * X[i]) / n, by: "w"),
            S142().Differentiate("", (X, w, y, n) => X.T * (Sigmoid(X * w) - y), by: "w"),
            S142().Differentiate("", (X, w, y, n) => X.T * (Sigmoid(X * w) - y) / 2, by: "w"),
            S142().Differentiate("", (X, w, y, n) => X.T * (Sigmoid(X * w) - y) / 3, by: "w"),
            S142().Differentiate("", (X, w, y, n) => X.T * (y - Sigmoid(X * w)) / n, by: "w"),
            S142().Differentiate("", (X, w, y, n) => X.T * (X * w - y) / n, by: "w"),
            S142().Differentiate("", (X, w, y, n) => X * (Sigmoid(X * w) - y) / n, by: "w"),
            S142().Differentiate("", (X, w, y, n) => (Sigmoid(X * w) - y) / n, by: "w"),
            S142().Differentiate("", (X, w, y, n) => -(X * w) / n, by: "y"),
            S142().Then("", (X, w, y, n) => Sum(i => Softplus(X[i].T * w)) / n - y.T * X * w / n),
            S142().Then("", (X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n),
            S142().Differentiate("", (X, w, y, n) => X.T * Diag(Hadamard(Sigmoid(X * w), 1 - Sigmoid(X * w))) * X / n, by: "w"),
            S142().Differentiate("", (X, w, y, n) => X.T * (Sigmoid(Max(Min(X * w, 30), -30)) - y) / n, by: "w"),
        ]);
    }
}
