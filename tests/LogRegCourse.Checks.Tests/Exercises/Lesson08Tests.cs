using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson08Tests
{
    [Fact]
    public void Curvature_StubAndSolution()
    {
        ExerciseTest.NotDone("8.1", Start().Differentiate("once", (w, x, y) => Gap).Differentiate("twice", (w, x, y) => Gap));
        ExerciseTest.Passes("8.1", Once().Differentiate("twice", (w, x, y) => Sigmoid(w * x) * (1 - Sigmoid(w * x)) * Pow(x, 2)));
    }

    [Fact]
    public void Curvature_WrongAnswers_AreFound()
    {
        ExerciseTest.Fails("8.1", Start().Differentiate("no inner", (w, x, y) => Sigmoid(w * x) - y * x), "Line 2");
        ExerciseTest.Fails("8.1", Start().Differentiate("sign", (w, x, y) => (y - Sigmoid(w * x)) * x), "Line 2");
        ExerciseTest.Fails("8.1", Once().Differentiate("one x", (w, x, y) => Sigmoid(w * x) * (1 - Sigmoid(w * x)) * x), "Line 3");
        ExerciseTest.Fails("8.1", Once().Differentiate("only sigma", (w, x, y) => Sigmoid(w * x) * Pow(x, 2)), "Line 3");
        ExerciseTest.Fails("8.1", Once().Differentiate("sign", (w, x, y) => Sigmoid(w * x) * (Sigmoid(w * x) - 1) * Pow(x, 2)), "Line 3");
        ExerciseTest.Fails("8.1", Once().Differentiate("y stays", (w, x, y) => (Sigmoid(w * x) * (1 - Sigmoid(w * x)) - y) * Pow(x, 2)), "Line 3");
    }

    [Fact]
    public void HessianOf_StubAndSolution()
    {
        ExerciseTest.NotDone("8.2", double[,]? (double[] x, double b, double w) => null);
        ExerciseTest.Passes("8.2", (double[] x, double b, double w) => Loss(x).Hessian(b, w));
    }

    [Fact]
    public void HessianOf_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("8.2", (double[] x, double b, double w) => Times(Loss(x).Hessian(b, w), x.Length), "sums");
        ExerciseTest.Fails("8.2", (double[] x, double b, double w) => Loss(x).Hessian(0, 0), "1/4 only at z = 0");
        ExerciseTest.Fails("8.2", (double[] x, double b, double w) => new SquaredErrorLoss(x, x).Hessian(b, w), "linear regression's Hessian");
        ExerciseTest.Fails("8.2", (double[] x, double b, double w) => Times(Loss(x).Hessian(b, w), -1), "bends upwards");
        ExerciseTest.Fails("8.2", (double[] x, double b, double w) => Diagonal(Loss(x).Hessian(b, w)), "mixed derivatives are missing");
        ExerciseTest.Fails("8.2", WithP, "not p");
    }

    [Fact]
    public void ErrorOfTable_StubAndSolution()
    {
        ExerciseTest.NotDone("8.3", double.NaN);
        ExerciseTest.Passes("8.3", 0.763763);
    }

    [Theory]
    [InlineData(0.583333, "variance")]
    [InlineData(1.791759, "the weight itself")]
    [InlineData(6.0, "odds ratio")]
    [InlineData(5.830952, "one over each")]
    [InlineData(0.130984, "Do not divide by n again")]
    public void ErrorOfTable_WrongAnswers_AreNamed(double answer, string sentence) => ExerciseTest.Fails("8.3", answer, sentence);

    [Fact]
    public void HasEstimate_StubAndSolution()
    {
        ExerciseTest.NotDone("8.4", bool (double[] x, double[] y) => throw new NotImplementedException());
        ExerciseTest.Passes("8.4", (double[] x, double[] y) => Separation.Find(x, y) is null);
    }

    [Fact]
    public void HasEstimate_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("8.4", (double[] x, double[] y) => Of(x, y, 0).Max() > Of(x, y, 1).Min(), "below class 0");
        ExerciseTest.Fails("8.4", (double[] x, double[] y) => Of(x, y, 0).Max() >= Of(x, y, 1).Min() && Of(x, y, 1).Max() >= Of(x, y, 0).Min(), "Touching");
        ExerciseTest.Fails("8.4", (double[] x, double[] y) => Separation.Find(x, y) is not null, "exchanged");
        ExerciseTest.Fails("8.4", (double[] x, double[] y) => true, "need not have a minimum");
        ExerciseTest.Fails("8.4", (double[] x, double[] y) => Of(x, y, 0).Average() != Of(x, y, 1).Average(), "means do not decide");
        ExerciseTest.Fails("8.4", (double[] x, double[] y) => Of(x, y, 0).Any(v => Of(x, y, 1).Contains(v)), "both classes have");
    }

    [Fact]
    public void NewtonStep_StubAndSolution()
    {
        ExerciseTest.NotDone("8.5", double[]? (double[] x, double[] y, double b, double w) => null);
        ExerciseTest.Passes("8.5", (double[] x, double[] y, double b, double w) => Newton(x, y, b, w));
    }

    [Fact]
    public void NewtonStep_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("8.5", (double[] x, double[] y, double b, double w) => new[] { 2 * b - Newton(x, y, b, w)[0], 2 * w - Newton(x, y, b, w)[1] }, "sign");
        ExerciseTest.Fails("8.5", (double[] x, double[] y, double b, double w) => new[] { Newton(x, y, b, w)[0] - b, Newton(x, y, b, w)[1] - w }, "the step alone");
        ExerciseTest.Fails("8.5", (double[] x, double[] y, double b, double w) => new[] { b, w }.Zip(new LogisticLoss(x, y).Gradient(b, w), (a, g) => a - g).ToArray(), "Hessian is missing");
        ExerciseTest.Fails("8.5", (double[] x, double[] y, double b, double w) => Newton(x, y, b, w, Loss(x).Hessian(0, 0)), "1/4 only at z = 0");
        ExerciseTest.Fails("8.5", (double[] x, double[] y, double b, double w) => Newton(x, y, b, w, Diagonal(Loss(x).Hessian(b, w))), "its own curvature only");
        ExerciseTest.Fails("8.5", (double[] x, double[] y, double b, double w) => Newton(x, y, b, w, Times(Loss(x).Hessian(b, w), x.Length)), "do not belong together");
    }

    private static ExpressionDerivation<Func<double, double, double, double>> Start() => Derivation.Of("the curvature from the short form")
        .Where("y in {0,1}").From((w, x, y) => Softplus(w * x) - y * w * x);

    private static ExpressionDerivation<Func<double, double, double, double>> Once() =>
        Start().Differentiate("once", (w, x, y) => (Sigmoid(w * x) - y) * x);

    private static LogisticLoss Loss(double[] x) => new(x, new double[x.Length]);

    private static double[,] WithP(double[] x, double b, double w)
    {
        var p = x.Select(xi => Sigmoid(b + w * xi)).ToArray();
        var mixed = p.Zip(x, (pi, xi) => pi * xi).Average();
        return new[,] { { p.Average(), mixed }, { mixed, p.Zip(x, (pi, xi) => pi * xi * xi).Average() } };
    }

    private static double[,] Times(double[,] h, double factor) => new[,] { { h[0, 0] * factor, h[0, 1] * factor }, { h[1, 0] * factor, h[1, 1] * factor } };

    private static double[,] Diagonal(double[,] h) => new[,] { { h[0, 0], 0 }, { 0, h[1, 1] } };

    private static IEnumerable<double> Of(double[] x, double[] y, int label) => x.Where((_, i) => y[i] == label);

    private static double[] Newton(double[] x, double[] y, double b, double w, double[,]? hessian = null)
    {
        var g = new LogisticLoss(x, y).Gradient(b, w);
        var h = hessian ?? Loss(x).Hessian(b, w);
        var area = h[0, 0] * h[1, 1] - h[0, 1] * h[1, 0];
        return [b - (h[1, 1] * g[0] - h[0, 1] * g[1]) / area, w - (h[0, 0] * g[1] - h[1, 0] * g[0]) / area];
    }
}
