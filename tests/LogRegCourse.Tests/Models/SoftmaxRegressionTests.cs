using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

public class SoftmaxRegressionTests
{
    private static readonly Dataset Iris = Dataset.Load(Repository.PathOf("data", "iris.csv"));
    private static readonly Features Four = Iris.Features("sepal_length", "sepal_width", "petal_length", "petal_width");

    [Fact]
    public void Fit_IrisWithRidge_HasTheCertifiedDigits()
    {
        var fit = SoftmaxRegression.Fit(Four, Iris.Text("species"), new SoftmaxOptions { Form = SoftmaxForm.Symmetric, L2 = 1 });
        for (var k = 0; k < 3; k++)
            for (var j = 0; j < 5; j++) CertifiedValues.Check("iris softmax ridge 1", $"coefficient {k} {j}", fit.Coefficients[k][j], 1e-12);
        CertifiedValues.Check("iris softmax ridge 1", "deviance", fit.Deviance, 1e-12);
        Assert.Equal(146, fit.Predictions(Four).Zip(Iris.Text("species"), (called, truth) => called == truth ? 1 : 0).Sum());
    }

    [Theory]
    [InlineData("anes96", false)]
    [InlineData("anes96 standardised", true)]
    public void Fit_Anes96_HasTheCertifiedDigits(string name, bool standardised)
    {
        var anes = Dataset.Load(Repository.PathOf("data", "anes96.csv"));
        var x = Features.FromColumns(("log popul", [.. anes["popul"].Select(p => Math.Log(p + 0.1))]), ("selfLR", anes["selfLR"]),
            ("age", anes["age"]), ("educ", anes["educ"]), ("income", anes["income"]));
        var fit = SoftmaxRegression.Fit(standardised ? x.Standardised() : x, anes.Text("PID"));
        for (var k = 1; k < 7; k++)
            for (var j = 0; j < 6; j++)
            {
                CertifiedValues.Check(name, $"coefficient {k} {j}", fit.Coefficients[k][j], 1e-12);
                CertifiedValues.Check(name, $"standard error {k} {j}", fit.StandardErrors[k][j], 1e-10);
            }
        CertifiedValues.Check(name, "deviance", fit.Deviance, 1e-12);
        Assert.Equal(-1461.922747312, fit.LogLikelihood, 1e-6);
    }

    [Fact]
    public void Fit_TwoClassesInReferenceForm_IsTheBinaryFit()
    {
        var flights = Dataset.Load(Repository.PathOf("data", "challenger.csv"));
        var x = flights.Features("temperature", "pressure");
        var softmax = SoftmaxRegression.Fit(x, flights.Text("damage"));
        var binary = LogisticRegression.Fit(x, flights["damage"]);
        for (var j = 0; j < 3; j++)
        {
            Assert.Equal(binary.Coefficients[j], softmax.Coefficients[1][j], 1e-12 * Math.Abs(binary.Coefficients[j]));
            Assert.Equal(binary.StandardErrors[j], softmax.StandardErrors[1][j], 1e-10 * binary.StandardErrors[j]);
        }
        Assert.Equal(binary.Deviance, softmax.Deviance, 1e-12);
        Assert.Equal(binary.NullDeviance, softmax.NullDeviance, 1e-12);
    }

    [Fact]
    public void Fit_TwoClassesSymmetricWithLambda_IsBinaryWithHalfOfIt()
    {
        var flights = Dataset.Load(Repository.PathOf("data", "challenger.csv"));
        var x = flights.Features("temperature", "pressure").Standardised();
        var softmax = SoftmaxRegression.Fit(x, flights.Text("damage"), new SoftmaxOptions { Form = SoftmaxForm.Symmetric, L2 = 3 });
        var binary = LogisticRegression.Fit(x, flights["damage"], new FitOptions { L2 = 1.5 });
        for (var j = 0; j < 3; j++) Assert.Equal(binary.Coefficients[j], softmax.Coefficients[1][j] - softmax.Coefficients[0][j], 1e-12);
        Assert.Equal(binary.Probability(0.3, -1), softmax.Probability(0.3, -1)[1], 1e-13);
    }

