using System.Diagnostics;
using System.Globalization;
using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

/// <summary>Our answers beside those of R, statsmodels and scikit-learn, within their own accuracy; skipped where they are missing.</summary>
public class PeerTests
{
    // By its Newton solver; its default solver, lbfgs, stops at four to five digits.
    private const double ScikitLearnAccuracy = 1e-6;
    private static readonly Dictionary<string, PeerAnswers> Asked = [];
    private static readonly Dataset Flights = Dataset.Load(Repository.PathOf("data", "challenger.csv"));

    [Fact]
    public void R_Glm_Agrees()
    {
        var peer = AnswersOfR("glm");
        CompareWithR(peer, "challenger", LogisticRegression.Fit(Flights.Features("temperature"), Flights["damage"]));
        var bliss = Dataset.Load(Repository.PathOf("data", "bliss.csv"));
        CompareWithR(peer, "bliss", LogisticRegression.FitGrouped(bliss.Features("log10_dose"), bliss["killed"], bliss["insects"]));
        var vaso = Dataset.Load(Repository.PathOf("data", "vaso.csv"));
        var logs = Features.FromColumns([.. new[] { "volume", "rate" }.Select(name => (name, vaso[name].Select(v => Math.Log(v)).ToArray()))]);
        CompareWithR(peer, "vaso", LogisticRegression.Fit(logs, vaso["constricted"]));
    }

    [Fact]
    public void R_Confint_Agrees()
    {
        RequireProfilesOfR();
        var peer = AnswersOfR("profile");
        var profile = LogisticRegression.Fit(Flights.Features("temperature"), Flights["damage"]).ProfileIntervals();
        // R interpolates the profile with a spline.
        peer.Compare("challenger", "profile low", [.. profile.Select(interval => interval.Low)], 1e-3);
        peer.Compare("challenger", "profile high", [.. profile.Select(interval => interval.High)], 1e-3);
    }

    [Fact]
    public void R_OnItsOwnData_Agrees()
    {
        RequireProfilesOfR();
        var peer = AnswersOfR("own");
        Assert.Equal(8, peer.OwnData.Length);
        foreach (var name in peer.OwnData)
        {
            var (x, y) = (peer.Columns(name), peer.Numbers(name, "label"));
            var fit = LogisticRegression.Fit(x, y);
            CompareWithR(peer, name, fit);
            peer.Compare(name, "p value", fit.PValues, 1e-6);
            peer.Compare(name, "Wald low", [.. fit.WaldIntervals().Select(interval => interval.Low)], 1e-6);
            peer.Compare(name, "Wald high", [.. fit.WaldIntervals().Select(interval => interval.High)], 1e-6);
            peer.Compare(name, "probability", fit.FittedProbabilities, 1e-8);
            // R interpolates the profile with a spline, to a share of the interval's width.
            var profile = fit.ProfileIntervals();
            double[] widths = [.. profile.Select(interval => interval.High - interval.Low)];
            peer.Compare(name, "profile low", [.. profile.Select(interval => interval.Low)], 1e-3, widths);
            peer.Compare(name, "profile high", [.. profile.Select(interval => interval.High)], 1e-3, widths);
            var (statistic, columns) = (fit.NullDeviance - fit.Deviance, x.ColumnCount);
            peer.Compare(name, "likelihood ratio p value", [MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(columns / 2.0, statistic / 2)], 1e-6);
        }
    }

    [Fact]
    public void Statsmodels_OnItsOwnData_Agrees()
    {
        OptionalTool.RequirePythonModule("statsmodels");
        var peer = Answers(OptionalTool.PythonPath(), [Script("compare.py"), "statsmodels", Repository.PathOf("data")]);
        Assert.Equal(2, peer.OwnData.Length);
        foreach (var name in peer.OwnData)
        {
            var (x, y) = (peer.Columns(name), peer.Numbers(name, "label"));
            foreach (var (kind, weights) in new[] { ("", null), ("weighted ", (double[]?)[.. y.Select((_, i) => 1.0 + i % 3)]) })
            {
                var fit = LogisticRegression.Fit(x, y, new() { Weights = weights });
                peer.Compare(name, kind + "coefficient", fit.Coefficients, 1e-8);
                peer.Compare(name, kind + "standard error", fit.StandardErrors, 1e-8);
                peer.Compare(name, kind + "p value", fit.PValues, 1e-8);
                peer.Compare(name, kind + "deviance", [fit.Deviance], 1e-10);
                peer.Compare(name, kind + "log-likelihood", [fit.LogLikelihood], 1e-10);
                peer.Compare(name, kind + "AIC", [fit.Aic], 1e-10);
                peer.Compare(name, kind + "Wald low", [.. fit.WaldIntervals().Select(interval => interval.Low)], 1e-8);
                peer.Compare(name, kind + "Wald high", [.. fit.WaldIntervals().Select(interval => interval.High)], 1e-8);
            }
        }
    }

