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
}
