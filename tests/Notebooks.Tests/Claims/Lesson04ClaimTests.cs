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
        Assert.Equal(table["in nats"], table["in bits"]);
        Assert.Equal(7.0 / 23, table["in nats"][0], 0.0005);
    }

    [Fact]
    public void CrossEntropy_PassesNeitherTestOfADistance()
    {
        var table = Shown("not-a-distance");
        Assert.True(table["to itself"][0] > 0.1);
        Assert.NotEqual(table["there"][0], table["back"][0]);
    }

    [Fact]
    public void Divergence_IsNeverNegative_ButNotTheSameInBothDirections()
    {
        var grid = Shown("kl-grid");
        Assert.Equal((9801, 0, 99), (grid["pairs"][0], grid["smallest"][0], grid["zeros"][0]));
        var table = Shown("kl-asymmetry");
        Assert.True(table["fair called sure"][0] > table["sure called fair"][0]);
    }

    [Fact]
    public void MostSurprisingFlight_IsTheDamagedOneAt75()
    {
        var table = Shown("most-surprising");
        Assert.Equal((75, 1), (table["temperature"][0], table["damage"][0]));
        Assert.Equal(table["surprise"].OrderDescending(), table["surprise"]);
    }

    [Fact]
    public void BitsOfTheThermometer_AreFewer_OnFlightsThatTheFitHasNotSeen()
    {
        var (inside, outside) = (Shown("fit-flights"), Shown("leave-one-out-bits"));
        Assert.Equal((0.249, 0.170), (Math.Round(inside["saved bits"][0], 3), Math.Round(outside["saved bits"][0], 3)));
        Assert.True(outside["with"][0] > inside["with"][0] && outside["without"][0] > inside["without"][0]);
    }

    private Shown Shown(string cell) => course.Shown("04-surprise-and-entropy", cell);
}
