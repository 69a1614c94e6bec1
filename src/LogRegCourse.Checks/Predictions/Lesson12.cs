using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 12: when it goes wrong.</summary>
internal static class Lesson12
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("12.a", "One row and a penalty λ. Make the penalty ten times weaker. The weight", () => Show.Compare(Balance(0.1), Balance(1), "gets shorter", "stays", "gets longer"))
        {
            Answers =
            [
                ("gets longer", "The data pull outwards and meet less resistance."),
                ("gets shorter", "Less of one thing, less of the other. But the penalty is what holds the weight back."),
                ("stays", "The data are the same. What they are weighed against is not."),
            ],
        },
        new ChoiceQuestion("12.b", "Sixty people, two useful features, and fourteen useless ones added. The loss on the sixty people", () => Show.Compare(Noise(16).Train, Noise(2).Train, "falls", "stays", "rises"))
        {
            Answers =
            [
                ("falls", "A fit with more freedom can only fit better on its own rows."),
                ("stays", "Useless they are, in the world. Among sixty people some accident always fits."),
                ("rises", "That happens on other people."),
            ],
        },
        new ChoiceQuestion("12.c", "And the loss on two thousand other people", () => Show.Compare(Noise(16).Test, Noise(2).Test, "falls", "stays", "rises"))
        {
            Answers =
            [
                ("falls", "More columns, more information, one would think. These hold none."),
                ("stays", "The useless columns say nothing about the others. But their weights are not zero, and they disturb."),
                ("rises", "What was learned from fourteen columns was the accidents of sixty people."),
            ],
        },
        new ChoiceQuestion("12.d", "Six features of the voters and a penalty of λ = 100. Which penalty sets some coefficients to exactly zero?",
            () => (Zeros(l1: false), Zeros(l1: true)) switch { (0, > 0) => "L1, the lasso", ( > 0, 0) => "L2, the ridge", (0, 0) => "neither", _ => "both" })
        {
            Answers =
            [
                ("L1, the lasso", "Its pull does not fade near zero, so a feature that pulls back with less than λ stays at zero."),
                ("L2, the ridge", "It makes them small. Its pull fades with the weight and never quite finishes."),
                ("both", "Both shrink. Small is not zero."),
            ],
        },
        new ChoiceQuestion("12.e", "The cars again, with λ from 0.01 to 100. The number of cars on the wrong side of the border", () => Show.Compare(WrongCars(100), WrongCars(0.01), "falls", "stays", "grows"))
        {
            Answers =
            [
                ("stays", "If only the confidence changed and the line stood still, it would."),
                ("grows", "The line turns and moves as the penalty presses, and leaves the place where it divides best."),
                ("falls", "Less overfitting, one hopes. These are the rows of the fit."),
            ],
        },
        new NumberQuestion("12.f", "Two features with correlation 0.98. By which factor is the spread of a coefficient larger than without correlation, by the formula?", () => Sqrt(1 / (1 - 0.98 * 0.98)), within: 0.5)
        {
            Why = "The variance is multiplied by 1/(1 − ρ²), about 25; the spread by its root.",
            Tempting = [(25.25, "That is the factor of the variance. The spread is its root."), (1, "Collinearity leaves the mean alone, not the spread.")],
        },
        new ChoiceQuestion("12.g", "Enter every flight four times and fit again. The standard error that is reported", () => (Copied(4) / Copied(1)) switch { < 0.3 => "is a quarter", < 0.6 => "is halved", _ => "stays" })
        {
            Answers =
            [
                ("stays", "It should: nothing was learned. The software cannot know."),
                ("is halved", "It counts 92 rows as 92 pieces of news."),
                ("is a quarter", "Four times the rows. The error goes with the root."),
            ],
        },
        new ChoiceQuestion("12.h", "Among six thousand people the risk is high for the young and for the old, a parabola. A straight fit finds a slope", () => BentSlope() switch { > 0.2 => "clearly above 0", < -0.2 => "clearly below 0", _ => "near 0" })
        {
            Answers =
            [
                ("clearly above 0", "The old are at high risk. So are the young."),
                ("near 0", "Both ends cancel. The line says no effect where there is a large one."),
                ("clearly below 0", "The young are at high risk. So are the old."),
            ],
        },
        new ChoiceQuestion("12.i", "One payment in fifty is a fraud. Throw honest ones away until both classes count the same. Compared with the fit of all rows, what moves?",
            () => (Abs(Rare().Slope) > 0.3, Abs(Rare().Intercept) > 1) switch { (true, true) => "both", (true, false) => "the slope", (false, true) => "the intercept", _ => "neither" })
        {
            Answers =
            [
                ("the slope", "The picture of the two groups looks quite different. But the odds change by one factor everywhere."),
                ("the intercept", "All odds are multiplied by the same factor, so a constant is added to the log-odds."),
                ("neither", "Then the balanced fit would expect as many frauds as there are."),
                ("both", "All probabilities are wrong afterwards, and that needs no more than the intercept."),
            ],
        },
    ];

    private static double Balance(double lambda) =>
        NewtonMethod.Minimise(new LogisticLoss(new double[] { 1 }, [1], new LossOptions { Intercept = false, L2 = lambda })).Weights[0];

    private static Func<double> Normals(Random random) => () => Sqrt(-2 * Log(1 - random.NextDouble())) * Cos(2 * PI * random.NextDouble());

    private static (double Train, double Test) Noise(int d)
    {
        var random = new Random(12);
        var normal = Normals(random);
        double[][] People(int n)
        {
            var rows = new double[n][];
            for (var i = 0; i < n; i++) rows[i] = [.. Enumerable.Range(0, 16).Select(_ => normal())];
            return rows;
        }
        double[] Labels(double[][] rows) => [.. rows.Select(r => random.NextDouble() < Sigmoid(0.3 + r[0] - 0.8 * r[1]) ? 1.0 : 0)];
        double[][] known = People(60), fresh = People(2000);
        double[] knownY = Labels(known), freshY = Labels(fresh);
        Features Cut(double[][] rows) => Features.FromRows([.. rows.Select(r => r[..d])]);
        var fit = LogisticRegression.Fit(Cut(known), knownY, new FitOptions { L2 = 1e-6 });
        return (CrossEntropy.MeanFromLogits(knownY, fit.FittedLogits), CrossEntropy.MeanFromLogits(freshY, fit.Logits(Cut(fresh))));
    }

    private static int Zeros(bool l1)
    {
        var scaled = Voters.Data.Features("PID", "selfLR", "age", "educ", "income", "popul").Standardised();
        return LogisticRegression.Fit(scaled, Voters.Vote, l1 ? new FitOptions { L1 = 100 } : new FitOptions { L2 = 100 }).Slopes.Count(w => w == 0);
    }

    private static double WrongCars(double lambda)
    {
        var cars = CourseData.Load("mtcars");
        var features = cars.Features("wt", "hp").Standardised();
        return LogisticRegression.Fit(features, cars["am"], new FitOptions { L2 = lambda }).Predictions(features).Zip(cars["am"]).Count(pair => pair.First != pair.Second);
    }

    private static double Copied(int times)
    {
        int[] rows = [.. Enumerable.Range(0, times * CourseData.Damage.Length).Select(i => i % CourseData.Damage.Length)];
        return LogisticRegression.Fit(rows.Select(i => CourseData.Temperature[i]).ToArray(), [.. rows.Select(i => CourseData.Damage[i])]).StandardErrors[1];
    }

    private static double BentSlope()
    {
        var random = new Random(5);
        double[] age = [.. Enumerable.Range(0, 6000).Select(_ => -2 + 4 * random.NextDouble())];
        return LogisticRegression.Fit(age, [.. age.Select(u => random.NextDouble() < Sigmoid(-1.5 + u * u) ? 1.0 : 0)]).Slopes[0];
    }

    /// <summary>By how much the balanced selection moves both coefficients.</summary>
    private static (double Slope, double Intercept) Rare()
    {
        var random = new Random(5);
        var normal = Normals(random);
        double[] amount = [.. Enumerable.Range(0, 20_000).Select(_ => normal())];
        double[] fraud = [.. amount.Select(u => random.NextDouble() < Sigmoid(-5 + 1.5 * u) ? 1.0 : 0)];
        int[] chosen = Resampling.Undersample(fraud, seed: 12);
        var all = LogisticRegression.Fit(amount, fraud);
        var balanced = LogisticRegression.Fit(chosen.Select(i => amount[i]).ToArray(), [.. chosen.Select(i => fraud[i])]);
        return (balanced.Slopes[0] - all.Slopes[0], balanced.Intercept - all.Intercept);
    }
}
