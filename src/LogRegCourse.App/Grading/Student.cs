using System.Globalization;
using System.Text.RegularExpressions;

namespace LogRegCourse.App.Grading;

/// <summary>Who handed in: the name as the platform wrote it, and the number by which it knows the student, where it is told.</summary>
internal sealed partial record Student(string Name, string? MoodleId = null, string? CanvasId = null)
{
    // What Moodle calls everybody where markers are not to know names.
    private const string Nobody = "Participant";

    // In which a reader of work looks for what belongs to it; no name of anybody.
    private static readonly string[] Folders = ["lessons", "notebooks", "own", "submission", "submissions"];

    /// <summary>
    /// From where a notebook lay: Moodle's folder "Name_12345_assignsubmission_file_", or a file whose name begins so, Canvas'
    /// "name_123_456_file.ipynb" or "anon_x1y2z_456_file.ipynb",
    /// "student/02-lesson.ipynb", "02-lesson/student.ipynb", "student.ipynb", and the same with a zip in a folder's place.
    /// </summary>
    /// <param name="path">Folders and zips, and the file's name last.</param>
    /// <param name="lessons">The names of the course's lessons.</param>
    public static (Student Student, int? Attempt) Of(IReadOnlyList<string> path, IReadOnlyCollection<string> lessons)
    {
        foreach (var part in path.Reverse())
        {
            if (Moodle().Match(part) is { Success: true } moodle) return (new(Shown(moodle.Groups["name"].Value is Nobody ? $"{Nobody} {moodle.Groups["id"].Value}" : moodle.Groups["name"].Value), MoodleId: moodle.Groups["id"].Value), null);
            if (Canvas().Match(part) is { Success: true } canvas)
                return (new(Shown(canvas.Groups["name"].Value), CanvasId: canvas.Groups["id"] is { Success: true, Value: var id } ? id : null), Again().Match(Stem(part)) is { Success: true } again && !lessons.Contains(Stem(part)) ? int.Parse(again.Groups["n"].Value, CultureInfo.InvariantCulture) + 1 : null);
        }
        // The nearest name that is neither a lesson's nor a folder of a program's.
        var name = path.Reverse().Select(Stem).FirstOrDefault(part => !IsLesson(part, lessons) && !Folders.Contains(part, StringComparer.OrdinalIgnoreCase), path[^1]);
        return (new(Shown(name)), null);
    }

    // A browser that downloads a file twice calls the second one "02-lesson (1)".
    private static bool IsLesson(string stem, IReadOnlyCollection<string> lessons) => lessons.Contains(Copy().Replace(stem, ""), StringComparer.OrdinalIgnoreCase);

    private static string Stem(string name) =>
        name.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(name) : name;

    /// <summary>A name that may stand in any text: what turns the direction of writing or moves the cursor is replaced.</summary>
    private static string Shown(string name)
    {
        var shown = string.Concat(name.EnumerateRunes().Select(rune => Rune(rune))).Trim();
        return shown.Length == 0 ? "?" : shown.Length > 80 ? shown[..80] + "…" : shown;

        static string Rune(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse ? "\uFFFD" : rune.ToString();
    }

    [GeneratedRegex(@"^(?<name>.+)_(?<id>\d+)_assignsubmission_")]
    private static partial Regex Moodle();

    [GeneratedRegex(@"^((LATE_)?(?<name>anon_[A-Za-z0-9]+)|(?<name>.+?)(_LATE)?_(?<id>\d+))_\d+_.+\.(ipynb|zip)$")]
    private static partial Regex Canvas();

    [GeneratedRegex(@"-(?<n>\d{1,3})$")]
    private static partial Regex Again();

    [GeneratedRegex(@"( ?\(\d+\)|-Copy\d+)$")]
    private static partial Regex Copy();
}
