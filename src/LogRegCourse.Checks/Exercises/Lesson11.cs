namespace LogRegCourse.Checks.Exercises;

/// <summary>Judging a classifier.</summary>
internal static class Lesson11
{
    private static readonly double[] Truth = [1, 0, 1, 0, 0, 1, 0];
    private static readonly double[] Scores = [0.9, 0.6, 0.4, 0.1, 0.6, 0.6, 0.3];

    public static IReadOnlyList<Exercise> All { get; } =
    [
        new FunctionExercise<Func<double[], double[], double, double[]>>("11.1", "Four boxes", Boxes)
        {
            Hints = ["Flagged means p >= threshold. Compare each flag with its label.", "TP: label 1 and flagged. FP: label 0 and flagged. FN: label 1, not flagged. TN: the rest."],
            Inputs = [[new double[] { 1, 0, 1, 0 }, new[] { 0.9, 0.6, 0.4, 0.1 }, 0.5], [Truth, Scores, 0.6], [Truth, Scores, 0.35], [Truth, Scores, 0.95]],
            Random = draw => RandomInputs.Sizes.SelectMany(n => Enumerable.Range(0, 4).SelectMany(_ =>
            {
                double[] p = draw.Reals(n, 0, 1), tied = [.. draw.Wholes(n, 0, 4).Select(q => q / 4)];
                return (object?[][])[[draw.Labels(n), p, draw.Real(0, 1)], [draw.Labels(n), p, p[draw.Whole(0, n - 1)]], [draw.Labels(n), tied, draw.Whole(0, 4) / 4.0]];
            })),
            Quantities =
            [
                Quantity.Probability(1e-9, (draw, t) => [draw.Labels(4), (double[])[t, Math.Min(1, t * (1 + draw.Magnitude(1e-12, 1))), t * (1 - draw.Magnitude(1e-12, 1)), draw.Real(0, 1)], t]),
                Quantity.Probability(1e-9, (draw, p) => draw.Length() is var n ? [draw.Labels(n), draw.With(p, draw.Probabilities(n)), draw.Probability()] : []),
            ],
            Mistakes =
            [
                ((y, p, t) => Boxes(y, p, Math.BitIncrement(t)), "A probability equal to the threshold is flagged: use >=."),
                ((y, p, t) => [Boxes(y, p, t)[0], Boxes(y, p, t)[2], Boxes(y, p, t)[1], Boxes(y, p, t)[3]], "False positives and false negatives are swapped: a false positive is a 0 that was flagged."),
                ((y, p, t) => [.. Boxes(y, p, t).Reverse()], "The order is turned round: TP, FP, FN, TN."),
                ((y, p, t) => [.. Boxes(y, p, t).Select(count => count / y.Length)], "Return counts, not shares."),
                ((y, p, t) => Boxes([.. y.Select(label => 1 - label)], p, t), "The labels are the wrong way round: 1 is positive."),
                ((y, p, t) => Boxes(y, [.. p.Select(q => 2 * t - q)], t), "You flagged the small probabilities; flag those at or above the threshold."),
            ],
        },
        new FunctionExercise<Func<double, double, double, double>>("11.2", "F1 from counts", F1)
        {
            Hints = ["Write precision and recall with counts and put them into 2PR/(P + R): most of it cancels.", "F1 = 2 TP / (2 TP + FP + FN). What if the denominator is 0?"],
            Inputs = [[2.0, 1.0, 0.0], [3.0, 1.0, 2.0], [10.0, 0.0, 40.0], [0.0, 5.0, 3.0], [0.0, 0.0, 0.0], [0.0, 4.0, 0.0], [0.0, 0.0, 6.0], [5.0, 0.0, 0.0]],
            Random = draw => ((int[])[1, 2, 9, 1000, 2_000_000_000]).SelectMany(most => Enumerable.Range(0, 15)
                .Select(_ => (object?[])[(double)draw.Whole(0, most), (double)draw.Whole(0, most), (double)draw.Whole(0, most)])),
            Quantities = [.. Enumerable.Range(0, 3).Select(place => Quantity.Count(1e9, (draw, count) => [.. Enumerable.Range(0, 3).Select(k => (object?)(k == place ? count : draw.Whole(0, 50)))]))],
            Mistakes =
            [
                ((tp, fp, fn) => 2 * tp / (2 * tp + fp + fn), "Right, but with nothing to find and nothing flagged it is 0/0: return 0 then."),
                ((tp, fp, fn) => Safe((P(tp, fp) + P(tp, fn)) / 2), "That is the arithmetic mean of precision and recall; F1 is the harmonic mean."),
                ((tp, fp, fn) => Safe(P(tp, fp) * P(tp, fn) / (P(tp, fp) + P(tp, fn))), "The factor 2 is missing."),
                ((tp, fp, fn) => Safe(P(tp, fp)), "That is the precision alone."),
                ((tp, fp, fn) => Safe(P(tp, fn)), "That is the recall alone."),
                ((tp, fp, fn) => Safe(tp / (tp + fp + fn)), "That is TP / (TP + FP + FN), another measure (Jaccard); in F1 the true positives count twice."),
            ],
        },
        new FunctionExercise<Func<double, double, double>>("11.3", "The cheapest cut", (f, m) => f / (f + m))
        {
            Hints = ["Flagging costs (1 - p)f, leaving costs pm. At the threshold both are equal.", "Solve (1 - p)f = pm for p."],
            Inputs = [[1.0, 1.0], [1.0, 19.0], [3.0, 1.0], [2.0, 5.0]],
            Random = draw => draw.Magnitudes(1e-3, 1e3, 30).SelectMany(f => (object?[][])[[f, draw.Magnitude(1e-3, 1e3)], [f, f]]).Concat(draw.Spread(1, 50, 20).Select(m => (object?[])[draw.Real(1, 50), m])),
            Quantities =
            [
                Quantity.Positive(1e-12, 1e12, (draw, f) => [f, draw.Real(1, 9)]), Quantity.Positive(1e-12, 1e12, (draw, m) => [draw.Real(1, 9), m]),
                Quantity.Positive(1e-12, 1e12, (draw, size) => [size, RandomInputs.Short(size * draw.Magnitude(0.1, 10))]),
            ],
            Mistakes =
            [
                ((f, m) => m / (f + m), "The costs are swapped: if a miss is expensive, the threshold must be low."),
                ((f, m) => f / m, "That is the ratio of the costs, the threshold for the odds. Turn odds into a probability."),
                ((_, _) => 0.5, "One half is right only if both mistakes cost the same."),
                ((f, m) => (f + m) / f, "That is upside down: a threshold is at most 1."),
                ((f, m) => f - m, "The costs enter as a share, not as a difference."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double>>("11.4", "Area by pairs", (y, s) => Area(y, s, 0.5))
        {
            Hints = ["Take every pair of one positive and one negative example.", "Count 1 when the positive one has the larger score, one half for a tie; divide by the number of pairs."],
            Inputs = [[new double[] { 1, 0, 1, 0 }, new[] { 0.9, 0.6, 0.4, 0.1 }], [Truth, Scores], [new double[] { 0, 1, 1 }, new[] { 0.5, 0.5, 0.2 }], [new double[] { 1, 0, 0, 0, 1 }, new[] { 3.0, -1, 4, 0, 2 }]],
            Random = draw => RandomInputs.SizesFromTwo.SelectMany(n => (object?[][])
                [[draw.BothLabels(n), draw.Reals(n, -5, 5)], [draw.BothLabels(n), draw.Wholes(n, 0, 2)], [draw.BothLabels(n), draw.Reals(n, 0, 1)], [draw.BothLabels(n), draw.Wholes(n, 7, 7)], [draw.BothLabels(n), draw.Wholes(n, -1000, 1000)]]),
            Quantities =
            [
                Quantity.Line(1e-12, 1e6, (draw, gap) => draw.Real(-1, 1) is var score ? [(double[])[1, 0, .. draw.Labels(2)], (double[])[score, score + gap, .. draw.Reals(2, -1, 1)]] : []),
                Quantity.Line(1e-12, 1e12, (draw, size) => draw.Whole(2, 5) is var n ? [draw.BothLabels(n), draw.With(size, draw.Sized(n, size))] : [], parts: 20),
            ],
            Mistakes =
            [
                ((y, s) => Area(y, s, 0), "A tie counts one half, not nothing."),
                ((y, s) => Area(y, s, 1), "A tie counts one half, not a full point."),
                ((y, s) => 1 - Area(y, s, 0.5), "The comparison is turned round: the positive example should have the larger score."),
                ((y, s) => Area(y, s, 0.5) * y.Sum() * (y.Length - y.Sum()), "That is the number of pairs ranked rightly; divide by the number of pairs."),
                ((y, s) => y.Zip(s, (label, score) => label == (score >= 0.5 ? 1 : 0) ? 1.0 : 0).Average(), "That is the accuracy at one half. AUC has no threshold: compare pairs."),
                ((y, s) => Area(y, s, 0.5) * y.Sum() * (y.Length - y.Sum()) / (y.Length * (y.Length - 1) / 2.0), "Divide by the pairs of one positive and one negative only, not by all pairs."),
            ],
        },
        new NumberExercise("11.5", "What a flag is worth", 0.3125)
        {
            Digits = 3,
            Hints = ["Imagine 10 000 letters. How many are spam, and how many of those are flagged?", "How many good letters are flagged? The precision is flagged spam among all flagged."],
            Mistakes =
            [
                (0.9, "That is the recall: among the spam, the flagged. The question turns it round: among the flagged, the spam."),
                (0.98, "That is the share for as much spam as good letters. Here good letters are 99 times as many."),
                (0.9782608695652174, "That is the share for as much spam as good letters. Here good letters are 99 times as many."),
                (0.009, "That is the share of flagged spam among all letters; divide by the share of all flagged letters."),
                (0.0288, "That is the share of all letters that are flagged."),
                (0.45454545454545453, "You divided 0.9 % by 1.98 %: the denominator needs the flagged spam as well."),
                (31.25, "Give it as a share between 0 and 1."),
            ],
        },
        new DerivationExercise("11.6", "F1, from its definition to the counts", Derivation.Of("F1 in counts")
            .Where("a > 0", "f > 0", "m > 0")
            .From((a, f, m) => 2 / (1 / (a / (a + f)) + 1 / (a / (a + m))))
            .Therefore("and turn round once more", (a, f, m) => 2 * a / (2 * a + f + m)))
        {
            Form = Form.NoFractionInAFraction,
            Hints =
            [
                "One over a/(a + f) is (a + f)/a, and the same with m.",
                "Both fractions have the denominator a: add the numerators, (a + f) + (a + m).",
                "2 divided by (2a + f + m)/a is 2a/(2a + f + m).",
            ],
            Mistakes =
            [
                ("2 * a / (a + f + m)", "Both numerators hold an a, so there are two of them below."),
                ("a / (2 * a + f + m)", "The 2 of the harmonic mean is lost."),
                ("2 / (2 * a + f + m)", "Dividing by a fraction turns it round: the a goes up."),
                ("(2 * a + f + m) / (2 * a)", "That is one over F1: turn it round once more."),
            ],
        },
    ];

    private static double[] Boxes(double[] y, double[] p, double t)
    {
        var counts = new double[4];
        for (var i = 0; i < y.Length; i++) counts[(p[i] >= t, y[i] == 1) switch { (true, true) => 0, (true, false) => 1, (false, true) => 2, _ => 3 }]++;
        return counts;
    }

    private static double F1(double tp, double fp, double fn) => tp + fp + fn == 0 ? 0 : 2 * tp / (2 * tp + fp + fn);

    private static double P(double tp, double other) => tp / (tp + other);

    private static double Safe(double value) => double.IsNaN(value) ? 0 : value;

    private static double Area(double[] y, double[] s, double tie)
    {
        var ones = s.Where((_, i) => y[i] == 1).ToArray();
        var zeros = s.Where((_, i) => y[i] == 0).ToArray();
        return ones.Average(a => zeros.Average(b => a > b ? 1 : a == b ? tie : 0));
    }
}
