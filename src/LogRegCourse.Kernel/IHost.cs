using LogRegCourse.Kernel.Interactive;
using LogRegCourse.Kernel.Packages;
using LogRegCourse.Kernel.Scripting;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.Kernel;

/// <summary>
/// What a session needs of the place it runs in, which may be a process or a worker of a browser. Everything else of
/// the kernel is the same in both.
/// </summary>
internal interface IHost
{
    /// <summary>What every cell may use: the framework, and what cells may call of the kernel.</summary>
    IReadOnlyList<PortableExecutableReference> Framework { get; }

    /// <summary>A reference to a library file that nobody rebuilds while a notebook is open.</summary>
    PortableExecutableReference Reference(string path);

    /// <summary>The library of .NET Interactive; null where it cannot be had. RunCode: how code that a cell submits is run,
    /// with the error's message or null.</summary>
    IInteractiveLibrary? LoadInteractive(Func<string, string?> runCode);

    /// <summary>Fetches packages: the answer, and their files when it is yes.</summary>
    (PackageAnswer Answer, PackageAssets? Assets) Restore(IReadOnlyList<PackageLine> packages, IReadOnlyList<string> sources);
}
