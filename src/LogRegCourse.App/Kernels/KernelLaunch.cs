using System.Runtime.InteropServices;

namespace LogRegCourse.App.Kernels;

/// <summary>How a notebook's kernel is started. The door and its two pipe handles are appended to the arguments.</summary>
internal sealed record KernelLaunch(string Program, IReadOnlyList<string> Arguments, string Folder)
{
    /// <summary>Variables the kernel gets besides those of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Which of the kernel's doors is opened.</summary>
    public string Door { get; init; } = "--pipe";

    /// <summary>The kernel that was built with this program, running in a notebook's folder.</summary>
    public static KernelLaunch BuiltIn(string folder) => new(Dotnet, [KernelPath], folder);

    /// <summary>The build copies the kernel into a folder beside this program.</summary>
    public static string KernelPath { get; } = Path.Combine(AppContext.BaseDirectory, "kernel", "LogRegCourse.KernelProcess.dll");

    /// <summary>The dotnet program that runs this program, which need not be the one on the PATH.</summary>
    public static string Dotnet { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")) is var own
        && File.Exists(own) ? own : "dotnet";
}
