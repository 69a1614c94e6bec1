using System.Text.Json;
using LogRegCourse.App.Kernels;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Doctor;

/// <summary>Asks the kernel itself, by a notebook of one cell.</summary>
internal static class OneCell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static Task<NotebookRun> RunAsync(string source, string folder, CancellationToken cancel)
    {
        var none = JsonElement.Parse("{}");
        var notebook = new Notebook([new CodeCell("probe", source, none)], none);
        var runner = new NotebookRunner(KernelLaunch.BuiltIn(folder), Limit, TimeProvider.System);
        return runner.RunAsync("probe", notebook, () => { }, cancel);
    }
}
