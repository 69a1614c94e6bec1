using System.Diagnostics;
using System.Text.Json;

namespace LogRegCourse.Testing;

/// <summary>The kernel as it was built with the tests, for programs of Jupyter.</summary>
internal static class JupyterKernel
{
    /// <summary>Lets a program know the kernel, and nothing else of Jupyter on this machine, by files in a folder of the test's own.</summary>
    public static void MakeKnown(ProcessStartInfo jupyter, string folder)
    {
        foreach (var name in new[] { "DATA", "CONFIG", "RUNTIME" }) jupyter.Environment[$"JUPYTER_{name}_DIR"] = Path.Combine(folder, name.ToLowerInvariant());
        WriteSpec(Path.Combine(folder, "data", "kernels", ".net-csharp"));
    }

    private static void WriteSpec(string folder)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var kernel = Repository.PathOf("artifacts", "bin", "LogRegCourse.Kernel", configuration, "LogRegCourse.Kernel.dll");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), JsonSerializer.Serialize(new
        {
            argv = new[] { OptionalTool.Require("dotnet"), kernel, "--connection-file", "{connection_file}" },
            display_name = ".NET (C#)",
            language = "C#",
            interrupt_mode = "message",
        }));
    }
}
