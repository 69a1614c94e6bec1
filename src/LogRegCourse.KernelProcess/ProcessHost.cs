using System.Runtime.InteropServices;
using LogRegCourse.Kernel;
using LogRegCourse.Interactive;
using LogRegCourse.Kernel.Interactive;
using LogRegCourse.Kernel.Packages;
using LogRegCourse.Kernel.Scripting;
using LogRegCourse.KernelProcess.Packages;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.KernelProcess;

/// <summary>A process of its own: files are mapped into memory, packages come by `dotnet restore`.</summary>
internal sealed class ProcessHost(PackageRestore restore) : IHost
{
    // After a stop, a cell that awaits is given this long to notice before it is left behind.
    private static readonly TimeSpan AwaitGrace = TimeSpan.FromMilliseconds(500);

    public IReadOnlyList<PortableExecutableReference> Framework { get; } =
        [.. FrameworkFiles().Select(path => MappedMetadata.Reference(path, FrameworkDocumentation(path))), WithDocumentation(typeof(IHost).Assembly.Location)];

    public IReadOnlyList<PortableExecutableReference> Rest() => [];

    public bool HasLibrary(string path) => File.Exists(path);

    public bool HasThreads => true;

    public Task WaitAsync(Task cell)
    {
        if (WaitHandle.WaitAny([((IAsyncResult)cell).AsyncWaitHandle, StopFlag.WaitHandle]) == 1) Task.WaitAny([cell], AwaitGrace);
        return Task.CompletedTask;
    }

    public PortableExecutableReference Reference(string path) => WithDocumentation(path);

    public string? WhatIsMissing(Exception error) => null;

    public (PackageAnswer Answer, PackageAssets? Assets) Restore(IReadOnlyList<PackageLine> packages, IReadOnlyList<string> sources) => restore.Ask(packages, sources);

    // By itself, so that the library is looked for only when this is called.
    public IInteractiveLibrary? LoadInteractive(Func<string, string?> runCode) => new InteractiveLibrary(runCode);

    private static PortableExecutableReference WithDocumentation(string path) => MappedMetadata.Reference(path, XmlDocumentation.Beside(path));

    // The runtime's own list names its managed libraries; opening each file to see what it is would cost start-up time.
    private static IEnumerable<string> FrameworkFiles()
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => path.StartsWith(runtime, StringComparison.Ordinal)).Distinct();
    }

    // The framework's documentation lies with the SDK's reference assemblies, which split the core otherwise.
    private static XmlDocumentation? FrameworkDocumentation(string path)
    {
        var packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs)) return null;
        var version = $"{Environment.Version.Major}.{Environment.Version.Minor}";
        var pack = Directory.EnumerateDirectories(packs, version + ".*").OrderByDescending(folder => folder, StringComparer.Ordinal).FirstOrDefault();
        if (pack is null) return null;
        var name = Path.GetFileNameWithoutExtension(path);
        string[] parts = name == "System.Private.CoreLib" ? ["System.Runtime", "System.Collections", "System.Threading"] : [name];
        var files = parts.Select(part => Path.Combine(pack, "ref", "net" + version, part + ".xml")).Where(File.Exists).ToArray();
        return files.Length == 0 ? null : new XmlDocumentation(files);
    }
}
