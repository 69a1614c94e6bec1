using System.Globalization;

namespace LogRegCourse.KernelProcess;

/// <summary>How many files and sockets this process may have open. The runtime itself ends a process that has no more.</summary>
internal static class FileHandles
{
    /// <summary>What a kernel needs for itself.</summary>
    public const int Needed = 150;

    private const int WhereNotSaid = 1024;

    /// <summary>The limit.</summary>
    public static int Limit { get; } = Read();

    private static int Read()
    {
        if (!OperatingSystem.IsLinux()) return WhereNotSaid;
        try
        {
            // Max open files            1024                 4096                 files
            var line = File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal));
            var soft = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(3);
            return int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : int.MaxValue;
        }
        catch (IOException)
        {
            return WhereNotSaid;
        }
    }
}
