using LogRegCourse.KernelProcess.Jupyter;

namespace LogRegCourse.KernelProcess.Tests.Jupyter;

public sealed class KernelPublishTests : IDisposable
{
    private readonly string _copies = Directory.CreateTempSubdirectory("logregcourse-").FullName;

    public void Dispose() => Directory.Delete(_copies, recursive: true);

    [Fact]
    public void Copies_InUse_StayUntilTheyAreNot()
    {
        var (old, used, newest) = (Copy("1"), Copy("2"), Copy("3"));
        Directory.CreateDirectory(Path.Combine(_copies, "broken"));
        using (KernelPublish.Hold(used))
        using (KernelPublish.Hold(used))
        {
            KernelPublish.RemoveOthers(_copies, newest);
            Assert.Equal([used, newest], Directory.EnumerateDirectories(_copies).Order(StringComparer.Ordinal));
            Assert.False(Directory.Exists(old));
        }
        KernelPublish.RemoveOthers(_copies, newest);
        Assert.Equal([newest], Directory.EnumerateDirectories(_copies));
    }

    private string Copy(string number)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_copies, number)).FullName;
        File.WriteAllText(Path.Combine(folder, KernelSpec.KernelFile), "");
        return folder;
    }
}
