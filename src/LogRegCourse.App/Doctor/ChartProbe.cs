using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Doctor;

/// <summary>Whether the packages that the lessons' first cell names can be had.</summary>
internal sealed class ChartProbe(CourseFolder course) : Probe
{
    public override string Subject => "Charts";

    public override async Task<Finding> LookAsync(CancellationToken cancel)
    {
        var setup = NotebookReader.ReadFile(course.Lessons()[0]).Cells.OfType<CodeCell>().First().Source.Split('\n');
        var packages = string.Join('\n', setup.Where(line => line.StartsWith("#r \"nuget:", StringComparison.Ordinal)));
        var run = await OneCell.RunAsync($"{packages}\nConsole.Write(typeof(Plotly.NET.GenericChart).Assembly.GetName().Version.ToString(3));", course.Notebooks, cancel);
        if (run.Failure is { } failure) return Finding.Missing(failure.Message, "dotnet build src/LogRegCourse.App");
        return Finding.Present("Plotly.NET " + string.Concat(((CodeCell)run.Executed!.Cells[0]).Outputs.OfType<StreamOutput>().Select(output => output.Text)));
    }
}
