using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 9 says about its tables and figures.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson09ClaimTests(ExecutedCourse course)
{
    private const string Softmax = "09-softmax";
    private const double SixDigits = 1e-5;

    [Fact]
    public void OfThreeCandidates_SoftmaxAloneGivesProbabilities()
    {
        var table = course.Shown(Softmax, "three-candidates");
        Assert.True(table["tanh of last"][0] < 0);
        Assert.True(Math.Abs(table["sum of sigmoids"][0] - 1) > 0.5);
        Assert.Equal(1, table["sum of softmax"][0], SixDigits);
    }

    [Fact]
    public void ElementWiseSigmoids_AllowNoLabelAndSeveral()
    {
        var table = course.Shown(Softmax, "none-or-several");
        Assert.True(table["none"][0] > 0 && table["several"][0] > 0.5);
        Assert.Equal(1, table["none"][0] + table["exactly one"][0] + table["several"][0], SixDigits);
    }

    [Fact]
    public void BorderOfTwoClasses_IsAStraightLine()
    {
        var cell = course.Cells(Softmax).Single(executed => executed.Cell.Id == "figure-regions");
        int[][] rows = [.. cell.Figure!.Value.GetProperty("data")[0].GetProperty("z").EnumerateArray()
            .Select(row => (int[])[.. row.EnumerateArray().Select(value => (int)value.GetDouble())])];
        int[] border = [.. rows.Select(row => Array.IndexOf(row, 2)).Where(column => column > 0)];
        Assert.True(border.Length > 50);
        for (var k = 0; k < border.Length; k++)
            Assert.Equal(border[0] + (border[^1] - border[0]) * (double)k / (border.Length - 1), border[k], 1.5);
    }

    [Fact]
    public void SymmetricCoefficients_SumToZero_SoEachIsAgainstTheMean() =>
        Assert.Equal(0, course.Shown(Softmax, "iris-accuracy")["sum of column"][0]);

    [Fact]
    public void FlowerOnTheBorder_IsInDoubt_AndHalfACentimetreDoesNotEndIt()
    {
        var table = course.Shown(Softmax, "flower-doubt");
        Assert.Equal(0.5, table["virginica"][1], 0.05);
        Assert.InRange(table["virginica"][0], 0.19, 0.25);
        Assert.InRange(table["versicolor"][2], 0.19, 0.25);
    }
}
