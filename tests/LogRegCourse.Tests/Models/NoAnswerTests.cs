using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

public class NoAnswerTests
{
    private static readonly double[] FourRows = [1, 2, 3, 4];

    [Fact]
    public void Find_SeparatedFourRows_GivesACertificateThatHolds()
    {
        var separation = Separation.Find(FourRows, [0, 0, 1, 1])!;
        Assert.True(separation.IsComplete);
        Assert.All(FourRows, x => Assert.Equal(x > 2, separation.Direction[0] + separation.Direction[1] * x > 0));
        Assert.Contains("completely separated: −2.5 + x is above 0 for every row of class 1", separation.Sentence);
    }

    [Fact]
    public void Find_OverlappingFourRows_FindsNothing()
    {
        Assert.Null(Separation.Find(FourRows, [0, 1, 0, 1]));
        Assert.Equal(4, LogisticRegression.Fit(FourRows, [0, 1, 0, 1]).Observations);
    }

    [Fact]
    public void Find_TouchingClasses_IsQuasiCompleteWithTheRowsOnTheLine()
    {
        var separation = Separation.Find(new double[] { 1, 2, 2, 3 }, [0, 0, 1, 1])!;
        Assert.False(separation.IsComplete);
        Assert.Equal([1, 2], separation.RowsOnTheLine);
        Assert.Contains("quasi-completely", separation.Sentence);
    }

    [Fact]
    public void Find_AColumnThatOnlyOneClassHas_IsQuasiComplete()
    {
        var x = Features.FromColumns(("dose", [1, 2, 3, 4, 5, 6]), ("treated", [0, 0, 0, 0, 1, 1]));
        double[] y = [0, 1, 0, 1, 1, 1];
        var separation = Assert.Throws<SeparationException>(() => LogisticRegression.Fit(x, y)).Separation;
        Assert.False(separation.IsComplete);
        for (var i = 0; i < 6; i++)
        {
            var z = separation.Direction[0] + separation.Direction[1] * x[i, 0] + separation.Direction[2] * x[i, 1];
            Assert.True(y[i] == 1 ? z >= -1e-9 : z <= 1e-9);
        }
    }

    [Fact]
    public void Fit_IrisSetosa_SaysThatNoEstimateExists()
    {
        var iris = Dataset.Load(Repository.PathOf("data", "iris.csv"));
        var x = iris.Features("sepal_length", "sepal_width", "petal_length", "petal_width");
        var error = Assert.Throws<SeparationException>(() => LogisticRegression.Fit(x, iris.Label("species", "setosa")));
        Assert.True(error.Separation.IsComplete);
        Assert.Contains("no maximum-likelihood estimate exists", error.Message);
        Assert.Contains("Fit with a penalty (L2)", error.Message);
    }

    [Fact]
    public void FitGrouped_SeparatedGroups_SaysSo() => Assert.Throws<SeparationException>(
        () => LogisticRegression.FitGrouped(FourRows, [0, 0, 5, 5], [5, 5, 5, 5]));

    [Fact]
    public void FitGrouped_OneMixedGroup_IsStillSeparatedElsewhereOnlyByTheLine() =>
        Assert.False(Assert.Throws<SeparationException>(() => LogisticRegression.FitGrouped(FourRows, [0, 2, 5, 5], [5, 5, 5, 5])).Separation.IsComplete);

    [Theory]
    [InlineData(new double[] { 3, 3, 3, 3 }, "column 'b' is 3 in every row, so it repeats the intercept. Leave one of these columns out")]
    [InlineData(new double[] { 3, 5, 7, 9 }, "column 'b' is a combination of others: b = 1 + 2·a. Leave one of these columns out")]
    [InlineData(new double[] { 0, 0, 0, 0 }, "column 'b' is 0 in every row. Leave one of these columns out")]
    public void Fit_DependentColumns_NamesThem(double[] b, string sentence)
    {
        var x = Features.FromColumns(("a", FourRows), ("b", b));
        var error = Assert.Throws<LinearDependenceException>(() => LogisticRegression.Fit(x, [0, 1, 0, 1]));
        Assert.StartsWith(sentence, error.Message);
        Assert.Equal("b", error.Dependence.Column);
    }

