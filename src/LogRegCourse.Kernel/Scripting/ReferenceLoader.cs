using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>
/// Finds what #r names. Files are read into memory, for the compiler and for running alike, so that a library can be
/// rebuilt while a notebook is open; what lies beside a referenced file is found without a #r of its own. The files of
/// packages stay as they are, and are mapped.
/// </summary>
internal sealed class ReferenceLoader(NotebookLoadContext context) : MetadataReferenceResolver
{
    private readonly Dictionary<string, Loaded> _loaded = [];
    private readonly Dictionary<string, string> _framework = FrameworkFiles().ToDictionary(path => Path.GetFileNameWithoutExtension(path));

    private sealed record Loaded(PortableExecutableReference Reference, DateTime Written);

    public override bool ResolveMissingAssemblies => true;

    /// <summary>The shared framework, and what cells may call of the kernel.</summary>
    public IEnumerable<MetadataReference> DefaultReferences =>
        _framework.Values.Select(path => MappedMetadata.Reference(path, FrameworkDocumentation(path)))
            .Append(MappedMetadata.Reference(OwnPath, Documentation(OwnPath)));

    private static string OwnPath => typeof(ReferenceLoader).Assembly.Location;

    /// <summary>Files that were rebuilt since they were loaded; each is told of once.</summary>
    public IReadOnlyList<string> TakeChanged()
    {
        lock (_loaded)
        {
            var changed = _loaded.Where(entry => File.Exists(entry.Key) && File.GetLastWriteTimeUtc(entry.Key) != entry.Value.Written).ToList();
            foreach (var (path, loaded) in changed) _loaded[path] = loaded with { Written = File.GetLastWriteTimeUtc(path) };
            return [.. changed.Select(entry => entry.Key)];
        }
    }

    /// <summary>A reference to a library file, which is loaded when it is first needed.</summary>
    public PortableExecutableReference Load(string path)
    {
        lock (_loaded)
        {
            if (_loaded.TryGetValue(path, out var known)) return known.Reference;
            var written = File.GetLastWriteTimeUtc(path);
            var reference = MetadataReference.CreateFromImage(File.ReadAllBytes(path), filePath: path, documentation: Documentation(path));
            _loaded[path] = new(reference, written);
            context.Offer(Path.GetFileNameWithoutExtension(path), path);
            return reference;
        }
    }

    /// <summary>A reference to a library of a package.</summary>
    public MetadataReference LoadPackage(string path)
    {
        context.OfferPackage(Path.GetFileNameWithoutExtension(path), path);
        return MappedMetadata.Reference(path, Documentation(path));
    }

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var path = Path.GetFullPath(reference.Replace('\\', Path.DirectorySeparatorChar));
        if (File.Exists(path)) return [Load(path)];
        return _framework.TryGetValue(reference, out var framework) ? [MappedMetadata.Reference(framework)] : [];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity identity)
    {
        if (Path.GetDirectoryName((definition as PortableExecutableReference)?.FilePath) is not { } folder) return null;
        var neighbour = Path.Combine(folder, identity.Name + ".dll");
        return File.Exists(neighbour) ? Load(neighbour) : null;
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    // The runtime's own list names its managed libraries; opening each file to see what it is would cost start-up time.
    private static IEnumerable<string> FrameworkFiles()
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => path.StartsWith(runtime, StringComparison.Ordinal)).Distinct();
    }

    private static XmlDocumentation? Documentation(string path)
    {
        var file = Path.ChangeExtension(path, ".xml");
        return File.Exists(file) ? new XmlDocumentation(file) : null;
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
