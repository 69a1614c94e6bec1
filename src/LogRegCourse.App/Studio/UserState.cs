namespace LogRegCourse.App.Studio;

/// <summary>Where the Studio keeps what is the reader's own and no course's: a folder that nobody else can read.</summary>
internal static class UserState
{
    public static string Folder =>
        Environment.GetEnvironmentVariable("LOGREGCOURSE_STATE") is { Length: > 0 } named ? named
        : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "logregcourse")
        : Path.Combine(Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state ? state : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state"), "logregcourse");

    /// <summary>Writes a file that the owner alone can read, from its first byte on, and makes its folder the same way.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            // Below the owner's own profile, which others cannot read.
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var file = new FileStream(path, options);
        file.Write(content);
    }
}
