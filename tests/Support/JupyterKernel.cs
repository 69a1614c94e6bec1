using System.Diagnostics;
using System.Text.Json;

namespace LogRegCourse.Testing;

/// <summary>The kernel as it was built with the tests, for programs of Jupyter.</summary>
internal static class JupyterKernel
{
    /// <summary>debug or release, as the tests are built.</summary>
    public static string Configuration { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static string[] OurCommand => [
        OptionalTool.Require("dotnet"), Repository.PathOf("artifacts", "bin", "LogRegCourse.KernelProcess", Configuration, "LogRegCourse.KernelProcess.dll"),
        "--connection-file", "{connection_file}",
    ];

    /// <summary>Lets a program know the kernel, and nothing else of Jupyter on this machine, by files in a folder of the test's own.</summary>
    /// <param name="jupyter">The program.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="command">What starts the kernel; the course's own when left out.</param>
    public static void MakeKnown(ProcessStartInfo jupyter, string folder, string[]? command = null)
    {
        foreach (var name in new[] { "DATA", "CONFIG", "RUNTIME" }) jupyter.Environment[$"JUPYTER_{name}_DIR"] = Path.Combine(folder, name.ToLowerInvariant());
        WriteSpec(Path.Combine(folder, "data", "kernels", ".net-csharp"), command ?? OurCommand);
    }

    private static void WriteSpec(string folder, string[] command)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), JsonSerializer.Serialize(new
        {
            argv = command,
            display_name = ".NET (C#)",
            language = "C#",
            interrupt_mode = "message",
        }));
    }
}
