using System.Diagnostics;
using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>The process that started the kernel. Jupyter names it in JPY_PARENT_PID: by its id, on Windows by a handle to
/// it, which the kernel inherits.</summary>
internal static class ParentProcess
{
    /// <summary>What Jupyter wrote, null where it wrote nothing.</summary>
    public static string? Named => Environment.GetEnvironmentVariable("JPY_PARENT_PID");

    /// <summary>Whether it is gone; never so where none is named (unset or 0) or where it is process 1, which cannot go.</summary>
    public static bool IsGone(string? named)
    {
        if (!nint.TryParse(named, CultureInfo.InvariantCulture, out var parent) || parent <= 1) return false;
        return OperatingSystem.IsWindows() ? HasEnded(handle: parent) : !Exists((int)parent);
    }

    private static bool HasEnded(nint handle)
    {
        using var process = new InheritedProcess(handle);
        try
        {
            return process.WaitOne(TimeSpan.Zero);
        }
        catch (Exception)
        {
            // It is no handle, or no longer: then nobody knows, and a kernel in use must not end.
            return false;
        }
    }

    private static bool Exists(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private sealed class InheritedProcess : WaitHandle
    {
        public InheritedProcess(nint handle) => SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false);
    }
}
