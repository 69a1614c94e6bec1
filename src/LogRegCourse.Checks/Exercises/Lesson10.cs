using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Reading a fit.</summary>
internal static class Lesson10
{
    private const double Slope = -0.23216274421859647;

    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("10.1", "Ten degrees colder", Exp(-10 * Slope))
        {
            Digits = 3,
            Hints = ["Ten degrees colder change the log-odds by -10 times the slope.", "The odds are multiplied by e to the power of that change."],
            Mistakes =
            [
                (Exp(10 * Slope), "That is the factor for ten degrees warmer; colder is the other direction."),
                (Exp(-Slope), "That is one degree colder. Ten degrees multiply ten such factors."),
                (-10 * Slope, "That is the change of the log-odds. Take the exponential to get the factor of the odds."),
                (-10 * Exp(Slope), "Multiply inside the exponent, not outside: e^(10w), not 10 e^w."),
                (10 * Exp(-Slope), "Multiply inside the exponent, not outside: e^(10w), not 10 e^w."),
                (Sigmoid(-10 * Slope), "A sigmoid gives a probability; the question asks for a factor of the odds."),
            ],
        },
        new FunctionExercise<Func<double, double, double>>("10.2", "The probability after one unit", (p, w) => Sigmoid(Logit(p) + w))
        {
            Hints = ["Go from the probability to the log-odds, add w, and come back.", "Logit(p) goes there, Sigmoid(z) comes back."],
            Inputs = [[0.5, Log(3)], [0.5, 0.0], [0.2, 0.7], [0.9, -1.5], [0.01, 2.0], [0.5, -2.0]],
            Random = draw => draw.Spread(-6, 6, 60).Select(w => (object?[])[draw.Probability(), w]).Concat(draw.Spread(0.01, 0.99, 40).Select(p => (object?[])[p, draw.Real(-3, 3)]))
                .Concat(draw.Spread(-30, 30, 20).Select(w => (object?[])[draw.Real(0.1, 0.9), w])),
            Rounding = 1e-15,
            // However small a probability is, the weight that brings it to the middle shows it.
            Quantities = [Quantity.Probability(1e-12, (draw, p) => [p, draw.Real(-3, 3)]), Quantity.Positive(1e-300, 0.5, (draw, p) => [p, draw.Real(-3, 3) - Log(p)], parts: 10), Quantity.Line(1e-12, 600, (draw, w) => [draw.Real(0.1, 0.9), w])],
            Mistakes =
            [
                ((p, w) => p + w, "You added the coefficient to the probability; it belongs on the log-odds."),
                ((p, w) => p * Exp(w), "The odds are multiplied by e^w, not the probability."),
                ((p, w) => p + w * p * (1 - p), "That is the straight line along the slope: good for a small w only."),
                ((_, w) => Sigmoid(w), "You forgot where you started: add w to the log-odds of p."),
                ((p, w) => p / (1 - p) * Exp(w), "Those are the odds afterwards; turn them into a probability: odds / (1 + odds)."),
                ((p, w) => Logit(p) + w, "Those are the log-odds afterwards; the sigmoid of them is the probability."),
                ((p, w) => Sigmoid(Logit(p) - w), "The sign of the coefficient is flipped."),
            ],
        },
        new FunctionExercise<Func<double, double, double[]>>("10.3", "An interval for the odds ratio", (w, se) => [Exp(w - 1.96 * se), Exp(w + 1.96 * se)])
        {
            Hints = ["Build the interval for the coefficient first: w minus and plus 1.96 standard errors.", "Then take the exponential of both ends."],
            Inputs = [[0.0, 1.0], [1.0, 0.5], [-0.23, 0.11], [2.0, 0.1], [1.5, 0.0]],
            Random = draw => draw.Spread(-5, 5, 50).Select(w => (object?[])[w, draw.Real(0, 2)]).Concat(draw.Spread(0, 3, 30).Select(error => (object?[])[draw.Real(-2, 2), error]))
                .Concat(draw.Magnitudes(1e-4, 20, 10).Select(error => (object?[])[draw.Real(-20, 20), error]))
                .Concat(draw.Spread(-300, 300, 20).Select(w => (object?[])[w, draw.Real(0, 100)])),
            Rounding = 0,
            Quantities = [Quantity.Line(1e-12, 300, (draw, w) => [w, draw.Real(0, 2)]), Quantity.Positive(1e-12, 100, (draw, error) => [draw.Real(-2, 2), error])],
            Mistakes =
            [
                ((w, se) => [w - 1.96 * se, w + 1.96 * se], "That is the interval of the coefficient; take the exponential of both ends."),
                ((w, se) => [Exp(w) - 1.96 * se, Exp(w) + 1.96 * se], "Build the interval before the exponential, not around e^w: it could become negative."),
                ((w, se) => [Exp(w) - 1.96 * Exp(se), Exp(w) + 1.96 * Exp(se)], "Build the interval before the exponential, not around e^w: it could become negative."),
                ((w, se) => [Exp(w - 1.959964 * se), Exp(w + 1.959964 * se)], "Take the factor 1.96, as the task says."),
                ((w, se) => [Exp(w - se), Exp(w + se)], "The factor 1.96 is missing: that is a 68 % interval."),
                ((w, se) => [Exp(w + 1.96 * se), Exp(w - 1.96 * se)], "The ends are swapped: lower end first."),
                ((w, se) => [Exp(w - 1.96 * se * se), Exp(w + 1.96 * se * se)], "You used the variance; the interval needs the standard error."),
            ],
        },
        new FunctionExercise<Func<double, double, double, double, double>>("10.4", "A table of four counts", (a, b, c, d) => Log(a * d / (b * c)))
        {
            Hints = ["The odds of being ill are a/b with exposure and c/d without.", "The coefficient is the logarithm of the ratio of these odds."],
            Inputs = [[30.0, 10.0, 20.0, 40.0], [1.0, 2.0, 3.0, 4.0], [5.0, 9.0, 7.0, 2.0]],
            Random = draw => ((int[])[3, 20, 300, 100_000, 2_000_000_000]).SelectMany(most => Enumerable.Range(0, 15)
                .Select(_ => (object?[])[(double)draw.Whole(1, most), (double)draw.Whole(1, most), (double)draw.Whole(1, most), (double)draw.Whole(1, most)]))
                .Concat(draw.Magnitudes(1e4, 1e9, 12).Select(n => Round(n)).SelectMany(n => (object?[][])[[n, 1.0, 2.0, n], [1.0, n, n, 3.0]])),
            Rounding = 1e-13,
            Quantities =
            [
                .. Enumerable.Range(0, 4).Select(place => Quantity.Count(1e9, (draw, count) => [.. Enumerable.Range(0, 4).Select(k => (object?)(k == place ? count : draw.Whole(1, 50)))])),
            ],
            Mistakes =
            [
                ((a, b, c, d) => a * d / (b * c), "That is the odds ratio; its logarithm is the coefficient."),
                ((a, b, c, d) => Log(b * c / (a * d)), "The ratio is upside down, so the sign is flipped."),
                ((a, b, c, d) => Log(a / (a + b) / (c / (c + d))), "That is the logarithm of the ratio of probabilities (risks); the coefficient compares odds."),
                ((a, b, c, d) => a / (a + b) - c / (c + d), "That is the difference of the probabilities; the coefficient is a difference of log-odds."),
                ((a, b, c, d) => Log(a * b / (c * d)), "Multiply along the diagonals: a with d, b with c."),
                ((a, b, c, d) => Log10(a * d / (b * c)), "Use the natural logarithm, not the one to base 10."),
            ],
        },
        new DerivationExercise("10.5", "Where the ruler comes from", Derivation.Of("the slope in x")
            .From((x, w, b) => Sigmoid(b + w * x))
            .Differentiate("chain rule", (x, w, b) => Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x)) * w)
            .Therefore("with σ(-z) for 1 - σ(z)", (x, w, b) => w * Sigmoid(b + w * x) * Sigmoid(-(b + w * x))))
        {
            Form = Form.InSigmoids & Form.ProductOfProbabilities,
            Hints =
            [
                "The slope of the sigmoid at z is σ(z)(1 - σ(z)); here z = b + wx.",
                "By the chain rule multiply with the slope of b + wx in x.",
                "The example tells the size: at z = 0 both probabilities are one half.",
            ],
        },
    ];
}
