using System.Text.Json.Serialization;
using LogRegCourse.App.Export;
using LogRegCourse.App.Notebooks;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>A cell that holds every word of a search: where it is, and the line with the first of them.</summary>
internal sealed record SearchHit(string Lesson, string Title, string CellId, string Line);

/// <summary>Finds words in the text and the code of all lessons.</summary>
internal static class LessonSearch
{
    private const int MostHits = 40;

    public static IReadOnlyList<SearchHit> Find(CourseFolder course, string query)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return [];
        return [.. course.Lessons().SelectMany(path => InLesson(path, words)).Take(MostHits)];
    }

    private static IEnumerable<SearchHit> InLesson(string path, string[] words)
    {
        Lesson lesson;
        try
        {
            lesson = new Lesson(Path.GetFileNameWithoutExtension(path), NotebookReader.ReadFile(path));
        }
        catch (NotebookException)
        {
            // The contents page says what is wrong with it.
            yield break;
        }
        foreach (var cell in lesson.Notebook.Cells)
            if (words.All(word => cell.Source.Contains(word, StringComparison.OrdinalIgnoreCase)))
                yield return new(lesson.Name, lesson.Title, cell.Id, LineWith(cell.Source, words[0]));
    }

    private static string LineWith(string source, string word) =>
        source.Split('\n').First(line => line.Contains(word, StringComparison.OrdinalIgnoreCase)).Trim().TrimStart('#', ' ');
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<SearchHit>))]
internal sealed partial class StudioJson : JsonSerializerContext;
