using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 11: judging a classifier.</summary>
internal static class Lesson11
{
    private static readonly double[] Letters = [1, 0, 1, 0], Said = [0.9, 0.6, 0.4, 0.1];

    private static readonly Lazy<(double[] Yes, double[] P)> Test = new(() =>
    {
        int[] order = Voters.Shuffled(7);
        Dataset train = Voters.Data.Rows(order[..629]), test = Voters.Data.Rows(order[629..]);
        return (test["vote"], LogisticRegression.Fit(train.Features(Voters.Columns), train["vote"]).Probabilities(test.Features(Voters.Columns)));
    });

    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("11.a", "Lower the threshold. The recall",
            () => Enumerable.Range(1, 99).Select(k => Recall(k / 100.0)).ToArray() is var r && r.Zip(r.Skip(1)).All(pair => pair.Second <= pair.First) ? "can only rise" : "may go either way")
        {
            Answers =
            [
                ("can only rise", "More is flagged, so at least as much of what is there is found."),
                ("can only fall", "That would be what raising it does."),
                ("may go either way", "So it is with the precision."),
            ],
        },
        new NumberQuestion("11.b", "To miss a disease costs nineteen times as much as a false alarm. From which probability on should a patient be examined further?", () => 1.0 / (1 + 19), within: 0.01)
        {
            Why = "A false alarm costs 1 with probability 1 − p, a miss 19 with probability p; they balance at 1/(1 + 19).",
            Tempting = [(0.5, "That is the habit, and right only when both mistakes cost the same."), (0.95, "The costs are turned round: this one protects from false alarms.")],
        },
        new ChoiceQuestion("11.c", "One cut separates setosa from the rest. Ask the library for the maximum-likelihood fit without a penalty. It", AskForSetosa)
        {
            Answers =
            [
                ("returns large weights", "Many programs do, with the weights they had when they gave up."),
                ("refuses", "There is no answer: a larger weight is always better."),
                ("returns a perfect fit", "Perfect it would be, at infinity."),
            ],
        },
        new ChoiceQuestion("11.d", "The model is right for four of five test voters. How often is somebody right who says Clinton to everybody?", () => (1 - Test.Value.Yes.Average()) switch { < 0.4 => "about 35 %", < 0.65 => "about 55 %", _ => "about 75 %" })
        {
            Answers =
            [
                ("about 35 %", "Clinton had the larger half."),
                ("about 55 %", "That is the share of the larger class, and the number any accuracy has to be read beside."),
                ("about 75 %", "So it is where one class is rare. Here both are common."),
            ],
        },
        new ChoiceQuestion("11.e", "A miss costs three false alarms. Which threshold has the lowest cost by theory?", () => Show.Two(1.0 / (1 + 3)))
        {
            Answers =
            [
                ("0.25", "Cut where (1 − p) · 1 = p · 3."),
                ("0.33", "One to three are the odds. The probability is one of four."),
                ("0.75", "That would be for false alarms that cost three misses."),
            ],
        },
        new ChoiceQuestion("11.f", "A twin with doubled log-odds: every probability is further from one half. On the test voters its log loss is", () => Show.Compare(LogLoss(Twin()), LogLoss(Test.Value.P), "lower", "the same", "higher"))
        {
            Answers =
            [
                ("lower", "It is surer, and mostly right. Where it is wrong it pays more than it has gained."),
                ("the same", "It ranks all voters as before. The log loss reads the numbers, too."),
                ("higher", "The model was about as sure as it should be, so the twin is too sure."),
            ],
        },
        new ChoiceQuestion("11.g", "The twin with doubled log-odds: compared with the model, the area under its ROC curve is", () => Show.Compare(Auc(Twin()), Auc(Test.Value.P), "smaller", "the same", "larger"))
        {
            Answers =
            [
                ("smaller", "It is the worse forecaster. But the area knows nothing of forecasts."),
                ("the same", "Only the order counts, and doubling log-odds keeps it."),
                ("larger", "Both classes are further apart. No pair of voters has changed its order."),
            ],
        },
        new ChoiceQuestion("11.h", "One letter in a hundred is spam. A filter at the threshold 0.1 finds nearly half of it. Compared with that of the filter that is always silent, its accuracy is", () => Show.Compare(SpamAccuracy(0.1), SpamAccuracy(1.1), "lower", "the same", "higher"))
        {
            Answers =
            [
                ("lower", "It finds spam and flags some good letters, and of good letters there are 99 times as many."),
                ("the same", "It would be chance. The two make quite different mistakes."),
                ("higher", "It is the more useful filter. Accuracy counts the many good letters."),
            ],
        },
    ];

    private static double Recall(double t) => Letters.Zip(Said).Count(pair => pair.First == 1 && pair.Second >= t) / 2.0;

    private static string AskForSetosa()
    {
        var iris = CourseData.Load("iris");
        try
        {
            var fit = LogisticRegression.Fit(iris.Features("sepal_length", "sepal_width", "petal_length", "petal_width"), iris.Label("species", "setosa"));
            return fit.Deviance < 1e-9 ? "returns a perfect fit" : "returns large weights";
        }
        catch (SeparationException)
        {
            return "refuses";
        }
    }

    private static double[] Twin() => [.. Test.Value.P.Select(p => Sigmoid(2 * Logit(p)))];

    private static double LogLoss(double[] p) => CrossEntropy.MeanFromProbabilities(Test.Value.Yes, p);

    private static double Auc(double[] p)
    {
        double[] Of(double label) => [.. p.Where((_, i) => Test.Value.Yes[i] == label)];
        var zeros = Of(0);
        return Of(1).Average(a => zeros.Average(b => a > b ? 1 : a == b ? 0.5 : 0));
    }

    private static double SpamAccuracy(double threshold)
    {
        var random = new Random(42);
        double Normal() => Sqrt(-2 * Log(1 - random.NextDouble())) * Cos(2 * PI * random.NextDouble());
        return Enumerable.Range(0, 10_000).Count(i => Sigmoid(-6.6 + 2 * (Normal() + (i < 100 ? 2 : 0))) >= threshold == i < 100) / 10_000.0;
    }
}