    [Fact]
    public void Fit_MoreColumnsThanRows_SaysBoth()
    {
        var x = Features.FromRows([[1, 5, 2, 7], [2, 3, 9, 1], [4, 4, 6, 8]]);
        Assert.StartsWith("x has 3 rows for 5 coefficients; give more rows,", Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(x, [0, 1, 0])).Message);
        Assert.True(LogisticRegression.Fit(x, [0, 1, 0], new FitOptions { L2 = 1 }).Coefficients.All(double.IsFinite));
    }

    [Fact]
    public void Fit_DependentOrSeparatedWithRidge_HasAnAnswer()
    {
        var x = Features.FromColumns(("a", FourRows), ("b", [3, 5, 7, 9]));
        var fit = LogisticRegression.Fit(x, [0, 0, 1, 1], new FitOptions { L2 = 0.1 });
        Assert.All(fit.Coefficients, coefficient => Assert.True(double.IsFinite(coefficient)));
        Assert.Equal(2 * fit.Coefficients[1], fit.Coefficients[2], 1e-12);
    }

    [Fact]
    public void Fit_TinyPenaltyOnDependentColumns_StillSharesTheWeightAsTheRidgeDoes()
    {
        double[] x = [-9000, 8000, -7000, 9000, 4000, -5000, 6000, -8000];
        var twice = Features.FromColumns(("a", x), ("b", [.. x.Select(value => 2 * value)]));
        double[] y = [0, 1, 1, 0, 1, 0, 0, 1];
        string[] classes = [.. y.Select(label => label == 1 ? "yes" : "no")];
        // Of the slopes that give the same log-odds a + 2b, those with b = 2a are the shortest.
        var alone = LogisticRegression.Fit(x, y).Slopes[0];
        var binary = LogisticRegression.Fit(twice, y, new FitOptions { L2 = 1e-8 }).Slopes;
        Assert.Equal(alone / 5, binary[0], 1e-12 * Math.Abs(alone));
        Assert.Equal(2 * binary[0], binary[1], 1e-15 * Math.Abs(alone));
        var softmax = SoftmaxRegression.Fit(twice, classes, new SoftmaxOptions { L2 = 1e-8 }).Coefficients[1];
        Assert.Equal(binary[0], softmax[1], 1e-14 * Math.Abs(alone));
    }

    [Fact]
    public void Fit_NearlyDependentColumns_IsStillAFit()
    {
        var (x, y, random) = TestData.Simulated(60, 2, seed: 3);
        var close = x["x1"].Select(value => value + 1e-6 * random.NextDouble()).ToArray();
        Assert.True(LogisticRegression.Fit(x.With("close", close), y).StandardErrors.All(error => error > 0));
    }

    [Fact]
    public void Find_ManyOverlappingRows_AnswersAtOnce()
    {
        var (x, y, _) = TestData.Simulated(50_000, 2, seed: 3);
        Assert.Null(Separation.Find(x, y));
        Assert.Contains("50000 rows", LogisticRegression.Fit(x, y).ToString());
    }

    [Fact]
    public void Fit_BadInput_SaysWhichArgumentWhichRowAndWhatToDo()
    {
        Message("y is 2 in row 3, but labels are 0 or 1; code the classes as 0 and 1 first.", () => LogisticRegression.Fit(FourRows, [0, 1, 2, 1]));
        Message("y has 3 entries, but x has 4 rows; give one entry per row.", () => LogisticRegression.Fit(FourRows, [0, 1, 1]));
        Message("y is 1 in every row; a fit needs rows of both classes.", () => LogisticRegression.Fit(FourRows, [1, 1, 1, 1]));
        Message("Weights is -1 in row 2, but a weight is 0 or a positive finite number.", () => LogisticRegression.Fit(FourRows, [0, 1, 0, 1], new() { Weights = [1, -1, 1, 1] }));
        Message("L2 is -1, but it must be 0 or a positive finite number.", () => LogisticRegression.Fit(FourRows, [0, 1, 0, 1], new() { L2 = -1 }));
        Message("column 'x' is NaN in row 2; remove that row or replace the value by a finite number.", () => LogisticRegression.Fit(new double[] { 1, double.NaN }, [0, 1]));
        Message("successes is 7 in row 2, but it must lie between 0 and the row's 5 trials.", () => LogisticRegression.FitGrouped(FourRows, [1, 7, 1, 1], [5, 5, 5, 5]));
        Message("successes is 2.5 in row 3, but it is a count; give whole numbers.", () => LogisticRegression.FitGrouped(FourRows, [1, 3, 2.5, 1], [5, 5, 5, 5]));
        Message("trials is 5.5 in row 4, but it is a count; give whole numbers.", () => LogisticRegression.FitGrouped(FourRows, [1, 3, 2, 1], [5, 5, 5, 5.5]));

        static void Message(string sentence, Action action) => Assert.StartsWith(sentence, Assert.ThrowsAny<ArgumentException>(action).Message);
    }

    [Fact]
    public void SumsBeyondTheRangeOfDouble_AreNamed()
    {
        double[] x = [1, 2, 3, 4], y = [0, 1, 0, 1];
        Assert.StartsWith("trials add up", Assert.Throws<ArgumentException>(() => LogisticRegression.FitGrouped(x, y, [1e308, 1e308, 1, 1])).Message);
        Assert.StartsWith("ClassWeights times Weights add up", Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(x, y, new() { ClassWeights = new(1e308, 1) })).Message);
        Assert.StartsWith("L2 divided by", Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticLoss(x, y, new() { L2 = 1e300, Weights = [1e-9, 0, 0, 0] })).Message);
    }

    [Fact]
    public void NumberThatIsNotThere_IsNamed()
    {
        Features x = new double[] { 1, 2 };
        Assert.StartsWith("row is 2, but there are rows 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => x[2, 0]).Message);
        Assert.StartsWith("column is -1, but there are columns 0 to 0", Assert.Throws<ArgumentOutOfRangeException>(() => x[0, -1]).Message);
    }
}
