using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson05Tests
{
    [Fact]
    public void ByHand_StubAndSolution()
    {
        ExerciseTest.NotDone("5.1", double.NaN);
        ExerciseTest.Passes("5.1", -0.5);
    }

    [Theory]
    [InlineData(0.5, "prediction minus label")]
    [InlineData(-2.0, "divide by 4")]
    [InlineData(-0.25, "here they are 0, 0, 1, 1")]
    [InlineData(-1.75, "p is missing")]
    [InlineData(1.25, "labels are missing")]
    public void ByHand_WrongAnswers_AreNamed(double answer, string sentence) => ExerciseTest.Fails("5.1", answer, sentence);

    [Fact]
    public void MarginSlope_StubAndSolution()
    {
        ExerciseTest.NotDone("5.2", Margin().Differentiate("chain rule", (w, x, t) => Gap));
        ExerciseTest.Passes("5.2", Margin().Differentiate("at once", (w, x, t) => -t * x * Sigmoid(-t * w * x)));
    }

    [Fact]
    public void MarginSlope_WrongAnswers_AreFound()
    {
        ExerciseTest.Fails("5.2", Margin().Differentiate("sign", (w, x, t) => t * x * Sigmoid(-t * w * x)), "sign");
        ExerciseTest.Fails("5.2", Margin().Differentiate("no x", (w, x, t) => -t * Sigmoid(-t * w * x)), "factor");
        ExerciseTest.Fails("5.2", Margin().Differentiate("no t", (w, x, t) => -x * Sigmoid(-t * w * x)), "Line 2");
        ExerciseTest.Fails("5.2", Margin().Differentiate("sigma of plus", (w, x, t) => -t * x * Sigmoid(t * w * x)), "Line 2");
        ExerciseTest.Fails("5.2", Margin().Differentiate("no inner", (w, x, t) => Exp(-t * w * x) / (1 + Exp(-t * w * x))), "Line 2");
        ExerciseTest.Fails("5.2", Margin().Differentiate("stops early", (w, x, t) => -t * x * Exp(-t * w * x) / (1 + Exp(-t * w * x))), "the form that is asked for");
    }

    [Fact]
    public void Errors_StubAndSolution()
    {
        ExerciseTest.NotDone("5.3", double[]? (double[] y, double[] z) => null);
        ExerciseTest.Passes("5.3", (double[] y, double[] z) => y.Select((yi, i) => 1 / (1 + Exp(-z[i])) - yi).ToArray());
    }

    [Fact]
    public void Errors_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("5.3", (double[] y, double[] z) => y.Zip(z, (a, c) => a - Sigmoid(c)).ToArray(), "label minus prediction");
        ExerciseTest.Fails("5.3", (double[] y, double[] z) => y.Zip(z, (a, c) => c - a).ToArray(), "linear regression's error");
        ExerciseTest.Fails("5.3", (double[] y, double[] z) => y.Zip(z, (a, c) => (Sigmoid(c) - a) * SigmoidDerivative(c)).ToArray(), "too many");
        ExerciseTest.Fails("5.3", (double[] y, double[] z) => y.Zip(z, (a, c) => Pow(Sigmoid(c) - a, 2)).ToArray(), "squared");
        ExerciseTest.Fails("5.3", (double[] y, double[] z) => y.Zip(z, (a, c) => Abs(Sigmoid(c) - a)).ToArray(), "lost their signs");
        ExerciseTest.Fails("5.3", (double[] y, double[] z) => y.Zip(z, (a, c) => (Sigmoid(c) - a) / z.Length).ToArray(), "divided by n");
        ExerciseTest.Fails("5.3", (double[] y, double[] z) => z.Select(Sigmoid).ToArray(), "subtract the labels");
    }

    [Fact]
    public void GradientOfLine_StubAndSolution()
    {
        ExerciseTest.NotDone("5.4", double[]? (double[] x, double[] y, double b, double w) => null);
        ExerciseTest.Passes("5.4", (double[] x, double[] y, double b, double w) => new LogisticLoss(x, y).Gradient(b, w));
    }

    [Fact]
    public void GradientOfLine_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("5.4", (double[] x, double[] y, double b, double w) => new LogisticLoss(x, y).Gradient(b, w).Select(g => -g).ToArray(), "sign");
        ExerciseTest.Fails("5.4", (double[] x, double[] y, double b, double w) => new LogisticLoss(x, y).Gradient(b, w).Select(g => g * y.Length).ToArray(), "sums");
        ExerciseTest.Fails("5.4", (double[] x, double[] y, double b, double w) => new LogisticLoss(x, y).Gradient(b, w).Reverse().ToArray(), "order");
        ExerciseTest.Fails("5.4", (double[] x, double[] y, double b, double w) => Enumerable.Repeat(new LogisticLoss(x, y).Gradient(b, w)[0], 2).ToArray(), "the first again");
        ExerciseTest.Fails("5.4", (double[] x, double[] y, double b, double w) => new SquaredErrorLoss(x, y).Gradient(b, w), "sigmoid first");
        ExerciseTest.Fails("5.4", (double[] x, double[] y, double b, double w) => new LogisticLoss(x, y).Gradient(0, w), "bias is missing");
    }

    [Fact]
    public void LinearGradient_StubAndSolution()
    {
        ExerciseTest.NotDone("5.5", Linear().Differentiate("row by row", (X, w, y, n) => MatrixGap, by: "w"));
        ExerciseTest.Passes("5.5", Linear().Differentiate("at once", (X, w, y, n) => X.T * (X * w - y) / n, by: "w"));
    }

    [Fact]
    public void LinearGradient_WrongAnswers_AreFound()
    {
        ExerciseTest.Fails("5.5", Linear().Differentiate("sign", (X, w, y, n) => X.T * (y - X * w) / n, by: "w"), "Line 2");
        ExerciseTest.Fails("5.5", Linear().Differentiate("the 2 stays", (X, w, y, n) => 2 * X.T * (X * w - y) / n, by: "w"), "Line 2");
        ExerciseTest.Fails("5.5", Linear().Differentiate("no n", (X, w, y, n) => X.T * (X * w - y), by: "w"), "Line 2");
        ExerciseTest.Fails("5.5", Linear().Differentiate("shape", (X, w, y, n) => X * (X * w - y) / n, by: "w"), "sizes clash");
        ExerciseTest.Fails("5.5", Linear().Differentiate("a sigmoid", (X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n, by: "w"), "Line 2");
    }

    [Fact]
    public void MatrixGradient_StubAndSolution()
    {
        ExerciseTest.NotDone("5.6", double[]? (double[][] rows, double[] y, double[] w) => null);
        ExerciseTest.Passes("5.6", (double[][] rows, double[] y, double[] w) => Right(rows, y, w));
    }

    [Fact]
    public void MatrixGradient_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("5.6", (double[][] rows, double[] y, double[] w) => Right(rows, y, w).Select(g => g * y.Length).ToArray(), "sums");
        ExerciseTest.Fails("5.6", (double[][] rows, double[] y, double[] w) => Right(rows, y, w).Select(g => -g).ToArray(), "sign");
        ExerciseTest.Fails("5.6", (double[][] rows, double[] y, double[] w) => new SquaredErrorLoss(Features.FromRows(rows), y, new LossOptions { Intercept = false }).Gradient(w), "sigmoid first");
        ExerciseTest.Fails("5.6", (double[][] rows, double[] y, double[] w) => Right(rows, y, w).Select(g => g * y.Length / w.Length).ToArray(), "number of features");
        ExerciseTest.Fails("5.6", (double[][] rows, double[] y, double[] w) => rows.Select((r, i) => Sigmoid(r.Zip(w, (a, c) => a * c).Sum()) - y[i]).ToArray(), "the n errors");
    }

    private static ExpressionDerivation<Func<double, double, double, double>> Margin() => Derivation.Of("the slope with labels plus and minus one")
        .Where("t in {-1,1}").From((w, x, t) => Log(1 + Exp(-t * w * x)));

    private static ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> Linear() =>
        Derivation.Of("the gradient of linear regression").Sizes("X: n x d", "w: d", "y: n")
            .From((X, w, y, n) => Sum(i => (X[i].T * w - y[i]) * (X[i].T * w - y[i])) / (2 * n));

    private static double[] Right(double[][] rows, double[] y, double[] w) => new LogisticLoss(Features.FromRows(rows), y, new LossOptions { Intercept = false }).Gradient(w);
}
