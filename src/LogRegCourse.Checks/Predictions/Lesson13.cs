using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Predictions;

/// <summary>The quiz of lesson 13: one verdict on each statement that a computation can judge.</summary>
internal static class Lesson13
{
    private static readonly double[] X = [1, 2, 3, 4], Y = [0, 1, 0, 1], Apart = [0, 0, 1, 1];

    private static Features Warm => ((Features)CourseData.Temperature).Standardised();

    public static IReadOnlyList<Question> All { get; } =
    [
        Judge("e01", "The sigmoid squeezes every number into [0, 1].", () => Sigmoid(-700) > 0 && double.IsInfinity(Logit(1)) ? "the interval is open" : "nothing is wrong",
            ("nothing is wrong", "In doubles the ends are reached, at 37 and at −746. On paper no finite score reaches them."),
            ("the interval is open", "No finite score has the probability 0 or 1; their log-odds would be infinite."),
            ("it is [−1, 1]", "That is the hyperbolic tangent.")),
        Judge("e02", "The slope is tiny far out and maximal in the middle.", () => SigmoidDerivative(0) == 0.25 && SigmoidDerivative(4) < 0.02 ? "true, but without the value" : "the slope is largest far out",
            ("true, but without the value", "One quarter, at z = 0: only with the number it becomes a ruler."),
            ("the slope is largest far out", "There the curve creeps along its asymptotes."),
            ("it has no maximum", "It has one, where both probabilities are one half.")),
        Judge("e03", "To draw the curve, evaluate it at a hundred thousand points, and label the axis from 0 to 0.9.", () => OffBetween(200) < 1e-3 ? "two hundred points do" : "it needs that many",
            ("two hundred points do", "Straight lines between 200 points are off by about a ten-thousandth. And the axis has to show the asymptote at 1."),
            ("it needs that many", "A smooth curve looks as if it did. The eye sees a thousandth at best.")),
        Judge("e13", "The sigmoid is the bridge from a score to a probability.", () => 0.5 + Atan(1.0) / PI is > 0 and < 1 && 1 - Exp(-Exp(1.0)) is > 0 and < 1 ? "it is one of several" : "it is the only one",
            ("it is the only one", "It is the only one under which the odds are multiplied by one factor everywhere. That is another sentence."),
            ("it is one of several", "Probit, complementary log-log and cauchit are others."),
            ("it is no bridge", "It takes any score and gives a probability.")),
        Judge("e19", "The activation function adds non-linearity, so the classifier can bend.", () => Abs(Sigmoid(0.5 + 200 - 4 * 50.125) - 0.5) < 1e-9 ? "the boundary stays straight" : "the boundary bends",
            ("the boundary bends", "The probability does, along the slope. Where it is one half there is a line."),
            ("the boundary stays straight", "One half means that the score is 0, and that is a line."),
            ("neither bends", "The probability is an S-curve.")),
        Judge("e30", "1 / (1 + exp(-z)) and s * (1 - s) are all the code you need.", () => 1 / (1 + Exp(-37.0)) is var s && s * (1 - s) == 0 && 1 / (1 + Exp(710.0)) == 0 ? "both fail far out" : "they are right everywhere",
            ("they are right everywhere", "On paper. In doubles the first loses small probabilities, the second all digits at 37."),
            ("both fail far out", "One below −709, the other from about 37 on."),
            ("only the first fails", "It does, below −709. The second fails much nearer.")),
        Judge("e37", "For a probability near 0 the logarithm gives a value near 0.", () => Log(0.001) < -6 && Abs(Log(0.999)) < 0.01 ? "it is upside down" : "nothing is wrong",
            ("nothing is wrong", "log 1 is 0. Near 0 the logarithm dives."),
            ("it is upside down", "Near 0 it goes to minus infinity, near 1 to 0.")),
        Judge("e04", "Put a column of ones into X; nothing changes.", () => Abs(Expected(0) - 7) < 1e-6 && Abs(Expected(5) - 7) > 1 ? "only without a penalty" : "that is so",
            ("that is so", "The fit is the same, if nothing is penalised."),
            ("only without a penalty", "A penalty on the ones pulls the level towards one half."),
            ("the fit is another one", "Without a penalty it is the same.")),
        Judge("e05", "The sigmoid is the probability density of y.", () => Enumerable.Range(-2000, 4000).Sum(i => 0.01 * Sigmoid(i / 100.0)) > 2 ? "it is no density" : "that is so",
            ("that is so", "It lies between 0 and 1 and is a probability for each score. Its area is infinite."),
            ("it is no density", "y has two values and a mass on each. The sigmoid computes the mass of one.")),
        Judge("e14", "exp behaves the same in every language.", () => double.IsPositiveInfinity(Exp(710)) ? "not at its edge" : "that is so",
            ("that is so", "For the arguments of most days it is."),
            ("not at its edge", "At 710 C# and Scheme go on with infinity, NumPy warns, and Python's math.exp stops.")),
        Judge("e15", "Start with random weights.", () => Abs(From(0, 0) - From(3, -2)) < 1e-6 ? "not needed here" : "that is needed",
            ("that is needed", "In a neural network, to break the symmetry. Here there is none."),
            ("not needed here", "Every start leads to the same minimum, and zeros give a first loss of log 2."),
            ("it would be wrong", "It arrives as well. It is only not reproducible.")),
        Judge("e20", "predict returns the probabilities.", () => new double[] { 0.4, 0.4, 0.4, 0.4, 0.4 } is var p && p.Sum() != p.Count(q => q >= 0.5) ? "two things, one name" : "nothing is wrong",
            ("nothing is wrong", "Until somebody compares them with labels."),
            ("two things, one name", "A probability and a decision differ: two expected ones, or none.")),
        Judge("e28", "The comment says: setosa is 0, the others are 1. The code asks whether target == 0, and setosa is species 0.", () => CourseData.Load("iris").Label("species", "setosa")[0] == 1 ? "setosa is 1" : "setosa is 0",
            ("setosa is 0", "Its number among the species is. The comparison is true for it."),
            ("setosa is 1", "The comparison is true for setosa, and true counts as 1.")),
        Judge("e35", "P(y = 1) stands on the left, p^y (1 − p)^(1 − y) on the right.", () => Pow(0.3, 1) * Pow(0.7, 0) == 0.3 && Pow(0.3, 0) * Pow(0.7, 1) != 0.3 ? "right for y = 1 only" : "right for both labels",
            ("right for both labels", "The right-hand side is, for whichever y. The left-hand side is fixed to 1."),
            ("right for y = 1 only", "For a general y the left side has to be P(y | x).")),
        Judge("e36", "Let y_i = P(Y = 1 | x_i). Train by comparing y_i with y_i.", () => new[] { 1.0, 0, 1 }.All(y => y - y == 0) ? "two things, one letter" : "nothing is wrong",
            ("nothing is wrong", "One reads on, because one knows what is meant. The error so written is always 0."),
            ("two things, one letter", "What happened and what the model says need letters of their own.")),
        Judge("e06", "Dividing by n makes the cost more interesting.", () => Abs(Best(4, 0) - Best(1, 0)) < 1e-9 && Abs(Best(4, 1) - Best(1, 1)) > 0.01 ? "it frees step and λ from n" : "it moves the minimum",
            ("it moves the minimum", "A positive factor does not."),
            ("it frees step and λ from n", "The minimum stays; what works for 23 rows works for 23 million."),
            ("it does nothing", "The minimum stays. The slope, and the balance with a penalty, do not.")),
        Judge("e11", "Cross-entropy is the distance between truth and prediction.", () => Cross(0.3, 0.3) > 0 && Cross(0.3, 0.9) != Cross(0.9, 0.3) ? "it is no distance" : "that is so",
            ("that is so", "It is smallest where they agree. But not 0, and not the same both ways."),
            ("it is no distance", "Neither zero at home nor symmetric. The excess over the entropy is at least zero at home.")),
        Judge("e17", "For y = 1 the loss goes to infinity as p → 0; for y = 0 it increases as p → 1.", () => CrossEntropy.FromLogit(0, 1000) == CrossEntropy.FromLogit(1, -1000) ? "both go to infinity" : "only the first does",
            ("only the first does", "So it sounds. Swap the classes, and nothing may change."),
            ("both go to infinity", "The two branches are mirror images.")),
        Judge("e31", "The loss is -(y*log(p) + (1-y)*log(1-p)). Type that.", () => 1 / (1 + Exp(-40.0)) is var p && double.IsNaN(-(1 * Log(p) + (1 - 1) * Log(1 - p))) ? "it fails when p rounds to 1" : "that is good code",
            ("that is good code", "It is the right formula. At 0 times infinity a machine sees no zero."),
            ("it fails when p rounds to 1", "From a score of 37 on: NaN where the loss is 0, infinity where it is 37."),
            ("the sign is wrong", "The minus stands in front of the bracket, as it should.")),
        Judge("e38", "Here is the loss of one example. Averaged over the data it becomes the mean.", () => Abs(Log(0.9 * 0.6 * 0.7) - new[] { 0.9, 0.6, 0.7 }.Sum(Log)) < 1e-12 ? "independence is left out" : "nothing is left out",
            ("nothing is left out", "A mean of losses is natural. That it comes from a likelihood needs a product."),
            ("independence is left out", "The sum is the logarithm of a product, and a product is right for independent rows."),
            ("a mean is not allowed", "It is. Its reason is missing.")),
        Judge("e43", "Cross-entropy maximises the probability of classifying correctly, calibrates the model, and prevents extreme confidence.", () => MostRight() ? "it promises none of the three" : "it promises all three",
            ("it promises all three", "It is a good loss, and one expects good things of it."),
            ("it promises none of the three", "It maximises likelihood. On seven rows another line is right more often; calibration it gives on average and on its own rows; separated rows get extreme."),
            ("only the first", "Another line can be right more often than the most likely one.")),
        Judge("e12", "(p − y) x falls out of the exponential family.", () => Abs(-(1 - 0.6915) * 0.3521 / (0.6915 * 0.3085) - (0.6915 - 1)) > 0.1 ? "with the canonical link" : "for every link",
            ("for every link", "The probit has a Bernoulli label too, and another gradient."),
            ("with the canonical link", "Only there does the factor φ/(p(1 − p)) cancel."),
            ("never", "For the logit it does.")),
        Judge("e40", "L = (1/n) Σ [y log σ + (1 − y) log(1 − σ)], hence ∇L = (1/n) Xᵀ(σ − y).", () => Log(Sigmoid(0.1)) > Log(Sigmoid(-0.1)) ? "a minus was lost" : "nothing is wrong",
            ("nothing is wrong", "Both ends are familiar. From the printed L follows y − σ."),
            ("a minus was lost", "The printed L rises with p for y = 1, so its gradient cannot be σ − y."),
            ("the mean was lost", "It stands in front of both.")),
        Judge("e41", "wᵀx_i = w0 x_i0 + w0 x_i0 + w1 x_i1 + w0 x_i2 + …", () => 2 * 0.5 * 1 + -1 * 3.0 + 0.5 * 4 != 0.5 * 1 + -1 * 3.0 + 2 * 4 ? "the indices slipped" : "nothing is wrong",
            ("nothing is wrong", "The eye glides over it. A number does not."),
            ("the indices slipped", "One product twice, one feature with another's weight.")),
        Judge("e42", "The gradient in matrix form is (1/n) Xᵀ(σ(wᵀX) − y), with the examples in rows.", () => Derivation.Of("?").Sizes("X: n x d", "w: d", "y: n").From((X, w, y) => X.T * (Course.Sigmoid(X * w) - y)).Then("as printed", (X, w, y) => X.T * (Course.Sigmoid(w.T * X) - y)).WithAnError().ToString().Contains("mistake", StringComparison.Ordinal) ? "the shapes clash" : "nothing is wrong",
            ("nothing is wrong", "With the examples in columns it would be right."),
            ("the shapes clash", "A 1 × d row cannot be multiplied with an n × d matrix."),
            ("the sign is wrong", "Prediction minus label is right.")),
        Judge("e16", "How many iterations you need depends on how many training examples you have.", () => Iterations(1) == Iterations(4) ? "on the conditioning" : "on the number of rows",
            ("on the number of rows", "Each iteration costs more. There are not more of them."),
            ("on the conditioning", "Four copies of each row need the same number; a change of scale changes it."),
            ("on the number of features", "Not in itself: on how they are scaled and correlated.")),
        Judge("e21", "Inside train: W -= rate * gradW; b -= rate * gradB. No return needed.", BiasComesHome,
            ("nothing is wrong", "For the weights, an array. The bias is a number."),
            ("the bias stays at home", "A number is a copy. The caller's bias never changes."),
            ("the weights stay at home", "An array is changed in place.")),
        Judge("e22", "Each epoch adds up its loss in epoch_loss; then the next epoch begins.", () => EnoughEpochs() < 100 ? "nobody reads the sum" : "nothing is wrong",
            ("nothing is wrong", "It is computed, which is more than some loops do."),
            ("nobody reads the sum", "Neither shown nor used to stop: fewer than a hundred epochs would have been enough."),
            ("it should be the gradient", "That would be the better sign. First somebody has to look at one of them.")),
        Judge("e23", "Take the batches in the order of the file.", () => SortedEpoch() > 0.75 ? "shuffle first" : "the order does not matter",
            ("the order does not matter", "For a full gradient it does not. Batches learn the last thing last."),
            ("shuffle first", "A file sorted by class ends with one class alone.")),
        Judge("e24", "A demonstration: random features, random labels, train.", () => RandomFit() < Log(2) ? "it learns accidents" : "the loss stays at log 2",
            ("it learns accidents", "The training loss falls below log 2 all the same, and new rows are predicted worse than by a coin."),
            ("the loss stays at log 2", "There is nothing to learn. The weights learn it anyway."),
            ("a good first example", "It shows a loss that falls, and nothing behind it.")),
        Judge("e34", "Small batches converge more quickly. Large batches converge faster.", () => Voters.Loss(Voters.Walk(Voters.Shuffled(1), 16, 1, 0.5), Voters.Shuffled(1)) < Voters.Loss(Voters.Walk(Voters.Shuffled(1), 944, 1, 0.5), Voters.Shuffled(1)) ? "per what?" : "the second is right",
            ("the first is right", "Per epoch it is, up to a point."),
            ("the second is right", "Per step it is."),
            ("per what?", "Per epoch, per step and per second are three questions.")),
        Judge("e18", "The loss is convex, so it has a single global minimum.", () => new LogisticLoss(X, Apart).Value(-125, 50) < new LogisticLoss(X, Apart).Value(-25, 10) ? "it may have none, or a line" : "that is so",
            ("that is so", "Convex means: no second valley. Neither that there is a bottom nor that it is one point."),
            ("it may have none, or a line", "Separated rows have none; a repeated column has a line of them."),
            ("it may have several valleys", "That is what convexity excludes.")),
        Judge("e39", "Newton's method, or its variant IRLS, suits convex functions like the log-likelihood; its Hessian stays positive definite, and it converges quadratically.", () => !NewtonMethod.Minimise(new LogisticLoss(Warm, CourseData.Damage), [0, 2], damped: false).Converged ? "nearly every word is off" : "only the word convex is off",
            ("nothing is wrong", "It is quoted everywhere. Each half-sentence lacks a condition."),
            ("only the word convex is off", "The log-likelihood is concave, yes. And from a poor start the undamped method runs away."),
            ("nearly every word is off", "Concave, semi-definite, fading far out, quadratic only near the end, and IRLS is no variant but the same.")),
        Judge("e07", "For more classes apply any non-linear transformation.", () => new double[] { 2, 1, -1 } is var z && Abs(z.Sum(Tanh) - 1) > 0.01 && Abs(z.Sum(Sigmoid) - 1) > 0.01 ? "it has to sum to 1" : "that is so",
            ("that is so", "Positive and summing to one is a strong demand."),
            ("it has to sum to 1", "The outputs have to be probabilities over the classes."),
            ("it has to be a sigmoid", "Sigmoids answer each class for itself and do not sum to 1.")),
        Judge("e08", "With two classes softmax regression is binary regression.", () => Abs(Softmax.CrossEntropy(1, 5, 6.2) - CrossEntropy.FromLogit(1, 1.2)) < 1e-12 ? "the loss, not the parameters" : "not even the loss",
            ("that is so", "The loss is the same. The weights are twice as many."),
            ("the loss, not the parameters", "Only the difference of the two weight vectors is determined."),
            ("not even the loss", "It depends on the difference of the scores, as the binary one does.")),
        Judge("e10", "The decision boundary is where p = 0.5.", () => (1 - 0.3) * 1 < 0.3 * 9 ? "it depends on the costs" : "that is so",
            ("that is so", "If both mistakes cost the same."),
            ("it depends on the costs", "Cut at cost of a false alarm over the sum of both costs."),
            ("it is where p is the share", "That is a common choice for rare classes. Costs give the reason or take it.")),
        Judge("e25", "L2 smooths the decision boundary.", () => SteepestSlope(10) < SteepestSlope(0.01) / 5 ? "it flattens the probability" : "it bends the boundary less",
            ("it bends the boundary less", "A line has no bend to begin with."),
            ("it flattens the probability", "The way from 10 % to 90 % gets longer. The line stays a line."),
            ("it does nothing to it", "It may turn the line.")),
        Judge("e26", "Multicollinearity violates the assumptions and gives biased estimates.", () => 1 / (1 - 0.98 * 0.98) > 10 ? "imprecise, not biased" : "that is so",
            ("that is so", "It looks so in a single sample, where an estimate may be far off."),
            ("imprecise, not biased", "The variance is multiplied, here by 25. The mean stays."),
            ("it does no harm", "It does: the estimates scatter widely.")),
        Judge("e27", "Rare classes give biased models; resample until the classes are equal.", () => Abs(Log(40 * 8000.0 / (2000 * 60)) - Log(40 * 80.0 / (20 * 60))) < 1e-12 ? "that biases the intercept" : "that helps",
            ("that helps", "The table looks fairer. The fit was not biased before."),
            ("that biases the intercept", "The slope stays to the last digit, and every probability is now too high."),
            ("that biases the slope", "Sampling by class leaves the slopes alone.")),
        Judge("e29", "Setosa against the rest: a fine first fit. Accuracy 100 %.", () => Separation.Find(CourseData.Load("iris").Features("petal_length"), CourseData.Load("iris").Label("species", "setosa")) is not null ? "there is no estimate" : "a fine fit",
            ("a fine fit", "All flowers are right. With any cut between 1.9 and 3 cm, and any steepness."),
            ("there is no estimate", "The classes are separated: the likelihood rises for ever."),
            ("it overfits", "New setosas will be right as well. The numbers are what means nothing.")),
        Judge("e32", "A positive coefficient increases the likelihood of the outcome by that amount.", () => Abs(Sigmoid(Logit(0.05) + 1) - 0.05 - 1) > 0.5 ? "it adds to the log-odds" : "that is so",
            ("that is so", "It increases the probability. By another amount from every start, and never by 1."),
            ("it adds to the log-odds", "The odds are multiplied by e^w; the probability changes by what is left of that."),
            ("it multiplies the probability", "It multiplies the odds, and not by w but by e^w.")),
        Judge("e33", "Judge a spam filter by precision, recall and F1. That settles it.", () => F1(0.35) != F1(0.5) && F1(0.5) != F1(0.8) ? "each needs a threshold" : "that settles it",
            ("that settles it", "It is better than accuracy. The same filter has other numbers at every threshold."),
            ("each needs a threshold", "Say which, and why: the costs. And add a measure without one."),
            ("accuracy is better", "With rare spam it is the worst of them.")),
    ];

