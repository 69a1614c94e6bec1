using System.Diagnostics;
using LogRegCourse.Kernel.Scripting;

namespace LogRegCourse.Browser;

/// <summary>
/// In a worker nobody beside the running cell sees the clock for it, raises its flag or survives its stack: so the cell
/// itself asks from time to time for a stop and whether a call has had its time, and in each call how deep the stack is.
/// </summary>
/// <param name="isStopAsked">Whether the student asked for a stop since the last question; it takes some milliseconds.</param>
internal sealed class BrowserPolls(Func<bool> isStopAsked) : IPolls
{
    // Looking at the clock costs as much as a small loop's round: loops of small rounds look seldom, those of long ones often.
    private const int MostRoundsBetweenLooks = 1024;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(50);

    // The interpreter's stack has a megabyte; when that is used up the whole runtime ends.
    private const long MostStackBytes = 700_000;

    private int _rounds = 1;
    private long _lastLook;
    private long _lastAsked;
    private long _deadline = long.MaxValue;
    private long _stackStart;

    /// <summary>A cell begins, at this depth of the stack.</summary>
    public unsafe void Begin()
    {
        byte here;
        _stackStart = (long)(nint)(&here);
        _lastLook = Stopwatch.GetTimestamp();
    }

    /// <summary>After this time polls throw a TimeoutException; never, when it is null.</summary>
    public void SetDeadline(TimeSpan? time) => _deadline = time is { } some ? Stopwatch.GetTimestamp() + (long)(some.TotalSeconds * Stopwatch.Frequency) : long.MaxValue;

    public int Look()
    {
        var now = Stopwatch.GetTimestamp();
        _rounds = Stopwatch.GetElapsedTime(_lastLook, now) > LookEvery ? Math.Max(1, _rounds / 2) : Math.Min(MostRoundsBetweenLooks, _rounds * 2);
        _lastLook = now;
        if (now > _deadline) throw new TimeoutException("The call took too long.");
        if (Stopwatch.GetElapsedTime(_lastAsked, now) > AskEvery)
        {
            _lastAsked = now;
            if (isStopAsked())
            {
                StopFlag.Raise();
                throw new CellStoppedException();
            }
        }
        return _rounds;
    }

    public unsafe bool HasStackLeft()
    {
        byte here;
        return Math.Abs((long)(nint)(&here) - _stackStart) <= MostStackBytes;
    }
}
