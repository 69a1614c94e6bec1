using System.Reflection;
using System.Runtime.Loader;

namespace LogRegCourse.Browser;

/// <summary>Libraries of the framework that the first cells do without: each is fetched when something is found to need it.</summary>
/// <param name="names">Their names.</param>
/// <param name="folder">The site's folder with the runtime.</param>
internal sealed class LaterLibraries(IReadOnlyList<string> names, string folder)
{
    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>From now on the runtime finds them.</summary>
    public void Offer() => AppDomain.CurrentDomain.AssemblyResolve += (_, asked) => new AssemblyName(asked.Name).Name is { } name && names.Contains(name) ? Load(name) : null;

    private Assembly Load(string name) =>
        AssemblyLoadContext.Default.Assemblies.FirstOrDefault(loaded => loaded.GetName().Name == name)
        ?? AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(PackedFile.Fetch($"{folder}/{name}.dll.z")));
}
