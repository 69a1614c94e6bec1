using System.IO.Compression;
using LogRegCourse.Kernel.Tests.Support;
using LogRegCourse.KernelProcess.Packages;

namespace LogRegCourse.KernelProcess.Tests.Support;

/// <summary>
/// A folder with a package feed of its own and nothing else: the machine's feeds and its package cache are out of play.
/// </summary>
internal sealed class LocalFeed
{
    public LocalFeed()
    {
        Folder = Directory.CreateTempSubdirectory("logregcourse-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "feed"));
        File.WriteAllText(Path.Combine(Folder, "NuGet.Config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Folder, "installed")}" /></config>
              <packageSources><clear /><add key="local" value="{Path.Combine(Folder, "feed")}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public string Folder { get; }

    public PackageRestore Restore => new(Path.Combine(Folder, "answers"), Folder, TimeProvider.System, DotnetRestore.Run);

    /// <summary>Puts a package with one library into the feed.</summary>
    public void Add(string id, string version, string source)
    {
        var library = LibraryFile.Compile(id, $"[assembly: System.Reflection.AssemblyInformationalVersion(\"{version}\")] {source}");
        using var package = ZipFile.Open(Path.Combine(Folder, "feed", $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(library, $"lib/net10.0/{id}.dll");
        using var manifest = new StreamWriter(package.CreateEntry(id + ".nuspec").Open());
        manifest.Write($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{id}</id><version>{version}</version><authors>tests</authors><description>A package of a test.</description>
              <dependencies><group targetFramework="net10.0" /></dependencies>
            </metadata></package>
            """);
    }
}
