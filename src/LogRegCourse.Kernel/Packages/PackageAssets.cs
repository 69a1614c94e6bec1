using System.Runtime.InteropServices;
using System.Text.Json;

namespace LogRegCourse.Kernel.Packages;

/// <summary>The files of restored packages: libraries for the compiler and for running, folders with native ones. Versions:
/// of each package the one that was taken. Folders: where each package lies.</summary>
internal sealed record PackageAssets(
    IReadOnlyList<string> Libraries,
    IReadOnlyList<string> NativeFolders,
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyList<string> Folders)
{
    // What a package may have for this machine, the nearest first: linux-x64, linux, unix-x64, unix, any.
    private static readonly IReadOnlyList<string> Machines =
        [RuntimeInformation.RuntimeIdentifier, .. OperatingSystem.IsWindows() ? ["win"] : (string[])[.. SystemName, $"unix-{Architecture}", "unix"], "any"];

    private static string Architecture => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static string[] SystemName => OperatingSystem.IsMacOS() ? ["osx"] : [$"linux-{Architecture}", "linux"];


    /// <summary>Reads the file that restore writes; null when a package has since been deleted.</summary>
    public static PackageAssets? Read(string assetsFile)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        HashSet<string> libraries = [];
        HashSet<string> native = [];
        Dictionary<string, string> versions = new(StringComparer.OrdinalIgnoreCase);
        List<string> places = [];
        foreach (var package in root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (package.Name.Split('/') is [var name, var version]) versions[name] = version;
            var relative = root.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!;
            var folder = folders.Select(parent => Path.Combine(parent, relative)).FirstOrDefault(Directory.Exists);
            if (folder is null) return null;
            places.Add(folder);
            // What is made for this machine stands in for what is made for all.
            var own = MachineFiles(package.Value, "runtime").Where(IsLibrary).ToList();
            var shared = Files(package.Value, "runtime").Where(IsLibrary).Where(file => !own.Exists(other => Path.GetFileName(other) == Path.GetFileName(file)));
            libraries.UnionWith(own.Concat(shared).Select(file => Path.Combine(folder, file)));
            native.UnionWith(MachineFiles(package.Value, "native").Select(file => Path.GetDirectoryName(Path.Combine(folder, file))!));
        }
        return libraries.All(File.Exists) ? new([.. libraries], [.. native], versions, places) : null;
    }

    private static IEnumerable<string> Files(JsonElement package, string kind) =>
        package.TryGetProperty(kind, out var files) ? files.EnumerateObject().Select(file => file.Name) : [];

    // Of each file the one that is nearest to this machine.
    private static IEnumerable<string> MachineFiles(JsonElement package, string kind)
    {
        if (!package.TryGetProperty("runtimeTargets", out var files)) return [];
        return files.EnumerateObject()
            .Where(file => file.Value.GetProperty("assetType").GetString() == kind && Machines.Contains(file.Value.GetProperty("rid").GetString()!))
            .GroupBy(file => Path.GetFileName(file.Name))
            .Select(same => same.MinBy(file => Machines.Index().First(machine => machine.Item == file.Value.GetProperty("rid").GetString()).Index)!.Name);
    }

    private static bool IsLibrary(string file) => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
}
