using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 4 says about its tables.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson04ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void UnitOfSurprise_MovesNoMinimum()
    {
        var table = Shown("same-minimum");
        Assert.Equal(table["In nats"], table["In bits"]);
        Assert.Equal(7.0 / 23, table["In nats"][0], 0.0005);
    }

    [Fact]
    public void CrossEntropy_PassesNeitherTestOfADistance()
    {
        var table = Shown("not-a-distance");
        Assert.True(table["To itself"][0] > 0.1);
        Assert.NotEqual(table["There"][0], table["Back"][0]);
    }

    [Fact]
    public void Divergence_IsNeverNegative_ButNotTheSameInBothDirections()
    {
        var grid = Shown("kl-grid");
        Assert.Equal((9801, 0, 99), (grid["Pairs"][0], grid["Smallest"][0], grid["Zeros"][0]));
        var table = Shown("kl-asymmetry");
        Assert.True(table["Fair called sure"][0] > table["Sure called fair"][0]);
    }

    [Fact]
    public void MostSurprisingFlight_IsTheDamagedOneAt75()
    {
        var table = Shown("most-surprising");
        Assert.Equal((75, 1), (table["Temperature"][0], table["Damage"][0]));
        Assert.Equal(table["Surprise"].OrderDescending(), table["Surprise"]);
    }

    private Shown Shown(string cell) => course.Shown("04-surprise-and-entropy", cell);
}
