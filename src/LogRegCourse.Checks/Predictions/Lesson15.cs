namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 15: data that outgrow the machine.</summary>
internal static class Lesson15
{
    private const int Parts = 8;
    private const int Batch = 16;
    private const int Epochs = 20;

    public static IReadOnlyList<Question> All { get; } =
    [
        new NumberQuestion("15.a", "One helper has row 1, the other rows 2, 3 and 4. Each sends the mean of his gradients. What is the mean of the two means? (For all rows it is −0.25.)",
            () => ((0.5 - 0) * 1 + (-0.5 * 2 + 0.5 * 3 - 0.5 * 4) / 3) / 2, within: 0.02)
        {
            Why = "Row 1 says 0.5, and the mean of the three others is −0.5. The mean of these two gives row 1 as much say as the three others together.",
            Tempting = [(-0.25, "It would be so if both had as many rows."), (-1, "That is the sum over all rows, and it is right: sums may be added.")],
        },
        new ChoiceQuestion("15.b", "Ten million rows with 20 features, on eight machines. How much does each of them send for a step of Newton's method?",
            () => Bytes(weights: 21) switch { < 10_000 => "about 4 kB", < 1_000_000 => "about 400 kB", _ => "about 200 MB" })
        {
            Answers =
            [
                ("about 4 kB", "A loss, 21 partial derivatives and half a matrix of 21 by 21: some hundred numbers, for ten rows as for ten million."),
                ("about 400 kB", "Nothing of that size is there: the sums have as many numbers as there are weights and pairs of weights."),
                ("about 200 MB", "That is what its rows weigh. They stay where they are."),
            ],
        },
        new ChoiceQuestion("15.c", "Newton's method on the 944 voters: how often are all machines asked?",
            () => (NewtonMethod.Minimise(Voters()).Iterations + 2) switch { < 20 => "fewer than 20 times", < 300 => "about 75 times", _ => "more than 1000 times" })
        {
            Answers =
            [
                ("fewer than 20 times", "Once for each step, and near the minimum each step doubles the number of right digits."),
                ("about 75 times", "Gradient descent needs that many. Newton's steps know the curvature."),
                ("more than 1000 times", "So often asks who makes a step after each small batch."),
            ],
        },
        new ChoiceQuestion("15.d", "Twenty epochs in batches of 16, over the same voters: about how many times is something sent?",
            () => (Epochs * ((CourseData.Load("anes96")["vote"].Length + Batch - 1) / Batch)) switch { < 100 => "20", < 2000 => "1,200", _ => "19,000" })
        {
            Answers =
            [
                ("20", "An epoch is one pass over the rows, but the weights change 59 times in it, and each new batch has to know them."),
                ("1,200", "59 batches in an epoch, 20 epochs, and the weights travel before each batch."),
                ("19,000", "That many rows are read. Sixteen of them share one message."),
            ],
        },
        new ChoiceQuestion("15.e", "Eight machines fit their own rows alone, and the eight fits are averaged. Compared with the fit of all rows, the loss on all rows is …",
            () => Gap() switch { < -1e-9 => "lower", < 1e-9 => "the same", _ => "higher" })
        {
            Answers =
            [
                ("the same", "The gradient is a sum over rows. The weights are not: they are where a sum is zero, and a mean of zeros is not the zero of a mean."),
                ("lower", "Nothing is lower than the minimum, and the fit of all rows is there."),
                ("higher", "The average is somewhere else than the minimum, and everything else is higher."),
            ],
        },
        new ChoiceQuestion("15.f", "1 + 1/2 + … + 1/100000, added up in 1, 2, 4 and 8 parts, with 16 digits. How many different results?",
            () => ((int[])[1, 2, 4, 8]).Select(Harmonic).Distinct().Count() switch { 1 => "one", _ => "several" })
        {
            Answers =
            [
                ("one", "So it is with real numbers. Doubles are rounded after each addition, and another order is rounded otherwise."),
                ("several", "Each partial sum is rounded on its own way. The results differ in the last digits."),
            ],
        },
    ];

    // Each number in two doubles.
    private static int Bytes(int weights) => 16 * (1 + weights + weights * (weights + 1) / 2);

    private static double Harmonic(int parts) => Enumerable.Range(0, parts)
        .Select(k => Enumerable.Range(k * (100_000 / parts) + 1, 100_000 / parts).Aggregate(0.0, (sum, i) => sum + 1.0 / i)).Aggregate(0.0, (sum, part) => sum + part);

    private static LogisticLoss Voters()
    {
        var study = CourseData.Load("anes96");
        return new LogisticLoss(study.Features("selfLR", "age", "educ", "income").Standardised(), study["vote"]);
    }

    private static double Gap()
    {
        var study = CourseData.Load("anes96");
        var (x, y) = (study.Features("selfLR", "age", "educ", "income").Standardised(), study["vote"]);
        var size = y.Length / Parts;
        var fits = Enumerable.Range(0, Parts).Select(k => Enumerable.Range(k * size, size).ToArray())
            .Select(rows => NewtonMethod.Minimise(new LogisticLoss(x.Rows(rows), [.. rows.Select(i => y[i])])).Weights).ToArray();
        var loss = new LogisticLoss(x, y);
        return loss.Value([.. Enumerable.Range(0, 5).Select(j => fits.Average(w => w[j]))]) - NewtonMethod.Minimise(loss).Loss;
    }
}
