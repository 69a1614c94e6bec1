using System.Diagnostics;
using System.Reflection;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Scripting;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.Kernel.Display;

/// <summary>What a student is told of an error: the message and lines of cells, nothing of the kernel's inside.</summary>
internal static class ErrorReport
{
    private const int MaxDiagnostics = 20;
    private const int MaxFrames = 12;

    /// <summary>The compiler's errors in a cell's text.</summary>
    public static CellError OfCompilation(CellText text, IReadOnlyList<Diagnostic> diagnostics, string? redeclared)
    {
        var errors = diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).OrderBy(found => found.Location.SourceSpan.Start).ToList();
        var first = LineOf(text, errors[0]);
        var message = string.Join('\n', errors.Take(MaxDiagnostics).Select(error => Sentence(text, error)));
        if (errors.Count > MaxDiagnostics) message += $"\n... and {errors.Count - MaxDiagnostics} more";
        IEnumerable<string> trace = errors.Take(MaxDiagnostics).SelectMany(error => (string[])[Sentence(text, error), .. Marked(text, error)]);
        if (redeclared is not null)
        {
            var sentence = $"{redeclared} was declared more than once with different signatures, and the older ones stay: restart the kernel, then run the cells again.";
            message += "\n" + sentence;
            trace = trace.Append(sentence);
        }
        return new("CompilationError", message, [.. trace], first?.Line, first?.Column);
    }

    /// <summary>A finding as the compiler prints it, with the place in the student's text.</summary>
    public static string Sentence(CellText text, Diagnostic found)
    {
        var place = LineOf(text, found) is var (line, column) ? $"({line},{column}): " : ElsewhereOf(found);
        var severity = found.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"{place}{severity} {found.Id}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    /// <summary>An exception that a cell threw. Sources: the text of each cell by the name that stack traces call it.</summary>
    public static CellError OfException(Exception thrown, string cellName, Func<string, CellText?> sources)
    {
        var error = thrown is AggregateException { InnerExceptions.Count: 1 } or TargetInvocationException or TypeInitializationException
            ? thrown.InnerException ?? thrown
            : thrown;
        var frames = Frames(error, sources).ToList();
        var own = frames.FirstOrDefault(frame => frame.Cell == cellName);
        List<string> trace = [$"{error.GetType().Name}: {error.Message}"];
        for (var inner = error.InnerException; inner is not null; inner = inner.InnerException)
            trace.Add($"  caused by {inner.GetType().Name}: {inner.Message}");
        trace.AddRange(frames.Take(MaxFrames).Select(frame => frame.Line is null ? $"   {frame.Cell}" : $"   {frame.Cell}, line {frame.Line}: {frame.Source}"));
        if (frames.Count > MaxFrames) trace.Add($"   ... and {frames.Count - MaxFrames} more calls");
        return new(error.GetType().Name, error.Message, trace, own?.Line);
    }

    // Optimised code does not always know its line.
    private sealed record Frame(string Cell, int? Line, string Source);

    private static IEnumerable<Frame> Frames(Exception error, Func<string, CellText?> sources) =>
        from frame in new StackTrace(error, fNeedFileInfo: true).GetFrames()
        let cell = Path.GetFileName(frame.GetFileName())
        where cell is not null
        let text = sources(cell)
        where text is not null
        let lines = text.Written.GetText().Lines
        let line = frame.GetFileLineNumber()
        select line >= 1 && line <= lines.Count ? new Frame(cell, line, lines[line - 1].ToString().Trim()) : new Frame(cell, null, "");

    // In a file that the cell loads.
    private static string ElsewhereOf(Diagnostic found)
    {
        if (!found.Location.IsInSource) return "";
        var place = found.Location.GetLineSpan();
        return $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): ";
    }

    private static (int Line, int Column)? LineOf(CellText text, Diagnostic found)
    {
        if (found.Location.SourceTree != text.Compiled) return null;
        var start = text.Written.GetLineSpan(text.Original(found.Location.SourceSpan)).StartLinePosition;
        return (start.Line + 1, start.Character + 1);
    }

    private static IEnumerable<string> Marked(CellText text, Diagnostic found)
    {
        if (LineOf(text, found) is not var (line, column)) return [];
        var source = text.Written.GetText().Lines[line - 1].ToString();
        if (source.Trim().Length == 0) return [];
        var onLine = Math.Clamp(text.Original(found.Location.SourceSpan).Length, 1, Math.Max(1, source.Length - column + 1));
        return ["    " + source.Replace('\t', ' '), "    " + new string(' ', column - 1) + new string('^', onLine)];
    }
}
