using System.Text.Json.Serialization;
using LogRegCourse.App.Export;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>A cell that holds every word of a search: where it is, and the line with the first of them, formulas as in markdown.</summary>
internal sealed record SearchHit(string Lesson, string Title, string Section, string CellId, string Line);

/// <summary>Finds words in the text and the code of all lessons.</summary>
internal static class LessonSearch
{
    private const int MostHits = 40;

    public static IReadOnlyList<SearchHit> Find(CourseFolder course, string query)
    {
        // The lessons are written with the apostrophe of the keyboard.
        var words = query.Replace('’', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
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
        var section = "";
        foreach (var cell in lesson.Notebook.Cells)
        {
            if (cell is MarkdownCell) section = MarkdownHtml.Headings(cell.Source).LastOrDefault(heading => heading.Level is 2 or 3).Text ?? section;
            if (words.All(word => cell.Source.Contains(word, StringComparison.OrdinalIgnoreCase)))
                yield return new(lesson.Name, lesson.Title, section, cell.Id, LineWith(cell, words[0]));
        }
    }

    private static string LineWith(Cell cell, string word)
    {
        var line = cell.Source.Split('\n').First(line => line.Contains(word, StringComparison.OrdinalIgnoreCase)).Trim();
        if (cell is not MarkdownCell) return line;
        // A heading, a row of a table or an item of a list is read without its marks.
        var bare = line.TrimStart('#', '-').Trim('|', ' ');
        return MarkdownHtml.FirstParagraph(bare) is { Length: > 0 } text ? text.Replace(" | ", "  ", StringComparison.Ordinal) : bare;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<SearchHit>))]
internal sealed partial class StudioJson : JsonSerializerContext;
