namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 7: mini-batches.</summary>
internal static class Lesson07
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("7.1", "Count the steps", 21)
        {
            Hints = ["How many full batches fit into 1000?", "20 full ones are 960 rows. What about the other 40?", "One more, short batch: 21."],
            Mistakes =
            [
                (20, "This leaves the last 40 rows out; they make a short batch of their own."),
                (1000 / 48.0, "A part of a step does not exist: the last batch is short, but it is a step."),
                (1000, "That would be batches of one row."),
                (48000, "Divide the rows by the batch size instead of multiplying."),
                (22, "One too many: 20 full batches and one short one."),
            ],
        },
        new DerivationExercise("7.2", "The short batch counts less", Derivation.Of("batches of two and one")
            .From((g1, g2, g3) => (2 * ((g1 + g2) / 2) + g3) / 3)
            .Therefore("the mean of all rows", (g1, g2, g3) => (g1 + g2 + g3) / 3))
        {
            Form = Form.OnlyNumbers(3),
            Hints =
            [
                "Twice the half of a sum is the sum.",
                "The first gap is g1 + g2.",
                "All three slopes over 3: their mean.",
            ],
        },
        new FunctionExercise<Func<int[], int, int[][]>>("7.3", "Cut into batches", (order, size) => [.. order.Chunk(size)])
        {
            Hints = ["Take the first size numbers, then the next, until none is left.", "LINQ has a method that cuts a sequence into pieces.", "order.Chunk(size).ToArray()"],
            Inputs =
            [
                [new[] { 4, 2, 0, 1, 3 }, 2], [new[] { 0, 1, 2, 3 }, 2], [new[] { 2, 1, 0 }, 5], [new[] { 3, 1, 2 }, 1],
            ],
            Random = draw => RandomInputs.Sizes.SelectMany(n => ((int[])[1, 2, 3, n, n + 1, Math.Max(1, n - 1), draw.Whole(1, 9)]).Select(size => (object?[])[draw.Order(n), size])),
            Quantities = [Quantity.Count(400, (draw, n) => [draw.Order((int)n), draw.Whole(1, 2 * (int)n)]), Quantity.Count(1e4, (draw, size) => [draw.Order(draw.Whole(1, 200)), (int)size])],
            Mistakes =
            [
                ((order, size) => [.. order.Chunk(size).Where(batch => batch.Length == size)], "The short batch at the end is missing: its rows would never be seen."),
                ((order, size) => [.. order.Order().Chunk(size)], "The order is lost: batches of sorted row numbers undo the shuffling."),
                ((order, size) => [.. order.Chunk(size).Select(batch => batch.Concat(new int[size - batch.Length]).ToArray())], "The short batch is filled up with zeros: row 0 would be counted again."),
                ((order, size) => [.. order.Chunk((order.Length + size - 1) / size)], "This makes size batches; the task asks for batches of size rows."),
                ((order, size) => [.. Enumerable.Range(0, Math.Max(0, order.Length - size + 1)).Select(i => order[i..(i + size)])], "These pieces overlap: every row belongs to exactly one batch."),
                ((order, size) => [.. order.Chunk(size).Reverse()], "The batches come in the opposite order."),
            ],
        },
        new NumberExercise("7.4", "What luck alone achieves", Math.Log(2) - 0.01)
        {
            Digits = 4,
            Hints = ["Each weight lowers the loss by 1/(2n), on average.", "There are 9 weights and a bias: 10 in all.", "Log(2) - 10 / (2.0 * 500)"],
            Mistakes =
            [
                (Math.Log(2) - 0.009, "The bias is a weight too: d + 1 of them."),
                (Math.Log(2) - 0.02, "The 2 in the denominator is missing: each weight is worth 1/(2n)."),
                (Math.Log(2) + 0.01, "This is the loss to expect on fresh rows; on its own rows the fit is better than log 2."),
                (Math.Log(2), "This is the loss of zero weights; ten weights can adapt to accidents. If you wrote 10 / 1000: C# divides whole numbers and drops the rest, so write 10 / 1000.0."),
                (0.01, "This is the drop; subtract it from log 2."),
                (Math.Log(2) - 0.03, "This is the answer for 100 rows and 5 features."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double, int, double[]>>("7.5", "One epoch, mended", (x, y, rate, size) => Epoch(x, y, rate, size))
        {
            Hints =
            [
                "For each batch of row numbers: errors with the weights of now, then one step for b and w.",
                "Divide by the number of rows in *this* batch, and use the new weights for the next batch.",
                "foreach (int[] batch in Enumerable.Range(0, x.Length).Chunk(size)) { ... } return [b, w];",
            ],
            Inputs =
            [
                [new double[] { 1, 3 }, new double[] { 0, 1 }, 1.0, 1], [new double[] { 1, 2, 3, 4 }, new double[] { 0, 1, 0, 1 }, 0.5, 2],
                [new[] { -1, 2, 0.5, 3, -2 }, new double[] { 1, 0, 0, 1, 1 }, 0.3, 2], [new double[] { 1, 2, 4 }, new double[] { 0, 1, 0 }, 0.4, 5],
            ],
            Random = draw => RandomInputs.Sizes.SelectMany(n => ((int[])[1, 2, 3, n, n + 1, draw.Whole(1, 9)]).SelectMany(size => (object?[][])
                [[draw.Reals(n, -2, 2), draw.Labels(n), draw.Real(0.1, 1), size], [draw.Wholes(n, -2, 3), draw.Labels(n), draw.Real(0.1, 1), size]])),
            Quantities =
            [
                Quantity.Positive(1e-6, 1e3, (draw, rate) => draw.Length() is var n ? [draw.Reals(n, -2, 2), draw.Labels(n), rate, draw.Whole((n + 1) / 2, n + 1)] : [], parts: 40),
                Quantity.Positive(1e-6, 1e3, (draw, size) => draw.Length() is var n ? [draw.Sized(n, size), draw.Labels(n), RandomInputs.Short(draw.Real(0.1, 1) / (1 + size * size)), draw.Whole(1, n + 1)] : [], parts: 40),
            ],
            Terms = input => (double)input[2]! * (1 + ((double[])input[0]!).Max(v => v * v)) is var bend ? bend * Math.Max(1, bend) : 0,
            Mistakes =
            [
                ((x, y, rate, size) => [0, Epoch(x, y, rate, size)[1]], "The bias was trained and then lost: return it."),
                ((x, y, rate, size) => Epoch(x, y, rate, size, share: (batch, n) => batch / (double)n), "Divide by the rows of the batch, not by all rows."),
                ((x, y, rate, size) => Epoch(x, y, rate, size, share: (batch, _) => batch / (double)size), "The last batch is short: divide by its own number of rows."),
                ((x, y, rate, size) => Epoch(x, y, rate, x.Length), "This makes one step with all rows; make a step after every batch."),
                ((x, y, rate, size) => Epoch([.. x.Take(x.Length / size * size)], y, rate, size), "The short batch at the end is missing."),
                ((x, y, rate, size) => Epoch(x, y, -rate, size), "The sign is the other way round: this climbs. Subtract the gradient."),
                ((x, y, rate, size) => [.. Epoch(x, y, rate, size).Reverse()], "The order is exchanged: return [b, w]."),
                ((x, y, rate, _) => Epoch(x, y, rate, 1), "This makes a step after every row; make one after every batch."),
                ((x, y, rate, size) => Epoch([.. x.Take(size)], y, rate, size), "Only the first batch is there: an epoch goes through all rows."),
                ((x, y, rate, size) => Epoch(x, y, rate, size, (u, label, _, _) => Lesson05.OfLine(u, label, 0, 0)), "The errors are those of the start in every batch; compute them anew with the weights of now."),
                ((x, y, rate, size) => Epoch(x, y, rate, size, (u, label, b, w) => InFirstRows(x, u, label, b, w)), "Every batch takes the features of the first rows for the slope of w: use the row numbers of the batch there too."),
                ((x, y, rate, size) => Epoch(x, y, rate, size, (u, label, b, w) => InTurn(u, label, b, w, rate, first: 1)), "The errors for b are computed with the new w; compute all errors of a batch first, then move both."),
                ((x, y, rate, size) => Epoch(x, y, rate, size, (u, label, b, w) => InTurn(u, label, b, w, rate, first: 0)), "The errors for w are computed with the new b; compute all errors of a batch first, then move both."),
                .. LineSlips.In<Func<double[], double[], double, int, double[]>>(slopes => (x, y, rate, size) => Epoch(x, y, rate, size, slopes)),
            ],
        },
    ];

    private static double[] Epoch(double[] x, double[] y, double rate, int size, LineSlips.Slopes? slopes = null, Func<int, int, double>? share = null)
    {
        var (b, w) = (0.0, 0.0);
        foreach (var batch in Enumerable.Range(0, x.Length).Chunk(size))
        {
            var slope = (slopes ?? Lesson05.OfLine)([.. batch.Select(i => x[i])], [.. batch.Select(i => y[i])], b, w);
            var step = rate * (share?.Invoke(batch.Length, x.Length) ?? 1);
            (b, w) = (b - step * slope[0], w - step * slope[1]);
        }
        return [b, w];
    }

    private static double[] InFirstRows(double[] x, double[] batch, double[] y, double b, double w)
    {
        var errors = batch.Zip(y, (u, label) => Logistic.Sigmoid(w * u + b) - label).ToArray();
        return [errors.Average(), errors.Zip(x, (e, u) => e * u).Average()];
    }

    // What moving one of the two first makes of the slopes.
    private static double[] InTurn(double[] x, double[] y, double b, double w, double rate, int first)
    {
        var slope = Lesson05.OfLine(x, y, b, w);
        return first == 0 ? [slope[0], Lesson05.OfLine(x, y, b - rate * slope[0], w)[1]] : [Lesson05.OfLine(x, y, b, w - rate * slope[1])[0], slope[1]];
    }
}