    private static ChoiceQuestion Judge(string error, string statement, Func<string> truth, params (string, string)[] answers) =>
        new($"13.{error}", $"“{statement}” What do you say?", truth) { Answers = answers };

    private static double OffBetween(int points) => Enumerable.Range(0, points).Max(i => -10 + 20.0 * i / points is var z
        ? Abs((Sigmoid(z) + Sigmoid(z + 20.0 / points)) / 2 - Sigmoid(z + 10.0 / points)) : 0);

    private static double Expected(double l2) => LogisticRegression.Fit(Warm.With("ones", [.. Enumerable.Repeat(1.0, 23)]), CourseData.Damage,
        new FitOptions { Intercept = false, L2 = l2 }).FittedProbabilities.Sum();

    private static double From(double b, double w) =>
        GradientDescent.Minimise(new LogisticLoss(X, Y), start: [b, w], stopping: new Stopping { MaxIterations = 100_000, GradientNorm = 1e-9 }).Weights[1];

    private static double Best(double copies, double lambda) => Enumerable.Range(0, 4001).Select(i => -2 + i * 0.001)
        .MinBy(w => copies * new LogisticLoss(X, Y).Value(-1.5, w) + lambda / 2 * w * w);

    private static double Cross(double q, double p) => -q * Log(p) - (1 - q) * Log(1 - p);

