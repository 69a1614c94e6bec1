using System.IO.Compression;
using LogRegCourse.Kernel.Tests.Support;
using LogRegCourse.KernelProcess.Packages;

namespace LogRegCourse.KernelProcess.Tests.Support;

/// <summary>
/// A folder with a package feed of its own and nothing else: the machine's feeds and its package cache are out of play.
/// </summary>
internal sealed class LocalFeed
{
    private LocalFeed(Func<string, string> source)
    {
        Folder = Directory.CreateTempSubdirectory("logregcourse-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "feed"));
        File.WriteAllText(Path.Combine(Folder, "NuGet.Config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Folder, "installed")}" /></config>
              <packageSources><clear /><add key="local" value="{source(Path.Combine(Folder, "feed"))}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public LocalFeed() : this(feed => feed)
    {
    }

    public string Folder { get; }

    /// <summary>A machine without the Internet.</summary>
    public static LocalFeed OutOfReach() => new(_ => "https://127.0.0.1:9/index.json");

    public PackageRestore Restore => new(Path.Combine(Folder, "answers"), Folder, TimeProvider.System, DotnetRestore.Run);

    /// <summary>Puts a package with one library into the feed.</summary>
    public void Add(string id, string version, string source, string? dependsOn = null)
    {
        var library = LibraryFile.Compile(id, $"[assembly: System.Reflection.AssemblyInformationalVersion(\"{version}\")] {source}");
        using var package = ZipFile.Open(Path.Combine(Folder, "feed", $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(library, $"lib/net10.0/{id}.dll");
        using var manifest = new StreamWriter(package.CreateEntry(id + ".nuspec").Open());
        manifest.Write($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{id}</id><version>{version}</version><authors>tests</authors><description>A package of a test.</description>
              <dependencies><group targetFramework="net10.0">{(dependsOn is null ? "" : $"<dependency id=\"{dependsOn}\" version=\"1.0.0\" />")}</group></dependencies>
            </metadata></package>
            """);
    }

    /// <summary>Takes a package from the machine's cache, as if it had been restored here.</summary>
    public void TakeInstalled(string id, string version)
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var package = Path.Combine(id.ToLowerInvariant(), version);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(cache, package), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, "installed", Path.GetRelativePath(cache, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
