using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Doctor;

internal sealed class PlotlyProbe(CourseFolder course) : Probe
{
    private const string Cell = """
        #r "nuget: Plotly.NET, 5.1.0"
        #r "nuget: Plotly.NET.CSharp, 0.13.0"
        Console.Write("drawn by " + typeof(Plotly.NET.CSharp.Chart).Assembly.GetName().Name);
        """;

    public override string Subject => "Charts";

    public override async Task<Finding> LookAsync(CancellationToken cancel)
    {
        var run = await OneCell.RunAsync(Cell, course.Notebooks, cancel);
        if (run.Failure is { } failure) return Finding.Missing(failure.Message, "dotnet build src/LogRegCourse.App");
        var printed = string.Concat(((CodeCell)run.Executed!.Cells[0]).Outputs.OfType<StreamOutput>().Select(output => output.Text));
        return Finding.Present(printed.Contains("drawn by LogRegCourse.Plotly", StringComparison.Ordinal)
            ? "the course's stand-in, for the package feed has no Plotly.NET; the figures are the same"
            : "Plotly.NET 5.1.0 from the package feed");
    }
}
