using System.Text.Json;
using LogRegCourse.App.Grading;
using LogRegCourse.App.Kernels;
using LogRegCourse.App.Running;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Grading;

/// <summary>What a submission's code can do, tried from inside. Where there is no sandbox, the report says so and this says nothing.</summary>
public sealed class IsolationTests : IDisposable
{
    private static readonly CourseFolder Course = new(Repository.Root);

    // The one beside the app, as it was built.
    private static readonly KernelLaunch Kernel = new(KernelLaunch.Dotnet,
        [Repository.PathOf("artifacts", "bin", "LogRegCourse.App", new DirectoryInfo(AppContext.BaseDirectory).Name, "kernel", "LogRegCourse.KernelProcess.dll")], Course.Notebooks);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Each cell's value stands for the answer to "could it?".
    private async Task<IReadOnlyDictionary<string, string>> TryAsync(Isolation isolation, params (string Name, string Source)[] cells)
    {
        var said = new Dictionary<string, string>();
        await using var kernel = new KernelProcess(isolation.Around(Kernel), TimeProvider.System);
        kernel.Start();
        foreach (var (name, source) in cells) kernel.Send(new LogRegCourse.Kernel.Messages.RunCell(name, source));
        var left = cells.Length;
        await foreach (var news in kernel.Events.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (news is LogRegCourse.Kernel.Messages.ValueDisplayed { IsResult: true } shown) said[shown.CellId] = shown.Data["text/plain"].GetString()!;
            if (news is LogRegCourse.Kernel.Messages.CellFinished { Error: { } error } failed) said[failed.CellId] = error.Message;
            if (news is LogRegCourse.Kernel.Messages.CellFinished && --left == 0) break;
            if (news is LogRegCourse.Studio.State.KernelEnded ended) throw new InvalidOperationException(ended.Sentence);
        }
        return said;
    }

    [Fact]
    public async Task Sandbox_KeepsASubmissionToItself()
    {
        using var isolation = Isolation.Strongest(Course);
        if (!isolation.IsSandbox) return;
        var other = _folder.Write("other.ipynb", "an answer");
        var outside = _folder.PathOf("written");
        string Quoted(string text) => JsonSerializer.Serialize(text);

        var said = await TryAsync(isolation,
            ("reads another submission", $"System.IO.File.Exists({Quoted(other)})"),
            ("reads the solutions", $"System.IO.Directory.Exists({Quoted(Repository.PathOf("notebooks", "solutions"))})"),
            ("writes beside it", $"System.IO.File.WriteAllText({Quoted(outside)}, \"1\")"),
            ("alters the course", $"System.IO.File.WriteAllText({Quoted(Repository.PathOf("notebooks", "bin", "LogRegCourse.Checks.dll"))}, \"1\")"),
            ("fills the disk", "string Fill() { try { for (var k = 0; ; k++) { using var file = System.IO.File.Create($\"/tmp/{k}\"); file.Write(new byte[10_000_000]); } } catch (System.IO.IOException) { return $\"{System.IO.Directory.GetFiles(\"/tmp\").Length} files\"; } finally { foreach (var file in System.IO.Directory.GetFiles(\"/tmp\")) System.IO.File.Delete(file); } }\nFill()"),
            ("forks without end", "int Fork() { var n = 0; try { for (; n < 1000; n++) System.Diagnostics.Process.Start(\"/bin/sleep\", \"1000\"); } catch (System.ComponentModel.Win32Exception) { } return n; }\nFork() < 256"),
            ("sees other processes", "System.IO.Directory.GetDirectories(\"/proc\").Count(folder => int.TryParse(System.IO.Path.GetFileName(folder), out _)) < 300"),
            ("reaches a network", "new System.Net.Sockets.TcpClient(\"127.0.0.1\", 80)"),
            ("takes all memory", "int Take() { var held = new List<byte[]>(); try { for (; ; ) { held.Add(new byte[50_000_000]); Array.Fill(held[^1], (byte)1); } } catch (OutOfMemoryException) { return held.Count; } }\nTake() < 20"),
            ("reads the environment", "Environment.GetEnvironmentVariables().Count < 12"));

        Assert.Equal("False", said["reads another submission"]);
        Assert.Equal("False", said["reads the solutions"]);
        Assert.Contains("Could not find a part of the path", said["writes beside it"], StringComparison.Ordinal);
        Assert.Matches("Read-only file system|denied", said["alters the course"]);
        Assert.Matches("^[1-7] files$", said["fills the disk"]);
        Assert.Equal("True", said["forks without end"]);
        Assert.Equal("True", said["sees other processes"]);
        Assert.Contains("unreachable", said["reaches a network"], StringComparison.Ordinal);
        Assert.Equal("True", said["takes all memory"]);
        Assert.Equal("True", said["reads the environment"]);
        Assert.False(File.Exists(outside));
    }

    /// <summary>Also what it started: a sandbox ends with its first process.</summary>
    [Fact]
    public async Task Submission_DoesNotOutliveItsTime()
    {
        using var isolation = Isolation.Strongest(Course);
        var kernel = new KernelProcess(isolation.Around(Kernel), TimeProvider.System);
        kernel.Start();
        var mark = $"3{Random.Shared.Next(1_000_000, 9_999_999)}";
        AnsweredCell[] cells = [new("exercise-1-1", isolation.IsSandbox ? $"System.Diagnostics.Process.Start(\"/bin/sleep\", \"{mark}\"); while (true) System.Threading.Thread.Sleep(10);" : "while (true) System.Threading.Thread.Sleep(10);", Answers: "1.1"), new("check-1-1", "Check(\"1.1\", 1)", Checks: "1.1")];

        var grades = await new GradingRun(kernel, new GradingLimits(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(60)), TimeProvider.System).RunAsync(cells, TestContext.Current.CancellationToken);
        await kernel.DisposeAsync();

        Assert.Equal(new Grade("1.1", "out-of-time", null, "The answer to 1.1 ran longer than 4 s and was ended: look for a loop without an end."), Assert.Single(grades!));
        if (OperatingSystem.IsLinux()) Assert.DoesNotContain(Directory.GetDirectories("/proc"), folder => CommandOf(folder).Contains(mark, StringComparison.Ordinal));
    }

    private static string CommandOf(string folder)
    {
        try
        {
            return File.Exists(Path.Combine(folder, "cmdline")) ? File.ReadAllText(Path.Combine(folder, "cmdline")) : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
