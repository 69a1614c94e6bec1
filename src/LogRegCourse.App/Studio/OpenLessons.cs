using LogRegCourse.App.Kernels;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>
/// The lessons that are open, one session each. A session that nobody looks at for a while ends with its kernel; a page
/// that lies open unused keeps its session and loses the kernel, which is what costs memory. What runs is never ended.
/// </summary>
internal sealed class OpenLessons : IAsyncDisposable
{
    public static readonly TimeSpan LimitWithoutPage = TimeSpan.FromMinutes(15);

    // Long enough for reading, lunch and a lecture.
    public static readonly TimeSpan LimitWithPage = TimeSpan.FromHours(2);

    private readonly CourseFolder _course;
    private readonly KernelLaunch _launch;
    private readonly TimeProvider _time;
    private readonly TrustRecord _trust;
    private readonly Dictionary<string, StudioSession> _sessions = [];
    private readonly ITimer _sweep;

    public OpenLessons(CourseFolder course, KernelLaunch launch, TimeProvider time, TrustRecord trust)
    {
        (_course, _launch, _time, _trust) = (course, launch, time, trust);
        _sweep = time.CreateTimer(_ => _ = EndIdleAsync(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>The session of a lesson by its exact name; null where the course has no such lesson.</summary>
    public StudioSession? Open(string name)
    {
        if (Find(name) is not { } path) return null;
        lock (_sessions)
        {
            if (!_sessions.TryGetValue(name, out var session)) _sessions[name] = session = new StudioSession(path, _launch, _time, _trust);
            session.MarkUsed();
            return session;
        }
    }

    /// <summary>The file of a lesson. Only names that the notebooks folder lists are lessons, so no path leads out of it.</summary>
    public string? Find(string name) => _course.Lessons().FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name);

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        List<StudioSession> open;
        lock (_sessions) open = [.. _sessions.Values];
        await Task.WhenAll(open.Select(session => session.DisposeAsync().AsTask()));
    }

    private async Task EndIdleAsync()
    {
        List<StudioSession> idle = [];
        lock (_sessions)
            foreach (var (name, session) in _sessions.Where(open => !open.Value.IsBusy))
            {
                var unused = _time.GetElapsedTime(session.LastUsed);
                if (session.Pages == 0 && unused > LimitWithoutPage && _sessions.Remove(name)) idle.Add(session);
                else if (unused > LimitWithPage) session.EndIdleKernel();
            }
        foreach (var session in idle) await session.DisposeAsync();
    }
}
