namespace LogRegCourse.Tests;

public class EvaluationTests
{
    // Ranked by score: 1 1 0 1 0 (tie: 1 0) 0.
    private static readonly double[] Y = [0, 1, 0, 1, 1, 0, 1, 0];
    private static readonly double[] P = [0.35, 0.9, 0.7, 0.8, 0.55, 0.3, 0.3, 0.1];

    [Fact]
    public void ConfusionMatrix_AtOneHalf_CountsByHand()
    {
        var matrix = ConfusionMatrix.AtThreshold(Y, P);
        Assert.Equal((3, 1, 1, 3), (matrix.TrueNegatives, matrix.FalsePositives, matrix.FalseNegatives, matrix.TruePositives));
        Assert.Equal((0.75, 0.75, 0.75, 0.75, 0.75), (matrix.Accuracy, matrix.Precision, matrix.Recall, matrix.Specificity, matrix.F1));
    }

    [Fact]
    public void ConfusionMatrix_NothingCalledOne_HasPrecisionZero()
    {
        var matrix = ConfusionMatrix.AtThreshold(Y, P, threshold: 0.95);
        Assert.Equal((0.0, 0.0, 0.0, 0.5), (matrix.Precision, matrix.Recall, matrix.F1, matrix.Accuracy));
    }

