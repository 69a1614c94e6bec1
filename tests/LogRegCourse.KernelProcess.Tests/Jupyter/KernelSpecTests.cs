using System.Text.Json.Nodes;
using LogRegCourse.KernelProcess.Jupyter;
using LogRegCourse.KernelProcess.Packages;

namespace LogRegCourse.KernelProcess.Tests.Jupyter;

public sealed class KernelSpecTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("logregcourse-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public void Install_TakesTheNameThatNotebooksUse()
    {
        var folder = KernelSpec.Install(_data, "/published");
        Assert.Equal(Path.Combine(_data, "kernels", ".net-csharp"), folder);
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!;
        Assert.Equal(("message", "C#"), (spec["interrupt_mode"]!.ToString(), spec["language"]!.ToString()));
        Assert.Equal(["/published/LogRegCourse.KernelProcess.dll", "--connection-file", "{connection_file}"], spec["argv"]!.AsArray().Skip(1).Select(argument => argument!.ToString()));
        Assert.True(Path.IsPathFullyQualified(spec["argv"]![0]!.ToString()));
        Assert.Null(spec["metadata"]!["vscode"]);
    }

    [Fact]
    public void Install_BesideTheRealOne_LeavesItAlone()
    {
        var real = Path.Combine(_data, "kernels", ".net-csharp", "kernel.json");
        Directory.CreateDirectory(Path.GetDirectoryName(real)!);
        File.WriteAllText(real, """{ "argv": ["dotnet", "interactive", "jupyter", "{connection_file}"] }""");
        Assert.Equal("logregcourse-csharp", Path.GetFileName(KernelSpec.Install(_data, "/published")));
        Assert.Equal(["logregcourse-csharp"], KernelSpec.Uninstall(_data).Select(Path.GetFileName));
        Assert.True(File.Exists(real));
    }

    [Fact]
    public void Uninstall_RemovesJustThat()
    {
        KernelSpec.Install(_data, "/published");
        KernelSpec.Install(_data, "/published/newer");
        Directory.CreateDirectory(Path.Combine(_data, "kernels", "python3"));
        Assert.Single(KernelSpec.Uninstall(_data));
        Assert.Equal(["python3"], Directory.EnumerateDirectories(Path.Combine(_data, "kernels")).Select(Path.GetFileName));
        Assert.Empty(KernelSpec.Uninstall(_data));
    }

    [Fact]
    public void ChartScript_LiesWhereJupyterServesIt_UntilItIsUninstalled()
    {
        Assert.Null(ChartScript.Install(_data, PackageRestore.ForThisMachine()));
        foreach (var served in new[] { "nbextensions", "labextensions" })
            Assert.Contains("plotly.js v2.28.0", File.ReadAllText(Path.Combine(_data, served, "logregcourse", "plotly.min.js")), StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(_data, "nbextensions", "other"));
        ChartScript.Uninstall(_data);
        Assert.Equal(["other"], Directory.EnumerateDirectories(Path.Combine(_data, "nbextensions")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("{", "is not what Jupyter writes")]
    [InlineData("{\"ip\":\"127.0.0.1\"}", "is not what Jupyter writes")]
    [InlineData("{\"ip\":\"x\",\"transport\":\"ipc\",\"shell_port\":1,\"iopub_port\":2,\"stdin_port\":3,\"control_port\":4,\"hb_port\":5}", "asks for transport ipc")]
    public void ConnectionFile_ThatIsWrong_IsRefusedInOneSentence(string text, string reason)
    {
        var path = Path.Combine(_data, "connection.json");
        File.WriteAllText(path, text);
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => ConnectionFile.Read(path)).Message);
        Assert.Contains("There is no connection file", Assert.Throws<InvalidDataException>(() => ConnectionFile.Read(path + "x")).Message);
    }
}
