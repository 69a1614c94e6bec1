using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Testing;

namespace LogRegCourse.Studio.Tests.Notebooks;

public class SafeFileTests
{
    [Fact]
    public void File_WrittenTwice_KeepsThePreviousText()
    {
        using var folder = new TempFolder();
        var path = folder.PathOf("a.ipynb");

        SafeFile.Write(path, "one");
        SafeFile.Write(path, "two");

        Assert.Equal("two", File.ReadAllText(path));
        Assert.Equal("one", File.ReadAllText(folder.PathOf(".logregcourse/a.ipynb")));
        Assert.Single(Directory.GetFiles(folder.PathOf(".logregcourse")));
    }

    [Fact]
    public void File_ThatCannotBeReplaced_StaysAndNothingIsLeftBehind()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.PathOf("a.ipynb"));

        Assert.ThrowsAny<Exception>(() => SafeFile.Write(folder.PathOf("a.ipynb"), "text"));

        Assert.Empty(Directory.GetFiles(folder.PathOf(".logregcourse")));
    }

    [Fact]
    public void Link_Written_StaysALink()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        using var folder = new TempFolder();
        var target = folder.Write("real/a.ipynb", "one");
        File.CreateSymbolicLink(folder.PathOf("a.ipynb"), target);

        SafeFile.Write(folder.PathOf("a.ipynb"), "two");

        Assert.Equal(target, File.ResolveLinkTarget(folder.PathOf("a.ipynb"), returnFinalTarget: true)!.FullName);
        Assert.Equal("two", File.ReadAllText(target));
    }

    [Fact]
    public async Task WriterKilledAtAnyMoment_LeavesTheOldOrTheNewText()
    {
        using var folder = new TempFolder();
        var path = folder.PathOf("a.ipynb");
        var seen = new HashSet<char>();
        var random = new Random(7);
        for (var kill = 0; kill < 25; kill++)
        {
            using var writer = WriteLoop.Start(path);
            await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            await Task.Delay(random.Next(0, 40), TestContext.Current.CancellationToken);
            writer.Kill();
            await writer.WaitForExitAsync(TestContext.Current.CancellationToken);

            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            Assert.Contains(text, WriteLoop.Texts);
            seen.Add(text[0]);
        }
        Assert.Equal(WriteLoop.Texts.Length, seen.Count);
    }
}
