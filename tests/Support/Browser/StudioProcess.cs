using System.Diagnostics;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>The Studio as a student starts it, in a process of its own.</summary>
internal sealed class StudioProcess : IDoor
{
    private readonly Process _process;

    private StudioProcess(Process process, string address) => (_process, AddressWithToken) = (process, address);

    /// <summary>The app as it was built, with its kernel beside it; the copy beside the tests has none.</summary>
    public static string Program { get; } = Repository.PathOf(
        "artifacts", "bin", "LogRegCourse.App", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "LogRegCourse.App.dll");

    public string AddressWithToken { get; }

    public Uri Origin => new(new Uri(AddressWithToken).GetLeftPart(UriPartial.Authority));

    public async Task GoToLessonAsync(IPage page, string lesson)
    {
        await page.GotoAsync(AddressWithToken);
        await page.WaitForURLAsync(Origin + "");
        await page.GotoAsync($"{Origin}lessons/{lesson}");
    }

    public static async Task<StudioProcess> StartAsync(CourseCopy course)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "open", "--no-browser"])
        {
            WorkingDirectory = course.Root,
            RedirectStandardOutput = true,
            Environment = { ["LOGREGCOURSE_STATE"] = course.State },
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("http://", StringComparison.Ordinal)) return new StudioProcess(process, line);
        throw new InvalidOperationException("The Studio ended before it was open.");
    }

    /// <summary>The kernels it started.</summary>
    public IReadOnlyList<Process> Kernels() =>
        [.. Process.GetProcessesByName("dotnet").Where(process => ParentOf(process.Id) == _process.Id)];

    public void KillAtOnce()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Sends a signal and waits for the end.</summary>
    public async Task EndAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int ParentOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
