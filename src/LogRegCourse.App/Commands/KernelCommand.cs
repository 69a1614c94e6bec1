using System.CommandLine;
using System.Diagnostics;
using LogRegCourse.App.Kernels;

namespace LogRegCourse.App.Commands;

/// <summary><c>kernel</c>: hands its words to the kernel's own program, which knows Jupyter.</summary>
internal static class KernelCommand
{
    public static Command Create() => new("kernel", "Makes the course's C# kernel known to Jupyter and VS Code.")
    {
        Forwarding("install", "Adds the kernel to Jupyter's list (for another Jupyter: --prefix FOLDER).", ["install"]),
        Forwarding("uninstall", "Takes the kernel from Jupyter's list (--prefix FOLDER).", ["uninstall"]),
        Forwarding("start", "Runs a kernel for a front end (--connection-file FILE).", []),
    };

    private static Command Forwarding(string name, string description, string[] firstWords)
    {
        var rest = new Argument<string[]>("words") { Arity = ArgumentArity.ZeroOrMore, CaptureRemainingTokens = true, Hidden = true };
        var command = new Command(name, description) { rest };
        command.SetAction((words, cancel) => StartAsync([.. firstWords, .. words.GetValue(rest)!], cancel));
        return command;
    }

    private static async Task<int> StartAsync(IEnumerable<string> words, CancellationToken cancel)
    {
        using var kernel = Process.Start(KernelLaunch.Dotnet, [KernelLaunch.KernelPath, .. words]);
        await kernel.WaitForExitAsync(cancel);
        return kernel.ExitCode;
    }
}