    [Fact]
    public void ScikitLearn_OnItsOwnData_Agrees()
    {
        OptionalTool.RequirePythonModule("sklearn");
        var peer = Answers(OptionalTool.PythonPath(), [Script("compare.py"), "sklearn", Repository.PathOf("data")]);
        var (x, y) = (peer.Columns("cancer"), peer.Numbers("cancer", "label"));
        var ridge = new FitOptions { L2 = 10 };
        peer.Compare("cancer", "ridge coefficient", LogisticRegression.Fit(x, y, ridge).Coefficients, ScikitLearnAccuracy);
        peer.Compare("cancer", "balanced coefficient", LogisticRegression.Fit(x, y, ridge with { ClassWeights = ClassWeights.Balanced(y) }).Coefficients, ScikitLearnAccuracy);
        peer.Compare("cancer", "weighted coefficient", LogisticRegression.Fit(x, y, ridge with { Weights = [.. y.Select((_, i) => 1.0 + i % 3)] }).Coefficients, ScikitLearnAccuracy);
        // Scores of two digits, so that many are ties.
        var p = peer.Numbers("cancer", "score");
        peer.Compare("cancer", "AUC", [RocCurve.Of(y, p).Auc], 1e-14);
        peer.Compare("cancer", "average precision", [PrecisionRecallCurve.Of(y, p).AveragePrecision], 1e-13);
        peer.Compare("cancer", "Brier", [ProbabilityScores.Brier(y, p)], 1e-13);
        var matrix = ConfusionMatrix.AtThreshold(y, p, 0.3);
        peer.Compare("cancer", "confusion", [matrix.TrueNegatives, matrix.FalsePositives, matrix.FalseNegatives, matrix.TruePositives], 0);
        peer.Compare("cancer", "report", [matrix.Precision, matrix.Recall, matrix.F1], 1e-14);
        var wine = SoftmaxRegression.Fit(
            peer.Columns("wine"), [.. peer.Numbers("wine", "label").Select(label => $"{label}")], new() { Form = SoftmaxForm.Symmetric, L2 = 2 });
        peer.Compare("wine", "coefficient", [.. wine.Coefficients.SelectMany(c => c)], ScikitLearnAccuracy);
    }

    [Fact]
    public void Statsmodels_Logit_Agrees()
    {
        OptionalTool.RequirePythonModule("statsmodels");
        var peer = Answers(OptionalTool.PythonPath(), [Script("compare.py"), "statsmodels", Repository.PathOf("data")]);
        var fit = LogisticRegression.Fit(Flights.Features("temperature"), Flights["damage"]);
        peer.Compare("challenger", "coefficient", fit.Coefficients, 1e-8);
        peer.Compare("challenger", "standard error", fit.StandardErrors, 1e-8);
        peer.Compare("challenger", "p value", fit.PValues, 1e-8);
        peer.Compare("challenger", "log-likelihood", [fit.LogLikelihood], 1e-10);
        peer.Compare("challenger", "McFadden", [fit.McFaddenR2], 1e-10);
        peer.Compare("challenger", "Wald low", [.. fit.WaldIntervals().Select(interval => interval.Low)], 1e-8);
    }

    [Fact]
    public void ScikitLearn_MetricsAndPenalties_Agree()
    {
        OptionalTool.RequirePythonModule("sklearn");
        var peer = Answers(OptionalTool.PythonPath(), [Script("compare.py"), "sklearn", Repository.PathOf("data")]);
        var (x, y) = (Flights.Features("temperature"), Flights["damage"]);
        var p = LogisticRegression.Fit(x, y).Probabilities(x);
        peer.Compare("challenger", "log loss", [CrossEntropy.MeanFromProbabilities(y, p)], 1e-11);
        peer.Compare("challenger", "Brier", [ProbabilityScores.Brier(y, p)], 1e-11);
        peer.Compare("challenger", "AUC", [RocCurve.Of(y, p).Auc], 1e-14);
        peer.Compare("challenger", "average precision", [PrecisionRecallCurve.Of(y, p).AveragePrecision], 1e-14);
        peer.Compare("challenger", "F1", [ConfusionMatrix.AtThreshold(y, p).F1], 1e-14);

        var standard = x.Standardised();
        peer.Compare("challenger ridge", "coefficient", LogisticRegression.Fit(standard, y, new() { L2 = 1 }).Coefficients, ScikitLearnAccuracy);
        peer.Compare("challenger balanced", "coefficient",
            LogisticRegression.Fit(standard, y, new() { L2 = 1, ClassWeights = ClassWeights.Balanced(y) }).Coefficients, ScikitLearnAccuracy);

        var iris = Dataset.Load(Repository.PathOf("data", "iris.csv"));
        string[] names = ["sepal_length", "sepal_width", "petal_length", "petal_width"];
        var two = iris.Where("species", species => species != "setosa");
        // C = 0.5 with an equal mixture is λ₁ = λ₂ = 1 against the sum of the losses.
        var net = LogisticRegression.Fit(two.Features(names), two.Label("species", "virginica"), new() { L1 = 1, L2 = 1 });
        // Its solver for mixed penalties is stochastic: three digits after 5,000 epochs.
        peer.Compare("iris elastic net", "slope", net.Slopes, 1e-3);
        var softmax = SoftmaxRegression.Fit(iris.Features(names), iris.Text("species"), new() { Form = SoftmaxForm.Symmetric, L2 = 1 });
        peer.Compare("iris softmax", "coefficient", [.. softmax.Coefficients.SelectMany(c => c)], ScikitLearnAccuracy);
    }

