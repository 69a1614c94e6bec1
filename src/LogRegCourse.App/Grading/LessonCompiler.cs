using LogRegCourse.App.Kernels;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Studio.State;

namespace LogRegCourse.App.Grading;

/// <summary>
/// A process that compiles answers and runs none, kept for many submissions: starting and warming up the compiler is most
/// of what one takes. It is as isolated as what runs them, for a text may be made to break a compiler. Whoever brings it
/// down, or out of its time, gets the next one a new process.
/// </summary>
internal sealed class LessonCompiler(KernelLaunch launch, TimeProvider time) : IAsyncDisposable
{
    // What a compiler keeps of each text is bounded by this, and so is its share of the sandbox's processor time.
    private const int MostSubmissions = 100;

    private KernelProcess? _process;
    private int _submissions;

    /// <summary>Compiles a cell as the continuation of those at the places before it.</summary>
    /// <returns><see cref="CellCompiled"/>, or <see cref="KernelEnded"/> where the text was the compiler's end.</returns>
    public async Task<KernelEvent> CompileAsync(CompileCell cell, CancellationToken cancel)
    {
        if (cell.Place == 0 && _submissions++ % MostSubmissions == 0) await DisposeAsync();
        if (_process is null)
        {
            _process = new KernelProcess(launch with { Door = "--compile" }, time);
            _process.Start();
        }
        KernelEvent? answer = null;
        try
        {
            _process.Send(cell);
            while (answer is not (CellCompiled or KernelEnded)) answer = await _process.Events.ReadAsync(cancel);
            return answer;
        }
        finally
        {
            if (answer is not CellCompiled) await DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = null;
    }
}
