using System.Security.Cryptography;
using System.Text;

namespace LogRegCourse.App.Running;

/// <summary>The course on this disk: the folder that holds <c>notebooks/</c>.</summary>
internal sealed record CourseFolder(string Root)
{
    /// <summary>Which course on this machine: what a browser keeps for one is not given to another.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(Root))))[..16];

    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The course around the current directory, or else around this program.</summary>
    public static CourseFolder Find() =>
        Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory)
        ?? throw new UsageException("There is no course here: go to the folder that has notebooks/ in it.");

    /// <summary>Every lesson, in the order of the course.</summary>
    public IReadOnlyList<string> Lessons() =>
        Directory.GetFiles(Notebooks, "*.ipynb") is { Length: > 0 } lessons ? [.. lessons.Order(StringComparer.Ordinal)]
        : throw new UsageException($"There are no notebooks in {Shown(Notebooks)}.");

    /// <summary>A lesson by its path, its name, or the number its name begins with.</summary>
    public string Lesson(string name)
    {
        if (File.Exists(name)) return Path.GetFullPath(name);
        var lessons = Lessons();
        var stem = Path.GetFileNameWithoutExtension(name);
        return lessons.FirstOrDefault(lesson => Path.GetFileNameWithoutExtension(lesson) == stem)
            ?? lessons.FirstOrDefault(lesson => Path.GetFileName(lesson).StartsWith($"{TwoDigits(stem)}-", StringComparison.Ordinal))
            ?? throw new UsageException($"There is no notebook \"{name}\"; the lessons are {string.Join(", ", lessons.Select(Path.GetFileNameWithoutExtension))}.");
    }

    /// <summary>Where a command writes: the folder asked for, or one under artifacts/. It is made if need be.</summary>
    public string OutFolder(string? asked, string name) =>
        Directory.CreateDirectory(asked ?? Path.Combine(Root, "artifacts", name)).FullName;

    /// <summary>A path as a reader of the terminal would write it.</summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>A lesson's number as file names begin with it: 3 is 03, 2b is 02b.</summary>
    private static string TwoDigits(string number) => number is [>= '0' and <= '9'] or [>= '0' and <= '9', >= 'a' and <= 'z'] ? "0" + number : number;

    private static CourseFolder? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "notebooks")) && Directory.Exists(Path.Combine(at.FullName, "data")))
                return new CourseFolder(at.FullName);
        return null;
    }
}
