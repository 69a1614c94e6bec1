using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 10: reading a fit.</summary>
internal static class Lesson10
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new NumberQuestion("10.a", "Of 40 reminded customers 30 renew, of 60 others 20. What is the odds ratio of renewing?", () => 30.0 / 10 / (20.0 / 40), within: 0.1)
        {
            Why = "The odds are 30 to 10 and 20 to 40; three divided by one half.",
            Tempting = [(30.0 / 40 / (20.0 / 60), "That is the ratio of the probabilities, 3/4 and 1/3: the risk ratio."), (3, "Those are the odds of the reminded ones alone.")],
        },
        new ChoiceQuestion("10.b", "A coefficient of 0.7 about doubles the odds. From which probability does it move p furthest?", () => Show.Two(new[] { 0.01, 0.5, 0.99 }.MaxBy(p => Sigmoid(Logit(p) + 0.7) - p)))
        {
            Answers =
            [
                ("0.01", "There p is nearly doubled, the largest factor. But the double of little is little."),
                ("0.50", "In the middle the sigmoid is steepest."),
                ("0.99", "Near certainty there is no room left."),
            ],
        },
        new ChoiceQuestion("10.c", "Double the odds of an event of probability 1/2. Its probability is then larger by the factor", () => Show.Two(Sigmoid(Logit(0.5) + Log(2)) / 0.5))
        {
            Answers =
            [
                ("1.33", "Even odds become two to one, and two of three is 4/3 of a half."),
                ("1.50", "That is halfway to double. Odds and probabilities have no such rule."),
                ("2.00", "So it nearly is for rare events. Here it would be certainty."),
            ],
        },
        new ChoiceQuestion("10.d", "Add the leak-check pressure to the temperature. The residual deviance on the 23 flights", () => (CourseData.Flights.Deviance - WithPressure()) switch { > 3.84 => "falls by more than 3.84", > 0 => "falls by less than 3.84", _ => "rises" })
        {
            Answers =
            [
                ("falls by more than 3.84", "It would be more than luck does once in twenty samples."),
                ("falls by less than 3.84", "It falls, as it does for any column. Luck alone often does as much."),
                ("rises", "A useless feature does harm on new rows. These are the rows of the fit, and they can only be fitted better."),
            ],
        },
        new ChoiceQuestion("10.e", "At 31 °F the fit says 0.9996. Where does the 95 % interval of this probability begin?", () => CourseData.Flights.ProbabilityInterval([31]).Low switch { > 0.9 => "above 0.9", > 0.3 => "near one half", _ => "near 0" })
        {
            Answers =
            [
                ("above 0.9", "A number with four nines looks well known. There is not one flight within 20 degrees of it."),
                ("near one half", "The slope is known so badly that, that far out, a coin toss cannot be excluded."),
                ("near 0", "At least the flights say that cold is worse."),
            ],
        },
        new ChoiceQuestion("10.f", "Count damaged rings out of six, instead of flights with any damage. The probability at 31 °F is then", () => Abs(PerRing() - CourseData.Flights.Probability(31)) > 0.1 ? "another one by more than 0.1" : "the same to two digits")
        {
            Answers =
            [
                ("the same to two digits", "It is the same flights and the same temperatures. It is another question: per ring, not per flight."),
                ("another one by more than 0.1", "It answers another question, and far from the data the form of the model decides."),
            ],
        },
        new ChoiceQuestion("10.g", "A manual gearbox from a car's weight: coefficient −4.0. Add the engine's power as a second feature. The weight's coefficient", () => Show.Compare(Abs(OfWeight("wt", "hp")), Abs(OfWeight("wt")), "shrinks towards 0", "stays", "gets larger in size", 0.1))
        {
            Answers =
            [
                ("stays", "The weight of the cars has not changed. What it is compared at equal has."),
                ("shrinks towards 0", "The power takes over part of the effect, one expects, and often it is so. Here it works the other way."),
                ("gets larger in size", "Heavy cars have strong engines, and of two cars of one weight the stronger is more often manual: alone, the weight carries both."),
            ],
        },
        new ChoiceQuestion("10.h", "Measure time in months instead of years and fit again. The coefficient of time is", () => (InMonths() / InMonths(1)) switch { < 0.5 => "a twelfth", > 2 => "twelve times as large", _ => "the same" })
        {
            Answers =
            [
                ("the same", "The model is, and every prediction. The coefficient has a unit: per month."),
                ("a twelfth", "A month does a twelfth of what a year does to the log-odds."),
                ("twelve times as large", "The numbers of the column are. What multiplies them has to be smaller."),
            ],
        },
    ];

    private static double WithPressure()
    {
        var flights = CourseData.Load("challenger");
        return LogisticRegression.Fit(flights.Features("temperature", "pressure"), flights["damage"]).Deviance;
    }

    private static double PerRing()
    {
        var flights = CourseData.Load("challenger");
        return LogisticRegression.FitGrouped(flights.Features("temperature"), flights["erosion_or_blowby"], [.. Enumerable.Repeat(6.0, flights.RowCount)]).Probability(31);
    }

    private static double OfWeight(params string[] columns)
    {
        var cars = CourseData.Load("mtcars");
        return LogisticRegression.Fit(cars.Features(columns), cars["am"]).Slopes[0];
    }

    private static double InMonths(double unit = 12)
    {
        var random = new Random(1);
        double[] years = [.. Enumerable.Range(0, 500).Select(_ => 8 * random.NextDouble())];
        double[] left = [.. years.Select(t => random.NextDouble() < Sigmoid(0.5 - 0.4 * t) ? 1.0 : 0)];
        return LogisticRegression.Fit(years.Select(t => unit * t).ToArray(), left).Slopes[0];
    }
}
