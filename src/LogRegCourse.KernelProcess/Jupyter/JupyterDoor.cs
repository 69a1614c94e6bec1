using System.Runtime.InteropServices;
using LogRegCourse.Kernel.Session;
using LogRegCourse.KernelProcess.Packages;
using LogRegCourse.KernelProcess.Session;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>What Jupyter's side of the kernel does: serve a notebook, be installed, be removed.</summary>
internal static class JupyterDoor
{
    private static readonly TimeSpan ParentCheck = TimeSpan.FromSeconds(1);

    /// <summary>Serves until the front end shuts the kernel down or dies.</summary>
    public static void Serve(string connectionFile)
    {
        if (FileHandles.Limit < FileHandles.Needed)
            throw new InvalidOperationException($"A kernel needs {FileHandles.Needed} file handles and may have {FileHandles.Limit}: raise the limit (ulimit -n).");
        var connection = ConnectionFile.Read(connectionFile);
        using var copy = KernelPublish.Hold(AppContext.BaseDirectory);
        // Listening comes at once: a front end is greeted while the compiler warms up.
        var (session, work) = WarmStart.Begin(() => { });
        using var server = new JupyterServer(session, work, connection);
        // A cell may end the process; what it printed before shall arrive.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            BoundedOutput.SendWhatWaits();
            server.Dispose();
        };
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            server.Interrupt();
        });
        using var parent = new Timer(_ => ExitWithParent(), null, ParentCheck, ParentCheck);
        server.WaitForEnd();
    }

    /// <summary>Installs for this user, or under a prefix.</summary>
    public static void Install(string? prefix, TextWriter log)
    {
        var copies = KernelPublish.FolderUnder(prefix);
        var published = KernelPublish.Below(copies, log);
        var folder = KernelSpec.Install(KernelSpec.DataFolder(prefix), published);
        KernelPublish.RemoveOthers(copies, published);
        log.WriteLine($"Installed the kernel \"{KernelSpec.DisplayName(Path.GetFileName(folder))}\" for Jupyter and VS Code in {folder}.");
        if (ChartScript.Install(KernelSpec.DataFolder(prefix), PackageRestore.ForThisMachine()) is { } why) log.WriteLine($"Charts need the Internet in Jupyter until this is run again: {why}");
    }

    /// <summary>Removes what Install wrote.</summary>
    public static void Uninstall(string? prefix, TextWriter log)
    {
        var removed = KernelSpec.Uninstall(KernelSpec.DataFolder(prefix));
        ChartScript.Uninstall(KernelSpec.DataFolder(prefix));
        foreach (var folder in removed) log.WriteLine($"Removed the Jupyter kernel {Path.GetFileName(folder)} from {folder}.");
        if (removed.Count == 0) log.WriteLine("No Jupyter kernel of this course is installed there.");
        KernelPublish.RemoveOthers(KernelPublish.FolderUnder(prefix), kept: null);
    }

    // A kernel that nobody can reach any more ends.
    private static void ExitWithParent()
    {
        if (ParentProcess.IsGone(ParentProcess.Named)) KernelEnd.Now();
    }
}
