using System.Globalization;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Scripting;
using LogRegCourse.Kernel.Session;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.Kernel.Editing;

/// <summary>Errors and warnings of a text, and what it would read and write.</summary>
internal static class FindingsFinder
{
    private const int MaxFindings = 100;

    public static Findings Find(CellPreview preview, Func<string, string?> cellOf, CancellationToken cancel)
    {
        var model = preview.CreateModel();
        var items = model.GetDiagnostics(cancellationToken: cancel)
            .Where(found => found.Severity >= DiagnosticSeverity.Warning && !found.IsSuppressed)
            .Take(MaxFindings)
            .Select(Message)
            .ToList();
        cancel.ThrowIfCancellationRequested();
        return new(items, CellDependencies.Of(preview.Compilation, preview.Tree, model).ToMessage(cellOf));
    }

    private static Diagnosis Message(Diagnostic found)
    {
        var span = found.Location.SourceSpan;
        var severity = found.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return new(span.Start, span.End, severity, found.Id, found.GetMessage(CultureInfo.InvariantCulture));
    }
}
