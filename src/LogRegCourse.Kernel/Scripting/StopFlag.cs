using System.ComponentModel;

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

    internal static bool IsRaised => _isRaised;

    /// <summary>Set while the flag is raised, for those who wait instead of asking.</summary>
    internal static WaitHandle WaitHandle => Signal;

    /// <summary>Throws when the cell shall stop.</summary>
    public static void Poll()
    {
        if (_isRaised) throw new CellStoppedException();
        if (_polls is not null && --_roundsUntilLook < 0) _roundsUntilLook = _polls.Look();
    }

    /// <summary>A function of a cell is called: throws when the cell shall stop.</summary>
    public static void Enter()
    {
        Poll();
        _polls?.LookAtStack();
    }

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

    /// <summary>Throws when functions call each other too deep.</summary>
    void LookAtStack();
}

/// <summary>Ends a cell that the student stopped.</summary>
internal sealed class CellStoppedException() : OperationCanceledException("The cell was stopped.");
