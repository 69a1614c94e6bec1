using LogRegCourse.App.Commands;
using LogRegCourse.App.Doctor;
using Spectre.Console;

namespace LogRegCourse.App.Tests.Doctor;

public class DoctorCommandTests
{
    [Fact]
    public async Task Report_PrintsTheRemedyOfEachFailingProbe()
    {
        var (exitCode, text) = await ReportAsync(
            new FixedProbe("SDK", Finding.Present("10.0.1")),
            new FixedProbe("Library", Finding.Missing("not built", "dotnet build")),
            new FixedProbe("Node", Finding.Optional("none [here]", "install Node")));

        Assert.Equal(1, exitCode);
        Assert.Equal(
            """
            ✔ SDK      10.0.1
            ✘ Library  not built
                       → dotnet build
            - Node     none [here]
                       → install Node

            The course does not run yet: do what the arrows say, from the top.

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public async Task Report_WithOnlyOptionalThingsMissing_IsSound()
    {
        var (exitCode, text) = await ReportAsync(new FixedProbe("Node", Finding.Optional("none", "install Node")));
        Assert.Equal(0, exitCode);
        Assert.EndsWith("The course runs on this machine.\n", text);
    }

    private static async Task<(int ExitCode, string Text)> ReportAsync(params Probe[] probes)
    {
        var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 1000;
        var exitCode = await DoctorCommand.RunAsync(probes, console, TestContext.Current.CancellationToken);
        return (exitCode, text.ToString().ReplaceLineEndings("\n"));
    }

    private sealed class FixedProbe(string subject, Finding finding) : Probe
    {
        public override string Subject => subject;

        public override Task<Finding> LookAsync(CancellationToken cancel) => Task.FromResult(finding);
    }
}
