using System.ComponentModel;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>What every loop of a cell asks in each round (see StopPolling): has the student pressed Stop?</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopFlag
{
    private static readonly ManualResetEvent Signal = new(false);
    private static volatile bool _isRaised;

    internal static bool IsRaised => _isRaised;

    /// <summary>Set while the flag is raised, for those who wait instead of asking.</summary>
    internal static WaitHandle WaitHandle => Signal;

    /// <summary>Throws when the cell shall stop.</summary>
    public static void Poll()
    {
        if (_isRaised) throw new CellStoppedException();
    }

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

/// <summary>Ends a cell that the student stopped.</summary>
internal sealed class CellStoppedException() : OperationCanceledException("The cell was stopped.");