    private static bool MostRight()
    {
        double[] u = [1, 2, 3, 4, 5, 6, 30], v = [0, 0, 0, 1, 1, 1, 0];
        var likely = LogisticRegression.Fit(u, v);
        return u.Zip(v).Count(row => likely.Probability(row.First) >= 0.5 == (row.Second == 1)) < u.Zip(v).Count(row => row.First >= 3.5 == (row.Second == 1));
    }

    private static int Iterations(int copies)
    {
        int[] rows = [.. Enumerable.Range(0, 23 * copies).Select(i => i % 23)];
        return GradientDescent.Minimise(new LogisticLoss(Warm.Rows(rows), [.. rows.Select(i => CourseData.Damage[i])])).Iterations;
    }

    private static string BiasComesHome()
    {
        static void Train(double[] w, double b) => (w[0], b) = (w[0] - 0.1, b - 0.1);
        double[] mine = [1];
        var bias = 1.0;
        Train(mine, bias);
        return bias == 1 && mine[0] != 1 ? "the bias stays at home" : "nothing is wrong";
    }

    private static int EnoughEpochs()
    {
        var losses = GradientDescent.Minimise(new LogisticLoss(Warm, CourseData.Damage), stopping: new Stopping { MaxIterations = 200, GradientNorm = 0 }).Path.Losses;
        return Enumerable.Range(1, 199).First(k => losses[k - 1] - losses[k] < 1e-6);
    }

