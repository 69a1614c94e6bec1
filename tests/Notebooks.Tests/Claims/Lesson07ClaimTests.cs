using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 7 says about its tables.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson07ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void Noise_FallsWithTheRootOfTheBatch()
    {
        var spread = Shown("noise")["Spread"];
        Assert.All(spread.Zip(spread.Skip(1)), pair => Assert.InRange(pair.First / pair.Second, 1.9, 2.1));
    }

    [Fact]
    public void OneEpochOfBatches_GetsFurtherThanOneFullStep()
    {
        var table = Shown("walk");
        Assert.True(table["Batches16"][0] < table["All"][0]);
    }

    [Fact]
    public void BatchSize_RanksDifferentlyPerEpochAndPerStep()
    {
        var table = Shown("size-table");
        Assert.Equal(16, table["Batch"][Array.IndexOf(table["One epoch"], table["One epoch"].Min())]);
        Assert.Equal(table["Fifty nine steps"].OrderDescending(), table["Fifty nine steps"]);
    }

    [Fact]
    public void SmallBatches_DoNotLowerTheTestLoss_StoppingEarlyRaisesIt()
    {
        var table = Shown("held-out");
        Assert.Equal(table["Minimum"][0], table["Batches"][0], 0.001);
        Assert.True(table["One slow epoch"][0] > table["Minimum"][0] + 0.1);
    }

    [Fact]
    public void LossOfABatch_JumpsLongAfterTheModelHasLearned()
    {
        var table = Shown("trace");
        Assert.True(table["Lowest"][0] < 0.25 && table["Highest"][0] > 0.9);
    }

    [Fact]
    public void SortedFile_EndsAboveTheUntrainedModel()
    {
        var table = Shown("order");
        Assert.True(table["Shuffled"][0] < table["Zero"][0] && table["Zero"][0] < table["File order"][0]);
    }

    [Fact]
    public void BiasOfThePrintedLoop_IsNeverTrained()
    {
        var table = Shown("broken-call");
        Assert.Equal(0, table["Bias"][0]);
        Assert.True(table["Mended bias"][0] < -0.5 && table["Mended loss"][0] < table["Loss"][0]);
    }

    [Fact]
    public void ShareOfClasses_IsNotTheMeanProbability()
    {
        var table = Shown("classes");
        Assert.Equal(table["Dole"][0], table["Mean of p"][0], 0.002);
        Assert.NotEqual(table["Dole"][0], table["Share predicted"][0], 0.01);
    }

    [Fact]
    public void FitToRandomLabels_WinsOnItsOwnRowsWhatItLosesOnFreshOnes()
    {
        var table = Shown("null");
        Assert.Equal(Math.Log(2) - 0.03, table["Own rows"][0], 0.003);
        Assert.Equal(Math.Log(2) + 0.03, table["Fresh rows"][0], 0.004);
    }

    private Shown Shown(string cell) => course.Shown("07-mini-batches", cell);
}
