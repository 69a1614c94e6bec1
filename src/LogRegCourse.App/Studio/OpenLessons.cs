using LogRegCourse.App.Kernels;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>The lessons that are open, one session each; a session that nobody looks at for a while ends with its kernel.</summary>
internal sealed class OpenLessons : IAsyncDisposable
{
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(15);

    // 1.5 GB of managed memory, in hexadecimal as the runtime reads it.
    private const string KernelMemoryLimit = "0x60000000";

    private readonly CourseFolder _course;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, StudioSession> _sessions = [];
    private readonly ITimer _sweep;

    public OpenLessons(CourseFolder course, TimeProvider time)
    {
        (_course, _time) = (course, time);
        _sweep = time.CreateTimer(_ => _ = EndIdleAsync(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>The session of a lesson by its exact name; null where the course has no such lesson.</summary>
    public StudioSession? Open(string name)
    {
        if (Find(name) is not { } path) return null;
        lock (_sessions)
            return _sessions.TryGetValue(name, out var session) ? session : _sessions[name] = new StudioSession(path, Launch(), _time);
    }

    /// <summary>The file of a lesson. Only names that the notebooks folder lists are lessons, so no path leads out of it.</summary>
    public string? Find(string name) => _course.Lessons().FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name);

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        List<StudioSession> open;
        lock (_sessions) open = [.. _sessions.Values];
        foreach (var session in open) await session.DisposeAsync();
    }

    private KernelLaunch Launch() => KernelLaunch.BuiltIn(_course.Notebooks) with
    {
        Environment = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = KernelMemoryLimit, ["DOTNET_gcConcurrent"] = "0" },
    };

    private async Task EndIdleAsync()
    {
        List<StudioSession> idle = [];
        lock (_sessions)
            foreach (var (name, session) in _sessions)
                if (session is { Pages: 0, IsBusy: false } && _time.GetElapsedTime(session.LastUsed) > IdleLimit && _sessions.Remove(name)) idle.Add(session);
        foreach (var session in idle) await session.DisposeAsync();
    }
}
