using static System.Math;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 1: odds, log-odds and the sigmoid.</summary>
internal static class Lesson01
{
    private const double Bias = 15.042901647702441;
    private const double Weight = -0.23216274421859647;

    public static IReadOnlyList<Exercise> All { get; } =
    [
        new FunctionExercise<Func<double, double>>("1.1", "Odds", p => p / (1 - p))
        {
            Hints = ["Odds compare what happens with what does not: p with 1 − p.", "Divide p by 1 − p."],
            Inputs = [[0.5], [0.75], [0.2], [0.0], [0.9], [0.999], [1e-6]],
            Random = draw => draw.Spread(0, 0.99, 60).Concat(draw.Magnitudes(1e-300, 0.01, 30)).Concat(draw.Magnitudes(1e-15, 0.1, 40).Select(rest => 1 - rest)).Select(p => (object?[])[p]),
            // 1 / (1 / p - 1) and 1 / (1 - p) - 1 are right too.
            Condition = input => 1 / (1 - (double)input[0]!),
            Rounding = 5e-16,
            Without = [nameof(Logistic.Odds)],
            Quantities = [Quantity.Probability(1e-12, (_, p) => [p])],
            Mistakes =
            [
                (p => (1 - p) / p, "That is upside down: the odds against."),
                (p => p, "That is the probability itself; odds divide it by what is left of it."),
                (p => p / (1 + p), "The denominator is 1 − p, not 1 + p: this is the way back, from odds to a probability."),
                (p => Log(p / (1 - p)), "That is the logarithm of the odds, the logit."),
                (p => 100 * p / (1 - p), "Odds are not in per cent."),
                (p => 1 / (1 - p), "The numerator is p, not 1."),
                (p => p * (1 - p), "Divide by 1 − p; do not multiply."),
                (p => p / 1 - p, "Brackets are missing around 1 - p: division comes first, and p / 1 - p is p − p."),
            ],
        },
        new FunctionExercise<Func<double, double>>("1.2", "From odds to the probability", odds => odds / (1 + odds))
        {
            Hints =
            [
                "Start with o = p / (1 − p) and multiply by 1 − p.",
                "o − op = p. Bring everything with p to one side and factor it out.",
                "p (1 + o) = o, so p = o / (1 + o).",
            ],
            Inputs = [[1.0], [3.0], [0.25], [0.0], [9.0], [999.0], [1e-6]],
            Random = draw => draw.Spread(0, 20, 60).Concat(draw.Magnitudes(1e-300, 1, 30)).Concat(draw.Magnitudes(1, 1e300, 30)).Select(odds => (object?[])[odds]),
            // 1 - 1 / (1 + odds) is right too.
            Rounding = 5e-16,
            Quantities = [Quantity.Positive(1e-12, 1e12, (_, odds) => [odds])],
            Mistakes =
            [
                (o => 1 / (1 + o), "That is the probability of the other outcome."),
                (o => o / (1 - o), "A sign is wrong in the denominator: that formula goes from a probability to odds."),
                (o => 1 / o, "Odds of 3 are not the probability 1/3: three to one is three of four."),
                (Logistic.Sigmoid, "That takes the odds for log-odds: the sigmoid starts from their logarithm."),
                (o => o, "That is the odds themselves."),
                (o => (1 + o) / o, "That is upside down."),
                (o => o / 100, "Odds are not in per cent."),
            ],
        },
        new DerivationExercise("1.3", "The sigmoid, by your own hand",
            Derivation.Of("from log-odds to probability").Where("p in (0,1)")
                .From((p, z) => Log(p / (1 - p)) == z)
                .Then("exponentiate both sides", (p, z) => p / (1 - p) == Exp(z))
                .Then("divide above and below by e^z", (p, z) => p == 1 / (1 + Exp(-z))))
        {
            Form = Form.SolvedFor("p"),
            Hints =
            [
                "What undoes a logarithm is the exponential function, on both sides.",
                "Expand means: Exp(z) * (1 - p) is Exp(z) - p * Exp(z). Then bring p * Exp(z) to the left.",
                "p * (1 + Exp(z)) == Exp(z). Divide by the bracket, then divide above and below by Exp(z): Exp(z) / Exp(z) is 1, and 1 / Exp(z) is Exp(-z).",
            ],
            Mistakes =
            [
                ("p = exp(z) - exp(z)", "The factor p is lost: e^z times p is p e^z."),
                ("p - p * exp(z) = exp(z)", "What stood with a minus on the right comes to the left with a plus."),
                ("p = 1 / (1 + exp(z))", "e^z divided by e^z is 1, but 1 divided by e^z is e^−z."),
            ],
        },
        new DerivationExercise("1.4", "The sigmoid in the mirror",
            Derivation.Of("the other class")
                .From(z => 1 - 1 / (1 + Exp(-z)))
                .Then("one common fraction", z => (1 + Exp(-z) - 1) / (1 + Exp(-z)))
                .Therefore("which is a sigmoid again", z => Logistic.Sigmoid(-z)))
        {
            Form = Form.OneSigmoid,
            Hints =
            [
                "Write 1 as a fraction with the denominator 1 + e^−z.",
                "The numerator is 1 + e^−z − 1. What is left of it?",
                "e^−z divided by e^−z is 1, and 1 divided by e^−z is e^z: the denominator becomes e^z + 1.",
            ],
            Mistakes =
            [
                ("sigmoid(z)", "That is the class you started from; the other one has −z."),
                ("exp(z) / (1 + exp(-z))", "1 + e^−z − 1 leaves e^−z, with its minus."),
            ],
        },
        new FunctionExercise<Func<double, double>>("1.5", "A sigmoid that stays right", Logistic.Sigmoid)
        {
            Hints =
            [
                "Which of the two forms has an exponential that cannot overflow for z > 0? And for z < 0?",
                "For z ≥ 0, Exp(-z) is at most 1. For z < 0, Exp(z) is below 1.",
                "z >= 0 ? 1 / (1 + Exp(-z)) : Exp(z) / (1 + Exp(z))",
            ],
            Tolerance = 1e-12,
            // Numbers below 10^-308 have fewer digits.
            Rounding = 4 * double.Epsilon,
            Without = [nameof(Logistic.Sigmoid)],
            Inputs =
            [
                [0.0], [1.0], [-1.0], [5.0], [-5.0], [36.0], [-36.0], [100.0], [-100.0], [709.0], [710.0], [-710.0], [800.0], [-745.0], [-800.0],
                [double.PositiveInfinity], [double.NegativeInfinity], [double.NaN],
            ],
            Random = draw => draw.Spread(-40, 40, 120).Concat(draw.Spread(-760, 760, 100)).Concat(draw.Magnitudes(1e-300, 1, 10))
                .Concat(draw.Magnitudes(800, 1e300, 10).SelectMany(z => (double[])[z, -z])).Select(z => (object?[])[z]),
            Quantities = [Quantity.Line(1e-12, 760, (_, z) => [z])],
            Mistakes =
            [
                (z => 1 / (1 + Exp(-Clamp(z, -500, 500))), "Cutting z off hides the overflow, but below the cut the result is wrong."),
                (z => 1 / (1 + Exp(-z)), "Right on paper, but for large negative z the exponential overflows, and 1/∞ is 0 too early."),
                (z => Exp(z) / (1 + Exp(z)), "Right on paper, but for large z both exponentials overflow, and ∞/∞ is not a number."),
                (z => 1 / (1 + Exp(z)), "The sign of z is lost: this is σ(−z), the other class."),
                (z => z >= 0 ? Exp(z) / (1 + Exp(z)) : 1 / (1 + Exp(-z)), "The two forms are exchanged: each is used where its exponential overflows."),
                (z => z >= 0 ? 1 / (1 + Exp(-z)) : 0, "For negative z the result is small, but not 0."),
                (z => 0.5 + 0.5 * Tanh(z / 2), "Right on paper, but for negative z it loses all digits, as every difference of nearly equal numbers does: use Exp(z) / (1 + Exp(z)) there."),
            ],
        },
        new NumberExercise("1.6", "The temperature of even odds", -Bias / Weight)
        {
            Hints =
            [
                "σ(z) is one half at exactly one z. Which?",
                "σ(0) = 1/2, so solve w x + b = 0 for x.",
                "x = −b / w",
            ],
            Digits = 4,
            Mistakes =
            [
                (Bias / Weight, "The sign is wrong: from w x + b = 0 follows w x = −b."),
                (Weight / Bias, "That is upside down."),
                (-Weight / Bias, "That is upside down."),
                ((0.5 - Bias) / Weight, "You solved w x + b = 1/2. But one half is the probability; its log-odds are 0."),
                (Bias, "b alone is the log-odds at 0 °F."),
                (0, "z is 0 there. Asked is the temperature x that gives this z."),
                (65, "Close, but at 65 °F the probability is 0.488. Compute −b / w."),
            ],
        },
    ];
}
