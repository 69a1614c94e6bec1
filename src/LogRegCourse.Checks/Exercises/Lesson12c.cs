using static System.Math;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 12c: one real question.</summary>
internal static class Lesson12c
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("12c.1", "Another campaign", 3 / 15.5)
        {
            Hints = ["Call where 12.5 p exceeds 3 (1 − p).", "The threshold is 3 / (3 + 12.5)."],
            Mistakes =
            [
                (3 / 12.5, "That is the quotient of the costs, the threshold for the odds; for the probability divide by their sum."),
                (12.5 / 15.5, "The costs are swapped: where a miss is expensive, call early."),
                (0.5, "One half is right for equal costs only."),
                (12.5 / 3, "That is the quotient of the costs; the threshold is a probability, 3 / (3 + 12.5)."),
                (0.2, "That is 3 / (3 + 12), or the threshold for costs 1 and 4: here the costs are 3 and 12.5."),
            ],
        },
        new FunctionExercise<Func<double[], double, double[]>>("12c.2", "A hinge", (x, knot) => [.. x.Select(v => Max(v - knot, 0))])
        {
            Hints = ["For each value: how far is it above the knot?", "Max(v - knot, 0), for every value v. Math.Max leaves NaN as it is."],
            Inputs = [[new double[] { 1, 4, 6 }, 4.0], [new[] { -2, 0.5 }, 0.0], [new double[] { 3 }, 5.0], [new[] { double.NaN, 7 }, 2.0], [new[] { double.NaN, double.NaN }, 2.0]],
            Random = draw => RandomInputs.Sizes.SelectMany(n => (object?[][])
                [[draw.Reals(n, -9, 9), draw.Real(-5, 5)], [draw.Reals(n, -1e12, 1e12), draw.Real(-5, 5)], [draw.Wholes(n, 1, 7), (double)draw.Whole(1, 7)], [(double[])[double.NaN, .. draw.Reals(n, -9, 9)], draw.Real(-5, 5)]]),
            Quantities =
            [
                Quantity.Line(1e-12, 1e12, (draw, x) => [draw.With(x, draw.Reals(draw.Length(3), -9, 9)), draw.Real(-5, 5)], parts: 60),
                Quantity.Line(1e-12, 1e12, (draw, knot) => [draw.Reals(draw.Length(3), -9, 9), knot], parts: 60),
                Quantity.Line(1e-9, 1e6, (draw, above) => draw.Real(-5, 5) is var knot ? [(double[])[knot + above], knot] : [], parts: 60),
            ],
            Terms = input => ((double[])input[0]!).Max(v => double.IsNaN(v) ? 0 : Abs(v)) + Abs((double)input[1]!),
            Mistakes =
            [
                ((x, knot) => [.. x.Select(v => Max(v, knot))], "That is the larger of the two; take the knot away, so that it is 0 below."),
                ((x, knot) => [.. x.Select(v => v - knot)], "Below the knot the hinge is 0."),
                ((x, knot) => [.. x.Select(v => Min(v - knot, 0))], "This hinge opens to the left: Max, not Min."),
                ((x, knot) => [.. x.Select(v => Max(knot - v, 0))], "The sign is flipped: it rises above the knot, not below."),
                ((x, knot) => [.. x.Select(v => v > knot ? 1.0 : 0)], "That is a step; a hinge grows with the distance above the knot."),
                ((x, knot) => [.. x.Select(v => Abs(v - knot))], "The distance counts above the knot only."),
                ((x, knot) => [.. x.Select(v => v > knot ? v - knot : 0)], "A missing value would become 0, which looks like a known one: NaN stays NaN."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double[]>>("12c.3", "Filling without a leak", Fill)
        {
            Hints =
            [
                "double.IsNaN(v) tells a missing value; v == double.NaN is false always.",
                "The mean of the known values: training.Where(v => !double.IsNaN(v)).Average().",
                "others.Select(v => double.IsNaN(v) ? mean : v).ToArray()",
            ],
            Inputs =
            [
                [new[] { 1, double.NaN, 3 }, new[] { double.NaN, 9 }], [new double[] { 2, 6 }, new double[] { 1, 5, 7 }],
                [new[] { double.NaN, -4, double.NaN, 1 }, new[] { double.NaN, double.NaN, 0 }],
            ],
            // Whole numbers come twice, and some are 0.
            Random = draw => RandomInputs.SizesFromTwo.SelectMany(n => new[] { draw.Reals(n, -50, 90), draw.Wholes(n, -2, 3) }.Select(values => (object?[])[WithGaps(draw, values), (double[])[double.NaN, .. WithGaps(draw, draw.Reals(n, -50, 90))]])),
            Quantities =
            [
                Quantity.Line(1e-9, 1e9, (draw, size) => draw.Whole(2, 7) is var n ? [WithGaps(draw, draw.With(size, draw.Sized(n, size))), (double[])[double.NaN, .. WithGaps(draw, draw.Sized(n, size))]] : [], parts: 40),
            ],
            Terms = input => ((double[])input[0]!).Max(v => double.IsNaN(v) ? 0 : Abs(v)),
            Mistakes =
            [
                ((_, others) => Fill(others.All(double.IsNaN) ? [0] : others, others), "The mean must come from the training rows: the other rows may not teach."),
                ((training, others) => [.. others.Select(v => double.IsNaN(v) ? 0 : v)], "Zero is a value like any other; fill with the training mean."),
                ((training, others) => [.. others.Where(v => !double.IsNaN(v))], "No row may be lost: fill the gap."),
                ((training, others) => Fill([.. training, .. others], others), "Only the training rows may teach, not all rows together."),
                ((training, others) => [.. others.Select(v => double.IsNaN(v) ? Median(training) : v)], "Asked for is the mean, not the median."),
                ((training, others) => [.. others.Select(v => double.IsNaN(v) ? training.Sum(u => double.IsNaN(u) ? 0 : u) / training.Length : v)], "Divide by the number of known values, not by that of all rows."),
                ((_, others) => others, "The gaps are still there: v == double.NaN is never true, use double.IsNaN. A mean over missing values is NaN as well."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double>>("12c.4", "Said and seen", Z)
        {
            Hints = ["Seen is the sum of the labels, said the sum of the probabilities.", "The luck of one row has the variance p (1 − p); variances add up, then take the root."],
            Inputs = [[new double[] { 1, 1 }, new[] { 0.5, 0.5 }], [new double[] { 0, 1, 0 }, new[] { 0.2, 0.7, 0.4 }]],
            Random = draw => RandomInputs.Sizes.Select(n => (object?[])[draw.Labels(n), draw.Probabilities(n)]),
            Rounding = 1e-9,
            Quantities = [Quantity.Probability(1e-12, (draw, p) => draw.Length() is var n ? [draw.Labels(n), draw.With(p, draw.Probabilities(n))] : [])],
            Condition = input => 1 / ((double[])input[1]!).Min(q => Min(q, 1 - q)),
            Terms = input => ((double[])input[1]!).Length / Sqrt(((double[])input[1]!).Sum(q => q * (1 - q))),
            Mistakes =
            [
                ((y, p) => -Z(y, p), "The sign is flipped: seen minus said."),
                ((y, p) => y.Sum() - p.Sum(), "Divide by the luck."),
                ((y, p) => (y.Sum() - p.Sum()) / p.Sum(q => q * (1 - q)), "The luck is the root of the variance."),
                ((y, p) => (y.Sum() - p.Sum()) / p.Sum(q => Sqrt(q * (1 - q))), "Add the variances first, then take one root."),
                ((y, p) => (y.Average() - p.Average()) / Sqrt(p.Sum(q => q * (1 - q))), "Sums above the line, not means: the luck belongs to the sum."),
                ((y, p) => (y.Sum() - p.Sum()) / Sqrt(y.Length * p.Average() * (1 - p.Average())), "Each row has its own p(1 − p); add those."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double[], double[]>>("12c.5", "Your own verdict", Verdict)
        {
            Hints =
            [
                "The loss of a row is −log p where its label is 1, and −log(1 − p) where it is 0; take the mean.",
                "The base line gives every test row the mean of the training labels.",
                "[loss of p, loss of the base line minus loss of p]",
            ],
            Inputs = [[new double[] { 0, 1 }, new double[] { 1 }, new[] { 0.5 }], [new double[] { 0, 1, 1, 0, 0 }, new double[] { 1, 0, 0 }, new[] { 0.8, 0.3, 0.1 }]],
            Random = draw => RandomInputs.SizesFromTwo.Select(n => (object?[])[draw.BothLabels(n), draw.Labels(n + 1), draw.Probabilities(n + 1)]).SelectMany(input => (object?[][])[input, RandomInputs.WithRowTwice(input)]),
            Rounding = 1e-10,
            Quantities =
            [
                Quantity.Probability(1e-15, (draw, p) => draw.Length() is var n ? [draw.BothLabels(4), draw.Labels(n), draw.With(p, draw.Probabilities(n))] : []),
                Quantity.Positive(1e-300, 1e-12, (draw, p) => [draw.BothLabels(4), draw.Labels(2), (double[])[p, p]]),
            ],
            Mistakes =
            [
                ((_, test, p) => [Loss(test, p), Loss(test, [.. p.Select(_ => Clamped(test.Average()))]) - Loss(test, p)], "The share must come from the training rows: the test rows may not teach the base line."),
                ((train, test, p) => [Verdict(train, test, p)[0], -Verdict(train, test, p)[1]], "The gain is base line minus loss: positive when the fit is better."),
                ((train, test, p) => [Loss(test, p), Loss(test, [.. p.Select(_ => train.Average())])], "The second number is the gain, base line minus loss, not the base line itself."),
                ((train, test, p) => [Loss(test, p) * test.Length, Verdict(train, test, p)[1] * test.Length], "Take the mean over the test rows, not the sum."),
                ((_, test, p) => [Loss(test, p), Log(2) - Loss(test, p)], "The base line is the training share, not one half."),
                ((train, test, p) => [Verdict(train, test, p)[1], Verdict(train, test, p)[0]], "The order is [loss, gain]."),
            ],
        },
        new DerivationExercise("12c.6", "A call to a voter costs too", Derivation.Of("the threshold in letters")
            .Where("p in (0,1)", "a > 0", "r > 0", "g > 0")
            .From((p, a, r, g) => a * (1 - p) + r * p == (r + g) * p)
            .Then("take rp from both sides", (p, a, r, g) => a * (1 - p) == g * p)
            .Therefore("solve for p", (p, a, r, g) => p == a / (a + g)))
        {
            Form = Form.SolvedFor("p"),
            Hints =
            [
                "r p stands on both sides: take it away.",
                "a − a p = g p: bring what has p to one side.",
                "a = (a + g) p, and divide by a + g.",
            ],
            Mistakes =
            [
                ("p = a / g", "That is the threshold for the odds: a − ap = gp, so p stands on both sides."),
                ("p = g / (a + g)", "The costs are swapped: a large g makes the threshold small."),
                ("p = a / (a + r + g)", "What a call to a voter costs stands on both sides, and cancels."),
            ],
        },
    ];

    private static double[] WithGaps(RandomInputs draw, double[] values) => [.. values.Select((v, i) => i > 0 && draw.Whole(0, 2) == 0 ? double.NaN : v)];

    private static double[] Fill(double[] training, double[] others)
    {
        var mean = training.Where(v => !double.IsNaN(v)).Average();
        return [.. others.Select(v => double.IsNaN(v) ? mean : v)];
    }

    private static double Median(double[] values)
    {
        double[] known = [.. values.Where(v => !double.IsNaN(v)).Order()];
        return (known[(known.Length - 1) / 2] + known[known.Length / 2]) / 2;
    }

    private static double Z(double[] y, double[] p) => (y.Sum() - p.Sum()) / Sqrt(p.Sum(q => q * (1 - q)));

    private static double[] Verdict(double[] trainY, double[] testY, double[] p) =>
        [Loss(testY, p), Loss(testY, [.. p.Select(_ => trainY.Average())]) - Loss(testY, p)];

    private static double Loss(double[] y, double[] p) => y.Zip(p, (label, q) => -(label == 1 ? Log(q) : Log(1 - q))).Average();

    private static double Clamped(double share) => Math.Clamp(share, 1e-300, 1 - 1e-16);
}
