using System.Security.Cryptography;
using System.Text;

namespace LogRegCourse.App.Grading;

/// <summary>Numbers in the place of names, drawn at random, so that their order says nothing; the key stays in a file apart.</summary>
internal static class Pseudonyms
{
    /// <param name="graded">With names.</param>
    /// <param name="keyPath">Who had a number there keeps it; who had none gets one.</param>
    public static IReadOnlyList<GradedLesson> Apply(IReadOnlyList<GradedLesson> graded, string keyPath)
    {
        var numbers = Read(keyPath);
        var fresh = graded.Select(lesson => lesson.Student.Name).Distinct().Where(name => !numbers.ContainsKey(name)).ToArray();
        RandomNumberGenerator.Shuffle(fresh.AsSpan());
        foreach (var name in fresh) numbers[name] = $"Student {numbers.Count + 1:000}";
        File.WriteAllText(keyPath, string.Concat(numbers.OrderBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => $"{pair.Value}\t{pair.Key}\n")), new UTF8Encoding(false));
        // A path and what a refusal says of it hold the name too.
        return [.. graded.Select(lesson => lesson with
        {
            Student = new Student(numbers[lesson.Student.Name]),
            Place = "",
            Failure = lesson.Failure is null ? null : "One file was not graded; the run without --pseudonyms says why.",
        })];
    }

    private static Dictionary<string, string> Read(string keyPath) => !File.Exists(keyPath) ? [] : File.ReadAllLines(keyPath)
        .Select(line => line.Split('\t', 2)).Where(parts => parts.Length == 2).ToDictionary(parts => parts[1], parts => parts[0]);
}
