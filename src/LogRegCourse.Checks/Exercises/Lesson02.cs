using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 2: the slope of the sigmoid.</summary>
internal static class Lesson02
{
    private const double Weight = -0.23216274421859647;

    public static IReadOnlyList<Exercise> All { get; } =
    [
        new DerivationExercise("2.1", "The slope, by your own hand",
            Derivation.Of("the slope of the sigmoid")
                .From(z => 1 / (1 + Exp(-z)))
                .Differentiate("quotient rule", z => Exp(-z) / Pow(1 + Exp(-z), 2))
                .Therefore("in sigmoids", z => Sigmoid(z) * (1 - Sigmoid(z))))
        {
            Form = Form.InSigmoids,
            Without = nameof(SigmoidDerivative),
            Hints =
            [
                "The denominator is v = 1 + e^−z. Its derivative is −e^−z.",
                "0 · v − 1 · (−e^−z) is e^−z. Then (1 + e^−z − 1) splits into 1 + e^−z over the square, and −1 over the square.",
                "(1 + e^−z) over its square is 1/(1 + e^−z). Factor that out: what is left is 1 minus 1/(1 + e^−z).",
            ],
            Mistakes =
            [
                ("sigmoid(z) * (1 + sigmoid(z))", "The second factor is 1 minus the sigmoid."),
                ("sigmoid(z)^2", "The two factors are different: one for each class."),
            ],
        },
        new FunctionExercise<Func<double, double>>("2.2", "A slope that keeps its digits", SigmoidDerivative)
        {
            Hints =
            [
                "1 − σ(z) is a difference of nearly equal numbers. Which line of the derivation has no such difference?",
                "e^−z / (1 + e^−z)² has none, but for large negative z it overflows. The slope is the same at z and −z.",
                "Exp(-Abs(z)) / Pow(1 + Exp(-Abs(z)), 2)",
            ],
            Tolerance = 1e-12,
            // Below the smallest number that has all its digits.
            Rounding = 2.3e-308,
            Without = [nameof(SigmoidDerivative)],
            Inputs = [[0.0], [1.0], [-1.0], [5.0], [-5.0], [20.0], [-20.0], [37.0], [40.0], [-40.0], [300.0], [700.0], [-700.0]],
            Random = draw => draw.Spread(-40, 40, 120).Concat(draw.Spread(-760, 760, 100)).Concat(draw.Magnitudes(1e-300, 1, 10))
                .Concat(draw.Magnitudes(800, 1e300, 10).SelectMany(z => (double[])[z, -z])).Select(z => (object?[])[z]),
            Quantities = [Quantity.Line(1e-12, 760, (_, z) => [z])],
            Mistakes =
            [
                (z => Sigmoid(z) * (1 - Sigmoid(z)), "Right on paper, but for large z the difference 1 − σ(z) loses its digits, at 37 all of them."),
                (z => Exp(-z) / Pow(1 + Exp(-z), 2), "Right for z ≥ 0, but for large negative z the exponentials overflow. The slope is the same at z and −z."),
                (Sigmoid, "That is the sigmoid itself, not its slope."),
                (z => 1 - Sigmoid(z), "That is the probability of the other class; the slope is the product of both."),
                (z => Sigmoid(-z), "That is the probability of the other class; the slope is the product of both."),
                (z => -Exp(-Abs(z)) / Pow(1 + Exp(-Abs(z)), 2), "The sign is wrong: the sigmoid rises everywhere."),
                (z => Sigmoid(z) * (1 + Sigmoid(z)), "The second factor is 1 minus the sigmoid."),
                (z => Exp(-Abs(z)) / (1 + Exp(-Abs(z))), "The square in the denominator is missing."),
                (z => (Sigmoid(z + 1e-5) - Sigmoid(z - 1e-5)) / 2e-5, "A difference quotient has about 10 right digits at best, and far out none."),
            ],
        },
        new DerivationExercise("2.3", "The slope of a logarithm",
            Derivation.Of("the slope of log σ")
                .From(z => Log(Sigmoid(z)))
                .Differentiate("derivative of a logarithm", z => Sigmoid(z) * (1 - Sigmoid(z)) / Sigmoid(z))
                .Therefore("the sigmoid in the mirror", z => Sigmoid(-z)))
        {
            Form = Form.SigmoidOnce,
            Hints = ["(log f)′ = f′/f, and f′ is what you derived in 2.1.", "σ(1 − σ)/σ: what can be cancelled?", "1 − σ(z) is σ(−z), as in exercise 1.4."],
            Mistakes =
            [
                ("1 / sigmoid(z)", "The derivative of the inner function is missing: (log f)′ is f′/f, not 1/f."),
                ("sigmoid(z)", "σ cancels, and the other factor stays: 1 − σ(z)."),
            ],
        },
        new NumberExercise("2.4", "Divide by four", -Weight / 4)
        {
            Digits = 3,
            Hints = ["The slope σ′ is at most 1/4.", "dp/dx = σ′(z) · w, so its size is at most |w|/4."],
            Mistakes =
            [
                (Weight / 4, "Asked is by how much, not which way: a positive number."),
                (-Weight, "That is the change of the log-odds; the largest slope of the sigmoid is 1/4."),
                (Weight, "That is the change of the log-odds; the largest slope of the sigmoid is 1/4."),
                (-Weight / 2, "The largest value of p (1 − p) is 1/4, not 1/2."),
                (-Weight * 4, "Divide by four; do not multiply."),
                (0.25, "That is the largest slope of the sigmoid; the weight is missing."),
            ],
        },
        new FunctionExercise<Func<double, double>>("2.5", "The slope of the slope", Bend)
        {
            Hints =
            [
                "The product rule: (p (1 − p))′ = p′ (1 − p) + p · (1 − p)′, and (1 − p)′ = −p′.",
                "That is p′ (1 − 2p).",
                "With p′ = p (1 − p) it becomes p (1 − p) (1 − 2p).",
            ],
            Inputs = [[0.0], [1.0], [-1.0], [2.0], [-2.0], [5.0], [-5.0], [0.1], [12.0]],
            Random = draw => draw.Spread(-30, 30, 90).Concat(draw.Magnitudes(1e-6, 1, 10).SelectMany(z => (double[])[z, -z])).Select(z => (object?[])[z]),
            // p - 3p² + 2p³ is right too, and its terms cancel.
            Rounding = 1e-15,
            Quantities = [Quantity.Line(1e-12, 200, (_, z) => [z])],
            Mistakes =
            [
                (z => -Bend(z), "The sign is wrong: left of 0 the slope grows, so its slope is positive there."),
                (z => Sigmoid(z) * (1 - Sigmoid(z)), "That is the slope; asked is the slope of the slope."),
                (z => Sigmoid(z) * (1 - Sigmoid(z)) * (1 - Sigmoid(z)), "Half of the product rule is missing: p · (1 − p)′ = −p · p′."),
                (z => 1 - 2 * Sigmoid(z), "The factor p′ = p (1 − p) of the chain rule is missing."),
                (z => Sigmoid(z) * (1 - Sigmoid(z)) * (1 + 2 * Sigmoid(z)), "(1 − p)′ is −p′: the bracket is 1 − 2p."),
                (z => Sigmoid(z) * (1 - Sigmoid(z)) * (1 - Sigmoid(z) * 2) * 2, "There is a factor 2 too many."),
            ],
        },
    ];

    private static double Bend(double z) => Sigmoid(z) * (1 - Sigmoid(z)) * (1 - 2 * Sigmoid(z));
}
