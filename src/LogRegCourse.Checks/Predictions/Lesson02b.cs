namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 2b: where linear log-odds come from.</summary>
internal static class Lesson02b
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new NumberQuestion("2b.a", "Two bells with variance 1, around 0 and around 2. From x = 1 to x = 2: by how much do the log-odds grow?", () => Evidence(1)(2) - Evidence(1)(1), within: 0.05)
        {
            Why = "At x = 1 the heights are equal, so the log-odds are 0. At x = 2 the exponents are 0 and −2.",
            Tempting = [(Math.Exp(2), "That is the factor of the odds. The log-odds grow by its logarithm."), (1, "That is the step of x.")],
        },
        new ChoiceQuestion("2b.b", "Two methods find a border between the species, each in its own way. How many of the hundred flowers do they put into different classes?",
            () => Disagreements() switch { 0 => "none", < 10 => "a few", _ => "more than ten" })
        {
            Answers =
            [
                ("none", "Both borders are straight lines, and the clouds are the same. But the lines are found by different means."),
                ("a few", "The two lines cross in the middle and differ most at the ends, where few flowers lie."),
                ("more than ten", "The weights differ by as much as a factor of two. The border depends on their quotients only."),
            ],
        },
        new ChoiceQuestion("2b.c", "Class 0 scatters around 0 with variance 1, class 1 around 2 with variance 4. You see x = −4. Which class is more probable?",
            () => Evidence(4)(-4) > 0 ? "class 1" : "class 0")
        {
            Answers =
            [
                ("class 0", "Its mean, 0, is nearer to −4 than 2 is. But near means: in units of its own scatter, and there it is four units away."),
                ("class 1", "Its mean is six away, that is three of its standard deviations. For class 0 it is four of them, which is much rarer."),
            ],
        },
        new ChoiceQuestion("2b.d", "Samples of fifty rows from two true bells of one width. The weights of which method scatter less from sample to sample?",
            () => Scatter() is var (lda, logistic) && lda < 0.95 * logistic ? "LDA" : logistic < 0.95 * lda ? "logistic regression" : "both alike")
        {
            Answers =
            [
                ("LDA", "It assumes the bells, which are true here, and so makes more of each row."),
                ("logistic regression", "It is the method of this course. It assumes less, and whoever assumes less needs more rows."),
                ("both alike", "They estimate the same two numbers from the same rows, but use the rows differently."),
            ],
        },
        new ChoiceQuestion("2b.e", "Waiting times are no bells, but their log-odds are linear with the weight 1.5. Which method is far from 1.5, however many rows it gets?",
            () => Math.Abs(LdaOnWaitingTimes() - 1.5) > 0.3 ? "LDA" : "neither")
        {
            Answers =
            [
                ("LDA", "It divides the distance of the means by a pooled variance, a rule made for two bells of one width. These classes have variances 1/4 and 4."),
                ("logistic regression", "It assumes linear log-odds, and these are linear. How x is distributed does not matter to it."),
                ("neither", "The line is true, and both methods look for a line. One of them also believes in bells."),
            ],
        },
        new ChoiceQuestion("2b.f", "One giant virginica more, far on its own side. What becomes of LDA's weight of the length?",
            () => GiantEffect() switch { < 0.5 => "it falls to less than half", > 1.4 => "it grows", _ => "it stays about the same" })
        {
            Answers =
            [
                ("it stays about the same", "One flower of 101, and on the right side. So it is with logistic regression; LDA squares its distance from the mean."),
                ("it falls to less than half", "The giant inflates the variance, and the weight is the distance of the means over the variance."),
                ("it grows", "It moves the mean of virginica away from the other, which would make the weight larger. It moves the variance far more."),
            ],
        },
        new ChoiceQuestion("2b.g", "Double the noise, and double b and w with it. What becomes of the shares of y = 1?",
            () => Math.Abs(1 - Logistic.Sigmoid(-2 * 1.5 / 2) - Logistic.Sigmoid(1.5)) < 1e-12 ? "they stay" : "they change")
        {
            Answers =
            [
                ("they come nearer to one half", "More noise alone would do that. But the signal is doubled too."),
                ("they come nearer to 0 and 1", "A larger signal alone would do that. But the noise is doubled too."),
                ("they stay", "Only the sign of the sum counts, and the sign of twice a number is that of the number."),
            ],
        },
    ];

    /// <summary>The log-odds of a bell around 2 with a variance against one around 0 with variance 1.</summary>
    private static Func<double, double> Evidence(double variance) => x => x * x / 2 - (x - 2) * (x - 2) / (2 * variance) - Math.Log(variance) / 2;

    private static (Features Petals, double[] Virginica) Iris()
    {
        var iris = CourseData.Load("iris").Where("species", name => name != "setosa");
        return (iris.Features("petal_length", "petal_width"), iris.Label("species", "virginica"));
    }

    private static int Disagreements()
    {
        var (petals, virginica) = Iris();
        return LinearDiscriminant.Fit(petals, virginica).Probabilities(petals)
            .Zip(LogisticRegression.Fit(petals, virginica).FittedProbabilities).Count(p => p.First > 0.5 != p.Second > 0.5);
    }

    private static double GiantEffect()
    {
        var (petals, virginica) = Iris();
        var more = Features.FromColumns(("length", [.. petals["petal_length"], 12]), ("width", [.. petals["petal_width"], 2.5]));
        return LinearDiscriminant.Fit(more, [.. virginica, 1]).Slopes[0] / LinearDiscriminant.Fit(petals, virginica).Slopes[0];
    }

    /// <summary>What LDA's weight tends to: rates 1/2 and 2 have means 2 and 1/2, variances 4 and 1/4.</summary>
    private static double LdaOnWaitingTimes() => (2 - 0.5) / ((4 + 0.25) / 2);

    /// <summary>Width of the middle half of a hundred weights by each method.</summary>
    private static (double Lda, double Logistic) Scatter()
    {
        var random = new Random(2);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[] y = [.. new double[25], .. Enumerable.Repeat(1.0, 25)];
        var weights = Enumerable.Range(0, 100).Select(_ => y.Select(label => 2 * label + Normal()).ToArray())
            .Where(x => Separation.Find(x, y) is null)
            .Select(x => (LinearDiscriminant.Fit(x, y).Slopes[0], LogisticRegression.Fit(x, y).Slopes[0])).ToList();
        return (MiddleHalf(weights.Select(w => w.Item1)), MiddleHalf(weights.Select(w => w.Item2)));
    }

    private static double MiddleHalf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[3 * sorted.Length / 4] - sorted[sorted.Length / 4];
    }
}
