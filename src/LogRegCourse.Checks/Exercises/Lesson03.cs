using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 3: likelihood and cross-entropy.</summary>
internal static class Lesson03
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new FunctionExercise<Func<int, double, double>>("3.1", "The probability of a label", Mass)
        {
            Hints = ["Anything to the power of 0 is 1.", "p to the power of y is p for y = 1 and 1 for y = 0. Which factor does the same for the other label?", "Pow(p, y) * Pow(1 - p, 1 - y)"],
            WithoutConditions = true,
            Inputs = [[1, 0.9], [0, 0.9], [1, 0.2], [0, 0.2], [1, 0.5], [0, 0.999]],
            Random = draw => draw.Spread(0.001, 0.999, 40).Concat(draw.Magnitudes(1e-15, 0.01, 15)).Concat(draw.Magnitudes(1e-15, 0.01, 20).Select(rest => 1 - rest))
                .Concat([0, 1]).SelectMany(p => (object?[][])[[1, p], [0, p]]),
            Rounding = 1e-15,
            Quantities = [Quantity.Probability(1e-12, (_, p) => [0, p]), Quantity.Probability(1e-12, (_, p) => [1, p])],
            // The logarithm of a probability has no value at an end.
            MayRefuse = input => input[1] is 0.0 or 1.0,
            Mistakes =
            [
                ((y, p) => Mass(1 - y, p), "The labels are exchanged: 1 has the probability p."),
                ((y, p) => p, "That is the probability of label 1, whatever the label."),
                ((y, p) => 1 - p, "That is the probability of label 0, whatever the label."),
                ((y, p) => Pow(p, y), "For y = 0 this is 1: the factor for the other label is missing."),
                ((y, p) => Pow(p, y) + Pow(1 - p, 1 - y), "The factors are multiplied: with a sum, the 1 of the label that did not happen stays."),
                ((y, p) => y == 1 ? Log(p) : Log(1 - p), "That is the logarithm of the probability."),
                ((y, p) => Pow(p, y) * Pow(1 - p, y), "The exponent of 1 − p is 1 − y."),
            ],
        },
        new FunctionExercise<Func<int[], double[], double>>("3.2", "The likelihood of a sequence", Likelihood)
        {
            Hints =
            [
                "Independent probabilities multiply.",
                "Go through labels and probabilities together, as Mass of exercise 3.1 does for one.",
                "y.Zip(p, (label, q) => Pow(q, label) * Pow(1 - q, 1 - label)).Aggregate(1.0, (a, c) => a * c)",
            ],
            Inputs =
            [
                [new[] { 1 }, new[] { 0.9 }],
                [new[] { 0 }, new[] { 0.9 }],
                [new[] { 1, 1 }, new[] { 0.5, 0.2 }],
                [new[] { 1, 0, 1 }, new[] { 0.6, 0.3, 0.8 }],
                [new[] { 1, 0, 1, 0 }, new[] { 0.9, 0.4, 0.3, 0.1 }],
                [new[] { 0, 0, 0, 1, 1 }, new[] { 0.1, 0.2, 0.3, 0.4, 0.5 }],
            ],
            Random = draw => RandomInputs.Sizes.Concat(RandomInputs.Sizes).Select(n => (object?[])[WholeLabels(draw, n), draw.Probabilities(n)])
                .Concat([[WholeLabels(draw, 300), draw.Reals(300, 0.1, 0.9)], [new[] { 1, 1, 1 }, draw.Probabilities(3)], [new[] { 0, 0, 0, 0 }, draw.Probabilities(4)]]),
            Rounding = 0,
            Quantities = [Quantity.Probability(1e-12, (draw, p) => draw.Length() is var n ? [WholeLabels(draw, n), draw.With(p, draw.Probabilities(n))] : [])],
            Mistakes =
            [
                ((y, p) => y.Zip(p, Mass).Sum(), "The probabilities are added; independent ones multiply."),
                ((y, p) => y.Zip(p, Mass).Average(), "That is a mean of probabilities; independent ones multiply."),
                ((y, p) => Log(Likelihood(y, p)), "That is its logarithm, the log-likelihood."),
                ((y, p) => p.Aggregate(1.0, (a, q) => a * q), "The labels are not used: where the label is 0, the factor is 1 − p."),
                ((y, p) => y.Zip(p).Where(pair => pair.First == 1).Aggregate(1.0, (a, pair) => a * pair.Second), "Only the ones count here; each 0 has the factor 1 − p."),
                ((y, p) => y.Zip(p, (label, q) => Mass(1 - label, q)).Aggregate(1.0, (a, c) => a * c), "The labels are exchanged: 1 has the factor p."),
                ((y, p) => Mass(y[0], p[0]), "Only the first example counts here."),
            ],
        },
        new DerivationExercise("3.3", "The cross-entropy, by your own hand",
            Derivation.Of("cross-entropy of one example").Where("y in {0,1}", "p in (0,1)")
                .From((y, p) => Pow(p, y) * Pow(1 - p, 1 - y))
                .TakeLog("log of a product", (y, p) => Log(Pow(p, y)) + Log(Pow(1 - p, 1 - y)))
                .Then("exponents come down", (y, p) => y * Log(p) + (1 - y) * Log(1 - p))
                .Negate("a loss", (y, p) => -(y * Log(p) + (1 - y) * Log(1 - p))))
        {
            Form = Form.LogarithmsApart,
            Hints = ["The logarithm of a product is the sum of the logarithms.", "log a^b = b log a, for both terms.", "The last line is the whole line before in brackets, with a minus in front."],
            Mistakes =
            [
                ("y * log(p) + (1 - y) * log(1 - p)", "The minus is lost: a likelihood is large when it is good, a loss is small."),
                ("-y * log(p) + (1 - y) * log(1 - p)", "The minus belongs to both terms: keep the brackets."),
            ],
        },
        new DerivationExercise("3.4", "The same from log-odds",
            Derivation.Of("cross-entropy from log-odds")
                .From((y, z) => -(y * Log(Sigmoid(z)) + (1 - y) * Log(1 - Sigmoid(z))))
                .Then("put the sigmoids in", (y, z) => -(y * Log(Exp(z) / (1 + Exp(z))) + (1 - y) * Log(1 / (1 + Exp(z)))))
                .Therefore("collect", (y, z) => Log(1 + Exp(z)) - y * z))
        {
            Form = Form.Once("y", "have y once only: the terms with log(1 + e^z) collected"),
            Hints =
            [
                "σ(z) = e^z / (1 + e^z), and 1 − σ(z) = 1 / (1 + e^z).",
                "log(e^z / (1 + e^z)) is z − log(1 + e^z), and log(1 / (1 + e^z)) is −log(1 + e^z).",
                "y log(1 + e^z) and (1 − y) log(1 + e^z) add up to one whole log(1 + e^z); −y z is left.",
            ],
            Mistakes =
            [
                ("log(1 + exp(z)) + y * z", "The term y z comes with a minus: the more the signal speaks for a label 1, the smaller the loss."),
                ("log(1 + exp(z)) - (1 - y) * z", "z goes with y: it stands where the label is 1."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double>>("3.5", "A loss that never breaks", MeanLoss)
        {
            Hints =
            [
                "Exercise 3.4 gives the loss of one example from y and z, without a p.",
                "log(1 + e^z) overflows for large z; the library's Softplus(z) is the same and does not.",
                "y.Zip(z, (label, logOdds) => Softplus(logOdds) - label * logOdds).Average()",
            ],
            Inputs =
            [
                [new[] { 1.0 }, new[] { 1.0 }],
                [new[] { 1.0, 0 }, new[] { 0.0, 0 }],
                [new[] { 0.0 }, new[] { 2.0 }],
                [new[] { 1.0, 0, 1 }, new[] { 2.0, -1, 0.5 }],
                [new[] { 0.0, 0, 1, 1 }, new[] { -3.0, 1, -0.5, 4 }],
                [new[] { 0.0, 1 }, new[] { 40.0, 1 }],
                [new[] { 0.0, 1 }, new[] { 800.0, -800 }],
            ],
            Random = draw => RandomInputs.Sizes.SelectMany(n => (object?[][])
                [
                    [draw.Labels(n), draw.Reals(n, -6, 6)], [draw.Labels(n), draw.Reals(n, -50, 50)], [draw.Labels(n), draw.Reals(n, -2000, 2000)],
                    [draw.Labels(n), draw.Wholes(n, -1, 1)],
                ])
                .Concat(draw.Spread(-800, 800, 40).SelectMany(z => (object?[][])[[new[] { 1.0 }, new[] { z }], [new[] { 0.0 }, new[] { z }]]))
                .Concat(draw.Magnitudes(1e4, 1e300, 8).SelectMany(z => (object?[][])[[new[] { 1.0 }, new[] { -z }], [new[] { 0.0 }, new[] { z }]])),
            // Softplus(z) - y z cancels for y = 1 and a large z.
            Rounding = 1e-12,
            Quantities =
            [
                Quantity.Line(1e-12, 1e12, (draw, z) => draw.Length() is var n ? [draw.Labels(n), draw.With(z, draw.Sized(n, Min(Abs(z), 10)))] : []),
                Quantity.Line(1e-12, 1e12, (draw, z) => [draw.Labels(1), (double[])[z]]),
            ],
            Terms = input => ((double[])input[1]!).Max(Abs),
            Mistakes =
            [
                ((y, z) => MeanLoss(y, z) * y.Length, "That is the sum; the mean divides it by n."),
                ((y, z) => -MeanLoss(y, z), "The minus sign is lost or one too many: a loss is positive."),
                ((y, z) => MeanLoss(y, z) / Log(10), "That is with logarithms to base 10; Log is the natural one."),
                ((y, z) => MeanLoss(y, z) / Log(2), "That is in bits, with logarithms to base 2; Log is the natural one."),
                ((y, z) => y.Zip(z, (l, t) => -(l * Log(Sigmoid(t)) + (1 - l) * Log(1 - Sigmoid(t)))).Average(),
                    "Right on paper, but it goes through p, and p reaches 1 and 0: stay with z."),
                ((y, z) => y.Zip(z, (l, t) => Log(1 + Exp(t)) - l * t).Average(), "Right on paper, but Exp(z) overflows for large z: take Softplus."),
                ((y, z) => y.Zip(z, (l, t) => Softplus(t) + l * t).Average(), "The term y z comes with a minus."),
                ((y, z) => y.Zip(z, (l, t) => Softplus(t) - (1 - l) * t).Average(), "The labels are exchanged: y z is subtracted, not (1 − y) z."),
                ((y, z) => z.Average(Softplus), "The term − y z is missing, so every label counts as 0."),
            ],
        },
        new DerivationExercise("3.6", "The best constant",
            Derivation.Of("the slope of a constant's loss").Where("p in (0,1)", "s in (0,1)")
                .From((p, s) => -s * Log(p) - (1 - s) * Log(1 - p))
                .Differentiate("each logarithm", (p, s) => -s / p + (1 - s) / (1 - p))
                .Therefore("expand and cancel", (p, s) => (p - s) / (p * (1 - p))))
        {
            Form = Form.OneFraction & Form.Once("s", "have s once only: the numerator expanded, and what cancels left out"),
            Hints =
            [
                "The slope of log(1 − p) by p is −1/(1 − p), so the second term comes with a plus: two minus signs meet.",
                "The first gap is (1 - s) / (1 - p). Over p (1 − p) the numerator is -s * (1 - p) + (1 - s) * p.",
                "Expanded it is −s + sp + p − sp, and p − s is left: (p - s) / (p * (1 - p)), which is zero at p = s, for the flights at 7/23.",
            ],
            Mistakes =
            [
                ("-s / p - (1 - s) / (1 - p)", "The slope of log(1 − p) is −1/(1 − p): together with the minus in front it is a plus."),
                ("-s / p + (1 - s) / p", "The second logarithm is that of 1 − p, so 1 − p is its denominator."),
                ("-s / p + 1 - s", "(log f)′ is f′/f: the denominator 1 − p is missing."),
                ("(-s + 1 - s) / (p * (1 - p))", "When the denominator grows by a factor, the numerator has to grow by the same factor."),
                ("(s - p) / (p * (1 - p))", "The sign is wrong: for p above s the loss rises, so its slope is positive there."),
                ("(p + s) / (p * (1 - p))", "s comes with a minus: −s (1 − p) is −s + sp."),
                ("p - s", "The zero is right, but the denominator p (1 − p) belongs to the slope."),
            ],
        },
    ];

    private static int[] WholeLabels(RandomInputs draw, int count) => Array.ConvertAll(draw.Labels(count), label => (int)label);

    private static double Mass(int y, double p) => Pow(p, y) * Pow(1 - p, 1 - y);

    private static double Likelihood(int[] y, double[] p) => y.Zip(p, Mass).Aggregate(1.0, (a, c) => a * c);

    private static double MeanLoss(double[] y, double[] z) => y.Zip(z, CrossEntropy.FromLogit).Average();
}
