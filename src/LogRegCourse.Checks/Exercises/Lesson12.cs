using static System.Math;

namespace LogRegCourse.Checks.Exercises;

/// <summary>When it goes wrong.</summary>
internal static class Lesson12
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new FunctionExercise<Func<double[], double, double>>("12.1", "A penalty that spares the intercept", (w, k) => k / 2 * Squares(w[1..]))
        {
            Hints = ["The intercept is the first entry: leave it out.", "Square the others, add them up, multiply by λ/2."],
            Inputs = [[new double[] { 5, 1, -2 }, 2.0], [new double[] { 1, 3 }, 0.5], [new double[] { -7, 0, 0.5, 2 }, 3.0]],
            Random = draw => RandomInputs.Sizes.SelectMany(d => (object?[][])
                [[draw.Reals(d, -5, 5), draw.Real(0, 5)], [draw.Wholes(d, -3, 3), (double)draw.Whole(0, 5)], [draw.Reals(d, -1e5, 1e5), draw.Magnitude(1e-6, 1e6)], [draw.Reals(d, -5, 5), 0.0]]),
            Quantities =
            [
                Quantity.Line(1e-6, 1e12, (draw, size) => [draw.With(size, draw.Sized(draw.Whole(2, 5), size)), draw.Real(0.1, 5)], parts: 60),
                Quantity.Positive(1e-9, 1e12, (draw, strength) => [draw.Reals(draw.Whole(2, 5), -5, 5), strength]),
            ],
            Mistakes =
            [
                ((w, k) => k / 2 * Squares(w), "The intercept is punished too. It only sets the level: leave the first entry out."),
                ((w, k) => k * Squares(w[1..]), "The one half is missing: the penalty is λ/2 times the sum."),
                ((w, k) => k * w[1..].Sum(Abs), "That is the L1 penalty; ridge takes squares."),
                ((w, k) => k / 2 * Sqrt(Squares(w[1..])), "Do not take the root: the penalty is the squared length."),
                ((w, k) => k / 2 * Pow(w[1..].Sum(), 2), "Square each weight before adding, not the sum."),
                ((w, k) => k / 2 * Squares(w[..^1]), "You left out the last entry; the intercept is the first."),
            ],
        },
        new FunctionExercise<Func<double, double, double>>("12.2", "The soft threshold", (v, k) => Sign(v) * Max(Abs(v) - k, 0))
        {
            Hints = ["Where v is positive and larger than λ, the slope w - v + λ vanishes at w = v - λ.", "Between -λ and λ the penalty wins: the answer is 0. Below -λ it is v + λ."],
            Inputs = [[2.0, 0.5], [-2.0, 0.5], [0.2, 0.5], [-0.3, 0.5], [1.0, 0.0], [3.0, 3.0]],
            Random = draw => draw.Spread(-6, 6, 60).SelectMany(v => (object?[][])[[v, draw.Real(0, 3)], [v, Abs(v)], [v, 0.0]])
                .Concat(draw.Magnitudes(1e-3, 1e100, 20).SelectMany(v => (object?[][])[[v, 1.0], [-v, 1.0], [v, 2 * v], [-v, v / 2]])).Concat([[0.0, 1.0], [0.0, 0.0], [-3.0, 3.0]]),
            Quantities =
            [
                Quantity.Line(1e-12, 1e12, (draw, v) => [v, draw.Real(0, 3)]), Quantity.Positive(1e-12, 1e12, (draw, k) => [draw.Real(-6, 6), k]),
                // How far v lies beyond the threshold.
                Quantity.Line(1e-9, 1e6, (draw, beyond) => draw.Real(0.1, 5) is var k ? [(draw.Whole(0, 1) == 0 ? 1 : -1) * (k + beyond), k] : []),
            ],
            Terms = input => Abs((double)input[0]!) + (double)input[1]!,
            Mistakes =
            [
                ((v, k) => Abs(v) > k ? v : 0, "That is the hard threshold: what stays must be shrunk by λ as well."),
                ((v, k) => v - k, "A negative v moves the other way, and a small v stops at 0."),
                ((v, k) => Max(v - k, 0), "Negative values must be shrunk towards 0 as well, from the other side."),
                ((v, k) => Max(Abs(v) - k, 0), "The sign of v is lost."),
                ((v, k) => Sign(v) * (Abs(v) - k), "The shrinking must stop at 0: a small v may not change its sign."),
                ((v, k) => v > 0 ? v - k : v + k, "The shrinking must stop at 0: a small v may not change its sign."),
                ((v, k) => v >= 0 ? v - k : v + k, "The shrinking must stop at 0: a small v may not change its sign."),
                ((v, k) => v / (1 + k), "That is the ridge shrinkage: it never reaches 0. The penalty here is λ|w|."),
            ],
        },
        new NumberExercise("12.3", "Nine copies of every row", 0.036)
        {
            Hints = ["Each copy counts as new information: the curvature of the loss is nine times as large.", "A standard error is one over the square root of the curvature."],
            Mistakes =
            [
                (0.012, "The variance is divided by nine; the standard error by its square root."),
                (0.108, "The software cannot know that the rows are copies: it counts them as new."),
                (0.054, "That is for four copies: divide by the square root of nine."),
                (0.324, "More rows make the reported error smaller, not larger."),
                (0.972, "More rows make the reported error smaller, not larger."),
            ],
        },
        new DerivationExercise("12.4", "The odds after sampling", Derivation.Of("odds after sampling")
            .Where("p in (0,1)", "r1 > 0", "r0 > 0")
            .From((p, r1, r0) => r1 * p / (r1 * p + r0 * (1 - p)) / (1 - r1 * p / (r1 * p + r0 * (1 - p))))
            .Therefore("the denominators cancel", (p, r1, r0) => p / (1 - p) * (r1 / r0)))
        {
            Form = Form.NotInASum("r1"),
            Hints =
            [
                "1 - r1·p/D with D = r1·p + r0·(1 - p) is (D - r1·p)/D = r0·(1 - p)/D.",
                "Both fractions have the denominator D: it cancels.",
                "What remains is r1·p / (r0·(1 - p)).",
            ],
        },
        new FunctionExercise<Func<double, double, double, double>>("12.5", "Back to the honest intercept", Corrected)
        {
            Hints = ["Sampling added log(r/s) to the intercept; the correction subtracts it.", "b - log[ (1 - τ)/τ · ȳ/(1 - ȳ) ]: for a balanced sample the second fraction is 1."],
            Inputs = [[0.0, 0.02, 0.5], [-1.0, 0.1, 0.5], [2.0, 0.3, 0.3], [0.5, 0.05, 0.2]],
            Random = draw => draw.Spread(-5, 5, 40).SelectMany(b => (object?[][])[[b, draw.Probability(), draw.Probability()], [b, draw.Real(0.01, 0.99), draw.Real(0.01, 0.99)], [b, draw.Real(0.01, 0.2), 0.5]])
                .Concat(draw.Magnitudes(1e-200, 1e-6, 10).Select(share => (object?[])[draw.Real(-5, 5), share, 0.5])).Concat(draw.Spread(-600, 600, 10).Select(b => (object?[])[b, 0.02, 0.5])),
            Rounding = 1e-12,
            Quantities =
            [
                Quantity.Line(1e-9, 500, (draw, b) => [b, draw.Real(0.01, 0.5), draw.Real(0.1, 0.9)]),
                Quantity.Probability(1e-12, (draw, share) => [draw.Real(-5, 5), share, draw.Real(0.1, 0.9)]), Quantity.Probability(1e-12, (draw, share) => [draw.Real(-5, 5), draw.Real(0.01, 0.5), share]),
            ],
            Terms = input => Abs((double)input[0]!) + RandomInputs.LostInLogit((double)input[1]!) + RandomInputs.LostInLogit((double)input[2]!),
            Mistakes =
            [
                ((b, t, s) => 2 * b - Corrected(b, t, s), "The sign is flipped: rare ones were over-represented, so the intercept must go down."),
                ((b, t, s) => b - Log((1 - t) / t), "That is right for a balanced sample only: the share of ones in the sample enters as well."),
                ((b, t, s) => b - Log((1 - t) / t * ((1 - s) / s)), "The log-odds of the sample's share are subtracted, not added."),
                ((b, t, s) => b - Log10((1 - t) / t * (s / (1 - s))), "Use the natural logarithm: log-odds are in nats."),
                ((b, t, s) => b - (1 - t) / t * (s / (1 - s)), "The logarithm is missing: the intercept is on the log-odds scale."),
                ((b, t, s) => b - Log(s / t), "That is the logarithm of a ratio of shares; the correction compares odds."),
            ],
        },
    ];

    private static double Squares(double[] values) => values.Sum(v => v * v);

    private static double Corrected(double b, double trueShare, double sampleShare) =>
        b - Log((1 - trueShare) / trueShare * (sampleShare / (1 - sampleShare)));
}
