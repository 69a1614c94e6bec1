using System.Threading.Channels;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Studio;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.App.Tests.Kernels;

namespace LogRegCourse.App.Tests.Studio;

public sealed class OpenLessonsTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private readonly TempCourse _course = new();
    private readonly ManualTime _time = new();
    private readonly Channel<PageNews> _news = Channel.CreateUnbounded<PageNews>();
    private readonly OpenLessons _lessons;
    private readonly StudioSession _session;
    private readonly int _page;

    public OpenLessonsTests()
    {
        _course.Add("01-first", ("title", "# First"), ("one", "hello"), ("long", "wait"));
        _lessons = new OpenLessons(_course.Folder, EchoKernel.Launch(_course.Folder.Notebooks), _time, _course.Trust);
        _session = _lessons.Open("01-first")!;
        _page = _session.Join(_news.Writer);
    }

    public async ValueTask DisposeAsync()
    {
        await _lessons.DisposeAsync();
        _course.Dispose();
    }

    [Fact]
    public async Task Kernel_OfAnUnusedPage_Ends_SaysSo_AndTheNextRunSaysWhatIsMissing()
    {
        _session.Ask(_page, new RunCells(["one"]));
        await NextAsync<CellRan>();
        await NextAsync<KernelPhaseChanged>(phase => phase.Phase == "ready");
        _time.Advance(OpenLessons.LimitWithPage + Moment);

        var ended = await NextAsync<KernelPhaseChanged>();
        Assert.Equal("none", ended.Phase);
        Assert.Contains("outputs stay, variables are gone", ended.Sentence);

        _session.Ask(_page, new RunCells(["one"]));
        Assert.Contains("the variables of earlier runs are gone", (await NextAsync<NoticeGiven>()).Sentence);
        Assert.Equal("succeeded", (await NextAsync<CellRan>()).Outcome);
        Assert.Same(_session, _lessons.Open("01-first"));
    }

    [Fact]
    public async Task Kernel_OfAPageInUse_Stays()
    {
        _session.Ask(_page, new RunCells(["one"]));
        await NextAsync<CellRan>();
        for (var i = 0; i < 10; i++)
        {
            _time.Advance(OpenLessons.LimitWithPage - Moment);
            _session.Ask(_page, new EditCell("one", $"text {i}"));
        }
        _session.Ask(_page, new RunCells(["one"]));
        Assert.Equal(2, (await NextAsync<OutputsCleared>()).ExecutionCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunningCell_IsNeverEnded(bool isWatched)
    {
        _session.Ask(_page, new RunCells(["long"]));
        await NextAsync<CellPhaseChanged>(phase => phase.Phase == "running");
        if (!isWatched) _session.Leave(_page);
        for (var i = 0; i < 3; i++) _time.Advance(TimeSpan.FromDays(1));

        Assert.Same(_session, _lessons.Open("01-first"));
        var page = isWatched ? _page : _session.Join(_news.Writer);
        _session.Ask(page, new StopCells());
        Assert.Equal("stopped", (await NextAsync<CellRan>()).Outcome);
    }

    [Fact]
    public async Task Session_NobodyLooksAt_EndsAndKeepsWhatWasWrittenLast()
    {
        _session.Ask(_page, new RunCells(["one"]));
        await NextAsync<CellRan>();
        _session.Ask(_page, new EditCell("one", "written last"));
        await NextAsync<KernelPhaseChanged>(phase => phase.Phase == "ready");
        _session.Leave(_page);
        var file = Path.Combine(_course.Folder.Notebooks, "01-first.ipynb");
        Assert.True(SpinWait.SpinUntil(() => NotebookReader.ReadFile(file).Cells[1].Source == "written last", Patience));

        _time.Advance(OpenLessons.LimitWithoutPage + Moment);

        Assert.NotSame(_session, _lessons.Open("01-first"));
    }

    private Task<T> NextAsync<T>(Func<T, bool>? which = null)
        where T : PageNews => _news.Reader.NextAsync(which);
}
