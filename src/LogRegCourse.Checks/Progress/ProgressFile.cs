using System.Text.Json;

namespace LogRegCourse.Checks.Progress;

/// <summary>The one small file that remembers which exercises are done.</summary>
internal static class ProgressFile
{
    private const string Variable = "LOGREGCOURSE_PROGRESS";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Best verdict so far of each exercise: "passed" or "failed"; empty when nothing is remembered.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        if (Location() is not { } file || !File.Exists(file)) return new Dictionary<string, string>();
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [];
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return new Dictionary<string, string>();
        }
    }

    /// <summary>Remembers a verdict; a passed exercise stays passed. A file that cannot be written is no reason to fail a check.</summary>
    public static void Add(Verdict verdict)
    {
        if (Location() is not { } file || verdict.State is VerdictState.NotDone or VerdictState.Unchecked) return;
        var all = new SortedDictionary<string, string>(Read().ToDictionary(), StringComparer.Ordinal);
        if (all.GetValueOrDefault(verdict.Id) == "passed") return;
        all[verdict.Id] = verdict.State == VerdictState.Passed ? "passed" : "failed";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var next = file + ".new";
            File.WriteAllText(next, JsonSerializer.Serialize(all, Indented));
            File.Move(next, file, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>The path in the environment variable, none when it says "off", else beside the notebooks folder.</summary>
    private static string? Location() => Environment.GetEnvironmentVariable(Variable) switch
    {
        "off" => null,
        { Length: > 0 } path => Path.GetFullPath(path),
        _ => Directory.GetParent(Directory.GetCurrentDirectory()) is { } course ? Path.Combine(course.FullName, ".logregcourse", "progress.json") : null,
    };
}
