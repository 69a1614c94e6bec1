using System.Reflection;
using System.Reflection.Metadata;
using LogRegCourse.Kernel;
using LogRegCourse.Kernel.Interactive;
using LogRegCourse.Kernel.Packages;
using LogRegCourse.Kernel.Scripting;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.Browser;

/// <summary>A worker of a browser: one thread, files in memory, packages from beside the site.</summary>
internal sealed class BrowserHost(IReadOnlyList<string> framework, LaterLibraries later, IReadOnlyList<PackageFile> onBoard, IReadOnlyDictionary<string, string> ownFolders, Func<bool> isStopAsked) : IHost
{
    private const string PackageFolder = "/packages";

    // It teaches .NET Interactive to show charts, which this kernel does by itself.
    private const string NotNeeded = "Plotly.NET.Interactive";

    // After a stop, a cell that awaits is given this long to notice before it is left behind.
    private static readonly TimeSpan AwaitGrace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LookForStopEvery = TimeSpan.FromMilliseconds(50);

    public IReadOnlyList<PortableExecutableReference> Framework { get; } = [.. framework.Select(FrameworkReference), FrameworkReference(typeof(IHost).Assembly.GetName().Name!)];

    public IReadOnlyList<PortableExecutableReference> Rest() => [.. later.Names.Select(FrameworkReference)];

    public bool HasLibrary(string path)
    {
        foreach (var (file, address) in ownFolders)
            if (Path.GetDirectoryName(file) == Path.GetDirectoryName(path) && !File.Exists(file)) KernelWorker.WriteFile(file, PackedFile.Fetch(address));
        return File.Exists(path);
    }

    public bool HasThreads => false;

    public PortableExecutableReference Reference(string path) => MetadataReference.CreateFromImage(File.ReadAllBytes(path), filePath: path);

    public IInteractiveLibrary? LoadInteractive(Func<string, string?> runCode) => null;

    public async Task WaitAsync(Task cell)
    {
        while (!cell.IsCompleted && !StopFlag.IsRaised)
        {
            await Task.WhenAny(cell, Task.Delay(LookForStopEvery));
            if (isStopAsked()) StopFlag.Raise();
        }
        if (!cell.IsCompleted) await Task.WhenAny(cell, Task.Delay(AwaitGrace));
    }

    public string? WhatIsMissing(Exception error) => MissingInBrowsers.Sentence(error);

    public (PackageAnswer Answer, PackageAssets? Assets) Restore(IReadOnlyList<PackageLine> packages, IReadOnlyList<string> sources)
    {
        foreach (var asked in packages.Where(package => !package.Name.Equals(NotNeeded, StringComparison.OrdinalIgnoreCase)))
        {
            var here = onBoard.FirstOrDefault(file => file.Package.Equals(asked.Name, StringComparison.OrdinalIgnoreCase));
            if (here is null) return Refused(asked.Name, $"it is not among the packages of this site, and a page cannot fetch others; they are {string.Join(", ", onBoard.Select(file => $"{file.Package} {file.Version}").Distinct())}.");
            if (asked.Version != "*" && asked.Version != here.Version) return Refused(asked.Name, $"this site has it in version {here.Version} only.");
        }
        Directory.CreateDirectory(PackageFolder);
        var libraries = new List<string>();
        // What a package needs is on board with it, and a library that no cell uses costs nothing before it is loaded.
        foreach (var file in onBoard)
        {
            var path = Path.Combine(PackageFolder, file.FileName);
            if (!File.Exists(path)) File.WriteAllBytes(path, PackedFile.Fetch(file.Address));
            libraries.Add(path);
        }
        return (new(PackageAnswerKind.Restored, DateTimeOffset.UtcNow), new PackageAssets(libraries, [], onBoard.DistinctBy(file => file.Package).ToDictionary(file => file.Package, file => file.Version, StringComparer.OrdinalIgnoreCase), []));
    }

    private static (PackageAnswer, PackageAssets?) Refused(string package, string why) => (new(PackageAnswerKind.Refused, DateTimeOffset.UtcNow, package, why), null);

    // The runtime has its libraries in memory already: the compiler looks at them there.
    private static unsafe PortableExecutableReference FrameworkReference(string name)
    {
        var assembly = Assembly.Load(name);
        if (!assembly.TryGetRawMetadata(out var metadata, out var length)) throw new InvalidOperationException($"{name} shows no metadata.");
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((IntPtr)metadata, length)).GetReference(filePath: $"/framework/{name}.dll");
    }
}
