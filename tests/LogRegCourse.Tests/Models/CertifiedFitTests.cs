using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

public class CertifiedFitTests
{
    private const double CoefficientTolerance = 1e-12;
    private const double CovarianceTolerance = 1e-10;

    private static readonly Dictionary<string, Func<(Features X, double[] Successes, double[]? Trials)>> Fits = new()
    {
        ["challenger damage"] = () => Challenger("damage", null),
        ["challenger erosion"] = () => Challenger("erosion", null) is var (x, y, _) ? (x, [.. y.Select(e => e > 0 ? 1.0 : 0)], null) : default,
        ["challenger erosion of 6"] = () => Challenger("erosion", 6),
        ["challenger erosion or blow-by of 6"] = () => Challenger("erosion_or_blowby", 6),
        ["challenger incidents of 6"] = () => Challenger("incidents", 6),
        ["challenger damage ~ temperature + pressure"] = () => Load("challenger", "damage", null, "temperature", "pressure"),
        ["bliss"] = () => Load("bliss", "killed", "insects", "log10_dose"),
        ["menarche"] = () => Load("menarche", "menarche", "girls", "age"),
        ["vaso"] = () => Load("vaso", "constricted", null, "volume", "rate"),
        ["vaso logs"] = () => Load("vaso", "constricted", null, "volume", "rate") is var (x, y, _)
            ? (Features.FromColumns(("volume", [.. x["volume"].Select(v => Math.Log(v))]), ("rate", [.. x["rate"].Select(v => Math.Log(v))])), y, null) : default,
        ["mtcars am ~ wt"] = () => Load("mtcars", "am", null, "wt"),
        ["mtcars am ~ hp + wt"] = () => Load("mtcars", "am", null, "hp", "wt"),
        ["iris virginica vs versicolor"] = () => Virginica(Read("iris").Where("species", species => species != "setosa")),
        ["iris virginica vs rest"] = () => Virginica(Read("iris")),
    };

    public static TheoryData<string> Names => [.. Fits.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Fit_RawColumns_HasTheCertifiedDigits(string name) => CheckFit(name, "raw", x => x);

    [Theory, MemberData(nameof(Names))]
    public void Fit_StandardisedColumns_HasTheCertifiedDigits(string name) => CheckFit(name, "standardised", x => x.Standardised());

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Fit_RidgeOnChallenger_HasTheCertifiedDigits(double strength)
    {
        var (x, y, _) = Challenger("damage", null);
        var fit = LogisticRegression.Fit(x.Standardised(), y, new FitOptions { L2 = strength });
        CheckCoefficients($"challenger ridge {strength}", fit);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("0.1", 0.1)]
    [InlineData("0.01", 0.01)]
    [InlineData("0.001", 0.001)]
    [InlineData("1e-6", 1e-6)]
    public void Fit_RidgeOnSeparatedIris_HasTheCertifiedDigits(string shown, double strength)
    {
        var iris = Read("iris");
        var x = iris.Features("sepal_length", "sepal_width", "petal_length", "petal_width");
        CheckCoefficients($"iris setosa ridge {shown}", LogisticRegression.Fit(x, iris.Label("species", "setosa"), new FitOptions { L2 = strength }));
    }

    private static void CheckFit(string name, string kind, Func<Features, Features> columns)
    {
        var (x, successes, trials) = Fits[name]();
        var fit = trials is null ? LogisticRegression.Fit(columns(x), successes) : LogisticRegression.FitGrouped(columns(x), successes, trials);
        name = $"{name} {kind}";
        CheckCoefficients(name, fit);
        CertifiedValues.Check(name, "null deviance", fit.NullDeviance, CoefficientTolerance);
        CertifiedValues.Check(name, "log-likelihood", fit.LogLikelihood, CoefficientTolerance);
        CertifiedValues.Check(name, "AIC", fit.Aic, CoefficientTolerance);
        CertifiedValues.Check(name, "Pearson chi squared", fit.PearsonChiSquared, CoefficientTolerance);
        for (var j = 0; j < fit.Coefficients.Length; j++)
        {
            CertifiedValues.Check(name, $"standard error {j}", fit.StandardErrors[j], CovarianceTolerance);
            for (var k = 0; k <= j; k++) CertifiedValues.Check(name, $"covariance {j} {k}", fit.Covariance[j, k], CovarianceTolerance);
        }
    }

    private static void CheckCoefficients(string name, LogisticFit fit)
    {
        for (var j = 0; j < fit.Coefficients.Length; j++)
            CertifiedValues.Check(name, $"coefficient {j}", fit.Coefficients[j], CoefficientTolerance);
        CertifiedValues.Check(name, "deviance", fit.Deviance, CoefficientTolerance);
    }

    private static (Features, double[], double[]?) Challenger(string outcome, double? trials)
    {
        var (x, y, _) = Load("challenger", outcome, null, "temperature");
        return (x, y, trials is { } each ? [.. y.Select(_ => each)] : null);
    }

    private static (Features, double[], double[]?) Virginica(Dataset iris) =>
        (iris.Features("petal_width"), iris.Label("species", "virginica"), null);

    private static (Features X, double[] Y, double[]? Trials) Load(string file, string outcome, string? trials, params string[] columns)
    {
        var data = Read(file);
        return (data.Features(columns), data[outcome], trials is null ? null : data[trials]);
    }

    private static Dataset Read(string file) => Dataset.Load(Repository.PathOf("data", file + ".csv"));
}
