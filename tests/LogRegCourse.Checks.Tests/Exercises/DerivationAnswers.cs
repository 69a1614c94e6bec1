using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>
/// Answers to every exercise that asks for a derivation, as students give them: right ones in other words than the
/// model's, and wrong ones that look like a derivation.
/// </summary>
internal static partial class DerivationAnswers
{
    private static readonly Dictionary<string, (List<Derivation> Right, List<Derivation> Wrong)> Answers = [];

    static DerivationAnswers()
    {
        Lessons0To3();
        Lessons4To8();
        Lessons9To14();
        HalfLessons();
    }

    public static IEnumerable<string> Exercises => Answers.Keys;

    public static IEnumerable<(string Name, string Exercise, Derivation Answer)> Right => Named(answers => answers.Right, "right");

    public static IEnumerable<(string Name, string Exercise, Derivation Answer)> Wrong => Named(answers => answers.Wrong, "wrong");

    public static (int Right, int Wrong) Count(string exercise) => (Answers[exercise].Right.Count, Answers[exercise].Wrong.Count);

    private static IEnumerable<(string, string, Derivation)> Named(Func<(List<Derivation> Right, List<Derivation> Wrong), List<Derivation>> choice, string word) =>
        Answers.SelectMany(pair => choice(pair.Value).Select((answer, k) => ($"{pair.Key} {word} {k + 1}", pair.Key, answer)));

    private static void For(string exercise, Derivation[] right, Derivation[] wrong) => Answers.Add(exercise, ([.. right], [.. wrong]));

