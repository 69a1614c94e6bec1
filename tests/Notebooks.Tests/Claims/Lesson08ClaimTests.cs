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
        Assert.Equal(0, table["cross entropy"][0]);
        Assert.True(table["squared error"][0] > 1000);
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
        Assert.Equal(table["bias by newton"], table["bias"]);
    }

    [Fact]
    public void SeparatedRows_LetTheLossFallAndTheHessianFade()
    {
        var table = Shown("separated");
        Assert.Equal(table["loss"].OrderDescending(), table["loss"]);
        Assert.Equal(table["bend"].OrderDescending(), table["bend"]);
        Assert.All(table["loss"].Concat(table["bend"]), value => Assert.True(value > 0));
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
        Assert.Equal(table["first"], table["second"]);
        Assert.Equal(table["first"], table["third"]);
        Assert.Equal(0, table["det"][0]);
    }

    [Fact]
    public void FullNewtonSteps_ArriveFromMinusThreeToOne_DampedOnesFromEverywhere()
    {
        var table = Shown("begin-starts");
        Assert.Equal(["False", "False", "True", "True", "True", "False", "False"], table.Words("full"));
        Assert.Equal(8, table["damped steps"].Max());
        double[] full = Shown("begin-figure").Trace(0, "y"), damped = Shown("begin-figure").Trace(1, "y");
        Assert.All(full.Zip(full.Skip(1)).Zip(full.Skip(1).Zip(full.Skip(2))), steps => Assert.True(Math.Abs(steps.Second.Second - steps.Second.First) > Math.Abs(steps.First.Second - steps.First.First)));
        Assert.Equal(-1.6, damped[^1], 0.1);
    }

    private Shown Shown(string cell) => course.Shown("08-curvature-and-newton", cell);
}
