using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace LogRegCourse.Plotly.Tests.Support;

/// <summary>Cells against the stand-in, with the imports of a notebook's first cell.</summary>
internal static class NotebookScript
{
    private static readonly string[] KernelImports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    private const string Usings = "using Plotly.NET;\nusing Plotly.NET.CSharp;\n";

    private const string FirstCell = Usings + "using Chart = Plotly.NET.CSharp.Chart;";

    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithImports(KernelImports)
        .AddReferences(typeof(global::Plotly.NET.GenericChart).Assembly)
        .WithOptimizationLevel(OptimizationLevel.Release);

    public static Task<ScriptState<object>> StartAsync() => CSharpScript.RunAsync<object>(FirstCell, Options);

    /// <summary>Numbers of the errors a cell has, e.g. CS1503.</summary>
    public static string[] Errors(string cell, bool withAlias = true) =>
        [.. CSharpScript.Create(withAlias ? FirstCell : Usings, Options).ContinueWith(cell).GetCompilation().GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id).Distinct()];
}
