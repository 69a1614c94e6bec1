using System.CommandLine;
using LogRegCourse.App.Doctor;
using LogRegCourse.App.Running;
using Spectre.Console;

namespace LogRegCourse.App.Commands;

/// <summary><c>doctor</c>: what this machine has, and the command that mends what is missing.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Says what this machine has and how to mend what is missing.");
        command.SetAction((_, cancel) => RunAsync(ProbesFor(CourseFolder.Find()), AnsiConsole.Console, cancel));
        return command;
    }

    public static async Task<int> RunAsync(IReadOnlyList<Probe> probes, IAnsiConsole console, CancellationToken cancel)
    {
        var width = probes.Max(probe => probe.Subject.Length);
        var isSound = true;
        foreach (var probe in probes)
        {
            var finding = await probe.LookAsync(cancel);
            isSound &= finding.State != FindingState.Missing;
            var mark = finding.State switch
            {
                FindingState.Present => "[green]✔[/]",
                FindingState.Optional => "[yellow]-[/]",
                _ => "[red]✘[/]",
            };
            console.MarkupLine($"{mark} {probe.Subject.PadRight(width)}  {Markup.Escape(finding.Text)}");
            if (finding.Remedy is { } remedy) console.MarkupLine($"  {new string(' ', width)}  [blue]→ {Markup.Escape(remedy)}[/]");
        }
        console.WriteLine();
        console.WriteLine(isSound ? "The course runs on this machine." : "The course does not run yet: do what the arrows say, from the top.");
        return isSound ? 0 : CommandLine.Failed;
    }

    private static IReadOnlyList<Probe> ProbesFor(CourseFolder course) =>
        [new SdkProbe(), new LibraryProbe(course), new KernelProbe(course), new ChartProbe(course), new NodeProbe(), new JupyterProbe(), new VsCodeProbe()];
}