    private static void CompareWithR(PeerAnswers peer, string name, LogisticFit fit)
    {
        peer.Compare(name, "coefficient", fit.Coefficients, 1e-8);
        peer.Compare(name, "standard error", fit.StandardErrors, 1e-6);
        peer.Compare(name, "deviance", [fit.Deviance], 1e-10);
        peer.Compare(name, "null deviance", [fit.NullDeviance], 1e-10);
        peer.Compare(name, "AIC", [fit.Aic], 1e-10);
        peer.Compare(name, "BIC", [fit.Bic], 1e-10);
        peer.Compare(name, "leverage", fit.Leverages, 1e-6);
        peer.Compare(name, "Cook's distance", fit.CooksDistances, 1e-6);
        peer.Compare(name, "deviance residual", fit.DevianceResiduals, 1e-6);
        peer.Compare(name, "Pearson residual", fit.PearsonResiduals, 1e-6);
    }

    private static PeerAnswers AnswersOfR(string what) =>
        Answers(OptionalTool.Require("Rscript"), ["--vanilla", Script("compare.R"), Repository.PathOf("data"), what]);

    // Before version 4.4 R took its profiles from the package MASS, which is not part of every installation.
    private static void RequireProfilesOfR()
    {
        const string Question = "quit(status = as.integer(getRversion() < '4.4' && !requireNamespace('MASS', quietly = TRUE)))";
        using var process = Process.Start(OptionalTool.Require("Rscript"), ["--vanilla", "-e", Question]);
        process.WaitForExit();
        if (process.ExitCode != 0) OptionalTool.Missing("R's package MASS");
    }

    private static string Script(string name) => Repository.PathOf("tests", "LogRegCourse.Tests", "Peers", name);

    private static PeerAnswers Answers(string program, string[] arguments)
    {
        // A peer takes seconds to start: it is asked once.
        var question = string.Join(' ', arguments);
        if (Asked.TryGetValue(question, out var known)) return known;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var answers = new PeerAnswers();
        while (process.StandardOutput.ReadLine() is { } line)
            if (line.Split(',') is [var fit, var quantity, var value]) answers[(fit, quantity)] = double.Parse(value, CultureInfo.InvariantCulture);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return Asked[question] = answers;
    }

    private sealed class PeerAnswers : Dictionary<(string Fit, string Quantity), double>
    {
        private const string OfColumn = "column ";

        /// <summary>Names of the data that the peer brought along.</summary>
        public string[] OwnData => [.. Keys.Where(key => key.Quantity == "label 0").Select(key => key.Fit)];

        /// <summary>The columns of such data, in its order.</summary>
        public Features Columns(string fit) => Features.FromColumns([.. Keys
            .Where(key => key.Fit == fit && key.Quantity.StartsWith(OfColumn, StringComparison.Ordinal) && key.Quantity.EndsWith(" 0", StringComparison.Ordinal))
            .Select(key => key.Quantity[..^2]).Select(quantity => (quantity[OfColumn.Length..], Numbers(fit, quantity)))]);

        /// <summary>All numbers of a quantity.</summary>
        public double[] Numbers(string fit, string quantity)
        {
            var values = new List<double>();
            while (TryGetValue((fit, $"{quantity} {values.Count}"), out var value)) values.Add(value);
            return [.. values];
        }

        /// <summary>Each of ours is the peer's number of the same index, to a tolerance relative to it (near 0: absolute) or to the sizes given.</summary>
        public void Compare(string fit, string quantity, double[] ours, double tolerance, double[]? sizes = null)
        {
            for (var j = 0; j < ours.Length; j++)
            {
                var theirs = this[(fit, $"{quantity} {j}")];
                Assert.True(Math.Abs(ours[j] - theirs) <= tolerance * (sizes?[j] ?? Math.Max(1e-3, Math.Abs(theirs))), $"{fit}, {quantity} {j}: ours {ours[j]:R}, theirs {theirs:R}");
            }
        }
    }
}
