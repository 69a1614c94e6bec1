using System.Diagnostics;

namespace LogRegCourse.Testing;

/// <summary>
/// Tools that some tests drive (Chromium, Jupyter, R, ...). Without them a student's `dotnet test` skips those
/// tests; with LOGREGCOURSE_ALL_TESTS=1, as in CI, a missing tool is a failure.
/// </summary>
internal static class OptionalTool
{
    public static bool AllRequired => Environment.GetEnvironmentVariable("LOGREGCOURSE_ALL_TESTS") == "1";

    /// <summary>Full path of a program on PATH; skips the calling test (or fails it in CI) when there is none.</summary>
    public static string Require(params string[] names)
    {
        var path = names.Select(Find).FirstOrDefault(found => found is not null);
        if (path is null) Missing(string.Join(" or ", names));
        return path!;
    }

    /// <summary>Skips (or fails in CI) unless python3 can import the module.</summary>
    public static void RequirePythonModule(string module)
    {
        using var python = Process.Start(new ProcessStartInfo(PythonPath(), ["-c", $"import {module}"]) { RedirectStandardError = true })!;
        python.StandardError.ReadToEnd();
        python.WaitForExit();
        if (python.ExitCode != 0) Missing($"Python's {module}");
    }

    /// <summary>The distribution's Python: optional modules come from its packages, not from a private build of Python.</summary>
    public static string PythonPath() => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : Require("python3");

    public static void Missing(string what)
    {
        Assert.False(AllRequired, $"{what} is not on this machine, but LOGREGCOURSE_ALL_TESTS=1 asks for every test.");
        Assert.Skip($"{what} is not on this machine.");
    }

    private static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);
}
