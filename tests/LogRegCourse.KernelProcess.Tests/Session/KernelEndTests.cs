using System.Diagnostics;
using LogRegCourse.KernelProcess.Tests.Support;
using LogRegCourse.Processes;

namespace LogRegCourse.KernelProcess.Tests.Session;

/// <summary>What a kernel leaves behind when nobody wants it any more.</summary>
public class KernelEndTests
{
    private const string Programs = """
        using System.Diagnostics;
        Process.Start("sleep", "4321");
        Process.Start("sh", new[] { "-c", "sleep 4321 & nohup sleep 4321 2> /dev/null &" });
        Process.Start("setsid", "-f sleep 4321").WaitForExit();
        """;

    [Fact]
    public void AppThatIsGone_TakesKernelAndProgramsWithIt_WhateverExitHandlersAndFinalizersDo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a cell started is looked for in /proc.");
        using var kernel = new StartedKernel();
        kernel.Run(Programs + """

            class Endless { ~Endless() { while (true) { } } }
            void Make() { new Endless(); }
            Make();
            GC.Collect();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(-1);
            """);
        Assert.NotEmpty(ProgramsOf(kernel.Process.Id));
        kernel.CloseCommands();
        Assert.True(kernel.Process.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Empty(ProgramsOf(kernel.Process.Id));
    }

    [Fact]
    public void KernelThatWasKilled_LeavesPrograms_WhichTheAppEnds()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a cell started is looked for in /proc.");
        using var kernel = new StartedKernel();
        kernel.Run(Programs);
        kernel.Process.Kill();
        // With a limit: without one it would wait for the end of what the programs may still print.
        Assert.True(kernel.Process.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.NotEmpty(ProgramsOf(kernel.Process.Id));
        OwnPrograms.EndOf(kernel.Process.Id);
        Assert.Empty(ProgramsOf(kernel.Process.Id));
    }

    private static List<int> ProgramsOf(int kernel)
    {
        Thread.Sleep(200);
        return [.. Process.GetProcessesByName("sleep").Select(program => program.Id).Where(IsOfKernel)];

        // One that was ended and that nobody has waited for is none any more.
        bool IsOfKernel(int id)
        {
            try
            {
                return File.ReadAllText($"/proc/{id}/environ").Contains($"LOGREGCOURSE_KERNEL={kernel}\0", StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        }
    }
}
