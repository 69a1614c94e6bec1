using System.Text.Json.Serialization;
using LogRegCourse.App.Export;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>A cell that holds every word of a search: where it is, and the line with most of them from shortly before the first, formulas as in markdown.</summary>
internal sealed record SearchHit(string Lesson, string Title, string Section, string CellId, string Line);

/// <summary>Finds words in the text and the code of all lessons.</summary>
internal static class LessonSearch
{
    private const int MostHits = 40;
    private const int MostBefore = 30;

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
        catch (Exception e) when (e is NotebookException or IOException)
        {
            // The contents page says what is wrong with it.
            yield break;
        }
        var section = "";
        foreach (var cell in lesson.Notebook.Cells)
        {
            if (cell is MarkdownCell) section = MarkdownHtml.Headings(cell.Source).LastOrDefault(heading => heading.Level is 2 or 3).Text ?? section;
            if (words.All(word => cell.Source.Contains(word, StringComparison.OrdinalIgnoreCase)))
                yield return new(lesson.Name, lesson.Title, section, cell.Id, From(LineWith(cell, words), words));
        }
    }

    private static string LineWith(Cell cell, string[] words)
    {
        var line = cell.Source.Split('\n').MaxBy(line => words.Count(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))!.Trim();
        if (cell is not MarkdownCell) return line;
        // A heading, a row of a table or an item of a list is read without its marks.
        var bare = line.TrimStart('#', '-').Trim('|', ' ');
        return MarkdownHtml.FirstParagraph(bare) is { Length: > 0 } text ? text.Replace(" | ", "  ", StringComparison.Ordinal) : bare;
    }

    // The page shows one row of a line: what was searched for has to stand at its beginning.
    private static string From(string line, string[] words)
    {
        var at = PlaceOf(line, words);
        if (at <= MostBefore) return line;
        var from = line.LastIndexOf(' ', at - MostBefore / 2) + 1;
        // No formula is cut in two.
        if (line.AsSpan(0, from).Count('$') % 2 == 1) from = line.LastIndexOf('$', from - 1);
        return from > 0 ? $"… {line[from..]}" : line;
    }

    // Words that follow each other as they were typed are what was meant, rather than the first of them alone.
    private static int PlaceOf(string line, string[] words)
    {
        var together = line.IndexOf(string.Join(' ', words), StringComparison.OrdinalIgnoreCase);
        return together >= 0 ? together : words.Select(word => line.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(place => place >= 0).DefaultIfEmpty(0).Min();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<SearchHit>))]
internal sealed partial class StudioJson : JsonSerializerContext;
