using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 2b: where linear log-odds come from.</summary>
internal static class Lesson02b
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("2b.1", "A rare class", 1 - Log(3))
        {
            Hints =
            [
                "The log-odds are the prior log-odds plus the weight of evidence.",
                "The evidence: (μ₁ − μ₀)/v · x + (μ₀² − μ₁²)/(2v) with μ₁ = 5, μ₀ = 3, v = 4 and x = 6.",
                "The prior: log(0.25/0.75), which is −log 3.",
            ],
            Mistakes =
            [
                (1, "That is the evidence alone; a quarter of the rows is of class 1, so add log(0.25/0.75)."),
                (1 + Log(3), "The prior has the wrong sign: class 1 is the rarer one, so it lowers the log-odds."),
                (1 + Log(0.25), "The prior enters as log-odds, log(π/(1 − π)), not as log π."),
                (4 - Log(3), "Divide by the variance, 4: these are the log-odds for variance 1."),
                (2 - Log(3), "Either: divide by the variance, 4, not by its root. Or: the 2 of 2v is missing below the squares."),
                (3 - Log(3), "The intercept (μ₀² − μ₁²)/(2v) is missing."),
                (Sigmoid(1 - Log(3)), "That is the probability; the question asks for the log-odds."),
                ((1 - Log(3)) * -1, "The sign is flipped: these are the log-odds of class 0."),
            ],
        },
        new FunctionExercise<Func<double, double, double, double, double[]>>("2b.2", "From bells to weights", FromBells)
        {
            Hints =
            [
                "The weight is the distance of the means over the variance: (mean1 - mean0) / variance.",
                "The bias has two parts: (mean0² − mean1²)/(2 · variance), and the prior log-odds.",
                "The prior log-odds of a share are Log(share / (1 - share)), or Logit(share).",
            ],
            Inputs = [[2.0, 0.0, 1.0, 0.5], [5.0, 3.0, 4.0, 0.25], [-1.0, 2.0, 0.5, 0.7], [1.0, 1.0, 2.0, 0.1], [1.5, -1.5, 2.0, 0.3]],
            Random = draw => Enumerable.Range(0, 60).Select(_ => (object?[])[draw.Real(-20, 20), draw.Real(-20, 20), draw.Magnitude(0.01, 100), draw.Probability()])
                .Concat(draw.Magnitudes(1e-9, 0.01, 8).Select(variance => (object?[])[draw.Real(1, 9), draw.Real(10, 20), variance, 0.5])),
            Rounding = 1e-13,
            Quantities =
            [
                Quantity.Line(1e-9, 1e9, (draw, mean) => [mean, draw.Real(-9, 9), draw.Magnitude(0.01, 100), draw.Probability()]),
                Quantity.Line(1e-9, 1e9, (draw, mean) => [draw.Real(-9, 9), mean, draw.Magnitude(0.01, 100), draw.Probability()]),
                Quantity.Positive(1e-9, 1e9, (draw, variance) => [draw.Real(-9, 9), draw.Real(-9, 9), variance, draw.Probability()]),
                Quantity.Probability(1e-12, (draw, share) => [draw.Real(-9, 9), draw.Real(-9, 9), draw.Magnitude(0.01, 100), share]),
            ],
            Terms = input => (Pow((double)input[0]!, 2) + Pow((double)input[1]!, 2)) / (double)input[2]! + RandomInputs.LostInLogit((double)input[3]!),
            Mistakes =
            [
                ((m1, m0, v, s) => [(m0 * m0 - m1 * m1) / (2 * v), (m1 - m0) / v], "The prior is missing: add the log-odds of the share to the bias."),
                ((m1, m0, v, s) => [FromBells(m1, m0, v, s)[1], FromBells(m1, m0, v, s)[0]], "The order is [b, w]: the bias first."),
                ((m1, m0, v, s) => FromBells(m0, m1, v, s), "The means are swapped: these are the weights for class 0, but with the prior of class 1."),
                ((m1, m0, v, s) => [(m1 * m1 - m0 * m0) / (2 * v) + Logit(s), (m1 - m0) / v], "The sign of the first part of the bias is wrong: it is mean0² − mean1²."),
                ((m1, m0, v, s) => FromBells(m1, m0, v * v, s), "Divide by the variance, not by its square."),
                ((m1, m0, v, s) => FromBells(m1, m0, Sqrt(v), s), "Divide by the variance, not by its root."),
                ((m1, m0, v, s) => [(m0 * m0 - m1 * m1) / (2 * v) + Log(s), (m1 - m0) / v], "The prior enters as log-odds, log(π/(1 − π)), not as log π."),
                ((m1, m0, v, s) => [(m0 * m0 - m1 * m1) / v + Logit(s), (m1 - m0) / v], "The first part of the bias has 2v below, not v."),
            ],
        },
        new DerivationExercise("2b.3", "Counts", Derivation.Of("two classes of counts")
            .Where("mu1 > 0", "mu0 > 0")
            .From((x, mu1, mu0) => Log(Exp(-mu1) * Pow(mu1, x) / (Exp(-mu0) * Pow(mu0, x))))
            .Therefore("a slope and an intercept", (x, mu1, mu0) => x * (Log(mu1) - Log(mu0)) + mu0 - mu1))
        {
            Form = Form.NoExponential & Form.Once("x", "have x once only: slope times x plus an intercept"),
            Hints =
            [
                "The logarithm of a product is a sum, that of a quotient a difference: four terms.",
                "Log(Exp(-mu1)) is -mu1, and Log(Pow(mu1, x)) is x * Log(mu1).",
                "Take x out: x * (Log(mu1) - Log(mu0)) + mu0 - mu1.",
            ],
            Mistakes =
            [
                ("x * (log(mu1) - log(mu0))", "The intercept is missing: the logarithms of the two exponentials leave μ₀ − μ₁."),
                ("x * log(mu1 / mu0)", "The intercept is missing: the logarithms of the two exponentials leave μ₀ − μ₁."),
            ],
        },
        new DerivationExercise("2b.4", "Ten tosses", Derivation.Of("mean and variance of n tosses")
            .From((theta, n) => n * Softplus(theta))
            .Differentiate("the mean", (theta, n) => n * Sigmoid(theta))
            .Differentiate("the variance", (theta, n) => n * Sigmoid(theta) * (1 - Sigmoid(theta))))
        {
            Hints =
            [
                "n is a constant: it stays in front.",
                "The slope of softplus is the sigmoid: the mean is n * Sigmoid(theta).",
                "The slope of the sigmoid is Sigmoid(theta) * (1 - Sigmoid(theta)).",
            ],
            Mistakes =
            [
                ("sigmoid(theta)", "The n is lost: it is a constant factor and stays in front."),
                ("n * sigmoid(theta)^2", "The slope of the sigmoid is σ(1 − σ), not σ²."),
            ],
        },
        new FunctionExercise<Func<double, double, double, double, double, double>>("2b.5", "Two widths", TwoWidths)
        {
            Hints =
            [
                "Take the logarithm of each bell, then the difference: class 1 minus class 0.",
                "The logarithm of a bell is −(x − μ)²/(2v) − log(v)/2; the √(2π) is in both.",
                "(x - mean0)²/(2 · variance0) − (x − mean1)²/(2 · variance1) + log(variance0/variance1)/2",
            ],
            Inputs = [[0.0, 0.0, 4.0, 0.0, 1.0], [1.0, 2.0, 1.0, 0.0, 1.0], [-4.0, 2.0, 4.0, 0.0, 1.0], [2.5, -1.0, 0.5, 3.0, 2.0], [3.0, 1.0, 4.0, 1.0, 1.0], [1.0, 2.0, 3.0, -1.0, 3.0]],
            Random = draw => Enumerable.Range(0, 60).Select(_ => (object?[])[draw.Real(-5, 5), draw.Real(-5, 5), draw.Magnitude(0.5, 20), draw.Real(-5, 5), draw.Magnitude(0.5, 20)]),
            Rounding = 1e-10,
            Quantities =
            [
                Quantity.Line(1e-9, MostDeviations, (draw, away) => AwayFromOne(draw, away, draw.Magnitude(0.5, 20))),
                Quantity.Line(1e-9, MostDeviations, (draw, away) => Exchanged(AwayFromOne(draw, away, draw.Magnitude(0.5, 20)))),
                Quantity.Positive(1e-9, 1e9, (draw, variance) => AwayFromOne(draw, draw.Real(-5, 5), variance), parts: 40),
                Quantity.Positive(1e-9, 1e9, (draw, variance) => Exchanged(AwayFromOne(draw, draw.Real(-5, 5), variance)), parts: 40),
                Quantity.Line(1e-9, 1e9, (draw, x) => draw.Magnitude(0.1, 1) * Max(x * x, 1e-18) is var variance ? [x, x + draw.Real(-5, 5) * x, variance, x + draw.Real(-5, 5) * x, 2 * variance] : [], parts: 20),
            ],
            Terms = input => ((double[])[.. input.Select(number => (double)number!)]) is var n
                ? (Pow(n[0], 2) + Pow(n[1], 2)) / n[2] + (Pow(n[0], 2) + Pow(n[3], 2)) / n[4] + 50 : 0,
            Mistakes =
            [
                ((x, m1, v1, m0, v0) => Pow(x - m0, 2) / (2 * v0) - Pow(x - m1, 2) / (2 * v1), "The heights of the bells are missing: a wide bell is low, which costs log(v)/2."),
                ((x, m1, v1, m0, v0) => -TwoWidths(x, m1, v1, m0, v0), "The sign is flipped: these are the log-odds of class 0."),
                ((x, m1, v1, m0, v0) => TwoWidths(x, m1, v1, m0, v0) + Log(v0 / v1) / 2, "The factor before a bell is one over the root of its variance: half a logarithm."),
                ((x, m1, v1, m0, v0) => TwoWidths(x, m1, v1, m0, v0) - Log(v0 / v1), "The logarithm has the wrong sign: the wider class is the lower one."),
                ((x, m1, v1, m0, v0) => TwoWidths(x, m1, v1 * v1, m0, v0 * v0), "These are variances, not standard deviations: do not square them."),
                ((x, m1, v1, m0, v0) => Log(Exp(-Pow(x - m1, 2) / (2 * v1)) / Sqrt(v1) / (Exp(-Pow(x - m0, 2) / (2 * v0)) / Sqrt(v0))),
                    "Right on paper, but far out the heights of both bells are rounded to 0: take the logarithm of each before you divide."),
                ((x, m1, v1, m0, v0) => Exp(TwoWidths(x, m1, v1, m0, v0)), "Those are the odds; take the logarithm."),
                ((x, m1, v1, m0, v0) => Sigmoid(TwoWidths(x, m1, v1, m0, v0)), "That is the probability; asked are the log-odds."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double>>("2b.6", "Your own discriminant", (x, y) => Slope(x, y, 2))
        {
            Hints =
            [
                "The mean of a class: x.Where((_, i) => y[i] == 1).Average().",
                "Each row's deviation is from the mean of its own class: x[i] minus mean1 where y[i] is 1, minus mean0 elsewhere.",
                "(mean1 - mean0) / (sum of squared deviations / (n - 2))",
            ],
            Inputs =
            [
                [new double[] { 0, 2, 3, 4, 5 }, new double[] { 0, 0, 1, 1, 1 }], [new double[] { 5, 1, 4, 2, 9, 3 }, new double[] { 1, 0, 1, 0, 0, 0 }],
                [new double[] { -1.5, 0.5, 2, 7 }, new double[] { 1, 0, 1, 0 }],
            ],
            Random = draw => RandomInputs.Sizes.Where(n => n >= 4).SelectMany(n => (object?[][])
                [[draw.Different(n, -9, 9), draw.BothLabels(n)], [draw.Different(n, 50, 90), draw.BothLabels(n)]]).SelectMany(input => (object?[][])[input, RandomInputs.WithRowTwice(input)]),
            Rounding = 1e-10,
            Quantities = [Quantity.Positive(1e-6, 1e9, (draw, size) => draw.Whole(4, 8) is var n ? [draw.Different(n, -size, size), draw.BothLabels(n)] : [])],
            Condition = input => ((double[])input[0]!, (double[])input[1]!) is var (x, y) ? 10 * x.Max(Abs) / Abs(Mean(x, y, 1) - Mean(x, y, 0)) : 1,
            Without = [nameof(LinearDiscriminant)],
            Mistakes =
            [
                ((x, y) => Slope(x, y, 0), "Divide the sum of squares by n − 2: two means were estimated."),
                ((x, y) => Slope(x, y, 1), "Divide the sum of squares by n − 2, not by n − 1: two means were estimated."),
                ((x, y) => (Mean(x, y, 1) - Mean(x, y, 0)) / (x.Sum(v => Pow(v - x.Average(), 2)) / (x.Length - 2)), "The deviations are from the mean of the own class, not from the mean of all."),
                ((x, y) => (Mean(x, y, 1) - Mean(x, y, 0)) / Sqrt(Squares(x, y) / (x.Length - 2)), "Divide by the variance, not by the standard deviation."),
                ((x, y) => -Slope(x, y, 2), "The sign is flipped: mean of class 1 minus mean of class 0."),
                ((x, y) => Mean(x, y, 1) - Mean(x, y, 0), "That is the distance of the means; divide it by the pooled variance."),
            ],
        },
    ];

    private static double[] FromBells(double mean1, double mean0, double variance, double share) =>
        [(mean0 * mean0 - mean1 * mean1) / (2 * variance) + Logit(share), (mean1 - mean0) / variance];

    private static double TwoWidths(double x, double mean1, double variance1, double mean0, double variance0) =>
        Pow(x - mean0, 2) / (2 * variance0) - Pow(x - mean1, 2) / (2 * variance1) + Log(variance0 / variance1) / 2;

    // So far out that the height of a bell is no number any more.
    private const double MostDeviations = 300;

    // A value so many standard deviations from the mean of class 1, and anywhere in class 0.
    private static object?[] AwayFromOne(RandomInputs draw, double away, double variance)
    {
        double mean = draw.Real(-5, 5), other = draw.Magnitude(0.5, 20);
        var x = mean + away * Sqrt(variance);
        return [x, mean, variance, x + draw.Real(-5, 5) * Sqrt(other), other];
    }

    private static object?[] Exchanged(object?[] input) => [input[0], input[3], input[4], input[1], input[2]];

    private static double Slope(double[] x, double[] y, int estimated) => (Mean(x, y, 1) - Mean(x, y, 0)) / (Squares(x, y) / (x.Length - estimated));

    private static double Mean(double[] x, double[] y, double label) => x.Where((_, i) => y[i] == label).Average();

    private static double Squares(double[] x, double[] y) => x.Select((v, i) => Pow(v - Mean(x, y, y[i]), 2)).Sum();
}