    [Fact]
    public void ConfusionMatrix_OfNoProbability_SaysWhichRow()
    {
        Assert.StartsWith("probabilities is NaN in row 2", Assert.Throws<ArgumentException>(() => ConfusionMatrix.AtThreshold([0, 1], [0.5, double.NaN])).Message);
        Assert.StartsWith("probabilities is 1.5 in row 1", Assert.Throws<ArgumentException>(() => ConfusionMatrix.AtThreshold([0, 1], [1.5, 0.5])).Message);
        Assert.StartsWith("threshold is NaN", Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.AtThreshold(Y, P, double.NaN)).Message);
    }

    [Fact]
    public void RocCurve_AreaIsTheShareOfPairsInOrder()
    {
        var pairs = from i in Enumerable.Range(0, 8) from j in Enumerable.Range(0, 8)
                    where Y[i] == 1 && Y[j] == 0
                    select P[i] > P[j] ? 1 : P[i] == P[j] ? 0.5 : 0;
        var curve = RocCurve.Of(Y, P);
        Assert.Equal(pairs.Average(), curve.Auc, 1e-15);
        Assert.Equal((0, 0, double.PositiveInfinity), (curve.FalsePositiveRates[0], curve.TruePositiveRates[0], curve.Thresholds[0]));
        Assert.Equal((1, 1), (curve.FalsePositiveRates[^1], curve.TruePositiveRates[^1]));
        Assert.Equal(8, curve.Thresholds.Length);
    }

    [Fact]
    public void PrecisionRecallCurve_AveragePrecision_ByHand() =>
        Assert.Equal((1.0 / 1 + 2.0 / 2 + 3.0 / 4 + 4.0 / 7) / 4, PrecisionRecallCurve.Of(Y, P).AveragePrecision, 1e-15);

    [Fact]
    public void Scores_ByHand()
    {
        Assert.Equal(0.25, ProbabilityScores.Brier([0, 1, 1], [0.5, 0.5, 0.5]));
        Assert.Equal(Math.Log(2), CrossEntropy.MeanFromProbabilities([0, 1, 1], [0.5, 0.5, 0.5]), 1e-15);
    }

    [Fact]
    public void CalibrationCurve_TwoBins_ByHand()
    {
        var curve = CalibrationCurve.Of(Y, P, bins: 2);
        Assert.Equal([4, 4], curve.Counts);
        Assert.Equal([0.25, 0.75], curve.Observed);
        Assert.Equal(0.2625, curve.Predicted[0], 1e-15);
        Assert.Equal(0.0125, curve.ExpectedCalibrationError, 1e-15);
    }

    [Theory]
    [InlineData(0.29, 29)]
    [InlineData(0.57, 57)]
    [InlineData(0.58, 58)]
    [InlineData(0.289999, 28)]
    [InlineData(1.0, 99)]
    public void CalibrationCurve_ProbabilityOnAnEdge_BelongsToTheBinAbove(double p, int bin)
    {
        // One row in the middle of each bin, and the one in question.
        double[] middles = [.. Enumerable.Range(0, 100).Select(k => (k + 0.5) / 100)];
        var curve = CalibrationCurve.Of([.. middles.Select(_ => 0.0), 1], [.. middles, p], bins: 100);
        Assert.Equal(bin, Array.IndexOf(curve.Counts, 2));
    }

    [Fact]
    public void ClassificationReport_OfLabels_ShowsClassZeroFirst_AndRefusesOneNameForBoth()
    {
        Assert.Equal(["well", "ill"], ClassificationReport.Of(Y, Y, "well", "ill").Classes.Select(score => score.Name));
        Assert.StartsWith("names calls both classes 'a'", Assert.Throws<ArgumentException>(() => ClassificationReport.Of(Y, Y, "a", "a")).Message);
    }

    [Fact]
    public void ClassificationReport_OfARowWithoutAClass_NamesTheRow()
    {
        Assert.StartsWith("predicted has no name in row 2", Assert.Throws<ArgumentException>(() => ClassificationReport.Of(["a", "b"], ["a", null!])).Message);
        Assert.StartsWith("y has no name in row 1", Assert.Throws<ArgumentException>(() => ClassificationReport.Of([null!, "b"], ["a", "b"])).Message);
        Assert.StartsWith("names has no name in row 2", Assert.Throws<ArgumentException>(() => ClassificationReport.Of(Y, Y, "a", null!)).Message);
    }

    [Fact]
    public void StratifiedFolds_MoreThanTheRarestClassHasRows_SaysSo() => Assert.StartsWith(
        "folds is 3, but class 1 has 2 rows only", Assert.Throws<ArgumentOutOfRangeException>(() => Split.StratifiedFolds([0, 0, 0, 0, 1, 1], 3, seed: 1)).Message);

    [Fact]
    public void EmptyInputs_AreNamed()
    {
        Named("y", () => RocCurve.Of([], []));
        Named("y", () => PrecisionRecallCurve.Of([], []));
        Named("y", () => CalibrationCurve.Of([], []));
        Named("y", () => ClassificationReport.Of(Array.Empty<double>(), []));
        Named("y", () => ClassificationReport.Of(Array.Empty<string>(), []));
        Named("y", () => ConfusionMatrix.Of([], []));
        Named("y", () => ProbabilityScores.Brier([], []));
        Named("y", () => CrossEntropy.MeanFromProbabilities([], []));
        Named("y", () => CrossEntropy.SumFromLogits([], []));
        Named("y", () => ClassWeights.Balanced([]));
        Named("y", () => Split.StratifiedFolds([], 2, 1));
        Named("y", () => Split.Stratified([], 0.5, 1));
        Named("y", () => Resampling.Oversample([], 1));
        Named("y", () => Resampling.Undersample([], 1));
        Named("y", () => CostOptimalThreshold.FromData([], [], 1, 1));
        Named("z", () => Softmax.Probabilities());
        Named("z", () => Softmax.CrossEntropy(0));
        Named("p", () => Entropy.Of());
        Named("rows", () => Features.FromRows([]));
        Named("rows", () => ((Features)new double[] { 1, 2 }).Rows());

        static void Named(string name, Func<object> call)
        {
            var error = Assert.ThrowsAny<ArgumentException>(call);
            Assert.Equal(name, error.ParamName);
            Assert.Contains("empty", error.Message);
        }
    }

    [Fact]
    public void RocCurve_OfOneClass_SpeaksOfItself() =>
        Assert.StartsWith("y is 1 in every row; a ROC curve needs rows of both classes.", Assert.Throws<ArgumentException>(() => RocCurve.Of([1, 1], [0.2, 0.3])).Message);

    [Fact]
    public void CostOptimalThreshold_FromCosts_IsTheShareOfTheFalseAlarm()
    {
        Assert.Equal(0.5, CostOptimalThreshold.FromCosts(3, 3));
        Assert.Equal(0.1, CostOptimalThreshold.FromCosts(1, 9), 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => CostOptimalThreshold.FromCosts(0, 1));
    }

    [Fact]
    public void CostOptimalThreshold_FromData_NoOtherThresholdIsCheaper()
    {
        var (threshold, cost) = CostOptimalThreshold.FromData(Y, P, 1, 5);
        Assert.All(P.Append(2), t => Assert.True(Cost(t) >= cost));
        Assert.Equal(cost, Cost(threshold));

        double Cost(double t) => Y.Zip(P, (y, p) => p >= t && y == 0 ? 1 : p < t && y == 1 ? 5.0 : 0).Sum();
    }

    [Fact]
    public void Split_Stratified_KeepsTheSharesAndLosesNoRow()
    {
        double[] y = [.. Enumerable.Repeat(0.0, 80), .. Enumerable.Repeat(1.0, 20)];
        var split = Split.Stratified(y, 0.25, seed: 3);
        Assert.Equal((25, 75), (split.Test.Length, split.Train.Length));
        Assert.Equal(5, split.Test.Count(i => y[i] == 1));
        Assert.Equal(Enumerable.Range(0, 100), split.Train.Concat(split.Test).Order());
        Assert.Equal(split.Test, Split.Stratified(y, 0.25, seed: 3).Test);
        Assert.NotEqual(split.Test, Split.Stratified(y, 0.25, seed: 4).Test);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    public void Split_ThatLeavesAPartWithoutAClass_IsRefused(double share) => Assert.Contains(
        "without class 1, of which there are 1 rows",
        Assert.Throws<ArgumentException>(() => Split.Stratified([0, 0, 0, 0, 0, 0, 0, 0, 0, 1], share, 1)).Message);

    [Theory]
    [InlineData(100, 0.07, 7)]
    [InlineData(100, 0.14, 14)]
    [InlineData(200, 0.07, 14)]
    [InlineData(10, 0.25, 3)]
    public void Split_Shuffled_TakesTheShareThatWasMeant(int rows, double share, int held) => Assert.Equal(held, Split.Shuffled(rows, share, 1).Test.Length);

    [Fact]
    public void Auc_OfAPerfectOrder_IsExactlyOne()
    {
        for (var n = 2; n < 60; n++)
        {
            double[] y = [.. Enumerable.Range(0, n).Select(i => i > n / 3 ? 1.0 : 0)];
            Assert.Equal(1, RocCurve.Of(y, [.. y.Select((label, i) => label + i / 100.0)]).Auc);
        }
    }

    [Fact]
    public void Split_StratifiedFolds_JudgeEveryRowOnce()
    {
        double[] y = [.. Enumerable.Repeat(0.0, 17), .. Enumerable.Repeat(1.0, 6)];
        var folds = Split.StratifiedFolds(y, 4, seed: 1);
        Assert.Equal(Enumerable.Range(0, 23), folds.SelectMany(fold => fold.Test).Order());
        Assert.All(folds, fold => Assert.InRange(fold.Test.Count(i => y[i] == 1), 1, 2));
        Assert.All(folds, fold => Assert.InRange(fold.Test.Length, 5, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.StratifiedFolds(y, 1, seed: 1));
    }

    [Fact]
    public void Split_ShareOfNothing_SaysSo() =>
        Assert.Contains("leaves one of the two parts without a row", Assert.Throws<ArgumentException>(() => Split.Stratified([0, 1], 0.1, 1)).Message);

    [Fact]
    public void Resampling_BalancesTheClasses()
    {
        double[] y = [.. Enumerable.Repeat(0.0, 30), .. Enumerable.Repeat(1.0, 7)];
        var over = Resampling.Oversample(y, seed: 1);
        Assert.Equal((60, 30, 37), (over.Length, over.Count(i => y[i] == 1), over.Distinct().Count()));
        var under = Resampling.Undersample(y, seed: 1);
        Assert.Equal((14, 7, 14), (under.Length, under.Count(i => y[i] == 1), under.Distinct().Count()));
    }

    [Fact]
    public void CorrectedIntercept_OfAnInterceptOnlyModel_GivesThePopulationShareBack() =>
        Assert.Equal(0.03, Logistic.Sigmoid(Resampling.CorrectedIntercept(Logistic.Logit(0.5), 0.03, 0.5)), 1e-15);

    [Fact]
    public void ClassificationReport_IsLaidOutAsScikitLearnDoes()
    {
        string[] truth = ["cat", "cat", "dog", "dog", "dog", "hen"], called = ["cat", "dog", "dog", "dog", "hen", "hen"];
        var expected = string.Join("\n",
        [
            "              precision    recall  f1-score   support",
            "",
            "         cat       1.00      0.50      0.67         2",
            "         dog       0.67      0.67      0.67         3",
            "         hen       0.50      1.00      0.67         1",
            "",
            "    accuracy                           0.67         6",
            "   macro avg       0.72      0.72      0.67         6",
            "weighted avg       0.75      0.67      0.67         6",
            "",
        ]);
        Assert.Equal(expected, ClassificationReport.Of(truth, called).ToString());
    }

    [Fact]
    public void CostOptimalThreshold_OfCostsOfAnySize_IsTheBest()
    {
        // Without a false alarm one miss can be spared, however little it costs beside one.
        Assert.Equal((0.9, 2e-200), CostOptimalThreshold.FromData([1, 0, 1, 1], [0.9, 0.8, 0.7, 0.6], 1e200, 1e-200));
        Assert.Equal(1e-310, CostOptimalThreshold.FromCosts(1e-10, 1e300), 1e-322);
        Assert.Equal(0.25, CostOptimalThreshold.FromCosts(1e300, 3e300), 1e-16);
    }

    [Theory]
    [InlineData(1, "folds is 1; take at least 2.")]
    [InlineData(2, "class 1 has one row only, so a fold would have none of it; gather more rows.")]
    public void FoldsThatCannotBe_AreRefusedWithWhatToDo(int folds, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(() => Split.StratifiedFolds([0, 0, 0, 1], folds, 1)).Message);
}
