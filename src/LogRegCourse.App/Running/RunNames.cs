namespace LogRegCourse.App.Running;

/// <summary>
/// What each notebook of a run is called, and its executed copy with it: the file's name; where several files have one
/// name, with the folder's before it.
/// </summary>
internal static class RunNames
{
    /// <returns>One name for each path, all different also where a disk does not tell capitals apart.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> paths)
    {
        var names = paths.Select(path => Path.GetFileNameWithoutExtension(path)).ToList();
        var shared = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var taken = names.Where(name => !shared.Contains(name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. paths.Zip(names, (path, name) => shared.Contains(name) ? Free($"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))}-{name}") : name)];

        string Free(string wanted)
        {
            var free = wanted;
            for (var next = 2; !taken.Add(free); next++) free = $"{wanted}-{next}";
            return free;
        }
    }
}
