using static System.Math;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 8: curvature and Newton's method.</summary>
internal static class Lesson08
{
    private static readonly double[] X = [1, 2, 3, 4], Apart = [0, 0, 1, 1];

    private static LogisticLoss Raw => new(CourseData.Temperature, CourseData.Damage);

    private static LogisticLoss Standard => new(((Features)CourseData.Temperature).Standardised(), CourseData.Damage);

    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("8.a", "Change some of the labels. Does the Hessian at given weights change?",
            () => Same(new LogisticLoss(X, [0, 1, 0, 1]).Hessian(0.2, -0.3), new LogisticLoss(X, Apart).Hessian(0.2, -0.3)) ? "no" : "yes")
        {
            Answers =
            [
                ("yes", "The slope does: it contains the errors. Differentiate once more, and the label, a constant, is gone."),
                ("no", "Only p and the features are in it. That is why three famous methods are one here."),
            ],
        },
        new ChoiceQuestion("8.b", "Ten thousand random chords of the squared error of a sigmoid. How often does it lie above its chord in the middle?", () => Above() switch { 0 => "never", < 100 => "now and then", _ => "thousands of times" })
        {
            Answers =
            [
                ("never", "So it is for the cross-entropy, which is convex. The squared error has terraces."),
                ("now and then", "One time would be enough to say that it is not convex. But the terraces are wide."),
                ("thousands of times", "On the way up to a terrace it bends downwards, and there it lies above its chords."),
            ],
        },
        new ChoiceQuestion("8.c", "Gradient descent on the flights in °F was not done after two million steps. How many does Newton's method need?", () => NewtonMethod.Minimise(Raw).Iterations switch { < 20 => "about 6", < 1000 => "some hundred", _ => "hundreds of thousands" })
        {
            Answers =
            [
                ("about 6", "It divides the slope by the curvature in every direction, so a flat floor is as easy as a steep wall."),
                ("some hundred", "It is only natural to expect a long valley to take its time. Newton's step knows how long it is."),
                ("hundreds of thousands", "That would be a good improvement. It is far better."),
            ],
        },
        new ChoiceQuestion("8.d", "Standardise the temperature. Newton's method then needs", () => Show.Compare(NewtonMethod.Minimise(Standard).Iterations, NewtonMethod.Minimise(Raw).Iterations, "far fewer steps", "about as many steps", "more steps", within: 2))
        {
            Answers =
            [
                ("far fewer steps", "For gradient descent it made all the difference. Newton's step does not see the scale."),
                ("about as many steps", "Stretch a column, and slope and curvature change so that the step goes to the same model."),
                ("more steps", "The step is the same in both, only in other units."),
            ],
        },
        new ChoiceQuestion("8.e", "Near the minimum, each Newton step", () => DigitsGrow() > 1.6 ? "about doubles the right digits" : "adds as many digits as the last one")
        {
            Answers =
            [
                ("adds as many digits as the last one", "That is what gradient descent does."),
                ("about doubles the right digits", "What a step leaves is of second order: from half as far off, it ends a quarter as far off."),
            ],
        },
        new ChoiceQuestion("8.f", "Start the standardised flights at (0, 2) and take full Newton steps, undamped. They", () => Ruined() ? "run away" : "arrive in a few steps")
        {
            Answers =
            [
                ("arrive in a few steps", "The loss is convex, and Newton is fast. But only near the minimum does the parabola resemble the loss."),
                ("run away", "Far out there is little curvature, so the believed parabola is wide, and the step leaps over the valley."),
            ],
        },
        new ChoiceQuestion("8.g", "The labels are 0, 0, 1, 1: a cut at 2.5 divides them. Make the weight four times as large, with the middle kept at 2.5. The loss",
            () => Show.Compare(new LogisticLoss(X, Apart).Value(-2.5 * 64, 64), new LogisticLoss(X, Apart).Value(-2.5 * 16, 16), "falls", "stays", "rises", 0))
        {
            Answers =
            [
                ("falls", "Every row is on its right side, and a steeper curve is surer of all of them. There is always a steeper one."),
                ("stays", "It has nearly reached 0, and a table may show it so. It still falls."),
                ("rises", "Being too sure is punished, as lesson 3 said. But here no row is on the wrong side."),
            ],
        },
        new ChoiceQuestion("8.h", "Newton's method on these separated rows. After the first few, its steps", () => StepRatio() switch { < 0.9 => "get shorter", > 1.1 => "get longer", _ => "keep their length" })
        {
            Answers =
            [
                ("get shorter", "They would near a minimum. There is none."),
                ("keep their length", "Slope and curvature fade together, and their quotient stays."),
                ("get longer", "The valley gets flatter and flatter, so a longer step is a fair guess. The slope fades as fast."),
            ],
        },
        new ChoiceQuestion("8.i", "Four times as many flights of the same kind. The standard error of the weight", () => (Copied(4) / Copied(1)) switch { < 0.3 => "falls to a quarter", < 0.6 => "is halved", _ => "stays" })
        {
            Answers =
            [
                ("falls to a quarter", "The variance does. The error is its root."),
                ("is halved", "The summed curvature is four times as large, and the error is one over its root."),
                ("stays", "The estimate stays. What is known about it grows."),
            ],
        },
    ];

    private static bool Same(double[,] a, double[,] b) => a.Cast<double>().Zip(b.Cast<double>()).All(pair => Abs(pair.First - pair.Second) < 1e-12);

    private static int Above()
    {
        Features standard = ((Features)CourseData.Temperature).Standardised();
        var (loss, random) = (new SigmoidSquaredErrorLoss(standard, CourseData.Damage), new Random(3));
        double[] Point() => [16 * random.NextDouble() - 8, 16 * random.NextDouble() - 8];
        return Enumerable.Range(0, 10_000).Count(_ => Point() is var a && Point() is var b
            && 1e-12 < 2 * loss.Value((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) - loss.Value(a) - loss.Value(b));
    }

    private static double DigitsGrow()
    {
        var newton = NewtonMethod.Minimise(Raw);
        double Digits(int k) => -Log10(Abs(newton.Path[k].Weights[1] / newton.Weights[1] - 1) + 1e-16);
        return Digits(5) / Digits(4);
    }

    private static bool Ruined() => !NewtonMethod.Minimise(Standard, [0, 2], damped: false).Converged;

    private static double StepRatio()
    {
        var path = NewtonMethod.Minimise(new LogisticLoss(X, Apart), stopping: new Stopping { MaxIterations = 8, GradientNorm = 0 }).Path;
        double Step(int k) => path[k].Weights[1] - path[k - 1].Weights[1];
        return Step(8) / Step(6);
    }

    private static double Copied(int times)
    {
        int[] rows = [.. Enumerable.Range(0, times * CourseData.Damage.Length).Select(i => i % CourseData.Damage.Length)];
        return LogisticRegression.Fit(rows.Select(i => CourseData.Temperature[i]).ToArray(), [.. rows.Select(i => CourseData.Damage[i])]).StandardErrors[1];
    }
}
