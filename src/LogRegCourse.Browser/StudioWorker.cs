using System.Runtime.InteropServices.JavaScript;
using System.Text;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.Studio.State;
using LogRegCourse.Studio.Work;

namespace LogRegCourse.Browser;

/// <summary>
/// The worker that holds an open lesson: takes events one at a time, lets <see cref="NotebookState"/> decide, and does
/// what it decided with the page, the kernel's worker and the browser's store. What the server's session is, without a server.
/// </summary>
internal static partial class StudioWorker
{
    // There is one page to a worker.
    private const int Page = 1;

    private static readonly EditingHelp Help = new(command => ToKernel(JsonSerializer.Serialize(command, PipeJson.Default.KernelCommand)));
    private static readonly Queue<StudioEvent> Waiting = new();
    private static NotebookState _state = null!;
    private static Notebook _original = null!;
    private static string _solutions = "";
    private static bool _isWorking;

    /// <summary>Opens a lesson and tells the page.</summary>
    /// <param name="name">The lesson's name.</param>
    /// <param name="original">The course's own notebook.</param>
    /// <param name="kept">The student's, where there is one.</param>
    /// <param name="madeFrom">The texts of the course's cells that the student's was made from, an object of JSON by id; null where it is not known.</param>
    /// <param name="solutions">The lesson's solutions, as its file has them.</param>
    /// <returns>Empty, or why the student's own notebook cannot be read; the course's is open then.</returns>
    [JSExport]
    internal static string Open(string name, string original, string? kept, string? madeFrom, string solutions)
    {
        _original = Read(original, name);
        _solutions = solutions;
        _state = AsTheCourses(name, _original);
        var trouble = "";
        string? renewed = null;
        if (kept is not null)
        {
            try
            {
                (var own, renewed) = RenewedCourse.Merge(Read(kept, name), Texts(madeFrom) ?? Texts(_original), _original);
                _state = NotebookState.Of(name, own);
            }
            catch (NotebookException e)
            {
                trouble = e.Message;
            }
        }
        if (renewed is not null) _state = _state with { Revision = 1 };
        Post(new PageCame(Page));
        if (renewed is not null)
        {
            Send(new NoticeGiven(renewed));
            SaveSoon();
        }
        return trouble;
    }

    /// <summary>Opens somebody's copy of a lesson and tells the page.</summary>
    /// <returns>Empty, or why the link's cells are refused; nothing is open then.</returns>
    [JSExport]
    internal static string OpenCopy(string name, string original, string shared, string solutions)
    {
        _original = Read(original, name);
        _solutions = solutions;
        try
        {
            _state = AsTheCourses(name, SharedCells.Read(shared, name, _original));
        }
        catch (NotebookException e)
        {
            return e.Message;
        }
        Post(new PageCame(Page));
        return "";
    }

    /// <summary>The cells that differ from the course's, for a link.</summary>
    [JSExport]
    internal static string ChangedCells() => SharedCells.Write(_state.Name, _state.Notebook, _original);

    /// <summary>The reader's own notebook with the cells that differ here from the course's.</summary>
    [JSExport]
    internal static string TakenOver(string mine) => NotebookWriter.Write(SharedCells.Take(_state.Notebook, _original, Read(mine, _state.Name)));

    /// <summary>The page asks something: a command in JSON.</summary>
    [JSExport]
    internal static void Ask(string command)
    {
        Taken(() => Post(new PageAsked(Page, PageJson.Read(Encoding.UTF8.GetBytes(command)))));
    }

    /// <summary>The kernel says something: an event in JSON.</summary>
    [JSExport]
    internal static void Hear(string news)
    {
        Taken(() => { var said = PipeJson.ReadEvent(news); Post(Help.Answer(said) ?? new KernelSaid(said)); });
    }

    /// <summary>The kernel's worker has ended.</summary>
    [JSExport]
    internal static void KernelHasEnded(string sentence) => Post(new KernelSaid(new KernelEnded(sentence)));

    /// <summary>Nothing was edited for a while.</summary>
    [JSExport]
    internal static void PauseHasEnded() => Post(new PauseEnded());

    /// <summary>The store holds what the lesson was at a revision.</summary>
    [JSExport]
    internal static void WasSaved(int revision) => Post(new FileSaved(revision));

    /// <summary>The store refused, and why.</summary>
    [JSExport]
    internal static void WasNotSaved(string sentence) => Post(new SaveFailed(sentence));

