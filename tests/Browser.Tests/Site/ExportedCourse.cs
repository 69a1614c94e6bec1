using System.Diagnostics;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Testing;

/// <summary>The real course, exported once as a student exports it, for all tests that look at it.</summary>
public sealed class ExportedCourse : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Task? _export;

    /// <summary>The site's folder, once <see cref="WriteAsync"/> has written it.</summary>
    internal string Folder => _folder.Path;

    internal Task WriteAsync() => _export ??= ExportAsync(_folder.Path);

    /// <summary>The lesson as it was run for the export.</summary>
    internal Notebook AsRun(string lesson) => NotebookReader.ReadFile(Path.Combine(Folder, "course", lesson + ".ipynb"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task ExportAsync(string folder)
    {
        using (var course = new CourseCopy()) await LiveSiteHost.LayProgramAsync(course, folder);
        using var export = Process.Start(new ProcessStartInfo("dotnet", [StudioProcess.Program, "export", "--out", folder])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(export.StandardOutput.ReadToEndAsync(), export.StandardError.ReadToEndAsync());
        await export.WaitForExitAsync();
        Assert.True(export.ExitCode == 0, string.Concat(said));
    }
}
