using LogRegCourse.App.Kernels;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Doctor;

internal sealed class KernelProbe(CourseFolder course) : Probe
{
    public override string Subject => "C# kernel";

    public override async Task<Finding> LookAsync(CancellationToken cancel)
    {
        const string Remedy = "dotnet build src/LogRegCourse.App";
        if (!File.Exists(KernelLaunch.KernelPath)) return Finding.Missing("not built", Remedy);
        var run = await OneCell.RunAsync("1 + 1", course.Notebooks, cancel);
        return run.Failure is { } failure
            ? Finding.Missing(failure.Message, Remedy)
            : Finding.Present($"first result after {run.Time.TotalSeconds:0.0} s");
    }
}
