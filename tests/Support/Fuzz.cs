using System.Globalization;

namespace LogRegCourse.Testing;

/// <summary>
/// Inputs made by a seeded generator: each by its number alone, so that one that fails can be had again. LOGREGCOURSE_FUZZ
/// multiplies how many: LOGREGCOURSE_FUZZ=1000 dotnet test tests/LogRegCourse.Studio.Tests --filter Fuzz
/// </summary>
internal static class Fuzz
{
    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(60);

    /// <summary>Tries inputs on all cores; an exception, or an input that takes a minute, fails with the input's number.</summary>
    public static void Run(int count, Action<Random> tryOne)
    {
        var all = count * long.Parse(Environment.GetEnvironmentVariable("LOGREGCOURSE_FUZZ") ?? "1", CultureInfo.InvariantCulture);
        var next = -1L;
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Worker()).ToList();
        Exception? failure = null;
        foreach (var worker in workers)
            new Thread(() => Work(worker), 16 * 1024 * 1024) { IsBackground = true }.Start();
        while (workers.Exists(worker => !worker.IsDone))
        {
            Thread.Sleep(20);
            if (workers.Find(worker => !worker.IsDone && Environment.TickCount64 - worker.Since > Hangs.TotalMilliseconds) is { } stuck) Assert.Fail($"Input {stuck.Input} hangs.");
        }
        if (failure is not null) throw failure;
        TestContext.Current.TestOutputHelper?.WriteLine($"{all:N0} inputs, none unexpected, none hung");

        void Work(Worker worker)
        {
            for (long input; failure is null && (input = Interlocked.Increment(ref next)) < all;)
            {
                (worker.Input, worker.Since) = (input, Environment.TickCount64);
                try
                {
                    tryOne(new Random(HashCode(input)));
                }
                catch (Exception e)
                {
                    failure ??= new InvalidOperationException($"Input {input}: {e}", e);
                }
            }
            worker.IsDone = true;
        }
    }

    /// <summary>One of several.</summary>
    public static T Of<T>(this Random random, params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private static int HashCode(long input) => (int)(input ^ (input >> 32)) * 31 + 7;

    private sealed class Worker
    {
        public long Input;
        public long Since = Environment.TickCount64;
        public volatile bool IsDone;
    }
}
