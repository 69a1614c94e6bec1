namespace LogRegCourse.Testing;

/// <summary>Where the checkout under test lies.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The folder for figures that tests measure; git ignores it.</summary>
    public static string Artifacts => Directory.CreateDirectory(PathOf("artifacts")).FullName;

    private static string FindRoot(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "LogRegCourse.sln"))) return at.FullName;
        throw new InvalidOperationException($"No LogRegCourse.sln above {folder}.");
    }
}
