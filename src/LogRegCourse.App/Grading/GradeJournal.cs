using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogRegCourse.App.Grading;

/// <summary>
/// What is graded already, one line for each set of answers, in the report's folder: an interrupted run goes on where it
/// was. The key is the content, lesson, answers and checker, so that what changed is graded anew. No names are in it.
/// </summary>
internal sealed class GradeJournal : IDisposable
{
    private readonly byte[] _checker;
    private readonly Dictionary<string, IReadOnlyList<Grade>> _known = [];
    private readonly StreamWriter _lines;

    /// <param name="path">The journal's file; it is made if need be.</param>
    /// <param name="checker">The library that judges: another one judges anew.</param>
    public GradeJournal(string path, string checker)
    {
        _checker = SHA256.HashData(File.ReadAllBytes(checker));
        var isWhole = true;
        if (File.Exists(path))
        {
            var text = File.ReadAllText(path);
            isWhole = text.Length == 0 || text[^1] == '\n';
            foreach (var line in text.Split('\n'))
                if (Read(line) is { } entry) _known[entry.Key] = entry.Grades;
        }
        _lines = new StreamWriter(path, append: true) { AutoFlush = true };
        // A line cut off by an interruption is left behind.
        if (!isWhole) _lines.WriteLine();
    }

    public string Key(AnsweredLesson answered)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_checker);
        foreach (var cell in answered.Cells) hash.AppendData(Encoding.UTF8.GetBytes($"{cell.Id}\n{cell.IsStudents}\n{cell.Source.Length}\n{cell.Source}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public IReadOnlyList<Grade>? Find(string key)
    {
        lock (_known) return _known.GetValueOrDefault(key);
    }

    public void Add(string key, IReadOnlyList<Grade> grades)
    {
        lock (_known)
        {
            _known[key] = grades;
            _lines.WriteLine(JsonSerializer.Serialize(new JournalEntry(key, grades), JournalJson.Default.JournalEntry));
        }
    }

    public void Dispose() => _lines.Dispose();

    private static JournalEntry? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, JournalJson.Default.JournalEntry) is { Key: not null, Grades: not null } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A line of the journal.</summary>
internal sealed record JournalEntry(string Key, IReadOnlyList<Grade> Grades);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class JournalJson : JsonSerializerContext;
