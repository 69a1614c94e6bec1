using static System.Math;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 10b: how sure a fit is.</summary>
internal static class Lesson10b
{
    private const double Limit = 3.84;

    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("10b.1", "A score by hand", 5)
        {
            Hints = ["At θ = 0 the coin is fair: p is one half, and ten heads are expected.", "The score is 15 − 10, the information 20 · ½ · ½.", "5 · 5 / 5"],
            Mistakes =
            [
                (1, "That is U/I; square the score: U²/I."),
                (25, "That is the square of the score; divide it by the information 20 · ½ · ½."),
                (20 / 3.0, "The information is taken at θ₀ = 0, where p = ½, not at the estimate."),
                (Log(3) * Log(3) * 3.75, "That is Wald's statistic: it looks from the estimate, the score test from θ₀."),
                (2 * (15 * Log(0.75) + 5 * Log(0.25) + 20 * Log(2)), "That is the likelihood ratio."),
                (1.25, "The information is np(1 − p) = 5, without another factor n."),
            ],
        },
        new FunctionExercise<Func<double, double, double>>("10b.2", "Wald's square", WaldSquare)
        {
            Hints = ["The estimate is the log-odds of the share: Log(k / (n - k)).", "The information there is n p (1 − p) with p = k/n, that is k (n − k)/n."],
            Inputs = [[5.0, 10.0], [7.0, 10.0], [15.0, 20.0], [1.0, 40.0], [39.0, 40.0]],
            Random = draw => Enumerable.Range(0, 60).Select(_ => draw.Whole(2, 3000) is var n ? (object?[])[(double)draw.Whole(1, n - 1), (double)n] : [])
                .Concat(draw.Magnitudes(1e4, 1e9, 12).Select(n => Round(n)).SelectMany(n => (object?[][])[[Round(0.9 * n), n], [1.0, n]])),
            Rounding = 1e-10,
            Quantities = [Quantity.Count(1e9, (draw, n) => [Round(draw.Real(1, n)), n + 1])],
            Terms = input => (double)input[1]! * Abs(Log((double)input[0]! / ((double)input[1]! - (double)input[0]!))),
            Mistakes =
            [
                ((k, n) => Pow(Log(k / (n - k)), 2) * n / 4, "The information is taken at the estimate, p = k/n, not at one half."),
                ((k, n) => Log(k / (n - k)) * Sqrt(k * (n - k) / n), "That is Wald's z; asked is its square."),
                ((k, n) => Pow(Log(k / (n - k)), 2), "Measure the distance in standard errors: multiply by the information."),
                ((k, n) => Pow(Log(k / (n - k)), 2) / (k * (n - k) / n), "Multiply by the information; the standard error is one over its root."),
                ((k, n) => Pow(Log(k / n), 2) * k * (n - k) / n, "The estimate is the log-odds Log(k / (n - k)), not the logarithm of the share."),
                ((k, n) => Pow(k - n / 2, 2) / (n / 4), "That is the score statistic: it looks from θ₀ = 0."),
            ],
        },
        new DerivationExercise("10b.3", "Counts", Derivation.Of("score and bend of a count")
            .From((theta, k, n) => k * theta - n * Exp(theta))
            .Differentiate("the score", (theta, k, n) => k - n * Exp(theta))
            .Differentiate("the bend", (theta, k, n) => -n * Exp(theta)))
        {
            Hints = ["k and n are constants. The slope of kθ is k.", "The exponential is its own slope: k - n * Exp(theta), then -n * Exp(theta)."],
            Mistakes =
            [
                ("k - n * theta * exp(theta)", "The slope of e^θ is e^θ, without a factor θ."),
                ("k - n", "The exponential does not go away: its slope is itself."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double>>("10b.4", "The score test of a slope", ScoreOfSlope)
        {
            Hints =
            [
                "Compute both means first.",
                "Above: the sum of (x − x̄)(y − ȳ), squared as a whole.",
                "Below: ȳ (1 − ȳ) times the sum of the squares of x − x̄.",
            ],
            Inputs = [[new double[] { 1, 2, 3, 4 }, new double[] { 0, 1, 0, 1 }], [new double[] { 5, 1, 4, 2, 9 }, new double[] { 1, 0, 1, 0, 0 }]],
            Random = draw => RandomInputs.SizesFromTwo.SelectMany(n => (object?[][])
                [[draw.Different(n, -9, 9), draw.BothLabels(n)], [draw.Different(n, 50, 90), draw.BothLabels(n)]]).SelectMany(input => (object?[][])[input, RandomInputs.WithRowTwice(input)]),
            Rounding = 1e-9,
            Without = [nameof(ScoreTest)],
            Quantities = [Quantity.Positive(1e-6, 1e9, (draw, size) => draw.Whole(3, 7) is var n ? [draw.Different(n, -size, size), draw.BothLabels(n)] : [])],
            Mistakes =
            [
                ((x, y) => ScoreOfSlope(x, y) / x.Length, "A factor n is missing: the sums are sums, not means."),
                ((x, y) => Score(x, y) / (y.Average() * (1 - y.Average()) * Squares(x)), "Square the sum above the line."),
                ((x, y) => Pow(Score(x, y), 2) / Squares(x), "The factor ȳ(1 − ȳ), the variance of a label, is missing below."),
                ((x, y) => Pow(Score(x, y), 2) / (y.Average() * Squares(x)), "The variance of a label is ȳ(1 − ȳ), not ȳ."),
                ((x, y) => Pow(Score(x, y), 2) / (y.Average() * (1 - y.Average()) * x.Sum(v => v * v)), "Below the line x is centred too: what the intercept says already does not count."),
                ((x, y) => x.Zip(y, (v, u) => Pow((v - x.Average()) * (u - y.Average()), 2)).Sum() / (y.Average() * (1 - y.Average()) * Squares(x)), "Square the sum, not each of its terms."),
            ],
        },
        new FunctionExercise<Func<double, double>>("10b.5", "All of them", n => Exp(-Limit / (2 * n)))
        {
            Hints = ["The interval begins where e^−θ = e^(q/2n) − 1.", "The probability is 1/(1 + e^−θ): put that in.", "1 / e^(q/2n), with q = 3.84."],
            Inputs = [[10.0], [3.0], [1.0], [100.0]],
            Random = draw => draw.Magnitudes(1, 1e6, 40).Select(n => (object?[])[Round(n)]),
            Quantities = [Quantity.Count(1e9, (_, n) => [n])],
            Mistakes =
            [
                (n => -Log(Exp(Limit / (2 * n)) - 1), "Those are the log-odds where it begins; asked is the probability."),
                (n => Exp(-Limit / n), "The deviance is twice the drop in log-likelihood: q/(2n)."),
                (n => 1 - Limit / (2 * n), "That is the approximation for many trials; asked is the number itself."),
                (n => Exp(Limit / (2 * n)), "The sign is wrong: a probability is at most 1."),
                (n => Exp(-1.96 * 1.96 / (2 * n)), "Take q = 3.84, as the task says: the square of 1.96 is 3.8416."),
                (n => Exp(-1.96 / (2 * n)), "The limit is 3.84, the square of 1.96."),
                (n => 1 - Exp(-Limit / (2 * n)), "That is the largest probability of a failure; asked is the smallest of a success."),
            ],
        },
        new FunctionExercise<Func<double[], double[], int, double>>("10b.6", "Akaike's charge", (y, p, k) => Deviance(y, p) + 2 * k)
        {
            Hints =
            [
                "The log-likelihood of a row is Log(p) where y is 1, and Log(1 - p) where it is 0.",
                "Minus twice their sum is the deviance.",
                "Add 2 for each coefficient.",
            ],
            Inputs = [[new double[] { 1 }, new[] { 0.5 }, 1], [new double[] { 0, 1, 1 }, new[] { 0.2, 0.9, 0.6 }, 2], [new double[] { 0, 0 }, new[] { 0.3, 0.7 }, 3]],
            Random = draw => RandomInputs.Sizes.Select(n => (object?[])[draw.Labels(n), draw.Probabilities(n), draw.Whole(1, 9)])
                .Concat(draw.Magnitudes(1e-300, 1e-6, 8).Select(p => (object?[])[new[] { 1.0, 1.0 }, new[] { p, p }, draw.Whole(10, 100_000)])),
            Rounding = 1e-10,
            Quantities =
            [
                Quantity.Probability(1e-12, (draw, p) => draw.Length() is var n ? [draw.Labels(n), draw.With(p, draw.Probabilities(n)), draw.Whole(1, 9)] : []),
                Quantity.Count(1e6, (draw, k) => draw.Length() is var n ? [draw.Labels(n), draw.Probabilities(n), (int)k] : []),
            ],
            Mistakes =
            [
                ((y, p, _) => Deviance(y, p), "That is the deviance; add 2 for each coefficient."),
                ((y, p, k) => Deviance(y, p) + k, "The charge is 2 for each coefficient."),
                ((y, p, k) => Deviance(y, p) / 2 + 2 * k, "The log-likelihood enters twice."),
                ((y, p, k) => Deviance(y, p) - 2 * k, "The charge is added: a coefficient costs."),
                ((y, p, k) => -Deviance(y, p) + 2 * k, "The sign of the log-likelihood is flipped: a better fit has the smaller AIC."),
                ((y, p, k) => Deviance(y, p) + Log(y.Length) * k, "That is BIC: AIC charges 2, whatever the number of rows."),
                ((y, p, k) => Deviance(y, p) / y.Length + 2 * k, "The log-likelihood is a sum over the rows, not their mean."),
                ((y, p, k) => -2 * y.Zip(p, (u, v) => u * Log(v)).Sum() + 2 * k, "The rows with the label 0 are missing: their term is Log(1 - p)."),
            ],
        },
    ];

    private static double WaldSquare(double k, double n) => Pow(Log(k / (n - k)), 2) * k * (n - k) / n;

    private static double Score(double[] x, double[] y) => x.Zip(y, (v, u) => (v - x.Average()) * (u - y.Average())).Sum();

    private static double Squares(double[] x) => x.Sum(v => Pow(v - x.Average(), 2));

    private static double ScoreOfSlope(double[] x, double[] y) => Pow(Score(x, y), 2) / (y.Average() * (1 - y.Average()) * Squares(x));

    private static double Deviance(double[] y, double[] p) => -2 * y.Zip(p, (u, v) => u == 1 ? Log(v) : Log(1 - v)).Sum();
}
