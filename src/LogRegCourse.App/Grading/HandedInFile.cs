namespace LogRegCourse.App.Grading;

/// <summary>A file that was handed in: the folders and zips above it, outermost first, its own name last. Bytes are
/// absent where a refusal says in one sentence why it is not read.</summary>
internal sealed record HandedInFile(IReadOnlyList<string> Path, byte[]? Bytes, string? Refusal = null)
{
    /// <summary>The path as the report shows it.</summary>
    public string Place => string.Join('/', Path);
}