    [Fact]
    public void Fit_SymmetricWithoutPenalty_SumsToZeroAndPredictsTheSame()
    {
        var flights = Dataset.Load(Repository.PathOf("data", "challenger.csv"));
        var x = flights.Features("temperature");
        string[] kinds = [.. flights["incidents"].Select(count => count switch { 0 => "none", 1 => "one", _ => "more" })];
        kinds[0] = "more";
        var symmetric = SoftmaxRegression.Fit(x, kinds, new SoftmaxOptions { Form = SoftmaxForm.Symmetric });
        var reference = SoftmaxRegression.Fit(x, kinds);
        for (var j = 0; j < 2; j++) Assert.Equal(0, symmetric.Coefficients.Sum(w => w[j]), 1e-12);
        Assert.Equal(reference.Probability(60), symmetric.Probability(60), (a, b) => Math.Abs(a - b) < 1e-13);
        Assert.Throws<InvalidOperationException>(() => symmetric.StandardErrors);
    }

    [Fact]
    public void Fit_SeparatedIris_NamesTheWeights()
    {
        var error = Assert.Throws<ClassSeparationException>(() => SoftmaxRegression.Fit(Four, Iris.Text("species")));
        Assert.StartsWith("The classes are separated: with score 0 for setosa and versicolor: ", error.Message);
    }

    [Fact]
    public void Fit_OneClassOfThreeApart_SaysThatNoEstimateExists()
    {
        // A and C overlap, so the loss stays at 6.8; B lies below both, and its weights would grow for ever.
        double[] x = [4, 2, 4, 3, 10, 12, 10, 10, 8, 11, 11, 9, 12, 9];
        string[] classes = [.. "BBBBAAAAACCCCC".Select(name => $"{name}")];
        Assert.StartsWith("The classes are separated: ", Assert.Throws<ClassSeparationException>(() => SoftmaxRegression.Fit(x, classes)).Message);
    }

    [Fact]
    public void Fit_RowsFarOutOrColumnsInSmallUnits_IsStillAFit()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 2, 3, 500];
        string[] classes = [.. "abacbccac".Select(name => $"{name}")];
        var fit = SoftmaxRegression.Fit(x, classes);
        Assert.True(fit.Scores(500)[2] - fit.Scores(500)[0] > 100);
        var inSmallUnits = SoftmaxRegression.Fit(x.Select(value => value / 1e5).ToArray(), classes);
        Assert.Equal(1e5 * fit.Coefficients[1][1], inSmallUnits.Coefficients[1][1], 1e-2);
    }

    [Fact]
    public void Loss_GradientAtZero_IsTheSourcesFormula()
    {
        var loss = new SoftmaxLoss(Features.FromColumns(("x", [1, 2, 4])), ["a", "b", "c"], new SoftmaxOptions { Form = SoftmaxForm.Symmetric, Scaling = LossScaling.Sum });
        var gradient = loss.Gradient(new double[6]);
        double[] expected = [0, 7.0 / 3 - 1, 0, 7.0 / 3 - 2, 0, 7.0 / 3 - 4];
        Assert.Equal(expected, gradient, (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Equal(3 * Math.Log(3), loss.Value(new double[6]), 1e-14);
    }

    [Fact]
    public void Probabilities_HugeScores_StayFiniteAndSumToOne()
    {
        var p = Softmax.Probabilities(1000, 1001, -1000);
        Assert.Equal(1, p.Sum(), 1e-15);
        Assert.Equal(Logistic.Sigmoid(1), p[1], 1e-15);
        Assert.Equal(2000.3132616875182, Softmax.CrossEntropy(2, 1000, 1001, -1000) - 1, 1e-10);
    }

    [Theory]
    [InlineData(1e-4, 1e-6)]
    [InlineData(1e-6, 1e-9)]
    [InlineData(1e-8, 1e-12)]
    public void SymmetricForm_OfTwoClassesAndColumnsThatNearlyRepeat_HalvesTheLogisticWeights(double difference, double strength)
    {
        var random = new Random(3);
        double[] a = [.. Enumerable.Range(0, 1500).Select(_ => 4 * random.NextDouble() - 2)];
        double[] b = [.. a.Select(value => value + difference * (2 * random.NextDouble() - 1))];
        double[] y = [.. a.Select(value => random.NextDouble() < Logistic.Sigmoid(value) ? 1.0 : 0)];
        var x = Features.FromColumns(("a", a), ("b", b));
        var softmax = SoftmaxRegression.Fit(
            x, [.. y.Select(label => label == 1 ? "yes" : "no")], new SoftmaxOptions { Form = SoftmaxForm.Symmetric, L2 = strength });
        // (λ/2)·(‖w/2‖² + ‖w/2‖²) is half the penalty of w.
        var logistic = LogisticRegression.Fit(x, y, new FitOptions { L2 = strength / 2 });
        for (var j = 0; j < 3; j++) Assert.Equal(logistic.Coefficients[j] / 2, softmax.Coefficients[1][j], Math.Abs(logistic.Coefficients[j]) * 1e-13);
    }
}
