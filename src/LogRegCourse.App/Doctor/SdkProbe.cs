using LogRegCourse.App.Kernels;

namespace LogRegCourse.App.Doctor;

internal sealed class SdkProbe : Probe
{
    public override string Subject => ".NET SDK";

    public override async Task<Finding> LookAsync(CancellationToken cancel)
    {
        var version = await Tool.AskAsync(KernelLaunch.Dotnet, ["--version"], cancel);
        return version is not null && int.TryParse(version.Split('.')[0], out var major) && major >= 10
            ? Finding.Present(version)
            : Finding.Missing($"{version ?? "none"}, but 10 is needed", "get the SDK 10 from https://dot.net/download");
    }
}
