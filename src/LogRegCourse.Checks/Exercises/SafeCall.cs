using System.Diagnostics;
using System.Reflection;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Calls a student's function so that an exception, an endless loop or a wild allocation is reported and not suffered.</summary>
internal static class SafeCall
{
    private const long MostBytes = 500_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>What the call gave.</summary>
    /// <param name="function">The student's function.</param>
    /// <param name="arguments">Its arguments; it gets copies of the arrays, so that it cannot spoil them.</param>
    public static CallResult Run(Delegate function, object?[] arguments)
    {
        var copies = arguments.Select(Copy).ToArray();
        CallResult? result = null;
        // A loop that never ends keeps this thread: it is a background thread, so the kernel can still end.
        var thread = new Thread(() => result = Invoke(function, copies)) { IsBackground = true, Name = "exercise" };
        var (clock, before) = (Stopwatch.StartNew(), GC.GetTotalMemory(false));
        thread.Start();
        while (!thread.Join(Glance))
        {
            if (GC.GetTotalMemory(false) - before > MostBytes) return new CallResult(null, $"takes more than {MostBytes / 1_000_000} megabytes of memory.");
            if (clock.Elapsed > Patience) return new CallResult(null, $"does not come back within {Patience.TotalSeconds:F0} seconds; is there an endless loop?");
        }
        return result! with { ChangedArgument = ChangedArgument(arguments, copies) };
    }

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
