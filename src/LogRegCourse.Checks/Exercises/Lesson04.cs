namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 4: surprise and entropy.</summary>
internal static class Lesson04
{
    private static readonly double Honest = Entropy.OfCoin(7.0 / 23);

    public static IReadOnlyList<Exercise> All { get; } =
    [
        new FunctionExercise<Func<double, double>>("4.1", "Surprise in bits", p => Math.Log2(1 / p))
        {
            Hints = ["Surprise is the logarithm of 1/p.", "Which base counts questions with two answers?", "-Log2(p), or -Log(p) / Log(2)."],
            Inputs = [[0.25], [0.5], [1.0], [0.9], [0.01], [1e-6]],
            Random = Announced,
            Rounding = 1e-15,
            Quantities = [Quantity.Probability(1e-12, (_, p) => [p])],
            Mistakes =
            [
                (p => -Math.Log(p), "This is the surprise in nats. A bit is log 2 nats: divide by Log(2), or use Log2."),
                (p => -Math.Log10(p), "The logarithm has base 10; bits need base 2."),
                (p => Math.Log2(p), "The sign is the other way round: a surprise is never negative."),
                (p => 1 / p, "1/p says how rare the event is; the surprise is its logarithm."),
                (p => -Math.Log2(1 - p), "This is the surprise of the event's not happening: take p, not 1 - p."),
                (p => -p * Math.Log2(p), "This is multiplied by p already: a part of the entropy, not the surprise."),
            ],
        },
        new FunctionExercise<Func<double, double>>("4.2", "A coin that may be certain", Entropy.OfCoin)
        {
            Hints =
            [
                "Weight the surprise of heads with p, and the surprise of tails with 1 - p.",
                "What does your formula give at p = 0? In C#, Log(0) is minus infinity and 0 times infinity is NaN.",
                "p is 0 or 1 ? 0 : -p * Log(p) - (1 - p) * Log(1 - p)",
            ],
            Inputs = [[0.5], [0.0], [1.0], [0.25], [0.9], [0.01]],
            Random = draw => draw.Spread(0.001, 0.999, 60).Concat(draw.Magnitudes(1e-300, 0.01, 25)).Concat(draw.Magnitudes(1e-6, 0.1, 20).Select(rest => 1 - rest)).Select(p => (object?[])[p]),
            Rounding = 1e-15,
            Quantities = [Quantity.Probability(1e-12, (_, p) => [p])],
            Mistakes =
            [
                (p => -p * Math.Log(p) - (1 - p) * Math.Log(1 - p), "At 0 and 1 this is NaN: 0 log 0 counts as 0, and code has to say so."),
                (p => p == 0 ? 0 : -p * Math.Log(p), "Only heads is counted. Tails happens with 1 - p and surprises too."),
                (p => -Entropy.OfCoin(p), "The sign is the other way round: expected surprise is never negative."),
                (p => Entropy.ToBits(Entropy.OfCoin(p)), "This is in bits; the task asks for nats, the natural logarithm."),
                (p => 2 * p * (1 - p), "This is the Gini index 2p(1 - p): the same shape, other numbers."),
                (p => -Math.Log(p), "This is the surprise of heads alone; weight the surprise of each side with its probability."),
            ],
        },
        new DerivationExercise("4.3", "The entropy of a logistic prediction", Derivation.Of("the entropy of a logistic prediction")
            .From(z => -Logistic.Sigmoid(z) * Math.Log(Logistic.Sigmoid(z)) - (1 - Logistic.Sigmoid(z)) * Math.Log(1 - Logistic.Sigmoid(z)))
            .Then("put the two logarithms in", z => -Logistic.Sigmoid(z) * (z - Logistic.Softplus(z)) + (1 - Logistic.Sigmoid(z)) * Logistic.Softplus(z))
            .Then("expand", z => -z * Logistic.Sigmoid(z) + Logistic.Sigmoid(z) * Logistic.Softplus(z) + Logistic.Softplus(z) - Logistic.Sigmoid(z) * Logistic.Softplus(z))
            .Therefore("two terms cancel", z => Logistic.Softplus(z) - z * Logistic.Sigmoid(z)))
        {
            Form = Form.LogarithmsBare,
            Hints =
            [
                "The first gap is log sigma(z), the second -log(1 - sigma(z)). Mind the sign in front of each.",
                "(z - Softplus(z)) and Softplus(z). Then multiply out.",
                "What is left is Softplus(z) - z * Sigmoid(z).",
            ],
        },
        new FunctionExercise<Func<double, double, double>>("4.4", "World and forecaster", Cross)
        {
            Hints =
            [
                "With which frequency does the event happen, and what does it cost the forecaster when it does?",
                "p of the time it costs -log q. What happens the rest of the time?",
                "-p * Log(q) - (1 - p) * Log(1 - q)",
            ],
            Inputs = [[1.0, 0.5], [0.0, 0.2], [0.5, 0.9], [0.3, 0.6], [0.05, 0.95], [0.7, 0.7]],
            Random = draw => draw.Spread(0.001, 0.999, 40).Select(p => (object?[])[p, draw.Probability()])
                .Concat(draw.Spread(0.001, 0.999, 40).SelectMany(q => (object?[][])[[0.0, q], [1.0, q], [draw.Probability(), q], [q, q]]))
                .Concat(draw.Magnitudes(1e-300, 1e-3, 15).SelectMany(q => (object?[][])[[1.0, q], [0.5, q], [0.0, q]])),
            Rounding = 1e-15,
            Quantities = [Quantity.Probability(1e-12, (draw, p) => [p, draw.Probability()]), Quantity.Probability(1e-12, (draw, q) => [draw.Probability(), q])],
            Mistakes =
            [
                ((p, q) => Cross(q, p), "World and forecaster are exchanged: the frequencies are p, the logarithms are of q."),
                ((p, q) => Cross(p, q) - Entropy.OfCoin(p), "The entropy of p is subtracted here: that is the divergence."),
                ((p, _) => Entropy.OfCoin(p), "This is the entropy of p; the forecast q does not appear in it."),
                ((p, q) => -p * Math.Log(q), "Only the event is counted. With the frequency 1 - p it does not happen, and that costs -log(1 - q)."),
                ((p, q) => Entropy.ToBits(Cross(p, q)), "This is in bits; the task asks for nats, the natural logarithm."),
                ((p, q) => -Cross(p, q), "The sign is the other way round: expected surprise is never negative."),
            ],
        },
        new NumberExercise("4.5", "The price of having no opinion", Math.Log(2) - Honest)
        {
            Digits = 3,
            Hints =
            [
                "What does the forecaster pay per flight? What does the honest one pay?",
                "The first pays log 2 whatever happens, the second the entropy of 7/23.",
                "Log(2) - CoinEntropy(7.0 / 23)",
            ],
            Mistakes =
            [
                (Math.Log(2), "This is the whole surprise of the forecaster; subtract what the honest one pays."),
                (Honest, "This is what the honest forecaster pays; the question is how much more log 2 is."),
                (Honest - Math.Log(2), "The sign is the other way round: having no opinion costs more, not less."),
                (Entropy.ToBits(Math.Log(2) - Honest), "This is in bits; the task asks for nats."),
                (Entropy.KlDivergence([0.5, 0.5], [7.0 / 23, 16.0 / 23]), "The direction is exchanged: the world is 7/23, the forecast is one half."),
                (23 * (Math.Log(2) - Honest), "This is for all 23 flights together; the task asks per flight."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double>>("4.6", "More than two outcomes", Entropy.KlDivergence)
        {
            Hints =
            [
                "Add p_k * log(p_k / q_k) over all outcomes.",
                "What happens to 0 * Log(0 / q)? Say what such an outcome adds.",
                "p.Zip(q, (a, c) => a == 0 ? 0 : a * Log(a / c)).Sum()",
            ],
            Inputs =
            [
                [new[] { 0.5, 0.5, 0 }, new[] { 0.25, 0.5, 0.25 }], [new[] { 1.0, 0 }, new[] { 0.5, 0.5 }],
                [new[] { 0.2, 0.3, 0.5 }, new[] { 0.5, 0.3, 0.2 }], [new[] { 0.1, 0.2, 0.3, 0.4 }, new[] { 0.25, 0.25, 0.25, 0.25 }],
                [new[] { 0.5, 0.5 }, new[] { 1.0, 0 }],
            ],
            Random = draw => RandomInputs.Sizes.SelectMany(k => (object?[][])
                [
                    [draw.Shares(k, withZeros: false), draw.Shares(k, withZeros: false)], [draw.Shares(k, withZeros: true), draw.Shares(k, withZeros: false)],
                    [draw.Shares(k, withZeros: true), draw.Shares(k, withZeros: true)], [draw.Shares(k, withZeros: false), draw.Shares(k, withZeros: true)],
                ])
                .Concat([[new[] { 0.0, 1, 0 }, new[] { 0.0, 0.5, 0.5 }], [new[] { 0.3, 0.7 }, new[] { 1e-300, 1.0 }], [new[] { 1e-9, 1 - 1e-9 }, new[] { 0.5, 0.5 }]])
                .Concat(draw.Magnitudes(1e-300, 1e-3, 8).Select(q => (object?[])[new[] { 0.5, 0.5 }, new[] { q, 1 - q }])),
            Rounding = 1e-14,
            Quantities =
            [
                Quantity.Probability(1e-12, (draw, p) => [(double[])[p, 1 - p], draw.Whole(0, 1) == 0 ? [0.0, 1.0] : draw.Shares(2, withZeros: false)]),
                Quantity.Probability(1e-12, (draw, q) => [draw.Shares(2, withZeros: false), (double[])[q, 1 - q]]),
                Quantity.Probability(1e-12, (draw, p) => [(double[])[(1 - p) / 2, p, (1 - p) / 2], draw.Shares(3, withZeros: false)]),
            ],
            Mistakes =
            [
                ((p, q) => Sum(p, q, (a, c) => a * Math.Log(a / c)), "An outcome with p = 0 adds nothing, but C# computes 0 times minus infinity and gets NaN."),
                ((p, q) => Sum(q, p, Term), "p and q are exchanged: the weights are p, the world."),
                ((p, q) => Sum(p, q, (a, c) => a == 0 ? 0 : -a * Math.Log(c)), "This is the cross-entropy; the divergence leaves out what cannot be avoided, the entropy of p."),
                ((p, q) => Entropy.ToBits(Sum(p, q, Term)), "This is in bits; the task asks for nats, the natural logarithm."),
                ((p, q) => -Sum(p, q, Term), "The fraction is upside down: log(q/p) has the opposite sign."),
                ((p, q) => Sum(p, q, (a, c) => Math.Abs(a - c)), "These are differences of probabilities; the divergence compares their logarithms."),
            ],
        },
    ];

    // Above 0, up to 1.
    private static IEnumerable<object?[]> Announced(RandomInputs draw) =>
        draw.Spread(0.001, 1, 60).Concat(draw.Magnitudes(1e-300, 0.01, 30)).Concat(draw.Magnitudes(1e-9, 0.1, 15).Select(rest => 1 - rest)).Select(p => (object?[])[p]);

    private static double Cross(double p, double q) => -p * Math.Log(q) - (1 - p) * Math.Log(1 - q);

    private static double Term(double p, double q) => p == 0 ? 0 : p * Math.Log(p / q);

    private static double Sum(double[] p, double[] q, Func<double, double, double> term) => p.Zip(q, term).Sum();
}
