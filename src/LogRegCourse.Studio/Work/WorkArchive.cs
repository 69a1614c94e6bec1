using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Studio.Work;

/// <summary>A notebook of a reader's. Name: a lesson's, or own/NAME for one that is not of the course.</summary>
internal sealed record KeptNotebook(string Name, string Text);

/// <summary>What a copy of one's work holds. Progress: the checks' record. LeftOut: a sentence for each file that is not restored.</summary>
internal sealed record KeptWork(IReadOnlyList<KeptNotebook> Notebooks, IReadOnlyDictionary<string, string> Progress, IReadOnlyList<string> LeftOut);

/// <summary>
/// All of a reader's work as one zip: lessons/NAME.ipynb, own/NAME.ipynb and progress.json. What is read is bounded, and
/// a path is only ever a name: nothing is written where a zip says.
/// </summary>
internal static class WorkArchive
{
    public const int LargestMegabytes = 256;

    private const int MostFiles = 1000;
    private const int LongestName = 120;
    private const string Lessons = "lessons/";
    private const string Own = "own/";
    private const string Extension = ".ipynb";
    private const string ProgressFile = "progress.json";

    /// <param name="notebooks">The notebooks.</param>
    /// <param name="progress">The checks' record as they write it; null where there is none.</param>
    /// <param name="at">When it is written.</param>
    public static byte[] Write(IEnumerable<KeptNotebook> notebooks, string? progress, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in notebooks) Add(zip, (name.StartsWith(Own, StringComparison.Ordinal) ? name : Lessons + name) + Extension, text, at);
            if (progress is not null) Add(zip, ProgressFile, progress, at);
        }
        return bytes.ToArray();
    }

    /// <exception cref="NotebookException">It is no such zip.</exception>
    public static KeptWork Read(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return Read(zip);
        }
        catch (InvalidDataException e)
        {
            throw new NotebookException("This file is not a zip, or not a whole one: choose the one that \"Download all your work\" made. Nothing was restored.", e);
        }
    }

    private static KeptWork Read(ZipArchive zip)
    {
        if (zip.Entries.Count > MostFiles) throw new NotebookException($"This zip has {zip.Entries.Count} files, more than {MostFiles}, so it is no copy of your work. Nothing was restored.");
        var notebooks = new Dictionary<string, KeptNotebook>();
        var progress = new Dictionary<string, string>();
        var leftOut = new List<string>();
        var room = LargestMegabytes * 1024L * 1024L;
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            try
            {
                if (entry.FullName == ProgressFile) progress = Progress(Unpacked(entry, ref room));
                else if (NameOf(entry.FullName) is not { } name) leftOut.Add($"{Shown(entry.FullName)} is no file of this course's copies.");
                else if (!notebooks.TryAdd(name, Notebook(name, Unpacked(entry, ref room)))) leftOut.Add($"{Shown(entry.FullName)} is there twice: the first was taken.");
            }
            catch (NotebookException e) when (room >= 0)
            {
                leftOut.Add(e.Message);
            }
            catch (InvalidDataException)
            {
                leftOut.Add($"{Shown(entry.FullName)} is damaged.");
            }
        }
        if (notebooks.Count == 0 && progress.Count == 0)
            throw new NotebookException($"This zip holds no work of this course: choose the one that \"Download all your work\" made.{(leftOut.Count > 0 ? $" {leftOut[0]}" : "")}");
        return new([.. notebooks.Values], progress, leftOut);
    }

    // Counted as it comes: what a zip says of its files' sizes need not be true.
    private static byte[] Unpacked(ZipArchiveEntry entry, ref long room)
    {
        using var from = entry.Open();
        using var into = new MemoryStream();
        var part = new byte[81_920];
        for (var length = from.Read(part); length > 0; length = from.Read(part))
        {
            room -= length;
            if (room < 0) throw new NotebookException($"This zip unpacks to more than {LargestMegabytes} MB, so it is no copy of your work. Nothing was restored.");
            into.Write(part, 0, length);
            NotebookReader.ExpectSize(into.Length, Shown(entry.FullName));
        }
        return into.ToArray();
    }

    private static KeptNotebook Notebook(string name, byte[] bytes) => new(name, NotebookWriter.Write(NotebookReader.Read(bytes, name[(name.LastIndexOf('/') + 1)..] + Extension)));

    private static Dictionary<string, string> Progress(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, WorkJson.Default.DictionaryStringString) is { } read && read.All(entry => entry.Value is not null) ? read : throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new NotebookException($"{ProgressFile} is not what the checks write.", e);
        }
    }

    private static string? NameOf(string path)
    {
        var folder = new[] { Lessons, Own }.FirstOrDefault(folder => path.StartsWith(folder, StringComparison.Ordinal));
        if (folder is null || !path.EndsWith(Extension, StringComparison.Ordinal) || path.Length <= folder.Length + Extension.Length) return null;
        var name = path[folder.Length..^Extension.Length];
        return name.Length > LongestName || name.All(c => c == '.') || name.Any(c => c is '/' or '\\' || char.IsControl(c)) ? null : folder == Own ? Own + name : name;
    }

    private static string Shown(string path) => path.Length <= LongestName ? path : path[..LongestName] + "…";

    private static void Add(ZipArchive zip, string path, string text, DateTimeOffset at)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = at;
        using var into = new StreamWriter(entry.Open());
        into.Write(text);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptWork))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class WorkJson : JsonSerializerContext;
