using System.Diagnostics;
using LogRegCourse.Testing;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>Jupyter's nbconvert with the course's kernel.</summary>
public sealed class NbconvertDoor : Door
{
    private readonly string _folder = Directory.CreateTempSubdirectory("logregcourse-nbconvert-").FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override async Task<string> RunAsync(string lesson)
    {
        // The kernel is the one that the notebook names. Errors are kept as outputs, to be compared like others.
        var start = new ProcessStartInfo(
            OptionalTool.Require("jupyter"),
            ["nbconvert", "--to", "notebook", "--execute", "--allow-errors", "--ExecutePreprocessor.timeout=120", "--output-dir", _folder, Lesson.Named(lesson).Path])
        {
            RedirectStandardError = true,
        };
        JupyterKernel.MakeKnown(start, Directory.CreateDirectory(Path.Combine(_folder, lesson)).FullName);
        start.Environment["LOGREGCOURSE_PROGRESS"] = "off";
        using var nbconvert = Process.Start(start)!;
        var printed = await nbconvert.StandardError.ReadToEndAsync();
        await nbconvert.WaitForExitAsync();
        Assert.True(nbconvert.ExitCode == 0, printed);
        return Path.Combine(_folder, lesson + ".ipynb");
    }
}
