using LogRegCourse.App.Studio;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Tests.Notebooks;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Studio;

public sealed class TrustRecordTests : IDisposable
{
    private static readonly Notebook Course = SmallNotebook.Of(("setup", "var a = 1;"), ("one", "a"));
    private readonly TempFolder _state = new();

    private TrustRecord Trust => new(_state.Path);

    [Fact]
    public void WhatTheCourseHasItself_IsKnown_AndOneCellMoreIsNot()
    {
        Assert.True(Trust.Knows("x.ipynb", Course, () => Course));
        Assert.True(Trust.Knows("x.ipynb", SmallNotebook.Of(("one", "a")), () => Course));
        Assert.False(Trust.Knows("x.ipynb", SmallNotebook.Of(("setup", "var a = 1;"), ("one", "a"), ("more", "b")), () => Course));
        Assert.False(Trust.Knows("x.ipynb", SmallNotebook.Of(("setup", "evil();"), ("one", "a")), () => Course));
        Assert.False(Trust.Knows("x.ipynb", Course, committed: () => null));
    }

    [Fact]
    public void AYes_IsForThatCodeAtThatPlace_AndByThisKey()
    {
        Trust.Keep("x.ipynb", Course);
        Assert.True(Trust.Knows("x.ipynb", Course, () => null));
        Assert.False(Trust.Knows("y.ipynb", Course, () => null));
        Assert.False(Trust.Knows("x.ipynb", SmallNotebook.Of(("setup", "var a = 2;"), ("one", "a")), () => null));
        // The border between two cells counts.
        Assert.False(Trust.Knows("x.ipynb", SmallNotebook.Of(("setup", "var a = 1;a"), ("one", "")), () => null));
        using var other = new TempFolder();
        foreach (var file in Directory.GetFiles(_state.Path).Where(file => Path.GetFileName(file) != "key")) File.Copy(file, Path.Combine(other.Path, Path.GetFileName(file)));
        Assert.False(new TrustRecord(other.Path).Knows("x.ipynb", Course, () => null));
    }

    [Fact]
    public void Key_IsTheOwnersAlone()
    {
        if (OperatingSystem.IsWindows()) return;
        Trust.Keep("x.ipynb", Course);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_state.Path, "key")));
    }

    public void Dispose() => _state.Dispose();
}
