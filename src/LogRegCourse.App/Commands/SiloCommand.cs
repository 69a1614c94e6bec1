using System.CommandLine;
using System.Diagnostics;
using LogRegCourse.App.Kernels;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Commands;

/// <summary><c>silo</c>: starts the cluster's own program, so that nothing of a cluster is loaded with this one.</summary>
internal static class SiloCommand
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        Option<string> redis = new("--redis") { Description = "The Redis where the silos are listed.", HelpName = "HOST:PORT", DefaultValueFactory = _ => "localhost:6379" };
        Command command = new("silo", "Adds this machine to the cluster of lesson 15, until Ctrl+C.") { redis };
        command.SetAction((words, cancel) => StartAsync(words.GetValue(redis)!, cancel));
        return command;
    }

    private static async Task<int> StartAsync(string redis, CancellationToken cancel)
    {
        var program = Path.Combine(CourseFolder.Find().Notebooks, "bin", "cluster", "LogRegCourse.Cluster.dll");
        if (!File.Exists(program)) throw new UsageException($"{CourseFolder.Shown(program)} is not there; build it with  dotnet build");
        using var silo = Process.Start(KernelLaunch.Dotnet, [program, redis]);
        try
        {
            await silo.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C reached it too, and it takes leave of the others by itself.
            if (!silo.WaitForExit(Goodbye)) silo.Kill();
            throw;
        }
        return silo.ExitCode;
    }
}