    private static double SortedEpoch()
    {
        double[] sorted = [.. Enumerable.Repeat(0.0, 100), .. Enumerable.Repeat(1.0, 100)];
        return Sigmoid(sorted.Chunk(20).Aggregate(0.0, (b, batch) => b - 2 * batch.Average(t => Sigmoid(b) - t)));
    }

    private static double RandomFit()
    {
        var dice = new Random(5);
        var rows = new double[100][];
        for (var i = 0; i < rows.Length; i++) rows[i] = [.. Enumerable.Range(0, 5).Select(_ => dice.NextDouble())];
        return LogisticRegression.Fit(Features.FromRows(rows), dice.GetItems([0.0, 1.0], 100)).Deviance / 200;
    }

    private static double SteepestSlope(double l2)
    {
        var cars = CourseData.Load("mtcars");
        return Sqrt(LogisticRegression.Fit(cars.Features("wt", "hp").Standardised(), cars["am"], new FitOptions { L2 = l2 }).Slopes.Sum(w => w * w)) / 4;
    }

    private static double F1(double t)
    {
        double[] truth = [1, 0, 1, 0, 0], scores = [0.9, 0.6, 0.4, 0.3, 0.1];
        return 2 * truth.Where((_, i) => scores[i] >= t).Sum() / (scores.Count(q => q >= t) + truth.Sum());
    }
}
