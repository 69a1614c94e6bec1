using System.Globalization;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.PlainWords;
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
        var found = model.GetDiagnostics(cancellationToken: cancel)
            .Where(found => found.Severity >= DiagnosticSeverity.Warning && !found.IsSuppressed)
            .Take(MaxFindings)
            .ToList();
        var errors = found.Where(finding => finding.Severity == DiagnosticSeverity.Error).ToList();
        // What will be accepted when it runs is not underlined.
        if (IsAccepted(preview, errors)) errors = [];
        var items = found.Where(finding => finding.Severity < DiagnosticSeverity.Error).Select(finding => Message(finding, null))
            .Concat(FirstErrors.Of(preview.Text, preview.Compilation, errors).Select(error => Message(error.Found, error.Sentence)))
            .OrderBy(finding => finding.Start)
            .ToList();
        cancel.ThrowIfCancellationRequested();
        return new(items, CellDependencies.Of(preview.Compilation, preview.Tree, model).ToMessage(cellOf));
    }

    private static bool IsAccepted(CellPreview preview, IReadOnlyList<Diagnostic> errors)
    {
        var (text, compilation) = (preview.Text, preview.Compilation);
        for (var round = 0; round < Spelling.MostRounds && errors.Count > 0; round++)
        {
            var changes = Spelling.ChangesFor(text.Compiled, errors);
            if (changes.Count == 0) return false;
            var respelled = text.Respelled(changes);
            compilation = compilation.ReplaceSyntaxTree(text.Compiled, respelled.Compiled);
            text = respelled;
            errors = [.. compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error)];
        }
        return errors.Count == 0;
    }

    private static Diagnosis Message(Diagnostic found, string? sentence)
    {
        var span = found.Location.SourceSpan;
        var severity = found.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        var words = found.GetMessage(CultureInfo.InvariantCulture);
        return new(span.Start, span.End, severity, found.Id, sentence is null ? words : $"{sentence}\n{words}");
    }
}
