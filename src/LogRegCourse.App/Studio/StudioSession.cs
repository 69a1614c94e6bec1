using System.Threading.Channels;
using LogRegCourse.App.Kernels;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.Studio.State;

namespace LogRegCourse.App.Studio;

/// <summary>
/// One open lesson: takes events one at a time, lets <see cref="NotebookState"/> decide, and does what it decided with
/// the kernel, the file and the pages.
/// </summary>
internal sealed class StudioSession : IAsyncDisposable
{
    public static readonly TimeSpan SavePause = TimeSpan.FromSeconds(1);

    /// <summary>So long somebody who writes without a pause waits for the file.</summary>
    public static readonly TimeSpan LongestUnsaved = TimeSpan.FromSeconds(1.5);
    private const int MostWaiting = 1000;
    private static readonly TimeSpan LookAtFileEvery = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time;
    private readonly Channel<StudioEvent> _events = Channel.CreateUnbounded<StudioEvent>();
    private readonly Dictionary<int, ChannelWriter<PageNews>> _pages = [];
    private readonly LessonFile _file;
    private readonly TrustRecord _trust;
    private readonly KernelProcess _kernel;
    private readonly EditingHelp _help;
    private readonly ITimer _pause;
    private readonly ITimer _look;
    private readonly Task _working;
    private NotebookState _state;
    private long? _unsavedSince;
    private int _lastPage;

