using static System.Math;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 4: surprise and entropy.</summary>
internal static class Lesson04
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("4.a", "Halve the probability that was announced for an event. Its surprise",
            () => Abs(-Log(0.1 / 2) - (-Log(0.1) + Log(2))) < 1e-12 && Abs(-Log(0.4 / 2) - (-Log(0.4) + Log(2))) < 1e-12 ? "grows by log 2" : "doubles")
        {
            Answers =
            [
                ("doubles", "It does from 1/2 to 1/4, and from no other start: surprises add where probabilities multiply."),
                ("grows by log 2", "The logarithm turns the factor 1/2 into a summand, whatever the start."),
                ("grows by a half", "Halving and a half sound alike. The surprise has no such ceiling."),
            ],
        },
        new ChoiceQuestion("4.b", "The best constant for the flights is found in nats, then in bits. In bits it is", () => Show.Compare(Best(1 / Log(2)), Best(1), "smaller", "the same", "larger"))
        {
            Answers =
            [
                ("smaller", "Bits are the larger numbers, so one may expect a smaller answer. All losses change by one factor."),
                ("the same", "A positive factor moves no minimum."),
                ("larger", "The losses are 1.44 times as large. Their order is the same."),
            ],
        },
        new ChoiceQuestion("4.c", "The fair coin has one bit. How much has a coin that shows heads in 7 of 23 tosses?", () => FormattableString.Invariant($"{Entropy.OfCoin(7.0 / 23) / Log(2):F1} bits"))
        {
            Answers =
            [
                ("0.6 bits", "7/23 is six tenths of one half, so a straight slope would leave so much. But the top of the curve is round."),
                ("0.9 bits", "The slope is 0 at one half, so the first steps away from it cost little."),
                ("1.0 bits", "Nearly, and the top is flat. But only the fair coin has it all."),
            ],
        },
        new ChoiceQuestion("4.d", "Damage comes in 7 of 23 flights. Who pays more surprise per flight: who says one half each time, or who says five per cent?",
            () => Show.Compare(Cross(7.0 / 23, 0.5), Cross(7.0 / 23, 0.05), "who says five per cent", "both the same", "who says one half"))
        {
            Answers =
            [
                ("who says one half", "He has no opinion, and the other is on the right side of one half. But too far on it."),
                ("who says five per cent", "Sixteen small gains do not pay for seven surprises of log 20."),
                ("both the same", "Both are wrong about the share, by a fifth and by a quarter. The logarithm is not so even-handed."),
            ],
        },
        new ChoiceQuestion("4.e", "A distance from a place to itself is 0. What is the cross-entropy H(0.2, 0.2)?", () => Show.Compare(Cross(0.2, 0.2), 0, "less than 0", "0", "more than 0"))
        {
            Answers =
            [
                ("less than 0", "Logarithms of probabilities are negative, but the minus in front turns them round."),
                ("0", "The forecaster is perfectly right, so it should be, if this were a distance."),
                ("more than 0", "Who knows the coin exactly is still surprised by its tosses: what remains is the entropy."),
            ],
        },
        new ChoiceQuestion("4.f", "Which mistake is dearer: to call a fair coin nearly sure (0.99), or to call a nearly sure coin fair?",
            () => Show.Compare(Excess(0.5, 0.99), Excess(0.99, 0.5), "to call the sure one fair", "both the same", "to call the fair one sure"))
        {
            Answers =
            [
                ("to call the fair one sure", "Half of the tosses are then a surprise of log 100."),
                ("to call the sure one fair", "It gives away much, nearly log 2 a toss. But it is never badly surprised."),
                ("both the same", "The same two numbers are involved. A divergence is not symmetric."),
            ],
        },
        new ChoiceQuestion("4.g", "Which flight surprises the fitted model most?", MostSurprising)
        {
            Answers =
            [
                ("damage at 53 °F", "It is the worst flight, and exactly what the model expects of the cold."),
                ("damage at 75 °F", "The model gave it less than one chance in eleven."),
                ("no damage at 66 °F", "The coldest flight without damage. At 66 °F the model is nearly undecided, and who is undecided is never much surprised."),
            ],
        },
        new ChoiceQuestion("4.h", "The thermometer saves 0.249 bits on the flights of the fit. Announce each flight by a fit of the other 22: the bits saved are",
            () => Show.Compare(SavedBits(leaveOut: true), SavedBits(leaveOut: false), "fewer", "as many", "more", within: 0.01))
        {
            Answers =
            [
                ("fewer", "The curve was bent towards the very flights it was judged on. Without that it is less good."),
                ("as many", "One flight of 23 hardly moves the curve. But it is always the one that it is judged by."),
                ("more", "The constant loses by being left out as well. It has one number to lose by, the curve has two."),
            ],
        },
    ];

    private static double Best(double unit) => Enumerable.Range(1, 999).Select(k => k / 1000.0).MinBy(q => unit * Cross(7.0 / 23, q));

    private static double Cross(double p, double q) => -p * Log(q) - (1 - p) * Log(1 - q);

    private static double Excess(double p, double q) => Cross(p, q) - Cross(p, p);

    private static string MostSurprising()
    {
        var fit = CourseData.Flights;
        var losses = CourseData.Damage.Select((y, i) => CrossEntropy.FromLogit(y, fit.FittedLogits[i])).ToArray();
        var most = Array.IndexOf(losses, losses.Max());
        return FormattableString.Invariant($"{(CourseData.Damage[most] == 1 ? "damage" : "no damage")} at {CourseData.Temperature[most]} °F");
    }

    private static double SavedBits(bool leaveOut)
    {
        double[] t = CourseData.Temperature, y = CourseData.Damage;
        var (coin, curve) = (0.0, 0.0);
        for (var i = 0; i < y.Length; i++)
        {
            int[] rows = [.. Enumerable.Range(0, y.Length).Where(k => !leaveOut || k != i)];
            double[] labels = [.. rows.Select(k => y[k])];
            coin += CrossEntropy.FromProbability(y[i], labels.Average());
            curve += CrossEntropy.FromLogit(y[i], LogisticRegression.Fit(rows.Select(k => t[k]).ToArray(), labels).Logit(t[i]));
        }
        return (coin - curve) / y.Length / Log(2);
    }
}
