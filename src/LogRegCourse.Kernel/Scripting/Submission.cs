using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>A cell that compiled. Invoke runs it over the array of all submissions' objects; its own has the index Slot.</summary>
internal sealed record Submission(
    string CellId,
    int Slot,
    CellText Text,
    CSharpCompilation Compilation,
    Func<object?[], Task<object?>> Invoke,
    bool HasValue)
{
    /// <summary>What its compilation knows of the compiled text; not kept, for models are heavy.</summary>
    public SemanticModel CreateModel() => Compilation.GetSemanticModel(Text.Compiled);
}

/// <summary>What came of compiling a cell: a submission, or the reasons why there is none.</summary>
internal sealed record CompileResult(Submission? Submission, CellText Text, CSharpCompilation Compilation, IReadOnlyList<Diagnostic> Diagnostics);
