using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>
/// Finds what #r names. Files are read into memory, for the compiler and for running alike, so that a library can be
/// rebuilt while a notebook is open; what lies beside a referenced file is found without a #r of its own. The files of
/// packages stay as they are.
/// </summary>
internal sealed class ReferenceLoader(NotebookLoadContext context, IHost host) : MetadataReferenceResolver
{
    private readonly Dictionary<string, Loaded> _loaded = [];

    private sealed record Loaded(PortableExecutableReference Reference, DateTime Written);

    public override bool ResolveMissingAssemblies => true;

    /// <summary>The shared framework, and what cells may call of the kernel.</summary>
    public IEnumerable<MetadataReference> DefaultReferences => host.Framework;

    /// <summary>What the host left for later.</summary>
    public IReadOnlyList<MetadataReference> Rest() => host.Rest();

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

    /// <summary>The library files that were named, or found beside those.</summary>
    public IReadOnlyList<string> Paths
    {
        get
        {
            lock (_loaded) return [.. _loaded.Keys];
        }
    }

    /// <summary>A reference to a library file, which is loaded when it is first needed.</summary>
    public PortableExecutableReference Load(string path)
    {
        lock (_loaded)
        {
            if (_loaded.TryGetValue(path, out var known)) return known.Reference;
            var written = File.GetLastWriteTimeUtc(path);
            var reference = MetadataReference.CreateFromImage(File.ReadAllBytes(path), filePath: path, documentation: XmlDocumentation.Beside(path));
            _loaded[path] = new(reference, written);
            context.Offer(Path.GetFileNameWithoutExtension(path), path);
            return reference;
        }
    }

    /// <summary>A reference to a library of a package.</summary>
    public MetadataReference LoadPackage(string path)
    {
        context.OfferPackage(Path.GetFileNameWithoutExtension(path), path);
        return host.Reference(path);
    }

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var path = Path.GetFullPath(reference.Replace('\\', Path.DirectorySeparatorChar));
        if (host.HasLibrary(path)) return [Load(path)];
        return [.. host.Framework.Where(library => Path.GetFileNameWithoutExtension(library.FilePath) == reference)];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity identity)
    {
        if (Path.GetDirectoryName((definition as PortableExecutableReference)?.FilePath) is not { } folder) return null;
        var neighbour = Path.Combine(folder, identity.Name + ".dll");
        return File.Exists(neighbour) ? Load(neighbour) : null;
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
