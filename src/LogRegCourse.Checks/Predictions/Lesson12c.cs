namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 12c: one real question.</summary>
internal static class Lesson12c
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("12c.a", "The rows of the survey's file: how do the incomes of the first and the last hundred compare?",
            () => Survey()["income"] is var v && v[^100..].Average() > 2 * v[..100].Average() ? "the last are far higher" : "they are alike")
        {
            Answers =
            [
                ("they are alike", "A survey draws people at random, so the order should mean nothing. Somebody has sorted this file since."),
                ("the last are far higher", "The file is sorted by income. A split by position would train on one kind of people and test on another."),
                ("the first are far higher", "Sorted it is, and the other way."),
            ],
        },
        new ChoiceQuestion("12c.f", "People with a high income refuse to tell it more often. The mean of the incomes that were told is, compared with the mean of all, …",
            () => Survey()["income"] is var v && v.Sum(u => u * Told(u)) / v.Sum(Told) < v.Average() ? "too low" : "about right")
        {
            Answers =
            [
                ("too low", "The high ones are missing more often than the others."),
                ("about right", "So it would be if everybody refused equally often."),
                ("too high", "That would be so if the poor refused."),
            ],
        },
        new ChoiceQuestion("12c.b", "Six columns in the place of one line for education: a likelihood-ratio test on the training rows. Are they worth it?",
            () => Levels() < 0.05 ? "yes" : "no")
        {
            Answers =
            [
                ("yes", "Codes are no measurements, and six columns can follow any shape. Here the shape is too near a line for five more coefficients."),
                ("no", "The deviance falls by less than luck alone takes off with five useless coefficients."),
            ],
        },
        new ChoiceQuestion("12c.c", "Does the left-right scale predict a vote equally well for people with little and with much education?",
            () => Crossed() is var (product, p) && p < 0.05 ? product > 0 ? "better with much education" : "better with little education" : "equally well")
        {
            Answers =
            [
                ("equally well", "The scale is one scale. But a number on it is worth what the person who gives it knows about politics."),
                ("better with much education", "The product has a positive coefficient: each step of education makes the slope of the scale steeper."),
                ("better with little education", "Plain words may be honest ones. The data say otherwise."),
            ],
        },
        new ChoiceQuestion("12c.d", "On the test rows, what do bend and product do to the loss of the plain fit?",
            () => Gain() switch { > 0.05 => "they lower it a lot", > 0 => "they lower it a little", _ => "they raise it" })
        {
            Answers =
            [
                ("they lower it a lot", "Both passed a test. But a test asks whether a coefficient is 0, and a small one is not."),
                ("they lower it a little", "Most of what can be known is in the plain features; the rest is real, and small."),
                ("they raise it", "Features kept by a test do so often enough. These two carried over."),
            ],
        },
        new ChoiceQuestion("12c.e", "A wasted call costs 1, a missed voter 4. Which of these costs least on the test people?",
            () => ((string Name, double Cost)[])[("calling everybody", Cost(0)), ("calling from one half on", Cost(0.5)), ("calling from one fifth on", Cost(0.2))] is var ways ? ways.MinBy(way => way.Cost).Name : "")
        {
            Answers =
            [
                ("calling everybody", "No voter is missed, and more than half of the calls are wasted."),
                ("calling from one half on", "Few calls are wasted. The missed voters cost four times as much each."),
                ("calling from one fifth on", "A call pays where 4p exceeds 1 − p, from one fifth on."),
            ],
        },
    ];

    private static Dataset Survey() => CourseData.Load("anes96");

    private static double Told(double income) => 1 - Logistic.Sigmoid(-4 + 0.18 * income);

    private static (Features X, double[] Y) Part(bool isTrain)
    {
        var survey = Survey();
        var split = Split.Stratified(survey["vote"], 0.3, seed: 96);
        var part = survey.Rows(isTrain ? split.Train : split.Test);
        return (Features.FromColumns(("self", part["selfLR"]), ("age", part["age"]), ("educ", part["educ"]), ("income", part["income"]),
            ("place", [.. part["popul"].Select(v => Math.Log(v + 0.1))])), part["vote"]);
    }

    private static double Levels()
    {
        var (x, y) = Part(isTrain: true);
        var levels = new[] { 3, 4, 5, 6, 7 }.Aggregate(x, (f, level) => f.With($"educ{level}", [.. x["educ"].Select(v => v == level ? 1.0 : 0)]));
        return LikelihoodRatioTest.Between(LogisticRegression.Fit(x, y), LogisticRegression.Fit(levels, y)).PValue;
    }

    private static Features Bent(Features x) => x.With("over 2", [.. x["self"].Select(v => Math.Max(v - 2, 0))]).With("over 6", [.. x["self"].Select(v => Math.Max(v - 6, 0))]);

    private static Features WithProduct(Features x) => x.With("product", [.. x["self"].Zip(x["educ"], (s, e) => (s - 4.3) * (e - 4.6))]);

    private static (double Product, double P) Crossed()
    {
        var (x, y) = Part(isTrain: true);
        var (bent, crossed) = (LogisticRegression.Fit(Bent(x), y), LogisticRegression.Fit(WithProduct(Bent(x)), y));
        return (crossed.Slopes[^1], LikelihoodRatioTest.Between(bent, crossed).PValue);
    }

    private static double Gain()
    {
        var ((x, y), (fresh, freshY)) = (Part(isTrain: true), Part(isTrain: false));
        return CrossEntropy.MeanFromProbabilities(freshY, LogisticRegression.Fit(x, y).Probabilities(fresh))
            - CrossEntropy.MeanFromProbabilities(freshY, LogisticRegression.Fit(WithProduct(Bent(x)), y).Probabilities(WithProduct(Bent(fresh))));
    }

    private static double Cost(double threshold)
    {
        var ((x, y), (fresh, freshY)) = (Part(isTrain: true), Part(isTrain: false));
        return LogisticRegression.Fit(x, y).Probabilities(fresh).Zip(freshY, (p, label) => p >= threshold ? 1 - label : 4 * label).Sum();
    }
}
