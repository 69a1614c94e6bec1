using System.Text.Json;

namespace LogRegCourse.Checks.Progress;

/// <summary>The one small file that remembers which exercises are done and what was guessed.</summary>
internal static class ProgressFile
{
    private const string Variable = "LOGREGCOURSE_PROGRESS";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private const string Right = "right: ";
    private const string Wrong = "wrong: ";
    private const char Between = '\n';

    /// <summary>
    /// Best verdict so far of each exercise, "passed" or "failed"; of each prediction the first guess and, below it, the
    /// last one if it is another, as "wrong: lower" and "right: higher". Empty when nothing is remembered.
    /// </summary>
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
        if (verdict.State is VerdictState.NotDone or VerdictState.Unchecked || Read().GetValueOrDefault(verdict.Id) == "passed") return;
        Write(verdict.Id, verdict.State == VerdictState.Passed ? "passed" : "failed");
    }

    /// <summary>Remembers a guess; the first one stays beside the last.</summary>
    public static void Add(string question, string guess, bool isRight)
    {
        var entry = (isRight ? Right : Wrong) + guess;
        var first = Read().GetValueOrDefault(question)?.Split(Between)[0];
        Write(question, first is null || first == entry ? entry : first + Between + entry);
    }

    /// <summary>The first and the last guess at a question; null where there is none.</summary>
    public static (string? First, string? Last) Guesses(string question) =>
        Read().GetValueOrDefault(question)?.Split(Between) is { } entries ? (Guess(entries[0]), Guess(entries[^1])) : (null, null);

    /// <summary>Whether the first and the last guess at a question were right; null where there is none.</summary>
    public static (bool First, bool Last)? Outcome(string question) => Outcome(Read(), question);

    /// <summary>The same from what was read before.</summary>
    public static (bool First, bool Last)? Outcome(IReadOnlyDictionary<string, string> remembered, string question) =>
        remembered.GetValueOrDefault(question)?.Split(Between) is { } entries ? (IsRight(entries[0]), IsRight(entries[^1])) : null;

    private static bool IsRight(string entry) => entry.StartsWith(Right, StringComparison.Ordinal);

    private static string Guess(string entry) => entry[Math.Min(Right.Length, entry.Length)..];

    private static void Write(string id, string value)
    {
        if (Location() is not { } file) return;
        var all = new SortedDictionary<string, string>(Read().ToDictionary(), StringComparer.Ordinal) { [id] = value };
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
