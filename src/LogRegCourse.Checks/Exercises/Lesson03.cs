using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 3: likelihood and cross-entropy.</summary>
internal static class Lesson03
{
    private const double BestConstant = 0.6145033203107282;

    public static IReadOnlyList<Exercise> All { get; } =
    [
        new FunctionExercise<Func<int, double, double>>("3.1", "The probability of a label", Mass)
        {
            Hints = ["Anything to the power of 0 is 1.", "p to the power of y is p for y = 1 and 1 for y = 0. Which factor does the same for the other label?", "Pow(p, y) * Pow(1 - p, 1 - y)"],
            Inputs = [[1, 0.9], [0, 0.9], [1, 0.2], [0, 0.2], [1, 0.5], [0, 0.999]],
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
            Tolerance = 1e-12,
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
        new NumberExercise("3.6", "The best constant", BestConstant)
        {
            Hints =
            [
                "With one p for all, the mean loss is −(7 log p + 16 log(1 − p)) / 23. Where is its derivative 0?",
                "7/p = 16/(1 − p), so p = 7/23: the share of ones.",
                "-(7 * Log(7.0 / 23) + 16 * Log(16.0 / 23)) / 23",
            ],
            Mistakes =
            [
                (Log(2), "That is the loss for p = 1/2. The best constant is the share of ones."),
                (BestConstant * 23, "That is the sum over the 23 flights; asked is the mean."),
                (BestConstant * 46, "That is twice the sum, the null deviance; asked is the mean loss."),
                (BestConstant / Log(2), "That is in bits; take the natural logarithm."),
                (7.0 / 23, "That is the best p; asked is the loss it reaches."),
                (-BestConstant, "The minus sign is lost: a loss is positive."),
                (0.441634623649, "That is the loss of the fitted curve, which uses the temperature."),
            ],
        },
    ];

    private static double Mass(int y, double p) => Pow(p, y) * Pow(1 - p, 1 - y);

    private static double Likelihood(int[] y, double[] p) => y.Zip(p, Mass).Aggregate(1.0, (a, c) => a * c);

    private static double MeanLoss(double[] y, double[] z) => y.Zip(z, CrossEntropy.FromLogit).Average();
}
