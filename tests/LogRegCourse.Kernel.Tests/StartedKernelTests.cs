using LogRegCourse.Kernel.Pipe;
using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests;

public class StartedKernelTests
{
    [Fact]
    public void Kernel_FirstCell_GivesItsValue()
    {
        using var kernel = new StartedKernel();
        var cell = kernel.Run("1 + 2");
        Assert.Equal(CellOutcomeKind.Succeeded, cell.Finished.Outcome);
        Assert.Equal("3", cell.Result);
    }
}
