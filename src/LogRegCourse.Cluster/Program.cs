using LogRegCourse.Cluster;
using System.Runtime.InteropServices;

// One silo, until it is told to stop: LogRegCourse.Cluster HOST:PORT, the address of the Redis where silos are listed.
var redis = args.Length > 0 ? args[0] : "localhost:6379";
try
{
    using var silo = await CourseSilo.StartAsync(redis);
    Console.WriteLine($"A silo is running and listed at {redis}. Ctrl+C stops it.");
    var stop = new TaskCompletionSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stop.Task;
    await silo.StopAsync();
    return 0;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.TrySetResult();
    }
}
catch (InvalidOperationException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
