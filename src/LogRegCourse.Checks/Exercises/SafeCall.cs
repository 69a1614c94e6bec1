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
        using var stop = new CancellationTokenSource();
        var thread = new Thread(() => RunUntil(stop.Token, () => result = Invoke(function, copies))) { IsBackground = true, Name = "exercise" };
        var (clock, before) = (Stopwatch.StartNew(), GC.GetTotalMemory(forceFullCollection: false));
        string? problem = null;
        thread.Start();
        while (!thread.Join(Glance) && problem is null)
        {
            if (HoldsMoreThan(before + MostBytes)) problem = $"takes more than {MostBytes / 1_000_000} megabytes of memory.";
            else if (clock.Elapsed.TotalSeconds > seconds) problem = $"does not come back within {seconds:F0} seconds; is there an endless loop?";
        }
        if (problem is null && result is not null) return result with { ChangedArgument = ChangedArgument(arguments, copies) };
        stop.Cancel();
        thread.Join(TimeSpan.FromSeconds(seconds));
        return new CallResult(null, problem ?? "was interrupted.");
    }

    // Only memory that is held does harm: what the collector can take back does not count.
    private static bool HoldsMoreThan(long bytes) => GC.GetTotalMemory(forceFullCollection: false) > bytes && GC.GetTotalMemory(forceFullCollection: true) > bytes;

    // Obsolete because it must not be used on code that others rely on; a student's endless loop is what it is for.
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
internal sealed record CallResult(object? Value, string? Problem, int? ChangedArgument = null);
