namespace LogRegCourse;

/// <summary>
/// Background threads, one per further core (none in a browser, which has no threads), that share the parts of one piece of work with the caller. Unlike
/// Parallel.For it allocates nothing per call, which optimisers make by the thousand.
/// </summary>
internal static class Team
{
    private static readonly Lock Busy = new();
    private static readonly SemaphoreSlim Call = new(0);
    private static readonly SemaphoreSlim Finished = new(0);
    private static readonly int Helpers = Start(OperatingSystem.IsBrowser() ? 0 : Environment.ProcessorCount - 1);
    private static Action<int>? _work;
    private static int _parts;
    private static int _next;

    /// <summary>Calls work(0), …, work(parts − 1), in any order and on any thread; returns when all are done.</summary>
    /// <param name="parts">Number of parts.</param>
    /// <param name="work">Does one part; must not throw.</param>
    public static void Run(int parts, Action<int> work)
    {
        // Whoever finds the team at work, or has one part only, works alone.
        if (parts == 1 || Helpers == 0 || !Busy.TryEnter())
        {
            for (var part = 0; part < parts; part++) work(part);
            return;
        }
        try
        {
            (_work, _parts, _next) = (work, parts, 0);
            var called = Math.Min(Helpers, parts - 1);
            Call.Release(called);
            TakeParts();
            for (var helper = 0; helper < called; helper++) Finished.Wait();
        }
        finally
        {
            _work = null;
            Busy.Exit();
        }
    }

    private static int Start(int helpers)
    {
        for (var helper = 0; helper < helpers; helper++)
            new Thread(Help) { IsBackground = true, Name = "LogRegCourse" }.Start();
        return helpers;
    }

    private static void Help()
    {
        while (true)
        {
            Call.Wait();
            TakeParts();
            Finished.Release();
        }
    }

    private static void TakeParts()
    {
        for (var part = Interlocked.Increment(ref _next) - 1; part < _parts; part = Interlocked.Increment(ref _next) - 1) _work!(part);
    }
}
