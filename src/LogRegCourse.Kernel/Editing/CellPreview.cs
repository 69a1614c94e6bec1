using LogRegCourse.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LogRegCourse.Kernel.Editing;

/// <summary>A text that is being written, compiled as the notebook's next cell would be, and not run.</summary>
internal sealed record CellPreview(CellText Text, CSharpCompilation Compilation)
{
    public SyntaxTree Tree => Text.Written;

    public SemanticModel CreateModel() => Compilation.GetSemanticModel(Tree);
}
