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
        Assert.Equal(["a.ipynb", "lock"], Beside(folder));
    }

    [Fact]
    public void FilesOfAWriterThatWasKilled_AreSweptByTheNextOne()
    {
        using var folder = new TempFolder();
        folder.Write(".logregcourse/a.ipynb.12.new", "half");
        folder.Write(".logregcourse/a.ipynb.before.new", "half");
        folder.Write(".logregcourse/ab.ipynb.12.new", "another's");

        SafeFile.Write(folder.PathOf("a.ipynb"), "one");

        Assert.Equal(["ab.ipynb.12.new", "lock"], Beside(folder));
    }

    [Fact]
    public void File_ThatIsReadOnly_IsNotReplaced()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.ipynb", "one");
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var refused = Assert.Throws<UnauthorizedAccessException>(() => SafeFile.Write(path, "two"));

        Assert.Equal(("a.ipynb is read-only: allow writing to it, or copy it.", "one"), (refused.Message, File.ReadAllText(path)));
        File.SetAttributes(path, FileAttributes.Normal);
    }

    private static IEnumerable<string?> Beside(TempFolder folder) => Directory.GetFiles(folder.PathOf(".logregcourse")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    [Fact]
    public void File_ThatCannotBeReplaced_StaysAndNothingIsLeftBehind()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.PathOf("a.ipynb"));

        Assert.ThrowsAny<Exception>(() => SafeFile.Write(folder.PathOf("a.ipynb"), "text"));

        Assert.Equal(["lock"], Beside(folder));
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
