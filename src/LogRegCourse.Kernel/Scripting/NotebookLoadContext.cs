using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>
/// Where everything that a notebook brings is loaded: cells, #r libraries, packages. What is not found here comes from
/// the kernel's own context, so that the framework is shared and a library's own dependencies win over the kernel's.
/// </summary>
internal sealed class NotebookLoadContext : AssemblyLoadContext
{
    private readonly ConcurrentDictionary<string, Assembly> _loaded = new();
    private readonly ConcurrentDictionary<string, string> _waiting = new();
    private readonly ConcurrentDictionary<string, bool> _folders = new();
    private readonly ConcurrentDictionary<string, string> _packages = new();
    private readonly ConcurrentDictionary<string, bool> _shared = new();
    private readonly ConcurrentBag<string> _nativeFolders = [];

    public NotebookLoadContext() : base("notebook") => Resolving += (_, name) => Beside(name.Name!);

    /// <summary>Loads a compiled cell, from the streams' beginnings.</summary>
    public Assembly LoadCell(Stream assembly, Stream? symbols)
    {
        assembly.Position = 0;
        if (symbols is not null) symbols.Position = 0;
        var loaded = LoadFromStream(assembly, symbols);
        _loaded[loaded.GetName().Name!] = loaded;
        return loaded;
    }

    /// <summary>Makes a file known, and what lies beside it: it is loaded, from its bytes, when first needed.</summary>
    public void Offer(string name, string path)
    {
        _waiting.TryAdd(name, path);
        _folders[Path.GetDirectoryName(path)!] = true;
    }

    /// <summary>Makes a package's file known: nobody rebuilds it, so it is mapped into memory when first needed.</summary>
    public void OfferPackage(string name, string path) => _packages.TryAdd(name, path);

    /// <summary>A library that is the kernel's own also for what a notebook brings.</summary>
    public void Share(string name) => _shared[name] = true;

    /// <summary>Looks for native libraries in a folder too.</summary>
    public void OfferNative(string folder) => _nativeFolders.Add(folder);

    protected override Assembly? Load(AssemblyName name)
    {
        if (_shared.ContainsKey(name.Name!)) return null;
        if (_loaded.TryGetValue(name.Name!, out var loaded)) return loaded;
        if (_packages.TryGetValue(name.Name!, out var package)) return LoadFromAssemblyPath(package);
        return _waiting.TryGetValue(name.Name!, out var path) ? Once(name.Name!, path) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string name)
    {
        string[] files = [name, name + ".dll", "lib" + name + ".so", name + ".so", "lib" + name + ".dylib", name + ".dylib"];
        var path = _nativeFolders.SelectMany(folder => files.Select(file => Path.Combine(folder, file))).FirstOrDefault(File.Exists);
        return path is null ? IntPtr.Zero : LoadUnmanagedDllFromPath(path);
    }

    // The compiler meets what a library's code names; what it asks for by a string, such as its plug-ins, only the runtime
    // does. It is looked for last: of what the kernel itself has, a second copy would be another library to the same code.
    private Assembly? Beside(string name) =>
        _folders.Keys.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists) is { } path ? Once(name, path) : null;

    private Assembly Once(string name, string path)
    {
        lock (_loaded)
        {
            return _loaded.GetOrAdd(name, _ => LoadFile(path));
        }
    }

    private Assembly LoadFile(string path)
    {
        var symbols = Path.ChangeExtension(path, ".pdb");
        using var assembly = new MemoryStream(File.ReadAllBytes(path));
        if (!File.Exists(symbols)) return LoadFromStream(assembly);
        using var pdb = new MemoryStream(File.ReadAllBytes(symbols));
        return LoadFromStream(assembly, pdb);
    }
}
