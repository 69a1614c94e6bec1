namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 12b: a penalty as a prior.</summary>
internal static class Lesson12b
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("12b.a", "One head in one toss. The prior becomes ten times as wide in its variance. What does the top of the posterior do?",
            () => Top(1, 1, 10) > 1.2 * Top(1, 1, 1) ? "it moves outwards" : "it stays")
        {
            Answers =
            [
                ("it moves outwards", "A wider prior resists less, and the likelihood of one head rises for ever."),
                ("it stays", "The data are the same. But a top is a balance of two, and one of them changed."),
                ("it moves to 0", "A narrower prior does that."),
            ],
        },
        new ChoiceQuestion("12b.b", "At 31 °F the top of the posterior says nearly 1. The average over the posterior says …",
            () => Average(7, 3) < Logistic.Sigmoid(7) ? "less" : "more")
        {
            Answers =
            [
                ("less", "Some plausible weights are much smaller. They lower the average more than larger ones can raise it, since 1 is the end."),
                ("the same", "The average of the weights is near the top. The average of a curve is not the curve at the average."),
                ("more", "Weights may be larger too. But above 0.999 nothing can be gained."),
            ],
        },
        new ChoiceQuestion("12b.c", "The classes of x = 1, 2, 3, 4 are separated, so maximum likelihood has no slope. With Firth's correction the slope is …",
            () => FirthRegression.Fit(new double[] { 1, 2, 3, 4 }, [0, 0, 1, 1])[1] switch { < 1 => "near 0", < 5 => "between 1 and 5", _ => "above 100" })
        {
            Answers =
            [
                ("near 0", "A correction towards 0 need not go all the way."),
                ("between 1 and 5", "The determinant of the information falls as the curve gets steep, so a moderate slope wins."),
                ("above 100", "The likelihood would like that. The penalty grows without bound where the probabilities go to 0 and 1."),
            ],
        },
        new ChoiceQuestion("12b.d", "Labels by coin, a thousand features of noise. The ten best are chosen from all people, then the fit is cross-validated. Its loss is …",
            () => Leaking() < 0.6 ? "far below log 2" : "near log 2")
        {
            Answers =
            [
                ("far below log 2", "The people put aside took part in the choice. Of a thousand features some agree with their labels by luck, and those were chosen."),
                ("near log 2", "Nothing can be learned, and cross-validation is said to be honest. It is, about what happens inside the folds."),
                ("above log 2", "So says the honest way, with the choice inside the folds."),
            ],
        },
        new ChoiceQuestion("12b.e", "Two priors of one variance. Which of them thinks a weight of 4 standard deviations less absurd?",
            () => Math.Exp(-Math.Sqrt(2) * 4) / Math.Sqrt(2) > Math.Exp(-8) / Math.Sqrt(2 * Math.PI) ? "the Laplace prior" : "the Gaussian prior")
        {
            Answers =
            [
                ("the Gaussian prior", "It gives more room in the middle distance, around one standard deviation. The logarithm of its tails falls with the square."),
                ("the Laplace prior", "The logarithm of its tails falls in proportion to the weight, not to its square. It holds small weights at 0, and lets a large one stand."),
            ],
        },
        new ChoiceQuestion("12b.f", "True slope 1, samples of thirty rows. The average of Firth's estimates is …",
            () => MeanFirth() switch { < 0.9 => "below 0.9", < 1.1 => "near 1", _ => "above 1.1" })
        {
            Answers =
            [
                ("below 0.9", "A penalty shrinks, and ridge would overshoot. This one is as large as the bias, to first order."),
                ("near 1", "The correction was made to take away the bias of order 1/n."),
                ("above 1.1", "So are the averages of maximum likelihood."),
            ],
        },
    ];

    private static double Top(double k, double n, double v) =>
        Enumerable.Range(0, 10_001).Select(i => i / 1000.0).MaxBy(w => k * w - n * Logistic.Softplus(w) - w * w / (2 * v));

    private static double Average(double mean, double deviation) => Enumerable.Range(-300, 601).Select(i => i / 50.0)
        .Sum(u => Logistic.Sigmoid(mean + deviation * u) * Math.Exp(-u * u / 2) / Math.Sqrt(2 * Math.PI) / 50);

    private static double Leaking()
    {
        var random = new Random(5);
        double[] y = [.. Enumerable.Range(0, 50).Select(i => i % 2.0)];
        var best = Enumerable.Range(0, 1000).Select(_ => y.Select(_ => random.NextDouble() - 0.5).ToArray())
            .OrderByDescending(x => Math.Abs(x.Zip(y, (v, label) => v * (label - 0.5)).Sum())).Take(10).Select((x, j) => ($"x{j}", x)).ToArray();
        return CrossValidation.LogLoss(Features.FromColumns(best), y, (x, labels) => LogisticRegression.Fit(x, labels, new FitOptions { L2 = 1 }).Probabilities);
    }

    private static double MeanFirth()
    {
        var random = new Random(6);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Enumerable.Range(0, 150).Average(_ =>
        {
            double[] x = [.. Enumerable.Range(0, 30).Select(_ => Normal())];
            return FirthRegression.Fit(x, [.. x.Select(v => random.NextDouble() < Logistic.Sigmoid(v) ? 1.0 : 0)])[1];
        });
    }
}
