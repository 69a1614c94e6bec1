using System.ComponentModel;
using System.Diagnostics;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>What every loop of a cell asks in each round (see StopPolling): has the student pressed Stop?</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopFlag
{
    private static readonly ManualResetEvent Signal = new(false);
    private static volatile bool _isRaised;
    private static int _roundsUntilAsking;
    private static long _lastAsked;

    // Looking at the clock costs as much as a small loop's round, and asking much more.
    private const int RoundsBetweenLooks = 1024;
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(50);

    internal static bool IsRaised => _isRaised;

    /// <summary>Set while the flag is raised, for those who wait instead of asking.</summary>
    internal static WaitHandle WaitHandle => Signal;

    /// <summary>Where nobody can raise the flag while a cell runs, for there are no threads: the question whether it
    /// shall be raised, asked from time to time by whoever polls.</summary>
    internal static Func<bool>? Ask { get; set; }

    /// <summary>Throws when the cell shall stop.</summary>
    public static void Poll()
    {
        if (_isRaised) throw new CellStoppedException();
        if (Ask is not null && --_roundsUntilAsking < 0) AskNow(Ask);
    }

    internal static void Raise()
    {
        _isRaised = true;
        Signal.Set();
    }

    private static void AskNow(Func<bool> ask)
    {
        _roundsUntilAsking = RoundsBetweenLooks;
        if (Stopwatch.GetElapsedTime(_lastAsked) < AskEvery) return;
        _lastAsked = Stopwatch.GetTimestamp();
        if (!ask()) return;
        Raise();
        throw new CellStoppedException();
    }

    internal static void Lower()
    {
        _isRaised = false;
        Signal.Reset();
    }
}

/// <summary>Ends a cell that the student stopped.</summary>
internal sealed class CellStoppedException() : OperationCanceledException("The cell was stopped.");
