using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 8 says about its tables.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson08ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void CrossEntropy_NeverLiesAboveAChord_TheSquaredErrorOften()
    {
        var table = Shown("chords");
        Assert.Equal(0, table["Cross entropy"][0]);
        Assert.True(table["Squared error"][0] > 1000);
    }

    [Fact]
    public void RightDigits_OfNewton_AboutDoubleNearTheEnd()
    {
        var digits = Shown("digits").Numbers;
        Assert.InRange(digits[^1] / digits[^2], 1.8, 2.2);
        Assert.InRange(digits[^2] / digits[^3], 1.8, 2.2);
    }

    [Fact]
    public void ReweightedRegression_IsNewtonsStep()
    {
        var table = Shown("irls");
        Assert.Equal(table["Newtons"], table["Bias"]);
    }

    [Fact]
    public void SeparatedRows_LetTheLossFallAndTheHessianFade()
    {
        var table = Shown("separated");
        Assert.Equal(table["Loss"].OrderDescending(), table["Loss"]);
        Assert.Equal(table["Bend"].OrderDescending(), table["Bend"]);
        Assert.All(table["Loss"].Concat(table["Bend"]), value => Assert.True(value > 0));
    }

    [Fact]
    public void Newton_OnSeparatedRows_DoesNotSlowDown()
    {
        var weights = Shown("newton-separated").Numbers;
        Assert.All(weights.Zip(weights.Skip(1)).Skip(3), pair => Assert.Equal(2, pair.Second - pair.First, 0.1));
    }

    [Fact]
    public void DependentColumns_HaveOneLossOnAWholeLine_AndNoCurvatureAlongIt()
    {
        var table = Shown("flat");
        Assert.Equal(table["First"], table["Second"]);
        Assert.Equal(table["First"], table["Third"]);
        Assert.Equal(0, table["Det"][0]);
    }

    private Shown Shown(string cell) => course.Shown("08-curvature-and-newton", cell);
}
