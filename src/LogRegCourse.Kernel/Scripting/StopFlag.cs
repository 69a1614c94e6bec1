using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>What every loop of a cell asks in each round, and every function when it is called (see StopPolling): has the
/// student pressed Stop?</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopFlag
{
    private static readonly ManualResetEvent Signal = new(false);
    private static volatile bool _isRaised;
    private static IPolls? _polls;
    private static int _roundsUntilLook;

    private const string CellKey = "cell";
    private const string LineKey = "line";

    // The runtime says that there is room while twice as much is left.
    private const int BytesBetweenLooks = 32 * 1024;

    private const int MostAsyncBytes = 512 * 1024;

    // Down to this address a thread's stack is known to have room; its complement, so that 0 is a thread that never looked.
    [ThreadStatic]
    private static nuint _roomDownTo;

    [ThreadStatic]
    private static nuint _top;

    internal static bool IsRaised => _isRaised;

    /// <summary>Set while the flag is raised, for those who wait instead of asking.</summary>
    internal static WaitHandle WaitHandle => Signal;

    /// <summary>Throws when the cell shall stop.</summary>
    public static void Poll()
    {
        if (_isRaised) throw new CellStoppedException();
        if (_polls is not null && --_roundsUntilLook < 0) _roundsUntilLook = _polls.Look();
    }

    /// <summary>A function of a cell is called: throws when the cell shall stop, or when functions call each other too deep,
    /// for a full stack would end the process.</summary>
    /// <param name="cell">The compiler writes here, and in line, where this is asked.</param>
    /// <param name="line">Of the cell.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Enter([CallerFilePath] string cell = "", [CallerLineNumber] int line = 0)
    {
        byte here;
        if (_isRaised || (nuint)(&here) < ~_roomDownTo) LookCloser((nuint)(&here), cell, line);
        if (_polls is not null) LetLook(cell, line);
    }

    /// <summary>The same in an asynchronous function. Each of them catches and throws again, which takes the longer the deeper
    /// it is: what is short for one stack would be minutes, so they get less of it.</summary>
    /// <param name="cell">See Enter.</param>
    /// <param name="line">See Enter.</param>
    public static unsafe void EnterAsync([CallerFilePath] string cell = "", [CallerLineNumber] int line = 0)
    {
        byte here;
        Enter(cell, line);
        _top = Math.Max(_top, (nuint)(&here));
        if (_top - (nuint)(&here) > MostAsyncBytes) throw TooDeep(cell, line);
    }

    /// <summary>The same within an expression: true, if it does not throw.</summary>
    /// <param name="cell">See Enter.</param>
    /// <param name="line">See Enter.</param>
    public static bool Entered([CallerFilePath] string cell = "", [CallerLineNumber] int line = 0)
    {
        Enter(cell, line);
        return true;
    }

    /// <summary>Where functions called each other too deep, null for other errors. A stack trace would say it too, but takes
    /// seconds for a stack of so many calls.</summary>
    internal static (string Cell, int Line)? DeepestCall(Exception error) =>
        error is InsufficientExecutionStackException && error.Data[CellKey] is string cell && error.Data[LineKey] is int line ? (cell, line) : null;

    // The runtime's own question about the stack takes as long as a small function: it is asked once for so many bytes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LookCloser(nuint here, string cell, int line)
    {
        if (_isRaised) throw new CellStoppedException();
        if (_polls is null && !RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw TooDeep(cell, line);
        _roomDownTo = ~(here - BytesBetweenLooks);
    }

    private static void LetLook(string cell, int line)
    {
        Poll();
        if (!_polls!.HasStackLeft()) throw TooDeep(cell, line);
    }

    private static InsufficientExecutionStackException TooDeep(string cell, int line) =>
        new("The cell used up the stack, as a recursion without an end does: give the function a case in which it does not call itself.") { Data = { [CellKey] = cell, [LineKey] = line } };

    /// <summary>Where nobody can raise the flag while a cell runs, for there are no threads: from now on whoever polls
    /// looks for himself.</summary>
    internal static void LetPollsLook(IPolls polls) => _polls = polls;

    internal static void Raise()
    {
        _isRaised = true;
        Signal.Set();
    }

    internal static void Lower()
    {
        _isRaised = false;
        Signal.Reset();
    }
}

/// <summary>What a cell that polls looks after where nobody beside it can.</summary>
internal interface IPolls
{
    /// <summary>Throws what shall end the cell; otherwise the answer is how many rounds may pass until the next look.</summary>
    int Look();

    /// <summary>Whether functions may call each other deeper still.</summary>
    bool HasStackLeft();
}

/// <summary>Ends a cell that the student stopped.</summary>
internal sealed class CellStoppedException() : OperationCanceledException("The cell was stopped.");
