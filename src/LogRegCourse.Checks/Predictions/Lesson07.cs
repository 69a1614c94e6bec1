namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 7: mini-batches.</summary>
internal static class Lesson07
{
    private static int[] Everybody => [.. Enumerable.Range(0, Voters.Vote.Length)];

    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("7.a", "Cut the four rows into the batches {1, 3} and {2, 4}. At zero weights, do both gradients point the same way?", () => Batch(1, 3) * Batch(2, 4) > 0 ? "yes" : "no, opposite ways")
        {
            Answers =
            [
                ("yes", "Both batches come from the same four rows. But the first holds the zeros and the second the ones."),
                ("no, opposite ways", "The zeros ask for a smaller weight, the ones for a larger one. Only their mean is right."),
            ],
        },
        new ChoiceQuestion("7.b", "Four times as many rows in a batch. The spread of its gradient falls to",
            () => (SpreadOfMeans(4) / SpreadOfMeans(1)) switch { < 0.3 => "a quarter", < 0.6 => "a half", _ => "three quarters" })
        {
            Answers =
            [
                ("a quarter", "The variance does. The spread is its root."),
                ("a half", "Errors of independent rows partly cancel: a mean of B has 1/√B of the spread."),
                ("three quarters", "One more row of four adds a quarter of news, so to speak. Independence does better."),
            ],
        },
        new ChoiceQuestion("7.c", "Read all voters once: as one step with all rows, or as 59 steps with batches of 16, both with rate 0.5. Where is the loss lower afterwards?",
            () => Show.Compare(Voters.Loss(Voters.Walk(Everybody, 16, 1, 0.5), Everybody), Voters.Loss(Voters.Walk(Everybody, 944, 1, 0.5), Everybody), "after 59 batches", "the same", "after one exact step"))
        {
            Answers =
            [
                ("after 59 batches", "Fifty-nine noisy steps go much further than a single exact one."),
                ("after one exact step", "Its direction is exact, and each batch's is not. But it is one step."),
                ("the same", "The same rows were read. The batches used what they had learned while they read on."),
            ],
        },
        new ChoiceQuestion("7.d", "The voters are sorted by their vote and not shuffled. After ten epochs of batches the loss is", () => SortedLoss() switch { var loss when loss > Math.Log(2) => "worse than at the start", var loss when loss < 0.46 => "near the minimum", _ => "between start and minimum" })
        {
            Answers =
            [
                ("near the minimum", "All rows were read ten times. But the last thing read was Dole, Dole, Dole."),
                ("between start and minimum", "The order costs something, one expects, but learning goes on. It unlearns as fast."),
                ("worse than at the start", "Each epoch ends with votes for Dole alone, and the weights believe it."),
            ],
        },
        new ChoiceQuestion("7.e", "Thirty epochs with batches of 16. Which rate ends nearest to the minimum?",
            () => new[] { ("0.5", Voters.Walk(Everybody, 16, 30, 0.5)), ("0.05", Voters.Walk(Everybody, 16, 30, 0.05)), ("0.5, falling", Voters.Walk(Everybody, 16, 30, 0.5, 0.01)) }.MinBy(run => Voters.Loss(run.Item2, Everybody)).Item1)
        {
            Answers =
            [
                ("0.5", "It is the fastest at the beginning, and then hovers high."),
                ("0.05", "It hovers lower, and is slower to come."),
                ("0.5, falling", "Far first, then fine: what hovering there is shrinks with the rate."),
            ],
        },
        new ChoiceQuestion("7.f", "One epoch at rate 0.5. Which batch size has the lowest loss after it?", () => new[] { 1, 16, 944 }.MinBy(size => Voters.Loss(Voters.Walk(Everybody, size, 1, 0.5), Everybody)).ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            Answers =
            [
                ("1", "It makes the most steps, 944. At this rate each of them is far too noisy."),
                ("16", "Many steps, and each not too noisy."),
                ("944", "The exact gradient, once. One step is not far."),
            ],
        },
        new ChoiceQuestion("7.g", "Batches with a falling rate against the exact minimum of the same 600 rows. On the other 344 voters their loss is",
            () => Show.Compare(Held(exact: false), Held(exact: true), "clearly lower", "about the same", "clearly higher", within: 0.005))
        {
            Answers =
            [
                ("clearly lower", "Noise is said to help with new data. It may, where there are many minima to choose from."),
                ("about the same", "There is one minimum, and a falling rate arrives at it."),
                ("clearly higher", "Noise looks like a handicap. With a falling rate it dies out."),
            ],
        },
        new ChoiceQuestion("7.h", "The printed loop receives the weights (an array) and the bias (a number), changes both, and returns nothing. What does the caller hold?", CallerHolds)
        {
            Answers =
            [
                ("both trained", "Both were changed inside the function. The number was a copy."),
                ("trained weights, the old bias", "An array is shared with the caller, a number is copied."),
                ("neither trained", "Nothing was returned. But an array needs no return to be changed."),
            ],
        },
        new ChoiceQuestion("7.i", "100 rows of 5 random features with random labels, fitted to the end. The mean loss on these rows is, on average,",
            () => Show.Compare(Coins(), Math.Log(2), "a little below log 2", "log 2", "a little above log 2", within: 0.01))
        {
            Answers =
            [
                ("log 2", "There is nothing to learn, and a coin has log 2. But six weights learn the accidents of 100 rows."),
                ("a little below log 2", "Each weight adapts to the accidents by half a nat of the summed loss."),
                ("a little above log 2", "That is what new rows would show. On its own rows a fit is never worse than zero weights."),
            ],
        },
    ];

    private static double Batch(params int[] rows) => rows.Average(i => (0.5 - (i % 2 == 0 ? 1 : 0)) * i);

    /// <summary>The exact spread of the mean of independent draws from four numbers: all draws are counted.</summary>
    private static double SpreadOfMeans(int draws)
    {
        double[] rows = [0.5, -1, 1.5, -2], means = [0];
        for (var k = 0; k < draws; k++) means = [.. means.SelectMany(sum => rows.Select(row => sum + row / draws))];
        return Math.Sqrt(means.Average(m => m * m) - Math.Pow(means.Average(), 2));
    }

    private static double SortedLoss()
    {
        var vote = Voters.Vote;
        return Voters.Loss(Voters.Walk([.. Everybody.OrderBy(i => vote[i])], 16, 10, 0.5, shuffle: false), Everybody);
    }

    private static double Held(bool exact)
    {
        var mixed = Voters.Shuffled(1);
        var weights = exact ? Voters.Walk(mixed[..600], 600, 300, 1) : Voters.Walk(mixed[..600], 16, 20, 0.5, 0.02);
        return Voters.Loss(weights, mixed[600..]);
    }

    private static string CallerHolds()
    {
        static void Train(double[] w, double b) => (w[0], b) = (w[0] - 0.1, b - 0.1);
        double[] weights = [1];
        var bias = 1.0;
        Train(weights, bias);
        return (weights[0] != 1, bias != 1) switch { (true, true) => "both trained", (true, false) => "trained weights, the old bias", _ => "neither trained" };
    }

    private static double Coins()
    {
        var random = new Random(7);
        double OneFit()
        {
            var rows = new double[100][];
            for (var i = 0; i < rows.Length; i++) rows[i] = [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble())];
            return LogisticRegression.Fit(Features.FromRows(rows), random.GetItems([0.0, 1.0], 100)).Deviance / 200;
        }
        return Enumerable.Range(0, 20).Average(_ => OneFit());
    }
}
