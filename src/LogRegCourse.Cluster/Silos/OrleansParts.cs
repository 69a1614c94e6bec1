using System.Runtime.Loader;

namespace LogRegCourse.Cluster;

/// <summary>
/// Orleans loads its own parts by names without versions. Where C# scripting has loaded this library, as in .NET
/// Interactive, such a name is refused for what is loaded already; in the runtime's own context it is found.
/// </summary>
internal static class OrleansParts
{
    /// <summary>Loads Orleans where it finds its parts, unless it does so where this library is.</summary>
    public static void LetThemBeFound()
    {
        var here = typeof(OrleansParts).Assembly;
        if (AssemblyLoadContext.GetLoadContext(here)!.GetType().Namespace != "Microsoft.CodeAnalysis.Scripting.Hosting") return;
        var folder = Path.GetDirectoryName(here.Location)!;
        var parts = AssemblyLoadContext.Default;
        parts.Resolving += (_, name) => name.Name == here.GetName().Name ? here
            : Path.Combine(folder, name.Name + ".dll") is var file && File.Exists(file) ? parts.LoadFromAssemblyPath(file) : null;
        foreach (var part in Directory.EnumerateFiles(folder, "Orleans.*.dll")) parts.LoadFromAssemblyPath(part);
    }
}
