using System.Text;
using LogRegCourse.App.Grading;
using LogRegCourse.App.Running;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Grading;

public sealed class HandedInFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<HandedInFile> Found(string? path = null) => [.. HandedInFiles.Below(path ?? _folder.Path)];

    private void Zip(string name, params (string Name, byte[] Bytes)[] entries) => File.WriteAllBytes(_folder.PathOf(name), MadeClass.Zip(entries));

    [Fact]
    public void Files_AreFoundInFoldersAndZipsInZips()
    {
        _folder.Write("ada/02.ipynb", "1");
        _folder.Write("ada/notes.txt", "no");
        _folder.Write("ada/.ipynb_checkpoints/02.ipynb", "no");
        _folder.Write("__MACOSX/._02.ipynb", "no");
        Zip("moodle.zip", ("Bob_1_assignsubmission_file_/work.zip", MadeClass.Zip(("lessons/02.ipynb", "2"u8.ToArray()))));

        Assert.Equal(["ada/02.ipynb 1", "moodle.zip/Bob_1_assignsubmission_file_/work.zip/lessons/02.ipynb 2"], Found().Select(file => $"{file.Place} {Encoding.UTF8.GetString(file.Bytes!)}"));
        Assert.Single(Found(_folder.PathOf("moodle.zip")));
    }

    [Fact]
    public void Path_InAZip_IsOnlyAName()
    {
        Zip("slip.zip", ("../../../../etc/x.ipynb", "1"u8.ToArray()), ("/abs/y.ipynb", "2"u8.ToArray()), (@"..\z.ipynb", "3"u8.ToArray()));

        Assert.Equal(["slip.zip/abs/y.ipynb", "slip.zip/etc/x.ipynb", "slip.zip/z.ipynb"], Found().Select(file => file.Place).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Bomb_IsRefusedWhereItGrowsTooLarge()
    {
        Zip("bomb.zip", ("big.ipynb", new byte[65 << 20]), ("small.ipynb", "1"u8.ToArray()));

        var files = Found();

        Assert.Equal("unpacks to more than 64 MB: clear the notebook's outputs and hand it in again.", files[0].Refusal);
        Assert.NotNull(files[1].Bytes);
    }

    [Fact]
    public void NotebookOfTwoGigabytes_IsRefusedUnread()
    {
        using (var huge = File.Create(_folder.PathOf("huge.ipynb"))) huge.SetLength(2L << 30);

        Assert.Equal("has 2048 MB, more than 64 MB: clear its outputs and save it again.", Assert.Single(Found()).Refusal);
    }

    [Fact]
    public void Link_IsNotFollowed()
    {
        if (OperatingSystem.IsWindows()) return;
        File.CreateSymbolicLink(_folder.PathOf("secret.ipynb"), "/etc/passwd");
        Directory.CreateSymbolicLink(_folder.PathOf("all"), "/");

        Assert.All(Found(), file => Assert.Equal("is a link, and links are not followed: hand in the file itself.", file.Refusal));
        Assert.Equal(2, Found().Count);
    }

    [Fact]
    public void Zip_ThatIsNone_IsRefused()
    {
        _folder.Write("a.zip", "PK or not");
        Zip("b.zip", ("1.zip", MadeClass.Zip(("2.zip", MadeClass.Zip(("3.ipynb", "1"u8.ToArray()))))));

        Assert.Equal(["is not a zip, or not a whole one: hand it in again.", "is a zip in a zip in a zip: hand in the notebooks themselves."], Found().Select(file => file.Refusal));
    }

    [Fact]
    public void Folder_ThatIsNotThere_IsAWrongCall() => Assert.Throws<UsageException>(() => Found(_folder.PathOf("nowhere")));
}
