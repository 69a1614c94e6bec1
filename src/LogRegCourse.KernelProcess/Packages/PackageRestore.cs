using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using LogRegCourse.Kernel.Packages;
using LogRegCourse.Kernel.Scripting;

namespace LogRegCourse.KernelProcess.Packages;

/// <summary>
/// Fetches packages by `dotnet restore` and remembers the answer, yes or no, in a folder of its own per set of packages
/// and feeds; kernels that start together ask once.
/// </summary>
internal sealed class PackageRestore(string cacheFolder, string notebookFolder, TimeProvider time, Func<string, string, DateTimeOffset, PackageAnswer> restore)
{
    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(50);

    // Another kernel may be fetching the same; that has an end (see DotnetRestore).
    private static readonly TimeSpan LockLimit = TimeSpan.FromMinutes(3);

    // The names by which NuGet looks for its configuration.
    private static readonly string[] ConfigurationNames = ["nuget.config", "NuGet.config", "NuGet.Config"];

    // Extensions of .NET Interactive depend on these, but what they offer is the host's, like the framework: fetched with
    // all they depend on, they would give every cell a second Kernel.display.
    private static readonly string[] HostPackages = ["Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting"];

    /// <summary>Where answers are kept unless told otherwise; deleting the folder makes every kernel ask again.</summary>
    public static string DefaultCacheFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "LogRegCourse", "packages");

    public static PackageRestore ForThisMachine() => new(DefaultCacheFolder, Environment.CurrentDirectory, TimeProvider.System, DotnetRestore.Run);

    /// <summary>The answer, and the files when it is yes.</summary>
    public (PackageAnswer Answer, PackageAssets? Assets) Ask(IReadOnlyList<PackageLine> packages, IReadOnlyList<string> sources)
    {
        var project = Project(packages, sources);
        var folder = Directory.CreateDirectory(Path.Combine(cacheFolder, Key(project))).FullName;
        using var _ = Lock(Path.Combine(folder, "lock"));
        var assetsFile = Path.Combine(folder, "obj", "project.assets.json");
        var answerFile = Path.Combine(folder, "answer.json");
        if (Remembered(answerFile) is { } known && known.Holds(time.GetUtcNow()))
        {
            if (known.Kind != PackageAnswerKind.Restored) return (known, null);
            if (File.Exists(assetsFile) && PackageAssets.Read(assetsFile) is { } assets) return (known, assets);
        }
        var projectFile = Path.Combine(folder, "packages.csproj");
        File.WriteAllText(projectFile, project);
        var answer = restore(projectFile, notebookFolder, time.GetUtcNow());
        File.WriteAllBytes(answerFile, JsonSerializer.SerializeToUtf8Bytes(answer, PackageJson.Default.PackageAnswer));
        return (answer, answer.Kind == PackageAnswerKind.Restored ? PackageAssets.Read(assetsFile) : null);
    }

    private static PackageAnswer? Remembered(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), PackageJson.Default.PackageAnswer) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Project(IReadOnlyList<PackageLine> packages, IReadOnlyList<string> sources) => new XElement("Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
            new XElement("ImportDirectoryBuildProps", false),
            new XElement("ImportDirectoryPackagesProps", false),
            new XElement("NuGetAudit", false),
            // A package asked for in an older version than another one needs is taken as asked, as by .NET Interactive.
            new XElement("WarningsNotAsErrors", "NU1605"),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', sources))),
        new XElement("ItemGroup", HostPackages.Select(name =>
            new XElement("PrunePackageReference", new XAttribute("Include", name), new XAttribute("Version", "99999.0.0")))),
        new XElement("ItemGroup", packages.OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase).Select(package => new XElement("PackageReference",
            new XAttribute("Include", package.Name),
            // NuGet's own meaning: this version, and where no feed has it the next one.
            new XAttribute("Version", package.Version))))).ToString();

    // Another feed may answer otherwise, so its configuration is part of the question. A folder further up may not be
    // listed by this user, so files are asked for by name.
    private string Key(string project)
    {
        var question = new StringBuilder(project);
        for (var at = new DirectoryInfo(notebookFolder); at is not null; at = at.Parent)
            foreach (var file in ConfigurationNames.Select(name => Path.Combine(at.FullName, name)).Where(File.Exists)) question.Append(File.ReadAllText(file));
        var user = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet", "NuGet.Config");
        if (File.Exists(user)) question.Append(File.ReadAllText(user));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.ToString())))[..24];
    }

    private FileStream Lock(string path)
    {
        var begin = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (time.GetElapsedTime(begin) < LockLimit)
            {
                StopFlag.WaitHandle.WaitOne(LockRetry);
                StopFlag.Poll();
            }
        }
    }
}
