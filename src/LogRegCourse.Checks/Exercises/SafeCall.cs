using System.Diagnostics;
using System.Reflection;
using System.Runtime;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Calls a student's function so that an exception, an endless loop or a wild allocation is reported and not suffered.</summary>
internal static class SafeCall
{
    // A browser has no second thread to watch the call: its kernel lets the questions for a stop that it wrote into the
    // student's loops end the call. The checker knows it by this name only.
    private const string DeadlineName = "LogRegCourse.Kernel.Deadline";

    private const long MostBytes = 500_000_000;
    private const int StackBytes = 16 * 1024 * 1024;

    private const int MostItems = 10_000_000;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>What each call gave, in their order; after one that does not come back there are no more.</summary>
    /// <param name="function">The student's function.</param>
    /// <param name="calls">Its arguments; it gets copies of the arrays, so that it cannot spoil them.</param>
    /// <param name="result">The type that the exercise asks for.</param>
    /// <param name="seconds">How long one call may take.</param>
    /// <param name="allSeconds">How long all may take: after that no further call begins.</param>
    /// <exception cref="OperationCanceledException">The student stopped the cell.</exception>
    public static IReadOnlyList<CallResult> Run(Delegate function, IReadOnlyList<object?[]> calls, Type result, double seconds, double allSeconds)
    {
        var work = new Work(function, calls, result, seconds, allSeconds);
        if (OperatingSystem.IsBrowser()) work.Do(AppContext.GetData(DeadlineName) as Action<TimeSpan?>);
        else Watch(work, seconds);
        if (work.Stopped is { } stopped) throw stopped;
        return work.Results;
    }

    private static void Watch(Work work, double seconds)
    {
        var stop = new CancellationTokenSource();
        var thread = new Thread(() => RunUntil(stop.Token, () => work.Do(null)), StackBytes) { IsBackground = true, Name = "exercise" };
        var before = GC.GetTotalMemory(forceFullCollection: false);
        thread.Start();
        while (!thread.Join(Glance))
        {
            if (HoldsMoreThan(before + MostBytes))
            {
                // Memory that grows without end would take the process down in any case, so here force is worth the risk.
                stop.Cancel();
                thread.Join(TimeSpan.FromSeconds(seconds));
                work.GiveUp($"takes more than {MostBytes / 1_000_000} megabytes of memory.");
                return;
            }
            // Ending a thread by force can end the whole process, with all of the student's variables: it is left behind.
            if (work.Time.TotalSeconds <= seconds) continue;
            work.GiveUp($"{NotBack(seconds)} It still runs: restart the kernel when you have mended it.");
            return;
        }
        work.Finish("was interrupted.");
    }

    private static string NotBack(double seconds) => $"does not come back within {seconds:F0} seconds; is there an endless loop?";

