namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 10b: how sure a fit is.</summary>
internal static class Lesson10b
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("10b.a", "Seven heads in ten tosses, against a fair coin. Which of the three statistics is the largest?", LargestOfThree)
        {
            Answers =
            [
                ("Wald", "It is measured at the estimate, where the log-likelihood bends less: the information there is 2.1, at the fair coin 2.5."),
                ("likelihood ratio", "The curve falls faster towards the fair coin than Wald's parabola does."),
                ("score", "It is measured where the information is largest, at one half. That makes it the shortest distance for a given slope."),
            ],
        },
        new ChoiceQuestion("10b.b", "Useless temperatures on 23 flights. How often does Wald's statistic exceed 3.84, which χ² does in 5 % of the samples?",
            () => WaldAbove(3.84) switch { < 0.04 => "less often", < 0.06 => "about as often", _ => "more often" })
        {
            Answers =
            [
                ("less often", "Its standard error is measured at the estimate, and it is large where luck made the slope steep."),
                ("about as often", "That is promised for many rows. Here the curve is no parabola."),
                ("more often", "So does the likelihood ratio here, by a little. Wald's statistic divides by an error that grows with the slope."),
            ],
        },
        new ChoiceQuestion("10b.c", "Seven useless features join a useful one. What becomes of the deviance on the own 200 rows, and on 200 new ones?",
            () => Useless() switch { ( < 0, > 0) => "it falls on the own, rises on the new", ( < 0, _) => "it falls on both", _ => "it rises on both" })
        {
            Answers =
            [
                ("it falls on both", "More features can say more. These say only what was luck in the own rows."),
                ("it falls on the own, rises on the new", "On the own rows each gains about 1, because the fit may follow the luck. On new rows the same luck costs about 1."),
                ("it rises on both", "A fit with more freedom can only fit its own rows better."),
            ],
        },
        new ChoiceQuestion("10b.d", "Of a thousand resamples of the 23 flights, how many are separated, so that the slope is infinite?",
            () => SeparatedOf(200) switch { 0 => "none", < 100 => "some", _ => "most" })
        {
            Answers =
            [
                ("none", "The flights themselves overlap. But the overlap hangs on a few warm flights with damage, and a resample may miss them."),
                ("some", "Now and then all the warm damaged flights are missing at once."),
                ("most", "Each row is missing in more than a third of the resamples. But the three damaged flights at 70, 70 and 75 °F must be missing together."),
            ],
        },
        new ChoiceQuestion("10b.e", "Row 32 has a rate of 0.03 litres per second, far below all others, and its vessels stayed open. How much does the fit hang on it?",
            () => CookOf(32) > 0.5 * LargestCook() ? "most of all rows" : CookOf(32) > 0.1 * LargestCook() ? "somewhat" : "hardly at all")
        {
            Answers =
            [
                ("most of all rows", "It is the most unusual breath. But the model is certain about it, and right: it neither reaches nor surprises."),
                ("somewhat", "It lies far from the others. But influence is reach times surprise, and where the model is sure both are nearly nothing."),
                ("hardly at all", "With the probability near 0 and the label 0 it could leave without a trace."),
            ],
        },
        new ChoiceQuestion("10b.f", "In the second group 95 of a hundred are ill, then 99. The effect grows. What does Wald's statistic do?",
            () => Wald(99) < Wald(95) ? "it falls" : "it rises")
        {
            Answers =
            [
                ("it rises", "So does the likelihood ratio. Wald divides by a standard error that is measured at the estimate."),
                ("it stays", "Weight and error both grow, but not at one pace."),
                ("it falls", "The weight grows with a logarithm, its variance with one over the number of those who are well: 5, then 1."),
            ],
        },
    ];

    private static string LargestOfThree()
    {
        var top = Math.Log(7 / 3.0);
        double wald = top * top * 2.1, score = 4 / 2.5, ratio = 2 * (7 * Math.Log(0.7) + 3 * Math.Log(0.3) + 10 * Math.Log(2));
        return wald > Math.Max(score, ratio) ? "Wald" : score > ratio ? "score" : "likelihood ratio";
    }

    private static double WaldAbove(double limit)
    {
        const int Samples = 500;
        var random = new Random(10);
        List<double> statistics = [];
        while (statistics.Count < Samples)
        {
            double[] y = [.. CourseData.Temperature.Select(_ => random.NextDouble() < 7 / 23.0 ? 1.0 : 0)];
            if (y.Sum() < 2 || Separation.Find(CourseData.Temperature, y) is not null) continue;
            statistics.Add(Math.Pow(LogisticRegression.Fit(CourseData.Temperature, y).ZValues[1], 2));
        }
        return statistics.Count(wald => wald > limit) / (double)Samples;
    }

    private static (double Own, double Fresh) Useless()
    {
        var random = new Random(3);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var changes = Enumerable.Range(0, 40).Select(_ =>
        {
            double[][] known = Rows(), fresh = Rows();
            double[] y = Labels(known), freshY = Labels(fresh);
            var (few, all) = (LogisticRegression.Fit(First(known), y), LogisticRegression.Fit(Features.FromRows(known), y));
            return (all.Deviance - few.Deviance,
                CrossEntropy.MeanFromLogits(freshY, all.Logits(Features.FromRows(fresh))) - CrossEntropy.MeanFromLogits(freshY, few.Logits(First(fresh))));
        }).ToList();
        return (changes.Average(change => change.Item1), changes.Average(change => change.Item2));

        double[][] Rows() => [.. Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 8).Select(_ => Normal()).ToArray())];
        double[] Labels(double[][] rows) => [.. rows.Select(row => random.NextDouble() < Logistic.Sigmoid(row[0]) ? 1.0 : 0)];
        static Features First(double[][] rows) => rows.Select(row => row[0]).ToArray();
    }

    private static int SeparatedOf(int times) => Bootstrap.Rows(CourseData.Damage.Length, times, seed: 10).Count(rows =>
    {
        double[] y = [.. rows.Select(i => CourseData.Damage[i])];
        return y.Distinct().Count() > 1 && Separation.Find(rows.Select(i => CourseData.Temperature[i]).ToArray(), y) is not null;
    });

    private static LogisticFit Breaths()
    {
        var trials = CourseData.Load("vaso");
        return LogisticRegression.Fit(Features.FromColumns(
            ("volume", [.. trials["volume"].Select(v => Math.Log(v))]), ("rate", [.. trials["rate"].Select(v => Math.Log(v))])), trials["constricted"]);
    }

    private static double CookOf(int row) => Breaths().CooksDistances[row - 1];

    private static double LargestCook() => Breaths().CooksDistances.Max();

    private static double Wald(double ill)
    {
        var w = Math.Log(ill / (100 - ill));
        return w * w / (1 / ill + 1 / (100 - ill) + 2 / 50.0);
    }
}