    public StudioSession(string path, KernelLaunch launch, TimeProvider time, TrustRecord trust)
    {
        (_time, _trust) = (time, trust);
        _file = new LessonFile(path);
        Originals.Keep(path);
        var notebook = _file.Read();
        _state = NotebookState.Of(Path.GetFileNameWithoutExtension(path), notebook) with { IsTrusted = trust.Knows(path, notebook, () => Originals.Committed(path)) };
        _kernel = new KernelProcess(launch, time);
        _help = new EditingHelp(command => _kernel.Send(command));
        _pause = time.CreateTimer(_ => Post(new PauseEnded()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _look = time.CreateTimer(_ => Post(new LookAtFile()), null, LookAtFileEvery, LookAtFileEvery);
        MarkUsed();
        _working = Task.WhenAll(WorkAsync(), ListenAsync());
    }

    /// <summary>Pages that show this lesson now.</summary>
    public int Pages
    {
        get { lock (_pages) return _pages.Count; }
    }

    /// <summary>When a page came, asked or left, or the kernel said something: a time stamp of the time provider.</summary>
    public long LastUsed { get; private set; }

    public bool IsBusy => _state.Kernel is KernelPhase.Busy or KernelPhase.Starting;

    public void MarkUsed() => LastUsed = _time.GetTimestamp();

    public int Join(ChannelWriter<PageNews> page)
    {
        lock (_pages) _pages[++_lastPage] = page;
        MarkUsed();
        Post(new PageCame(_lastPage));
        return _lastPage;
    }

    public void Ask(int page, PageCommand command)
    {
        MarkUsed();
        Post(new PageAsked(page, command));
    }

    /// <summary>A page said what no page says: it hears so, and all goes on.</summary>
    public void Refuse(int page, string why)
    {
        StudioLog.Say($"{_file.Path}: a page's message was refused: {why}");
        Post(new AnswerFound(page, new NoticeGiven($"The Studio could not do that: {why}")));
    }

    public void Leave(int page)
    {
        lock (_pages) _pages.Remove(page);
        MarkUsed();
        Post(new PauseEnded());
    }

    /// <summary>Ends the kernel unless a cell runs; the lesson stays open.</summary>
    public void EndIdleKernel() => Post(new LayIdle());

    public async ValueTask DisposeAsync()
    {
        Post(new PauseEnded());
        _events.Writer.TryComplete();
        await _kernel.DisposeAsync();
        await _working;
        await _pause.DisposeAsync();
        await _look.DisposeAsync();
    }

    private void Post(StudioEvent happened) => _events.Writer.TryWrite(happened);

    private async Task ListenAsync()
    {
        await foreach (var news in _kernel.Events.ReadAllAsync())
        {
            MarkUsed();
            while (_events.Reader.Count > MostWaiting) await Task.Delay(1);
            try
            {
                Post(_help.Answer(news) ?? new KernelSaid(news));
            }
            catch (Exception e)
            {
                StudioLog.Say($"{_file.Path}: what its kernel said could not be taken: {e.Message}");
            }
        }
    }

    private async Task WorkAsync()
    {
        await foreach (var happened in _events.Reader.ReadAllAsync())
        {
            try
            {
                Handle(happened);
            }
            catch (Exception e)
            {
                // One event that goes wrong must not end the lesson, which holds what a student wrote.
                Send(new Tell(new NoticeGiven($"The Studio could not do that: {e.Message}")));
                StudioLog.Say($"{_file.Path}: {happened.GetType().Name} could not be done: {e}");
            }
        }
    }

    private void Handle(StudioEvent happened)
    {
        switch (happened)
        {
            case LookAtFile:
                if (Look() is { } theirs) Apply(theirs);
                break;
            case PageAsked { Command: AskCompletions or AskHover or AskDiagnosis } question:
                if (_state.Kernel != KernelPhase.None) _help.Ask(question);
                break;
            default:
                Apply(happened);
                break;
        }
    }

    private StudioEvent? Look()
    {
        try
        {
            return _file.Look();
        }
        catch (NotebookException)
        {
            // Half written, perhaps: it is looked at again, and saving does not write over it.
            return null;
        }
    }

    private void Apply(StudioEvent happened)
    {
        (_state, var effects) = _state.After(happened);
        foreach (var effect in effects) Do(effect);
    }

    private void Do(StudioEffect effect)
    {
        switch (effect)
        {
            case Tell tell: Send(tell); break;
            case SendToKernel send: _kernel.Send(send.Command); break;
            case StartKernel: StartTheKernel(); break;
            case StopKernelCell: _ = _kernel.StopCellAsync(); break;
            case EndKernelProcess end: _ = _kernel.EndAsync(end.Because); break;
            case SaveAfterPause: SaveSoon(); break;
            case SaveFile save: Post(Saved(save)); break;
            case KeepTrust: _trust.Keep(_file.Path, _state.Notebook); break;
            case ReadOriginal read: _ = ReadOriginalAsync(read.CellId); break;
            case ReadSolution read: Post(new AnswerFound(read.Page, Solution(read.Exercise))); break;
        }
    }

    private void StartTheKernel()
    {
        try
        {
            _kernel.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Post(new KernelSaid(new KernelEnded($"The kernel could not be started: {e.Message}.")));
        }
    }

    private StudioEvent Saved(SaveFile save)
    {
        try
        {
            _unsavedSince = null;
            if (_file.Write(save.Notebook, save.Overwrite) is { } changed) return changed;
            if (_state.IsTrusted) _trust.Keep(_file.Path, save.Notebook);
            return new FileSaved(save.Revision);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return TryAgain(e.Message);
        }
        catch (NotebookException e)
        {
            return TryAgain(e.Message);
        }

        StudioEvent TryAgain(string why)
        {
            _pause.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
            return new SaveFailed($"The lesson could not be saved: {why} It is tried again in a few seconds.");
        }
    }

    private void SaveSoon()
    {
        var left = LongestUnsaved - _time.GetElapsedTime(_unsavedSince ??= _time.GetTimestamp());
        _pause.Change(left < TimeSpan.Zero ? TimeSpan.Zero : left < SavePause ? left : SavePause, Timeout.InfiniteTimeSpan);
    }

    private async Task ReadOriginalAsync(string? cellId)
    {
        try
        {
            if (cellId is null) Originals.KeepStudentsText(_file.Path, _state.Notebook, _time.GetLocalNow());
            Post(new OriginalRead(await Originals.ReadAsync(_file.Path), cellId));
        }
        catch (Exception e) when (e is NotebookException or IOException or UnauthorizedAccessException)
        {
            Post(new AnswerFound(0, new NoticeGiven(e.Message)));
        }
    }

    private PageNews Solution(string exercise)
    {
        var id = $"exercise-{exercise.Replace('.', '-')}";
        try
        {
            var solved = Solutions.Apply(_state.Notebook, _file.Path);
            return solved.Cells.FirstOrDefault(cell => cell.Id == id) is { } cell
                ? new SolutionShown(exercise, cell.Source) : new NoticeGiven($"There is no exercise {exercise} in this lesson.");
        }
        catch (NotebookException e)
        {
            return new NoticeGiven(e.Message);
        }
    }

    private void Send(Tell tell)
    {
        lock (_pages)
            foreach (var (page, writer) in _pages)
                if ((tell.Only ?? page) == page && tell.Except != page && !writer.TryWrite(tell.News)) _pages.Remove(page);
    }

    /// <summary>Time to see whether somebody else changed the file.</summary>
    private sealed record LookAtFile : StudioEvent;
}
