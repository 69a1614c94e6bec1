using System.Diagnostics;
using System.Runtime.CompilerServices;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Studio.Tests.Notebooks;

/// <summary>A process that replaces one file again and again until it is killed: this test program started a second time.</summary>
internal static class WriteLoop
{
    private const string PathVariable = "LOGREGCOURSE_TEST_WRITE_LOOP";

    /// <summary>Large enough that a write takes a while.</summary>
    public static string[] Texts { get; } = [new('a', 2_000_000), new('b', 2_000_000)];

    public static Process Start(string path)
    {
        var assembly = typeof(WriteLoop).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly]) { RedirectStandardOutput = true };
        start.Environment[PathVariable] = path;
        return Process.Start(start)!;
    }

    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is not { Length: > 0 } path) return;
        for (var count = 0; ; count++)
        {
            SafeFile.Write(path, Texts[count % Texts.Length]);
            if (count == 1) Console.WriteLine("writing");
        }
    }
}
