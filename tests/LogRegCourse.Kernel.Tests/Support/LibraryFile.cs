using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LogRegCourse.Kernel.Tests.Support;

/// <summary>Small libraries, compiled for a test.</summary>
internal static class LibraryFile
{
    /// <summary>Compiles a library into a folder (by default a new one) and gives its path.</summary>
    public static string Compile(string name, string source, string? folder = null)
    {
        folder ??= Directory.CreateTempSubdirectory("logregcourse-").FullName;
        var path = Path.Combine(folder, name + ".dll");
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = new[] { "System.Private.CoreLib.dll", "System.Runtime.dll" }.Select(file => MetadataReference.CreateFromFile(Path.Combine(runtime, file)))
            .Concat(Directory.EnumerateFiles(folder, "*.dll").Where(file => file != path).Select(file => MetadataReference.CreateFromFile(file)));
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary));
        var emitted = compilation.Emit(path);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return path;
    }
}
