namespace LogRegCourse.App.Tests.Studio;

/// <summary>A clock that stands still until a test moves it; then the timers that are due ring.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Bell> _bells = [];
    private TimeSpan _now = TimeSpan.Zero;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var bell = new Bell(this, () => callback(state));
        bell.Change(dueTime, period);
        lock (_bells) _bells.Add(bell);
        return bell;
    }

    public void Advance(TimeSpan by)
    {
        _now += by;
        List<Bell> bells;
        lock (_bells) bells = [.. _bells];
        foreach (var bell in bells) bell.RingIfDue();
    }

    private sealed class Bell(ManualTime time, Action ring) : ITimer
    {
        private TimeSpan? _due;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (_due, _period) = (dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime, period);
            return true;
        }

        public void RingIfDue()
        {
            if (_due > time._now || _due is null) return;
            Change(_period, _period);
            ring();
        }

        public void Dispose()
        {
            lock (time._bells) time._bells.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
