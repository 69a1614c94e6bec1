using System.CommandLine;
using System.Diagnostics;
using LogRegCourse.App.Kernels;

namespace LogRegCourse.App.Commands;

/// <summary><c>kernel</c>: hands its words to the kernel's own program, which knows Jupyter.</summary>
internal static class KernelCommand
{
    public static Command Create() => new("kernel", "Makes the course's C# kernel known to Jupyter and VS Code.")
    {
        Forwarding("install", "Adds the kernel to Jupyter's list.", ["install"], Prefix()),
        Forwarding("uninstall", "Takes the kernel from Jupyter's list.", ["uninstall"], Prefix()),
        Forwarding("start", "Runs a kernel for a front end.", [], new("--connection-file") { Description = "The file with the addresses to serve, as Jupyter writes it.", HelpName = "FILE", Required = true }),
    };

    private static Option<string> Prefix() => new("--prefix") { Description = "For all users of a machine: the folder whose share/jupyter their Jupyter reads, such as /usr/local.", HelpName = "FOLDER" };

    private static Command Forwarding(string name, string description, string[] firstWords, Option<string> option)
    {
        var command = new Command(name, description) { option };
        command.SetAction((words, cancel) => StartAsync(words.GetValue(option) is { } value ? [.. firstWords, option.Name, value] : firstWords, cancel));
        return command;
    }

    private static async Task<int> StartAsync(IEnumerable<string> words, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(KernelLaunch.Dotnet, [KernelLaunch.KernelPath, .. words]);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var kernel = Process.Start(start)!;
        await kernel.WaitForExitAsync(cancel);
        return kernel.ExitCode;
    }
}
