using System.Diagnostics;
using System.Globalization;
using LogRegCourse.KernelProcess.Jupyter;

namespace LogRegCourse.KernelProcess.Tests.Jupyter;

public class ParentProcessTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("not a number")]
    public void NobodyNamed_IsNotGone(string? named) => Assert.False(ParentProcess.IsGone(named));

    [Fact]
    public void Process_IsGoneWhenItHasEnded()
    {
        // On Windows Jupyter names a handle, elsewhere the id.
        if (OperatingSystem.IsWindows()) Assert.Skip("On Windows the parent is named by a handle.");
        using var process = Process.Start(new ProcessStartInfo("sleep", "100"))!;
        var named = process.Id.ToString(CultureInfo.InvariantCulture);
        Assert.False(ParentProcess.IsGone(named));
        process.Kill();
        process.WaitForExit();
        Assert.True(ParentProcess.IsGone(named));
    }
}
