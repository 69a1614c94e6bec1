using System.IO.MemoryMappedFiles;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.KernelProcess;

/// <summary>
/// References to files that nobody rebuilds while a notebook is open: the compiler looks into the file, mapped into
/// memory, where it would otherwise read all of it into memory of its own. For the framework that is 60 MB.
/// </summary>
internal static class MappedMetadata
{
    // As long as the process: metadata is never given back.
    private static readonly List<MemoryMappedViewAccessor> Views = [];

    public static unsafe PortableExecutableReference Reference(string path, DocumentationProvider? documentation = null)
    {
        using var file = MemoryMappedFile.CreateFromFile(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete), null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        lock (Views) Views.Add(view);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        var module = ModuleMetadata.CreateFromImage((IntPtr)start, checked((int)new FileInfo(path).Length));
        return AssemblyMetadata.Create(module).GetReference(documentation, filePath: path);
    }
}
