namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 6: gradient descent.</summary>
internal static class Lesson06
{
    private static readonly double[] X = [1, 2, 3, 4], Y = [0, 1, 0, 1];

    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("6.a", "Each step multiplies the distance to the goal by 1 − ηc. With ηc = 1.9, how much of the distance is left after ten steps, whatever its sign?",
            () => Math.Pow(Math.Abs(1 - 1.9), 10) switch { > 1 => "more than at the start", > 0.1 => "about a third", _ => "next to nothing" })
        {
            Answers =
            [
                ("next to nothing", "The step is almost twice the best one, and longer looks faster. But past 1/c a longer step is a worse one."),
                ("about a third", "The factor is −0.9: each step jumps across the goal and comes nine tenths as close. Ten of them leave 0.9 to the tenth."),
                ("more than at the start", "It does jump across the goal, which looks like running away. It runs away only when ηc exceeds 2."),
            ],
        },
        new ChoiceQuestion("6.b", "A thousand steps of the safe size 1/c_max from a bad start. How many of them raise the loss?",
            () => Rises(1) switch { 0 => "none", < 100 => "a few", _ => "hundreds" })
        {
            Answers =
            [
                ("none", "The loss lies below a parabola that the step goes to the bottom of, so it ends lower. That holds at every place."),
                ("a few", "The curvature changes from place to place, so a fixed step might be too long somewhere. But c_max bounds the curvature everywhere."),
                ("hundreds", "So it is with four times the step. A step that is safe is another matter."),
            ],
        },
        new ChoiceQuestion("6.c", "A step of 1.8 safe steps in a valley whose steep curvature is c_max. How does the walk get to the floor?",
            () => (1 - 1.8) switch { > 0 => "from one side", > -1 => "across it and back, closer each time", _ => "across it and back, farther each time" })
        {
            Answers =
            [
                ("from one side", "So do steps up to 1/c. This one is longer."),
                ("across it and back, closer each time", "The factor is 1 − 1.8 = −0.8: the sign changes, the size shrinks."),
                ("across it and back, farther each time", "It is longer than the safe step. But unsafe means without a promise; on a parabola the border is at two."),
            ],
        },
        new ChoiceQuestion("6.d", "The same 23 flights, once in °F and once standardised, each with its own safe step. How many times as many steps do the °F take?",
            () => (StepsPerDigit(raw: true) / StepsPerDigit(raw: false)) switch { < 10 => "about as many", < 10_000 => "some hundred times", _ => "more than ten thousand times" })
        {
            Answers =
            [
                ("about as many", "It is the same data and the same model, and the best curve is the same. But the valley of the loss has another shape."),
                ("some hundred times", "The numbers are some tens of times as large, so a hundredfold looks generous. The curvatures go with their square, and the mean far from zero does the rest."),
                ("more than ten thousand times", "Temperatures near 70 with a spread of 7 make a valley whose floor is nearly flat: the steep wall limits the step, and the floor needs a long way."),
            ],
        },
        new ChoiceQuestion("6.e", "Ten copies of every flight, so ten times the data. How many steps now, if 50 were enough before?",
            () => (Steps(Copies(10)) / Steps(Copies(1))) switch { < 0.5 => "about 5", > 2 => "about 500", _ => "50, as before" })
        {
            Answers =
            [
                ("about 5", "Ten times the evidence should decide sooner. It does make each slope more certain, but not steeper: the loss is a mean."),
                ("50, as before", "The mean over ten copies is the mean over one: the same bowl, the same walk."),
                ("about 500", "Each step costs ten times as much, and that is easily taken for ten times the steps."),
            ],
        },
        new ChoiceQuestion("6.f", "A run on the flights in °F that stops as soon as the loss changes by less than a millionth. Where does it stop?",
            () => Hasty() is var run && run.Iterations >= 10_000 ? "never, within ten thousand steps" : run.Loss - CourseData.Flights.Deviance / (2 * CourseData.Damage.Length) < 0.01 ? "near the minimum" : "far from the minimum, after a few steps")
        {
            Answers =
            [
                ("near the minimum", "A loss that no longer changes looks like a loss that has arrived. Tiny steps look the same."),
                ("far from the minimum, after a few steps", "The safe step is tiny here, so the loss hardly changes from the beginning."),
                ("never, within ten thousand steps", "The run to the minimum does take millions. But this rule does not wait for the minimum."),
            ],
        },
        new ChoiceQuestion("6.g", "Both losses start at b = 0, w = 12 on the standardised flights and make 100 safe steps. Which comes nearer to its minimum?",
            () => (Left(squared: true), Left(squared: false)) is var (a, b) && a < b / 2 ? "the squared error" : b < a / 2 ? "the cross-entropy" : "both about the same")
        {
            Answers =
            [
                ("the squared error", "It starts much lower, at 0.29 instead of 7.6. But low is not near: its slope is multiplied by a vanishing σ′."),
                ("the cross-entropy", "Its slope is the plain error, and where the prediction is most wrong the error is largest."),
                ("both about the same", "Both are minimised by curves of the same shape. The way there differs."),
            ],
        },
    ];

    private static int Rises(double factor)
    {
        var loss = new LogisticLoss(X, Y);
        var losses = GradientDescent.Minimise(loss, factor / loss.LipschitzConstant, [-2, -1.5]).Path.Losses;
        return losses.Zip(losses.Skip(1)).Count(pair => pair.Second > pair.First);
    }

    private static Features Temperature => CourseData.Temperature;

    /// <summary>The largest curvature over the smallest at the minimum: about so many steps divide the distance by e.</summary>
    private static double StepsPerDigit(bool raw)
    {
        var features = raw ? Temperature : Temperature.Standardised();
        var loss = new LogisticLoss(features, CourseData.Damage);
        var h = loss.Hessian(LogisticRegression.Fit(features, CourseData.Damage).Coefficients);
        var (half, gap) = ((h[0, 0] + h[1, 1]) / 2, (h[0, 0] - h[1, 1]) / 2);
        return loss.LipschitzConstant / (half - Math.Sqrt(gap * gap + h[0, 1] * h[1, 0]));
    }

    private static LogisticLoss Copies(int times)
    {
        int[] rows = [.. Enumerable.Range(0, times * CourseData.Damage.Length).Select(i => i % CourseData.Damage.Length)];
        return new(Temperature.Standardised().Rows(rows), [.. rows.Select(i => CourseData.Damage[i])]);
    }

    private static double Steps(LogisticLoss loss) => GradientDescent.Minimise(loss).Iterations;

    private static Descent Hasty() => GradientDescent.Minimise(new LogisticLoss(Temperature, CourseData.Damage), stopping: new Stopping { LossChange = 1e-6, MaxIterations = 10_000 });

    /// <summary>The share of the way from the start down to the lowest loss that is still to go after 100 steps.</summary>
    private static double Left(bool squared)
    {
        var features = Temperature.Standardised();
        Loss loss = squared ? new SigmoidSquaredErrorLoss(features, CourseData.Damage) : new LogisticLoss(features, CourseData.Damage);
        var lowest = GradientDescent.Minimise(loss).Loss;
        var walk = GradientDescent.Minimise(loss, start: [0, 12], stopping: new Stopping { MaxIterations = 100 });
        return (walk.Loss - lowest) / (walk.Path[0].Loss - lowest);
    }
}