    // Only memory that is held does harm: what the collector can take back does not count.
    private static bool HoldsMoreThan(long bytes)
    {
        if (GC.GetTotalMemory(forceFullCollection: false) <= bytes) return false;
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false) > bytes;
    }

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

    /// <summary>Calls one after the other, on whichever thread; what came of them is read by another.</summary>
    private sealed class Work(Delegate function, IReadOnlyList<object?[]> calls, Type resultType, double seconds, double allSeconds)
    {
        private readonly Type[] _parameters = AnswerShape.Parameters(function.GetType());
        private readonly List<CallResult> _results = [];
        private readonly Lock _lock = new();
        private long _started = Stopwatch.GetTimestamp();
        private bool _isGivenUp;

        public IReadOnlyList<CallResult> Results => _results;

        public OperationCanceledException? Stopped { get; private set; }

        /// <summary>How long the running call has taken.</summary>
        public TimeSpan Time
        {
            get
            {
                lock (_lock) return Stopwatch.GetElapsedTime(_started);
            }
        }

        /// <param name="setDeadline">Lets a call end by a TimeoutException, where nobody watches it.</param>
        public void Do(Action<TimeSpan?>? setDeadline)
        {
            var all = Stopwatch.StartNew();
            foreach (var arguments in calls)
            {
                if (all.Elapsed.TotalSeconds > allSeconds) return;
                lock (_lock)
                {
                    if (_isGivenUp) return;
                    _started = Stopwatch.GetTimestamp();
                }
                setDeadline?.Invoke(TimeSpan.FromSeconds(seconds));
                var result = Call(arguments);
                setDeadline?.Invoke(null);
                if (setDeadline is not null && Time.TotalSeconds > seconds && Stopped is null)
                {
                    GiveUp(NotBack(seconds));
                    return;
                }
                lock (_lock)
                {
                    if (_isGivenUp || Stopped is not null) return;
                    _results.Add(result);
                    if (result.IsEndless) return;
                }
            }
        }

        /// <summary>The running call is left, for a reason that the student is told.</summary>
        public void GiveUp(string problem)
        {
            lock (_lock)
            {
                _isGivenUp = true;
                if (_results.Count < calls.Count) _results.Add(new CallResult(null, problem) { IsEndless = true });
            }
        }

        /// <summary>The thread has ended: if no call came back, something from outside ended it.</summary>
        public void Finish(string problem)
        {
            if (_results.Count == 0 && Stopped is null) GiveUp(problem);
        }

        private CallResult Call(object?[] original)
        {
            object?[] arguments = [.. original.Zip(_parameters, AnswerShape.Argument)];
            try
            {
                var given = function.DynamicInvoke(arguments);
                // Longer than any right result: copying and comparing it would take as long as making it did.
                if (given is Array { LongLength: > MostItems } endless) return new CallResult(null, $"gives a list of {endless.LongLength} items.") { IsEndless = true };
                var value = AnswerShape.Result(given, resultType);
                return new CallResult(value, null, Changed(original, arguments)) { Given = given, GivenThen = given is Array array ? AnswerShape.Argument(array, array.GetType()) : null };
            }
            catch (TargetInvocationException wrapped) when (wrapped.InnerException is NotImplementedException)
            {
                return new CallResult(null, null);
            }
            catch (TargetInvocationException wrapped) when (wrapped.InnerException is InsufficientExecutionStackException)
            {
                // Each such call takes long, and the next one would not end otherwise.
                return new CallResult(null, "used up the stack, as a recursion without an end does: give it a case in which it does not call itself.") { IsEndless = true };
            }
            catch (TargetInvocationException wrapped) when (wrapped.InnerException is OperationCanceledException stopped)
            {
                Stopped = stopped;
                return new CallResult(null, null);
            }
            catch (TargetInvocationException wrapped)
            {
                return Thrown(wrapped.InnerException!);
            }
            catch (OperationCanceledException stopped)
            {
                Stopped = stopped;
                return new CallResult(null, null);
            }
            catch (Exception late)
            {
                // A sequence throws only when it is gone through.
                return Thrown(late);
            }
        }

        private static CallResult Thrown(Exception thrown) => new(null, $"throws {thrown.GetType().Name}: {thrown.Message}");

        private int? Changed(object?[] original, object?[] arguments)
        {
            for (var i = 0; i < original.Length; i++)
                if (original[i] is Array && !Closeness.AreSame(AnswerShape.Argument(original[i], _parameters[i]), arguments[i])) return i;
            return null;
        }
    }
}

/// <summary>The value of a call, or why there is none.</summary>
internal sealed record CallResult(object? Value, string? Problem, int? ChangedArgument = null)
{
    /// <summary>Whether the call was given up; nothing was called after it.</summary>
    public bool IsEndless { get; init; }

    /// <summary>What the function returned, the very object.</summary>
    public object? Given { get; init; }

    /// <summary>What stood in it, if it is a list, when it was returned.</summary>
    public object? GivenThen { get; init; }
}
