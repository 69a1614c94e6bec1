using LogRegCourse.App.Running;

namespace LogRegCourse.App.Doctor;

internal sealed class LibraryProbe(CourseFolder course) : Probe
{
    public override string Subject => "Course library";

    public override Task<Finding> LookAsync(CancellationToken cancel)
    {
        var missing = ((string[])["LogRegCourse.dll", "LogRegCourse.Checks.dll"])
            .FirstOrDefault(name => !File.Exists(Path.Combine(course.Notebooks, "bin", name)));
        return Task.FromResult(missing is null
            ? Finding.Present("built, in notebooks/bin")
            : Finding.Missing($"notebooks/bin/{missing} is not there", "dotnet build"));
    }
}