    private static void Lessons0To3()
    {
        static ExpressionDerivation<Func<double, double>> S03() => Derivation.Of("the logarithm of a quotient").Where("p in (0,1)").From(p => Log(Pow(p, 3) / (1 - p)));
        For("0.3",
        [
            S03().Then("", p => Log(Pow(p, 3)) - Log(1 - p)).Then("", p => 3 * Log(p) - Log(1 - p)),
            S03().Then("", p => -Log(1 - p) + 3 * Log(p)),
            S03().Then("", p => Log(p) * 3 - Log(-p + 1)),
            S03().Then("", p => Log(p * p * p) - Log(1 - p)).Then("", p => Log(p) + Log(p) + Log(p) - Log(1 - p)),
            S03().Then("", p => 3.0 * Log(p) - Log(1.0 - p)),
            S03().Then("", p => -(Log(1 - p) - 3 * Log(p))),
            S03().Then("", p => 2 * Log(p) + (Log(p) - Log(1 - p))),
            S03().Then("", p => 3 * Log(p) + -1 * Log(1 - p)),
            S03().Then("", p => 3 * Log(p) - double.LogP1(-p)),
            S03().Then("", p => Log(Pow(p, 3)) + Log(1 / (1 - p))).Then("", p => 3 * Log(p) + Log(1 / (1 - p))).Then("", p => 3 * Log(p) - Log(1 - p)),
        ],
        [
            S03().Then("", p => Log(Pow(p, 3)) - Log(1 - p)),
            S03().Then("", p => Log(Pow(p, 3)) - Log(1 - p)).Then("", p => Log(Pow(p, 3)) - Log(1 - p)),
            S03().Then("", p => Log(Pow(p, 3) / (1 - p))),
            S03().Then("", p => Log(p * p * p) - Log(1 - p)),
            S03().Then("", p => 3 * Log(p) + Log(1 - p)),
            S03().Then("", p => Log(3 * p) - Log(1 - p)),
            S03().Then("", p => 3 * Log(p) / Log(1 - p)),
            S03().Then("", p => Pow(Log(p), 3) - Log(1 - p)),
            S03().Then("", p => 3 * Log(p + 1e-15) - Log(1 - p + 1e-15)),
            S03().Then("", p => 3 * (Log(p) - Log(1 - p))),
            S03().Then("", p => 3 * Log10(p) - Log10(1 - p)),
            S03().Then("", p => 3 * Log(p) - Log(1) - Log(p)),
            Derivation.Of("mine").Where("p in (0,1)").From(p => 3 * Log(p) - Log(1 - p)).Then("", p => 3 * Log(p) - Log(1 - p)),
            Derivation.Of("mine").Where("p in {1/2}").From(p => Log(Pow(p, 3) / (1 - p))).Then("", p => 2 * Log(p)),
        ]);

        static EquationDerivation<Func<double, double, bool>> S13() => Derivation.Of("from log-odds to probability").Where("p in (0,1)").From((p, z) => Log(p / (1 - p)) == z);
        For("1.3",
        [
            S13().Then("", (p, z) => p / (1 - p) == Exp(z)).Then("", (p, z) => p == Exp(z) * (1 - p)).Then("", (p, z) => p == Exp(z) - p * Exp(z))
                .Then("", (p, z) => p + p * Exp(z) == Exp(z)).Then("", (p, z) => p * (1 + Exp(z)) == Exp(z)).Then("", (p, z) => p == Exp(z) / (1 + Exp(z))).Then("", (p, z) => p == 1 / (1 + Exp(-z))),
            S13().Then("", (p, z) => p == Exp(z) / (1 + Exp(z))),
            S13().Then("", (p, z) => p == Sigmoid(z)),
            S13().Then("", (p, z) => 1 / (Exp(-z) + 1) == p),
            S13().Then("", (p, z) => Log(p) - Log(1 - p) == z).Then("", (p, z) => p / (1 - p) - Exp(z) == 0).Then("", (p, z) => p == Pow(1 + Exp(-z), -1)),
            S13().Then("", (p, z) => (1 - p) / p == Exp(-z)).Then("", (p, z) => 1 / p - 1 == Exp(-z)).Then("", (p, z) => 1 / p == 1 + Exp(-z)).Then("", (p, z) => p == 1 / (1 + Exp(-z))),
            S13().Then("", (p, z) => p == 1 - 1 / (1 + Exp(z))),
            S13().Then("", (p, z) => Logit(p) == z).Then("", (p, z) => p == (1 + Tanh(z / 2)) / 2),
            S13().Then("", (p, z) => Odds(p) == Exp(z)).Then("", (p, z) => p == 1 / (1 + 1 / Exp(z))),
            S13().Then("", (p, z) => p == 1.0 / (1.0 + Pow(E, -z))),
        ],
        [
            S13().Then("", (p, z) => p / (1 - p) == Exp(z)),
            S13().Then("", (p, z) => p / (1 - p) == Exp(z)).Then("", (p, z) => p == Exp(z) * (1 - p)),
            S13().Then("", (p, z) => z == Log(p / (1 - p))),
            S13().Then("", (p, z) => Log(p / (1 - p)) == z),
            S13().Then("", (p, z) => p * (1 + Exp(z)) == Exp(z)),
            S13().Then("", (p, z) => p == 1 / (1 + Exp(z))),
            S13().Then("", (p, z) => p == Exp(z) - p),
            S13().Then("", (p, z) => p == Exp(z) / 1 + Exp(z)),
            S13().Then("", (p, z) => p == Exp(z) / (1 - Exp(z))),
            S13().Then("", (p, z) => p == 1 / (1 + Exp(-Max(-30, Min(30, z))))),
            S13().Then("", (p, z) => p == Log(z / (1 - z))),
            S13().Then("", (p, z) => p == Exp(z) * (1 - p)),
            S13().Then("", (p, z) => p / (1 - p) == Pow(10, z)),
            S13().Then("", (p, z) => p - 1 / (1 + Exp(-z)) == 0),
        ]);

        static ExpressionDerivation<Func<double, double>> S14() => Derivation.Of("the other class").From(z => 1 - 1 / (1 + Exp(-z)));
        For("1.4",
        [
            S14().Then("", z => (1 + Exp(-z) - 1) / (1 + Exp(-z))).Then("", z => Exp(-z) / (1 + Exp(-z))).Then("", z => 1 / (Exp(z) + 1)).Therefore("", z => Sigmoid(-z)),
            S14().Then("", z => Sigmoid(-z)),
            S14().Then("", z => 1 - Sigmoid(z)).Then("", z => Sigmoid(-z)),
            S14().Then("", z => Sigmoid(0 - z)),
            S14().Then("", z => Sigmoid(-1 * z)),
            S14().Then("", z => 1 / (1 + Exp(z))).Then("", z => 1 / (1 + Exp(-(-z)))).Then("", z => Sigmoid(-z)),
            S14().Then("", z => Exp(-z) * Sigmoid(z)).Then("", z => Sigmoid(-z)),
            S14().Then("", z => (1 - Tanh(z / 2)) / 2).Then("", z => Sigmoid(-z)),
            S14().Then("", z => Pow(1 + Exp(z), -1)).Then("", z => Sigmoid(z * -1)),
            S14().Then("", z => 1 / (1 + 1 / Exp(-z))).Then("", z => Sigmoid(-z)),
        ],
        [
            S14().Then("", z => 1 - Sigmoid(z)),
            S14().Then("", z => 1 - 1 / (1 + Exp(-z))),
            S14().Then("", z => 1 / (1 + Exp(z))),
            S14().Then("", z => Exp(-z) / (1 + Exp(-z))),
            S14().Then("", z => Sigmoid(z)),
            S14().Then("", z => -Sigmoid(z)),
            S14().Then("", z => 1 / Sigmoid(z)),
            S14().Then("", z => Sigmoid(1 - z)),
            S14().Then("", z => Sigmoid(-Max(-40, Min(40, z)))),
            S14().Then("", z => (1 - 1 + Exp(-z)) / (1 + Exp(z))),
            S14().Then("", z => 1 / 1 + Exp(z)),
            S14().Differentiate("", z => -Sigmoid(z) * (1 - Sigmoid(z))),
        ]);

        static ExpressionDerivation<Func<double, double>> S21() => Derivation.Of("the slope of the sigmoid").From(z => 1 / (1 + Exp(-z)));
        For("2.1",
        [
            S21().Differentiate("", z => (0 * (1 + Exp(-z)) - 1 * -Exp(-z)) / Pow(1 + Exp(-z), 2)).Then("", z => Exp(-z) / Pow(1 + Exp(-z), 2)).Therefore("", z => Sigmoid(z) * (1 - Sigmoid(z))),
            S21().Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z))),
            S21().Differentiate("", z => (1 - Sigmoid(z)) * Sigmoid(z)),
            S21().Differentiate("", z => Sigmoid(z) * Sigmoid(-z)),
            S21().Differentiate("", z => Sigmoid(z) - Sigmoid(z) * Sigmoid(z)),
            S21().Differentiate("", z => Sigmoid(z) - Pow(Sigmoid(z), 2)),
            S21().Then("", z => Sigmoid(z)).Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z))),
            S21().Then("", z => Pow(1 + Exp(-z), -1)).Differentiate("", z => -Pow(1 + Exp(-z), -2) * -Exp(-z)).Then("", z => Exp(-z) / ((1 + Exp(-z)) * (1 + Exp(-z)))).Then("", z => Sigmoid(z) * (1 - Sigmoid(z))),
            S21().Differentiate("", z => Exp(z) / Pow(1 + Exp(z), 2)).Then("", z => -Sigmoid(z) * (Sigmoid(z) - 1)),
            S21().Differentiate("", z => 1 / (Exp(z) + 2 + Exp(-z))).Then("", z => Sigmoid(z) * (1.0 - Sigmoid(z))),
            S21().Differentiate("", z => 1 / (4 * Pow(Cosh(z / 2), 2))).Then("", z => Sigmoid(-z) * (1 - Sigmoid(-z))),
        ],
        [
            S21().Then("", z => Sigmoid(z)),
            S21().Then("", z => 1 / (1 + Exp(-z))),
            S21().Differentiate("", z => Exp(-z) / Pow(1 + Exp(-z), 2)),
            S21().Differentiate("", z => Exp(-z) / Pow(1 + Exp(-z), 2)).Then("", z => 1 / (1 + Exp(-z)) * (1 - 1 / (1 + Exp(-z)))),
            S21().Then("", z => Sigmoid(z) * (1 - Sigmoid(z))),
            S21().Differentiate("", z => -Exp(-z) / Pow(1 + Exp(-z), 2)),
            S21().Differentiate("", z => Exp(-z) / (1 + Exp(-z))),
            S21().Differentiate("", z => Sigmoid(z) * (1 + Sigmoid(z))),
            S21().Differentiate("", z => Sigmoid(z)),
            S21().Differentiate("", z => Pow(1 - Sigmoid(z), 2)),
            S21().Differentiate("", z => -Sigmoid(z) * (1 - Sigmoid(z))),
            S21().Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z))).Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z)) * (1 - 2 * Sigmoid(z))),
            S21().Differentiate("", z => 1 / 4.0),
            Derivation.Of("mine").From(z => Sigmoid(z)).Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z))),
        ]);

        static ExpressionDerivation<Func<double, double>> S23() => Derivation.Of("the slope of log σ").From(z => Log(Sigmoid(z)));
        For("2.3",
        [
            S23().Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z)) / Sigmoid(z)).Then("", z => 1 - Sigmoid(z)).Therefore("", z => Sigmoid(-z)),
            S23().Differentiate("", z => 1 - Sigmoid(z)),
            S23().Differentiate("", z => Sigmoid(-z)),
            S23().Then("", z => -Softplus(-z)).Differentiate("", z => Sigmoid(-z)),
            S23().Then("", z => z - Softplus(z)).Differentiate("", z => 1 - Sigmoid(z)),
            S23().Differentiate("", z => Exp(-z) / (1 + Exp(-z))).Then("", z => Sigmoid(-z)),
            S23().Differentiate("", z => 1 / Sigmoid(z) * Sigmoid(z) * (1 - Sigmoid(z))).Then("", z => -Sigmoid(z) + 1),
            S23().Then("", z => Log(1 / (1 + Exp(-z)))).Differentiate("", z => 1 / (1 + Exp(z))).Then("", z => Sigmoid(-z)),
            S23().Differentiate("", z => SigmoidDerivative(z) / Sigmoid(z)).Then("", z => Sigmoid(-z)),
            S23().Differentiate("", z => 1 - 1 / (1 + Exp(-z))).Then("", z => Sigmoid(0 - z)),
        ],
        [
            S23().Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z)) / Sigmoid(z)),
            S23().Differentiate("", z => 1 / Sigmoid(z)),
            S23().Differentiate("", z => Sigmoid(z)),
            S23().Differentiate("", z => Sigmoid(z) * (1 - Sigmoid(z))),
            S23().Differentiate("", z => -Sigmoid(-z)),
            S23().Differentiate("", z => 1 / (1 + Exp(z))),
            S23().Then("", z => Log(Sigmoid(z))),
            S23().Then("", z => -Softplus(-z)),
            S23().Then("", z => Sigmoid(-z)),
            S23().Differentiate("", z => 1 + Sigmoid(z)),
            S23().Differentiate("", z => (1 - Sigmoid(z)) / Sigmoid(z)),
            S23().Differentiate("", z => Sigmoid(-Min(z, 600))),
        ]);

        static ExpressionDerivation<Func<double, double, double>> S33() => Derivation.Of("cross-entropy of one example").Where("y in {0,1}", "p in (0,1)").From((y, p) => Pow(p, y) * Pow(1 - p, 1 - y));
        static ExpressionDerivation<Func<double, double, double>> L33() => S33().TakeLog("", (y, p) => y * Log(p) + (1 - y) * Log(1 - p));
        For("3.3",
        [
            S33().TakeLog("", (y, p) => Log(Pow(p, y)) + Log(Pow(1 - p, 1 - y))).Then("", (y, p) => y * Log(p) + (1 - y) * Log(1 - p)).Negate("", (y, p) => -(y * Log(p) + (1 - y) * Log(1 - p))),
            L33().Negate("", (y, p) => -y * Log(p) - (1 - y) * Log(1 - p)),
            L33().Negate("", (y, p) => (y - 1) * Log(1 - p) - y * Log(p)),
            L33().Negate("", (y, p) => -Log(p) * y + Log(1 - p) * (y - 1)),
            L33().Negate("", (y, p) => y == 1 ? -Log(p) : -Log(1 - p)),
            L33().Then("", (y, p) => y * (Log(p) - Log(1 - p)) + Log(1 - p)).Negate("", (y, p) => -Log(1 - p) - y * (Log(p) - Log(1 - p))),
            L33().Negate("", (y, p) => -1 * (y * Log(p) + (1 - y) * Log(1 - p))),
            L33().Negate("", (y, p) => CrossEntropy.FromProbability(y, p)),
            S33().TakeLog("", (y, p) => Log(Pow(p, y) * Pow(1 - p, 1 - y))).Negate("", (y, p) => -Log(Pow(p, y) * Pow(1 - p, 1 - y))).Then("", (y, p) => -(y * Log(p)) - (1 - y) * Log(1 - p)),
            L33().Negate("", (y, p) => -(1 - y) * Log(1 - p) - y * Log(p)),
        ],
        [
            L33(),
            S33().TakeLog("", (y, p) => Log(Pow(p, y)) + Log(Pow(1 - p, 1 - y))),
            S33().TakeLog("", (y, p) => Log(Pow(p, y)) + Log(Pow(1 - p, 1 - y))).Negate("", (y, p) => -Log(Pow(p, y)) - Log(Pow(1 - p, 1 - y))),
            S33().TakeLog("", (y, p) => Log(Pow(p, y) * Pow(1 - p, 1 - y))).Negate("", (y, p) => -Log(Pow(p, y) * Pow(1 - p, 1 - y))),
            L33().Then("", (y, p) => -(y * Log(p) + (1 - y) * Log(1 - p))),
            L33().Negate("", (y, p) => -y * Log(p) + (1 - y) * Log(1 - p)),
            L33().Negate("", (y, p) => -(y * Log(p) + (1 - y) * Log(p))),
            L33().Negate("", (y, p) => -(y * Log(1 - p) + (1 - y) * Log(p))),
            L33().Negate("", (y, p) => -(y * Log(p + 1e-12) + (1 - y) * Log(1 - p + 1e-12))),
            L33().Negate("", (y, p) => -y * Log(p)),
            S33().Then("", (y, p) => Pow(p, y) * Pow(1 - p, 1 - y)),
            S33().Then("", (y, p) => y * p + (1 - y) * (1 - p)),
            S33().TakeLog("", (y, p) => Log(Pow(p, y)) * Log(Pow(1 - p, 1 - y))),
            L33().Negate("", (y, p) => -(y * Log10(p) + (1 - y) * Log10(1 - p))),
            Derivation.Of("mine").Where("y in {1}", "p in (0,1)").From((y, p) => Pow(p, y) * Pow(1 - p, 1 - y)).TakeLog("", (y, p) => Log(p)).Negate("", (y, p) => -Log(p)),
        ]);

        static ExpressionDerivation<Func<double, double, double>> S34() => Derivation.Of("cross-entropy from log-odds").From((y, z) => -(y * Log(Sigmoid(z)) + (1 - y) * Log(1 - Sigmoid(z))));
        For("3.4",
        [
            S34().Then("", (y, z) => -(y * Log(Exp(z) / (1 + Exp(z))) + (1 - y) * Log(1 / (1 + Exp(z))))).Then("", (y, z) => -y * z + y * Log(1 + Exp(z)) + (1 - y) * Log(1 + Exp(z))).Therefore("", (y, z) => Log(1 + Exp(z)) - y * z),
            S34().Then("", (y, z) => -y * z + Log(1 + Exp(z))),
            S34().Then("", (y, z) => Softplus(z) - y * z),
            S34().Then("", (y, z) => Log(Exp(z) + 1) - z * y),
            S34().Then("", (y, z) => -(y * z - Softplus(z))),
            S34().Then("", (y, z) => Max(z, 0) - y * z + Log(1 + Exp(-Abs(z)))),
            S34().Then("", (y, z) => z + Softplus(-z) - y * z),
            S34().Then("", (y, z) => (1 - y) * z + Softplus(-z)),
            S34().Then("", (y, z) => CrossEntropy.FromLogit(y, z)),
            S34().Then("", (y, z) => y * Softplus(-z) + (1 - y) * Softplus(z)).Then("", (y, z) => double.LogP1(Exp(z)) - y * z),
            S34().Then("", (y, z) => -Log(Sigmoid(-z)) - y * z),
        ],
        [
            S34().Then("", (y, z) => -(y * Log(Exp(z) / (1 + Exp(z))) + (1 - y) * Log(1 / (1 + Exp(z))))),
            S34().Then("", (y, z) => -(y * Log(Sigmoid(z)) + (1 - y) * Log(1 - Sigmoid(z)))),
            S34().Then("", (y, z) => -y * z + y * Log(1 + Exp(z)) + (1 - y) * Log(1 + Exp(z))),
            S34().Then("", (y, z) => y * Softplus(-z) + (1 - y) * Softplus(z)),
            S34().Then("", (y, z) => Log(1 + Exp(z)) + y * z),
            S34().Then("", (y, z) => Log(1 + Exp(-z)) - y * z),
            S34().Then("", (y, z) => Log(1 + Exp(z)) - (1 - y) * z),
            S34().Then("", (y, z) => Log(1 + Exp(z)) - z),
            S34().Then("", (y, z) => Log(1) + Log(Exp(z)) - y * z),
            S34().Then("", (y, z) => Log(1 + Exp(Min(z, 100))) - y * z),
            S34().Then("", (y, z) => -(Log(1 + Exp(z)) - y * z)),
            Derivation.Of("mine").Where("y in {0,1}").From((y, z) => -(y * Log(Sigmoid(z)) + (1 - y) * Log(1 - Sigmoid(z)))).Then("", (y, z) => Log(1 + Exp(z)) - y * y * z),
            S34().Differentiate("", (y, z) => Sigmoid(z) - y, by: "z"),
        ]);

        static ExpressionDerivation<Func<double, double, double>> S36() => Derivation.Of("the slope of a constant's loss").Where("p in (0,1)", "s in (0,1)").From((p, s) => -s * Log(p) - (1 - s) * Log(1 - p));
        For("3.6",
        [
            S36().Differentiate("", (p, s) => -s / p + (1 - s) / (1 - p)).Then("", (p, s) => (-s * (1 - p) + (1 - s) * p) / (p * (1 - p))).Therefore("", (p, s) => (p - s) / (p * (1 - p))),
            S36().Differentiate("", (p, s) => (p - s) / (p * (1 - p))),
            S36().Differentiate("", (p, s) => (p - s) / (p - p * p)),
            S36().Differentiate("", (p, s) => (p - s) / p / (1 - p)),
            S36().Differentiate("", (p, s) => -(s - p) / (p * (1 - p))),
            S36().Differentiate("", (p, s) => (p - s) / ((1 - p) * p)),
            S36().Differentiate("", (p, s) => (s - p) / (p * (p - 1))),
            S36().Differentiate("", (p, s) => 1 / (p * (1 - p)) * (p - s)),
            S36().Differentiate("", (p, s) => (-s + p) / (p - Pow(p, 2))),
            S36().Differentiate("", (p, s) => -s / p - (1 - s) / (p - 1)).Then("", (p, s) => (p - s) * Pow(p * (1 - p), -1)),
        ],
        [
            S36().Differentiate("", (p, s) => -s / p + (1 - s) / (1 - p)),
            S36().Differentiate("", (p, s) => (-s * (1 - p) + (1 - s) * p) / (p * (1 - p))),
            S36().Differentiate("", (p, s) => (-s + s * p + p - s * p) / (p * (1 - p))),
            S36().Then("", (p, s) => -s * Log(p) - (1 - s) * Log(1 - p)),
            S36().Then("", (p, s) => (p - s) / (p * (1 - p))),
            S36().Differentiate("", (p, s) => -s / p - (1 - s) / (1 - p)),
            S36().Differentiate("", (p, s) => (s - p) / (p * (1 - p))),
            S36().Differentiate("", (p, s) => (p - s) / p * (1 - p)),
            S36().Differentiate("", (p, s) => p - s),
            S36().Differentiate("", (p, s) => -Log(p) + Log(1 - p), by: "s"),
            S36().Differentiate("", (p, s) => (p - s) / (p * (1 - p) + 1e-9)),
            S36().Differentiate("", (p, s) => (1 - 2 * s) / (p * (1 - p))),
        ]);

        static ExpressionDerivation<Func<double, double, double, double>> S2b3() => Derivation.Of("two classes of counts").Where("mu1 > 0", "mu0 > 0")
            .From((x, mu1, mu0) => Log(Exp(-mu1) * Pow(mu1, x) / (Exp(-mu0) * Pow(mu0, x))));
        For("2b.3",
        [
            S2b3().Therefore("", (x, mu1, mu0) => x * (Log(mu1) - Log(mu0)) + mu0 - mu1),
            S2b3().Then("", (x, mu1, mu0) => -mu1 + x * Log(mu1) + mu0 - x * Log(mu0)).Then("", (x, mu1, mu0) => mu0 - mu1 + x * Log(mu1 / mu0)),
            S2b3().Then("", (x, mu1, mu0) => x * Log(mu1 / mu0) - (mu1 - mu0)),
            S2b3().Then("", (x, mu1, mu0) => Log(mu1 / mu0) * x + mu0 - mu1),
            S2b3().Then("", (x, mu1, mu0) => -(mu1 - mu0) - x * Log(mu0 / mu1)),
            S2b3().Then("", (x, mu1, mu0) => Log(Pow(mu1 / mu0, x)) + mu0 - mu1),
            S2b3().Then("", (x, mu1, mu0) => mu0 + x * (-Log(mu0) + Log(mu1)) - mu1),
            S2b3().Then("", (x, mu1, mu0) => Log(Exp(-mu1) * Pow(mu1, x)) - Log(Exp(-mu0) * Pow(mu0, x))).Then("", (x, mu1, mu0) => x * (Log(mu1) - Log(mu0)) + (mu0 - mu1)),
            S2b3().Then("", (x, mu1, mu0) => (Log(mu1) - Log(mu0)) * x - mu1 + mu0),
            S2b3().Then("", (x, mu1, mu0) => 1 * x * (Log(mu1) - Log(mu0)) + -1 * (mu1 - mu0)),
        ],
        [
            S2b3().Then("", (x, mu1, mu0) => Log(Exp(-mu1) * Pow(mu1, x) / (Exp(-mu0) * Pow(mu0, x)))),
            S2b3().Then("", (x, mu1, mu0) => -mu1 + x * Log(mu1) + mu0 - x * Log(mu0)),
            S2b3().Then("", (x, mu1, mu0) => x * (Log(mu1) - Log(mu0))),
            S2b3().Then("", (x, mu1, mu0) => x * (Log(mu1) - Log(mu0)) + mu1 - mu0),
            S2b3().Then("", (x, mu1, mu0) => x * Log(mu1) / Log(mu0) + mu0 - mu1),
            S2b3().Then("", (x, mu1, mu0) => x * Log(mu1 - mu0) + mu0 - mu1),
            S2b3().Then("", (x, mu1, mu0) => x * (mu1 - mu0) + mu0 - mu1),
            S2b3().Then("", (x, mu1, mu0) => x * (Log(mu0) - Log(mu1)) + mu0 - mu1),
            S2b3().Then("", (x, mu1, mu0) => x + Log(mu1) - Log(mu0) + mu0 - mu1),
            S2b3().Then("", (x, mu1, mu0) => x * (Log(mu1 + 1e-9) - Log(mu0 + 1e-9)) + mu0 - mu1),
            S2b3().Differentiate("", (x, mu1, mu0) => Log(mu1) - Log(mu0)),
        ]);

        static ExpressionDerivation<Func<double, double, double>> S2b4() => Derivation.Of("mean and variance of n tosses").From((theta, n) => n * Softplus(theta));
        static ExpressionDerivation<Func<double, double, double>> Mean2b4() => S2b4().Differentiate("", (theta, n) => n * Sigmoid(theta));
        For("2b.4",
        [
            Mean2b4().Differentiate("", (theta, n) => n * Sigmoid(theta) * (1 - Sigmoid(theta))),
            Mean2b4().Differentiate("", (theta, n) => n * Sigmoid(theta) * Sigmoid(-theta)),
            Mean2b4().Differentiate("", (theta, n) => Sigmoid(theta) * (1 - Sigmoid(theta)) * n),
            Mean2b4().Differentiate("", (theta, n) => n * (Sigmoid(theta) - Pow(Sigmoid(theta), 2))),
            S2b4().Differentiate("", (theta, n) => n / (1 + Exp(-theta))).Differentiate("", (theta, n) => n * Exp(-theta) / Pow(1 + Exp(-theta), 2)),
            Mean2b4().Differentiate("", (theta, n) => n * SigmoidDerivative(theta)),
            S2b4().Then("", (theta, n) => n * Log(1 + Exp(theta))).Differentiate("", (theta, n) => n * Exp(theta) / (1 + Exp(theta))).Differentiate("", (theta, n) => n * Sigmoid(theta) * (1 - Sigmoid(theta))),
            Mean2b4().Differentiate("", (theta, n) => n / (2 + Exp(theta) + Exp(-theta))),
            Mean2b4().Differentiate("", (theta, n) => -n * Sigmoid(theta) * (Sigmoid(theta) - 1)),
            Mean2b4().Then("", (theta, n) => n - n * Sigmoid(-theta)).Differentiate("", (theta, n) => n * Sigmoid(-theta) * (1 - Sigmoid(-theta))),
        ],
        [
            Mean2b4(),
            Mean2b4().Then("", (theta, n) => n * Sigmoid(theta)),
            Mean2b4().Then("", (theta, n) => n * Sigmoid(theta) * (1 - Sigmoid(theta))),
            S2b4().Differentiate("", (theta, n) => Sigmoid(theta)),
            Mean2b4().Differentiate("", (theta, n) => n * Pow(Sigmoid(theta), 2)),
            Mean2b4().Differentiate("", (theta, n) => Sigmoid(theta) * (1 - Sigmoid(theta))),
            Mean2b4().Differentiate("", (theta, n) => n * n * Sigmoid(theta) * (1 - Sigmoid(theta))),
            S2b4().Differentiate("", (theta, n) => Softplus(theta), by: "n"),
            Mean2b4().Differentiate("", (theta, n) => Sigmoid(theta), by: "n"),
            Mean2b4().Differentiate("", (theta, n) => -n * Sigmoid(theta) * (1 - Sigmoid(theta))),
            S2b4().Differentiate("", (theta, n) => n / (1 + Exp(theta))),
            S2b4().Then("", (theta, n) => n * Log(1 + Exp(theta))),
        ]);
    }
}
