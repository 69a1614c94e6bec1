using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What lesson 7 says about its tables.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson07ClaimTests(ExecutedCourse course)
{
    [Fact]
    public void Noise_FallsWithTheRootOfTheBatch()
    {
        var spread = Shown("noise")["spread"];
        Assert.All(spread.Zip(spread.Skip(1)), pair => Assert.InRange(pair.First / pair.Second, 1.9, 2.1));
    }

    [Fact]
    public void OneEpochOfBatches_GetsFurtherThanOneFullStep()
    {
        var table = Shown("walk");
        Assert.True(table["batches 16"][0] < table["all"][0]);
    }

    [Fact]
    public void BatchSize_RanksDifferentlyPerEpochAndPerStep()
    {
        var table = Shown("size-table");
        Assert.Equal(16, table["batch"][Array.IndexOf(table["one epoch"], table["one epoch"].Min())]);
        Assert.Equal(table["fifty nine steps"].OrderDescending(), table["fifty nine steps"]);
    }

    [Fact]
    public void SmallBatches_DoNotLowerTheTestLoss_StoppingEarlyRaisesIt()
    {
        var table = Shown("held-out-spread");
        var (lowest, highest) = (table["lowest"], table["highest"]);
        Assert.True(lowest[1] < 0 && highest[1] > 0 && Math.Max(-lowest[1], highest[1]) < 0.0015);
        // What one split says is luck: the splits differ by a hundred times what the batches do.
        Assert.True(highest[0] - lowest[0] > 0.1);
        Assert.True(lowest[2] > highest[0]);
    }

    [Fact]
    public void LossOfABatch_JumpsLongAfterTheModelHasLearned()
    {
        var table = Shown("trace");
        Assert.True(table["lowest"][0] < 0.25 && table["highest"][0] > 0.9);
    }

    [Fact]
    public void SortedFile_EndsAboveTheUntrainedModel()
    {
        var table = Shown("order");
        Assert.True(table["shuffled"][0] < table["zero"][0] && table["zero"][0] < table["file order"][0]);
    }

    [Fact]
    public void BiasOfThePrintedLoop_IsNeverTrained()
    {
        var table = Shown("broken-call");
        Assert.Equal(0, table["bias"][0]);
        Assert.True(table["mended bias"][0] < -0.5 && table["mended loss"][0] < table["loss"][0]);
    }

    [Fact]
    public void ShareOfClasses_IsNotTheMeanProbability()
    {
        var table = Shown("classes");
        Assert.Equal(table["share of ones"][0], table["mean of p"][0], 0.002);
        Assert.NotEqual(table["share of ones"][0], table["share predicted"][0], 0.01);
    }

    [Fact]
    public void FitToRandomLabels_WinsOnItsOwnRowsWhatItLosesOnFreshOnes()
    {
        var table = Shown("null");
        Assert.Equal(Math.Log(2) - 0.03, table["own rows"][0], 0.003);
        Assert.Equal(Math.Log(2) + 0.03, table["fresh rows"][0], 0.004);
    }

    private Shown Shown(string cell) => course.Shown("07-mini-batches", cell);
}
