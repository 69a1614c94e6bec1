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

    /// <summary>The rest of the framework, where <see cref="Framework"/> has only what most cells need: asked for once, when a
    /// cell does not compile without it.</summary>
    IReadOnlyList<PortableExecutableReference> Rest();

    /// <summary>A reference to a library file that nobody rebuilds while a notebook is open.</summary>
    PortableExecutableReference Reference(string path);

    /// <summary>Whether there is such a library file: asked when a cell names it, and it may be fetched only now.</summary>
    bool HasLibrary(string path);

    /// <summary>Whether something can go on beside the cell that runs, on a thread of its own.</summary>
    bool HasThreads { get; }

    /// <summary>Waits until a cell that awaits something is done or was stopped. Where nothing may block this gives way
    /// to what else happens, and otherwise comes back completed.</summary>
    Task WaitAsync(Task cell);

    /// <summary>The library of .NET Interactive; null where it cannot be had. RunCode: how code that a cell submits is run,
    /// with the error's message or null.</summary>
    IInteractiveLibrary? LoadInteractive(Func<string, string?> runCode);

    /// <summary>What this place has not got, in a sentence, where an exception says no more than that something is not supported.</summary>
    string? WhatIsMissing(Exception error);

    /// <summary>Fetches packages: the answer, and their files when it is yes.</summary>
    (PackageAnswer Answer, PackageAssets? Assets) Restore(IReadOnlyList<PackageLine> packages, IReadOnlyList<string> sources);
}
