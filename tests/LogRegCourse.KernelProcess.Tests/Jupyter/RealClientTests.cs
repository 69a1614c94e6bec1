using System.Diagnostics;
using LogRegCourse.KernelProcess.Jupyter;
using LogRegCourse.KernelProcess.Tests.Support;
using LogRegCourse.Testing;

namespace LogRegCourse.KernelProcess.Tests.Jupyter;

/// <summary>Jupyter's own programs, with the kernel installed into a folder of the test's own.</summary>
public sealed class RealClientTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly string _folder = Directory.CreateTempSubdirectory("logregcourse-").FullName;

    public RealClientTests() => KernelSpec.Install(Path.Combine(_folder, "data"), Path.GetDirectoryName(StartedKernel.ProgramPath)!);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void JupyterKernelTest_WithEverySample_Passes()
    {
        OptionalTool.RequirePythonModule("jupyter_kernel_test");
        var (exitCode, printed) = Run(OptionalTool.PythonPath(), Repository.PathOf("tests", "LogRegCourse.KernelProcess.Tests", "Jupyter", "kernel_tests.py"));
        Assert.True(exitCode == 0, printed);
        Assert.Contains("OK (skipped=1)", printed);
    }

    [Fact]
    public void JupyterConsole_RunsACell()
    {
        var console = OptionalTool.Require("jupyter-console");
        var (_, printed) = Run(console, ["--simple-prompt", "--kernel", ".net-csharp"], "var a = 20;\na * 2 + 2\nexit\n");
        Assert.Contains("42", printed);
    }

    private (int ExitCode, string Printed) Run(string program, params string[] arguments) => Run(program, arguments, "");

    private (int ExitCode, string Printed) Run(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = _folder };
        start.Environment["JUPYTER_DATA_DIR"] = Path.Combine(_folder, "data");
        start.Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(_folder, "config");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(_folder, "runtime");
        start.Environment["IPYTHONDIR"] = Path.Combine(_folder, "ipython");
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {Limit.TotalMinutes} minutes.\n{printed.Result}\n{complained.Result}");
        }
        return (process.ExitCode, printed.Result + complained.Result);
    }
}
