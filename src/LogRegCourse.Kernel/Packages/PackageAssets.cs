using System.Runtime.InteropServices;
using System.Text.Json;

namespace LogRegCourse.Kernel.Packages;

/// <summary>The files of restored packages: libraries for the compiler and for running, folders with native ones.</summary>
internal sealed record PackageAssets(IReadOnlyList<string> Libraries, IReadOnlyList<string> NativeFolders)
{
    /// <summary>Reads the file that restore writes; null when a package has since been deleted.</summary>
    public static PackageAssets? Read(string assetsFile)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        HashSet<string> libraries = [];
        HashSet<string> native = [];
        foreach (var package in root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            var relative = root.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!;
            var folder = folders.Select(parent => Path.Combine(parent, relative)).FirstOrDefault(Directory.Exists);
            if (folder is null) return null;
            libraries.UnionWith(Files(package.Value, "runtime").Where(IsLibrary).Select(file => Path.Combine(folder, file)));
            native.UnionWith(NativeFiles(package.Value).Select(file => Path.GetDirectoryName(Path.Combine(folder, file))!));
        }
        return libraries.All(File.Exists) ? new([.. libraries], [.. native]) : null;
    }

    private static IEnumerable<string> Files(JsonElement package, string kind) =>
        package.TryGetProperty(kind, out var files) ? files.EnumerateObject().Select(file => file.Name) : [];

    private static IEnumerable<string> NativeFiles(JsonElement package)
    {
        if (!package.TryGetProperty("runtimeTargets", out var files)) return [];
        return files.EnumerateObject()
            .Where(file => file.Value.GetProperty("assetType").GetString() == "native" && file.Value.GetProperty("rid").GetString() == RuntimeInformation.RuntimeIdentifier)
            .Select(file => file.Name);
    }

    private static bool IsLibrary(string file) => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
}
