using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>A cell that compiled. Invoke runs it over the array of all submissions' objects; its own has the index Slot.
/// Image: what was compiled, for a process that runs it; null where it is loaded here, or there is nothing to run.</summary>
internal sealed record Submission(
    string CellId,
    int Slot,
    CellText Text,
    CSharpCompilation Compilation,
    Func<object?[], Task<object?>> Invoke,
    bool HasValue,
    CompiledImage? Image = null)
{
    /// <summary>What its compilation knows of the compiled text; not kept, for models are heavy.</summary>
    public SemanticModel CreateModel() => Compilation.GetSemanticModel(Text.Compiled);
}

/// <summary>A compiled cell as bytes, and the method in it that runs the cell.</summary>
internal sealed record CompiledImage(byte[] Assembly, string Type, string Method)
{
    /// <summary>The method of a loaded image.</summary>
    public static Func<object?[], Task<object?>> EntryPoint(System.Reflection.Assembly assembly, string type, string method) =>
        assembly.GetType(type)!.GetMethod(method)!.CreateDelegate<Func<object?[], Task<object?>>>();
}

/// <summary>What came of compiling a cell: a submission, or the reasons why there is none.</summary>
internal sealed record CompileResult(Submission? Submission, CellText Text, CSharpCompilation Compilation, IReadOnlyList<Diagnostic> Diagnostics);