    /// <summary>Another tab saved the lesson; this is what it saved.</summary>
    [JSExport]
    internal static void WasChangedElsewhere(string notebook) => Post(new FileChanged(Read(notebook, _state.Name)));

    /// <summary>The present notebook, for a download.</summary>
    [JSExport]
    internal static string Notebook() => NotebookWriter.Write(_state.Notebook);

    [JSImport("tell", "studio")]
    private static partial void TellPage(string news);

    [JSImport("toKernel", "studio")]
    private static partial void ToKernel(string command);

    [JSImport("startKernel", "studio")]
    private static partial void StartTheKernel();

    [JSImport("stopKernel", "studio")]
    private static partial void StopTheKernel();

    [JSImport("endKernel", "studio")]
    private static partial void EndTheKernel(string because);

    [JSImport("saveSoon", "studio")]
    private static partial void SaveSoon();

    [JSImport("save", "studio")]
    private static partial void Save(string notebook, int revision, bool overwrite);

    [JSImport("keepBeforeReset", "studio")]
    private static partial void KeepBeforeReset(string notebook);

    // A message that is none is told and ends nothing.
    private static void Taken(Action take)
    {
        try
        {
            take();
        }
        catch (JsonException e)
        {
            Send(new NoticeGiven($"The page could not do that: {e.Message}"));
        }
    }

    // The course's own outputs are as trustworthy as its pages.
    private static NotebookState AsTheCourses(string name, Notebook notebook) =>
        NotebookState.Of(name, notebook) with { Cells = [.. notebook.Cells.Select(cell => new CellState(cell) { AreOutputsStored = false })] };

    private static Notebook Read(string text, string name) => NotebookReader.Read(Encoding.UTF8.GetBytes(text), name + ".ipynb");

    private static Dictionary<string, string>? Texts(string? madeFrom) =>
        madeFrom is null ? null : JsonElement.Parse(madeFrom).EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value.GetString()!);

    private static Dictionary<string, string> Texts(Notebook notebook) => notebook.Cells.ToDictionary(cell => cell.Id, cell => cell.Source);

    // An effect may itself bring the next event; it waits until the present one is done.
    private static void Post(StudioEvent happened)
    {
        Waiting.Enqueue(happened);
        if (_isWorking) return;
        _isWorking = true;
        try
        {
            while (Waiting.TryDequeue(out var next)) Handle(next);
        }
        finally
        {
            _isWorking = false;
        }
    }

    private static void Handle(StudioEvent happened)
    {
        try
        {
            if (happened is PageAsked { Command: AskCompletions or AskHover or AskDiagnosis } question)
            {
                if (_state.Kernel != KernelPhase.None) Help.Ask(question);
                return;
            }
            (_state, var effects) = _state.After(happened);
            foreach (var effect in effects) Do(effect);
        }
        catch (Exception e)
        {
            // One event that goes wrong must not end the lesson, which holds what a student wrote.
            Send(new NoticeGiven($"The page could not do that: {e.Message}"));
        }
    }

    private static void Do(StudioEffect effect)
    {
        switch (effect)
        {
            case Tell tell:
                if ((tell.Only ?? Page) == Page && tell.Except != Page) Send(tell.News);
                break;
            case SendToKernel send: ToKernel(JsonSerializer.Serialize(send.Command, PipeJson.Default.KernelCommand)); break;
            case StartKernel: StartTheKernel(); break;
            case StopKernelCell: StopTheKernel(); break;
            case EndKernelProcess end: EndTheKernel(end.Because); break;
            case SaveAfterPause: SaveSoon(); break;
            case SaveFile save: Save(NotebookWriter.Write(save.Notebook), save.Revision, save.Overwrite); break;
            case ReadOriginal read:
                if (read.CellId is null) KeepBeforeReset(NotebookWriter.Write(_state.Notebook));
                Post(new OriginalRead(_original, read.CellId));
                break;
            case ReadSolution read: Post(new AnswerFound(read.Page, Solution(read.Exercise))); break;
        }
    }

    private static PageNews Solution(string exercise)
    {
        var id = $"exercise-{exercise.Replace('.', '-')}";
        try
        {
            return Solutions.Apply(_original, _solutions, "the solutions").Cells.FirstOrDefault(cell => cell.Id == id) is { } cell
                ? new SolutionShown(exercise, cell.Source) : new NoticeGiven($"There is no exercise {exercise} in this lesson.");
        }
        catch (NotebookException e)
        {
            return new NoticeGiven(e.Message);
        }
    }

    private static void Send(PageNews news) => TellPage(JsonSerializer.Serialize(news, PageJson.Default.PageNews));
}
