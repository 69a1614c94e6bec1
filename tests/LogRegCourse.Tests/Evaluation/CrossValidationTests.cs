namespace LogRegCourse.Tests.Evaluation;

public class CrossValidationTests
{
    private static readonly double[] Y = [.. Enumerable.Range(0, 20).Select(i => i % 2.0)];
    private static readonly Features X = Enumerable.Range(0, 20).Select(i => (double)i).ToArray();

    [Fact]
    public void ConstantPrediction_HasItsOwnLoss() => Assert.Equal(Math.Log(2), CrossValidation.LogLoss(X, Y, (_, _) => x => Half(x), folds: 4), 1e-14);

    [Fact]
    public void Fit_NeverSeesTheRowsItIsJudgedBy_AndEveryRowIsJudgedOnce()
    {
        List<double> judged = [];
        CrossValidation.LogLoss(X, Y, (known, labels) =>
        {
            Assert.Equal((known.RowCount, 15), (labels.Length, labels.Length));
            return other =>
            {
                Assert.Empty(known["x"].Intersect(other["x"]));
                judged.AddRange(other["x"]);
                return Half(other);
            };
        }, folds: 4);
        Assert.Equal(X["x"], judged.Order());
    }

    private static double[] Half(Features x) => [.. Enumerable.Repeat(0.5, x.RowCount)];

    [Fact]
    public void AnswerThatIsNoListOfProbabilities_IsRefusedByThatName()
    {
        Func<Features, double[]>?[] answers = [null, _ => null!, _ => [0.5], rows => new double[rows.RowCount].Select(_ => double.NaN).ToArray()];
        foreach (var answer in answers)
            Assert.StartsWith("the answer of fit ", Assert.ThrowsAny<ArgumentException>(() =>
                CrossValidation.LogLoss(new double[] { 1, 2, 3, 4 }, [0, 1, 0, 1], (_, _) => answer!, folds: 2)).Message);
    }
}
