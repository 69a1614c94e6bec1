using System.Threading.Channels;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Studio;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.App.Tests.Kernels;

namespace LogRegCourse.App.Tests.Studio;

public sealed class StudioSessionTests : IAsyncDisposable
{
    private readonly TempCourse _course = new();
    private readonly ManualTime _time = new();
    private readonly Channel<PageNews> _news = Channel.CreateUnbounded<PageNews>();
    private readonly string _path;
    private StudioSession? _session;
    private int _page;

    public StudioSessionTests() => _path = _course.Add("01-first", ("title", "# First"), ("one", "hello"), ("deaf", "deaf"));

    private string Beside => Path.Combine(_course.Folder.Notebooks, ".logregcourse");

    public async ValueTask DisposeAsync()
    {
        if (_session is not null) await _session.DisposeAsync();
        _course.Dispose();
    }

    [Fact]
    public async Task Run_RightAfterTwoRestarts_RunsInOneNewKernel()
    {
        Open();
        Ask(new RunCells(["deaf"]));
        await NextAsync<CellPhaseChanged>(phase => phase.Phase == "running");

        Ask(new RestartKernel());
        Ask(new RestartKernel());
        Ask(new RunCells(["one"]));

        Assert.Equal(("deaf", "failed"), await RanAsync());
        Assert.Equal(("one", "succeeded"), await RanAsync());
        await NextAsync<KernelPhaseChanged>(phase => phase.Phase == "ready");
    }

    [Fact]
    public async Task Save_OverAFileThatSomebodyElseBroke_IsRefusedUntilItIsMended()
    {
        Open();
        const string Merge = "<<<<<<< theirs\n{}\n";
        await File.WriteAllTextAsync(_path, Merge);

        Ask(new EditCell("one", "mine"));
        Ask(new SaveNow());

        var refused = await NextAsync<SaveStateChanged>(state => state.Trouble is not null);
        Assert.Contains("somebody else changed the file, and it can no longer be read", refused.Trouble);
        Assert.Equal(Merge, await File.ReadAllTextAsync(_path));

        File.Delete(_path);
        Ask(new SaveNow());
        await NextAsync<ConflictFound>(conflict => conflict.IsFileGone);
        Assert.False(File.Exists(_path));
        Ask(new ResolveConflict(KeepMine: true));
        await NextAsync<SaveStateChanged>(state => state.IsSaved);
        Assert.Equal("mine", NotebookReader.ReadFile(_path).Cells[1].Source);
    }

    [Fact]
    public async Task Typing_WithoutAPause_IsOnTheDiskWithinTwoSeconds()
    {
        Open();
        var saved = 0;
        for (var key = 1; key <= 60; key++)
        {
            Ask(new EditCell("one", new string('k', key), Edit: key, Base: 0));
            await NextAsync<EditTaken>(taken => taken.Edit == key, passed => saved = (passed as EditsSaved)?.Edit ?? saved);
            _time.Advance(TimeSpan.FromMilliseconds(100));
            Assert.InRange(saved, key - 20, key);
        }
        Assert.InRange(NotebookReader.ReadFile(_path).Cells[1].Source.Length, 41, 60);
    }

    [Fact]
    public async Task Reset_OfTheLesson_KeepsWhatTheStudentWrote_HoweverOftenItIsSaved()
    {
        Open();
        await WriteAsync("my answer");
        Ask(new ResetToOriginal());
        await NextAsync<NotebookOpened>(opened => opened.Cells[1].Source == "hello");
        for (var i = 0; i < 3; i++) await WriteAsync($"later {i}");

        var kept = Assert.Single(Directory.GetFiles(Path.Combine(Beside, "before-reset")));
        Assert.Equal("my answer", NotebookReader.ReadFile(kept).Cells[1].Source);
    }

    [Fact]
    public async Task Lesson_BesideWhichNothingCanBeWritten_OpensAndRuns()
    {
        Directory.Delete(Beside, recursive: true);
        await File.WriteAllTextAsync(Beside, "a file where the folder should be");
        Open();

        Ask(new RunCells(["one"]));

        Assert.Equal(("one", "succeeded"), await RanAsync());
    }

    [Fact]
    public async Task Command_ThatGoesWrong_IsSaidAndTheLessonGoesOn()
    {
        Open();

        Ask(new AddCell("code", NewCellId: null!));
        Ask(new EditCell("one", "still here"));

        Assert.StartsWith("The Studio could not do that: ", (await NextAsync<NoticeGiven>()).Sentence);
        Ask(new SaveNow());
        await NextAsync<SaveStateChanged>(state => state.IsSaved);
        Assert.Equal("still here", NotebookReader.ReadFile(_path).Cells[1].Source);
    }

    private void Open()
    {
        _session = new StudioSession(_path, EchoKernel.Launch(_course.Folder.Notebooks), _time, _course.Trust);
        _page = _session.Join(_news.Writer);
    }

    private void Ask(PageCommand command) => _session!.Ask(_page, command);

    private async Task WriteAsync(string source)
    {
        Ask(new EditCell("one", source));
        Ask(new SaveNow());
        await NextAsync<SaveStateChanged>(state => state.IsSaved);
    }

    private async Task<(string CellId, string Outcome)> RanAsync()
    {
        var ran = await NextAsync<CellRan>();
        return (ran.CellId, ran.Outcome);
    }

    private Task<T> NextAsync<T>(Func<T, bool>? which = null, Action<PageNews>? passed = null)
        where T : PageNews => _news.Reader.NextAsync(which, passed);
}
