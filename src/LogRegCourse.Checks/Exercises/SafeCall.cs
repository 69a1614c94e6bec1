using System.Diagnostics;
using System.Reflection;
using System.Runtime;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Calls a student's function so that an exception, an endless loop or a wild allocation is reported and not suffered.</summary>
internal static class SafeCall
{
    private const long MostBytes = 500_000_000;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>What the call gave.</summary>
    /// <param name="function">The student's function.</param>
    /// <param name="arguments">Its arguments; it gets copies of the arrays, so that it cannot spoil them.</param>
    /// <param name="seconds">How long it may take.</param>
    public static CallResult Run(Delegate function, object?[] arguments, double seconds)
    {
        var copies = arguments.Select(Copy).ToArray();
        CallResult? result = null;
        var stop = new CancellationTokenSource();
        var thread = new Thread(() => RunUntil(stop.Token, () => result = Invoke(function, copies))) { IsBackground = true, Name = "exercise" };
        var (clock, before) = (Stopwatch.StartNew(), GC.GetTotalMemory(forceFullCollection: false));
        thread.Start();
        while (!thread.Join(Glance))
        {
            if (HoldsMoreThan(before + MostBytes)) return EndHoarding(thread, stop, seconds);
            // Ending a thread by force can end the whole process, with all of the student's variables: it is left behind.
            if (clock.Elapsed.TotalSeconds > seconds)
                return new CallResult(null, $"does not come back within {seconds:F0} seconds; is there an endless loop? It still runs: restart the kernel when you have mended it.") { IsEndless = true };
        }
        return result is null ? new CallResult(null, "was interrupted.") : result with { ChangedArgument = ChangedArgument(arguments, copies) };
    }

    // Memory that grows without end would take the process down in any case, so here force is worth the risk.
    private static CallResult EndHoarding(Thread thread, CancellationTokenSource stop, double seconds)
    {
        stop.Cancel();
        thread.Join(TimeSpan.FromSeconds(seconds));
        return new CallResult(null, $"takes more than {MostBytes / 1_000_000} megabytes of memory.");
    }

    // Only memory that is held does harm: what the collector can take back does not count.
    private static bool HoldsMoreThan(long bytes) => GC.GetTotalMemory(forceFullCollection: false) > bytes && GC.GetTotalMemory(forceFullCollection: true) > bytes;

    // Obsolete because it can leave a process in any state.
#pragma warning disable SYSLIB0046
    private static void RunUntil(CancellationToken stop, Action call)
    {
        try
        {
            ControlledExecution.Run(call, stop);
        }
        catch (OperationCanceledException)
        {
        }
    }
#pragma warning restore SYSLIB0046

    private static CallResult Invoke(Delegate function, object?[] arguments)
    {
        try
        {
            return new CallResult(function.DynamicInvoke(arguments), null);
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is NotImplementedException)
        {
            return new CallResult(null, null);
        }
        catch (TargetInvocationException wrapped)
        {
            return new CallResult(null, $"throws {wrapped.InnerException!.GetType().Name}: {wrapped.InnerException.Message}");
        }
    }

    private static int? ChangedArgument(object?[] before, object?[] after)
    {
        for (var i = 0; i < before.Length; i++)
            if (before[i] is Array && !Closeness.AreClose(before[i], after[i], 0)) return i;
        return null;
    }

    private static object? Copy(object? argument) => argument switch
    {
        double[][] rows => rows.Select(row => (double[])row.Clone()).ToArray(),
        Array array => array.Clone(),
        _ => argument,
    };
}

/// <summary>The value of a call, or why there is none.</summary>
internal sealed record CallResult(object? Value, string? Problem, int? ChangedArgument = null)
{
    /// <summary>Whether the call was given up, and still runs.</summary>
    public bool IsEndless { get; init; }
}
