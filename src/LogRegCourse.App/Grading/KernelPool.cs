using System.Collections.Concurrent;
using LogRegCourse.App.Kernels;

namespace LogRegCourse.App.Grading;

/// <summary>Kernels started before they are needed: the next submission need not wait for its kernel. Each is used once.</summary>
internal sealed class KernelPool(Func<KernelLaunch> launch, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentQueue<KernelProcess> _ready = new();

    /// <summary>A kernel for one submission, and another one started in its place where more are wanted.</summary>
    public KernelProcess Take(bool wantsMore)
    {
        var kernel = _ready.TryDequeue(out var waiting) ? waiting : Started();
        if (wantsMore) _ready.Enqueue(Started());
        return kernel;
    }

    public async ValueTask DisposeAsync()
    {
        while (_ready.TryDequeue(out var kernel)) await kernel.DisposeAsync();
    }

    private KernelProcess Started()
    {
        var kernel = new KernelProcess(launch(), time);
        kernel.Start();
        return kernel;
    }
}
