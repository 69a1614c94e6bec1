using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <content>Lessons 10b to 12c.</content>
internal static partial class DerivationAnswers
{
    private static void HalfLessons()
    {
        static ExpressionDerivation<Func<double, double, double, double>> S10b3() => Derivation.Of("score and bend of a count").From((theta, k, n) => k * theta - n * Exp(theta));
        For("10b.3",
        [
            S10b3().Differentiate("", (theta, k, n) => k - n * Exp(theta)).Differentiate("", (theta, k, n) => -n * Exp(theta)),
            S10b3().Differentiate("", (theta, k, n) => k - n * Exp(theta)).Differentiate("", (theta, k, n) => -(n * Exp(theta))),
            S10b3().Differentiate("", (theta, k, n) => k - Exp(theta) * n).Differentiate("", (theta, k, n) => 0 - n * Exp(theta)),
            S10b3().Differentiate("", (theta, k, n) => k - n / Exp(-theta)).Differentiate("", (theta, k, n) => -n / Exp(-theta)),
            S10b3().Then("", (theta, k, n) => k * theta - n / Exp(-theta)).Differentiate("", (theta, k, n) => k - n * Exp(theta)).Differentiate("", (theta, k, n) => -Exp(theta) * n),
            S10b3().Differentiate("", (theta, k, n) => -(n * Exp(theta) - k)).Differentiate("", (theta, k, n) => -n * Pow(E, theta)),
            S10b3().Differentiate("", (theta, k, n) => k - n * Exp(theta), by: "theta").Differentiate("", (theta, k, n) => -n * Exp(theta), by: "theta"),
            S10b3().Differentiate("", (theta, k, n) => k - n * Exp(theta)).Differentiate("", (theta, k, n) => -n * Exp(theta / 2) * Exp(theta / 2)),
            S10b3().Differentiate("", (theta, k, n) => k - n * (Cosh(theta) + Sinh(theta))).Differentiate("", (theta, k, n) => -n * Cosh(theta) - n * Sinh(theta)),
            S10b3().Differentiate("", (theta, k, n) => k - n * Exp(theta)).Then("", (theta, k, n) => k + -n * Exp(theta)).Differentiate("", (theta, k, n) => -n * Exp(theta)),
        ],
        [
            S10b3().Differentiate("", (theta, k, n) => k - n * Exp(theta)),
            S10b3().Differentiate("", (theta, k, n) => k - n * Exp(theta)).Differentiate("", (theta, k, n) => k - n * Exp(theta)),
            S10b3().Differentiate("", (theta, k, n) => k - n * Exp(theta)).Differentiate("", (theta, k, n) => n * Exp(theta)),
            S10b3().Differentiate("", (theta, k, n) => k - n * theta * Exp(theta)).Differentiate("", (theta, k, n) => -n * Exp(theta)),
            S10b3().Differentiate("", (theta, k, n) => k - n).Differentiate("", (theta, k, n) => 0),
            S10b3().Differentiate("", (theta, k, n) => k - n * Exp(theta)).Differentiate("", (theta, k, n) => -Exp(theta)),
            S10b3().Differentiate("", (theta, k, n) => k * theta - n * Exp(theta)).Differentiate("", (theta, k, n) => -n * Exp(theta)),
            S10b3().Differentiate("", (theta, k, n) => theta, by: "k").Differentiate("", (theta, k, n) => 1, by: "theta"),
            S10b3().Differentiate("", (theta, k, n) => -n * Exp(theta)).Differentiate("", (theta, k, n) => -n * Exp(theta)),
            S10b3().Differentiate("", (theta, k, n) => k + n * Exp(theta)).Differentiate("", (theta, k, n) => n * Exp(theta)),
            S10b3().Differentiate("", (theta, k, n) => k - n * Exp(theta)).Differentiate("", (theta, k, n) => -Exp(theta), by: "n"),
            S10b3().Differentiate("", (theta, k, n) => k - n * Exp(Min(theta, 700))).Differentiate("", (theta, k, n) => -n * Exp(theta)),
        ]);

        static ExpressionDerivation<Func<double, double, double, double, double>> S12b3() => Derivation.Of("a prior that adds tosses").Where("p in (0,1)").From((p, k, n, a) => Pow(p, k) * Pow(1 - p, n - k) * (Pow(p, a) * Pow(1 - p, a)));
        For("12b.3",
        [
            S12b3().TakeLog("", (p, k, n, a) => k * Log(p) + (n - k) * Log(1 - p) + a * Log(p) + a * Log(1 - p)).Then("", (p, k, n, a) => (k + a) * Log(p) + (n - k + a) * Log(1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => (k + a) * Log(p) + (n - k + a) * Log(1 - p)),
            S12b3().Then("", (p, k, n, a) => Pow(p, k + a) * Pow(1 - p, n - k + a)).TakeLog("", (p, k, n, a) => (k + a) * Log(p) + (n - k + a) * Log(1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => (a + k) * Log(p) + (a + n - k) * Log(1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => Log(p) * (k + a) + Log(1 - p) * (n + a - k)),
            S12b3().TakeLog("", (p, k, n, a) => (k + a) * Log(p) - (k - n - a) * Log(1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => (n + a - k) * Log(1 - p) + (a + k) * Log(p)),
            S12b3().TakeLog("", (p, k, n, a) => (k + a) * Log(p) + (n - (k - a)) * Log(1 - p)),
            S12b3().Then("", (p, k, n, a) => Exp((k + a) * Log(p)) * Pow(1 - p, n - k + a)).TakeLog("", (p, k, n, a) => (k + a) * Log(p) + (n - k + a) * Log(1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => -(-(k + a) * Log(p) - (n - k + a) * Log(1 - p))),
        ],
        [
            S12b3().TakeLog("", (p, k, n, a) => k * Log(p) + (n - k) * Log(1 - p) + a * Log(p) + a * Log(1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => (k + a) * Log(p) + (n - k) * Log(1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => k * Log(p) + (n - k) * Log(1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => (k + a) * Log(p) + (n - k - a) * Log(1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => k * a * Log(p) + (n - k) * a * Log(1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => (k + a) * Log(p) - (n - k + a) * Log(1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => (k + a) * Log(p) + (n - k + a) * Log(p)),
            S12b3().TakeLog("", (p, k, n, a) => Log(Pow(p, k + a)) + Log(Pow(1 - p, n - k + a))),
            S12b3().TakeLog("", (p, k, n, a) => (k + a) * p + (n - k + a) * (1 - p)),
            S12b3().TakeLog("", (p, k, n, a) => (n - k + a) * Log(p) + (k + a) * Log(1 - p)),
            S12b3().Then("", (p, k, n, a) => Pow(p, k + a) * Pow(1 - p, n - k + a)),
            S12b3().TakeLog("", (p, k, n, a) => (k + a) * Log(p + 1e-9) + (n - k + a) * Log(1 - p)),
        ]);

        static EquationDerivation<Func<double, double, double, double, bool>> S12c6() => Derivation.Of("the threshold in letters").Where("p in (0,1)", "a > 0", "r > 0", "g > 0").From((p, a, r, g) => a * (1 - p) + r * p == (r + g) * p);
        For("12c.6",
        [
            S12c6().Then("", (p, a, r, g) => a * (1 - p) == g * p).Then("", (p, a, r, g) => p == a / (a + g)),
            S12c6().Then("", (p, a, r, g) => p == a / (a + g)),
            S12c6().Then("", (p, a, r, g) => a - a * p == g * p).Then("", (p, a, r, g) => a == (a + g) * p).Then("", (p, a, r, g) => a / (g + a) == p),
            S12c6().Then("", (p, a, r, g) => p == 1 / (1 + g / a)),
            S12c6().Then("", (p, a, r, g) => a * (1 - p) == g * p).Then("", (p, a, r, g) => (1 - p) / p == g / a).Then("", (p, a, r, g) => 1 / p == 1 + g / a).Then("", (p, a, r, g) => p == 1 / (1 + g / a)),
            S12c6().Then("", (p, a, r, g) => p == 1 - g / (a + g)),
            S12c6().Then("", (p, a, r, g) => a * (1 - p) - g * p == 0).Then("", (p, a, r, g) => p == a * Pow(a + g, -1)),
            S12c6().Then("", (p, a, r, g) => a / p - a == g).Then("", (p, a, r, g) => p == a / (g + a)),
            S12c6().Then("", (p, a, r, g) => p == Sigmoid(Log(a / g))),
            S12c6().Then("", (p, a, r, g) => p == a / g / (1 + a / g)),
        ],
        [
            S12c6().Then("", (p, a, r, g) => p == a / g),
            S12c6().Then("", (p, a, r, g) => p == g / (a + g)),
            S12c6().Then("", (p, a, r, g) => p == a / (a + g + r)),
            S12c6().Then("", (p, a, r, g) => a * (1 - p) == g * p),
            S12c6().Then("", (p, a, r, g) => p == (a + r) / (a + g + r)),
            S12c6().Then("", (p, a, r, g) => p == a / (a - g)),
            S12c6().Then("", (p, a, r, g) => p == a / a + g),
            S12c6().Then("", (p, a, r, g) => p == 1 / (a + g)),
            S12c6().Then("", (p, a, r, g) => a * (1 - p) == g * p).Then("", (p, a, r, g) => p == g * p / a),
            S12c6().Then("", (p, a, r, g) => a - a * p == g * p).Then("", (p, a, r, g) => a == g * p - a * p).Then("", (p, a, r, g) => p == a / (g - a)),
            S12c6().Then("", (p, a, r, g) => a * (1 - p) == g * p).Then("", (p, a, r, g) => p == 1 - g * p / a),
        ]);
    }
}
