using System.Diagnostics;
using System.Reflection;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.PlainWords;
using LogRegCourse.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LogRegCourse.Kernel.Display;

/// <summary>What a student is told of an error: the message and lines of cells, nothing of the kernel's inside.</summary>
internal static class ErrorReport
{
    private const int MaxDiagnostics = 20;
    private const int MaxFrames = 12;
    private const int LongestMessage = 100_000;

    /// <summary>Between what is said in plain words and what the compiler says; a page may fold what comes after it.</summary>
    public const string CompilersWords = "The compiler's own words:";

    /// <summary>The compiler's errors in a cell's text, the first of those that follow from each other.</summary>
    public static CellError OfCompilation(CompileResult compiled)
    {
        var text = compiled.Text;
        var errors = FirstErrors.Of(text, compiled.Compilation, compiled.Diagnostics);
        var first = LineOf(text, errors[0].Found);
        var shown = errors.Take(MaxDiagnostics).ToList();
        var message = string.Join('\n', shown.SelectMany(error => (string?[])[Plain(text, error), Sentence(text, error.Found)]).Where(line => line is not null));
        if (errors.Count > MaxDiagnostics) message += $"\n... and {errors.Count - MaxDiagnostics} more";
        List<string> trace = [.. shown.SelectMany(error => (string[])[Plain(text, error) ?? Sentence(text, error.Found), .. Marked(text, error.Found)])];
        var folded = shown.Where(error => error.Sentence is not null).Select(error => Sentence(text, error.Found)).ToList();
        if (folded.Count > 0) trace.AddRange([CompilersWords, .. folded]);
        return new("CompilationError", message, trace, first?.Line, first?.Column);
    }

    /// <summary>A text that the compiler did not survive, or that it would not have.</summary>
    public static CellError OfCompiler(Exception error)
    {
        if (error is TooDeepException deep) return new("CompilationError", deep.Message, [deep.Message], deep.Line, 1);
        var sentence = $"This cell could not be compiled ({error.GetType().Name}: {error.Message}). Take it apart into smaller cells.";
        return new("CompilationError", sentence, [sentence]);
    }

    /// <summary>What compiles and is seldom meant, with its place in the student's text.</summary>
    public static string Note(CellText text, TextSpan place, string sentence) => $"Line {text.Written.GetLineSpan(text.Original(place)).StartLinePosition.Line + 1}: {sentence}";

    private static string? Plain(CellText text, ShownError error) =>
        error.Sentence is null ? null : LineOf(text, error.Found) is var (line, _) ? $"Line {line}: {error.Sentence}" : error.Sentence;

    /// <summary>A finding as the compiler prints it, with the place in the student's text.</summary>
    public static string Sentence(CellText text, Diagnostic found)
    {
        var place = LineOf(text, found) is var (line, column) ? $"({line},{column}): " : ElsewhereOf(found);
        var severity = found.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"{place}{severity} {found.Id}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    /// <summary>An exception that a cell threw. Sources: the text of each cell by the name that stack traces call it.
    /// InPlaceOfMessage: plainer words than its own.</summary>
    public static CellError OfException(Exception thrown, string cellName, Func<string, CellText?> sources, string? inPlaceOfMessage = null)
    {
        var error = thrown is AggregateException { InnerExceptions.Count: 1 } or TargetInvocationException or TypeInitializationException
            ? thrown.InnerException ?? thrown
            : thrown;
        var frames = Frames(error, sources).ToList();
        var own = frames.FirstOrDefault(frame => frame.Cell == cellName);
        List<string> trace = inPlaceOfMessage is null ? [.. Causes(error, 1).Prepend(Members.Thrown(error)).Select(Shortened)] : [$"{error.GetType().Name}: {inPlaceOfMessage}"];
        trace.AddRange(frames.Take(MaxFrames).Select(frame => frame.ToString()));
        if (frames.Count > MaxFrames) trace.Add($"   ... and {frames.Count - MaxFrames} more calls");
        return new(error.GetType().Name, Shortened(inPlaceOfMessage ?? Members.MessageOf(error)), trace, own?.Line);
    }

    private static string Shortened(string text) =>
        text.Length <= LongestMessage ? text : FormattableString.Invariant($"{text[..LongestMessage]} … (cut here, of {text.Length:N0} characters)");

    // Several where tasks failed together.
    private static IEnumerable<string> Causes(Exception error, int depth)
    {
        IEnumerable<Exception> inner = error switch
        {
            AggregateException several => several.InnerExceptions,
            { InnerException: { } one } => [one],
            _ => [],
        };
        return inner.Take(MaxFrames).SelectMany(cause => (string[])[$"{new string(' ', 2 * Math.Min(depth, MaxFrames))}caused by {Members.Thrown(cause)}", .. depth < MaxFrames ? Causes(cause, depth + 1) : []]);
    }

    // Line: absent where there may be several, and where optimised code does not know it.
    private sealed record Frame(string Cell, int? Line, string Source)
    {
        public override string ToString() => Source.Length == 0 ? $"   {Cell}" : Line is null ? $"   {Cell}, {Source}" : $"   {Cell}, line {Line}: {Source}";
    }

    private static IEnumerable<Frame> Frames(Exception error, Func<string, CellText?> sources)
    {
        if (StopFlag.DeepestCall(error) is var (deepest, at))
        {
            var cell = Path.GetFileName(deepest);
            if (sources(cell) is { } deep) yield return FrameOf(cell, deep, at, isShared: false);
            yield break;
        }
        var isFirst = true;
        foreach (var frame in new StackTrace(error, fNeedFileInfo: true).GetFrames())
        {
            if (Path.GetFileName(frame.GetFileName()) is not { } name || sources(name) is not { } text) continue;
            yield return FrameOf(name, text, frame.GetFileLineNumber(), isShared: isFirst && error is IndexOutOfRangeException && text.DeclaresFunctions);
            isFirst = false;
        }
    }

    private static Frame FrameOf(string cell, CellText text, int line, bool isShared)
    {
        var lines = text.Written.GetText().Lines;
        if (line < 1 || line > lines.Count) return new(cell, null, "");
        var possible = isShared ? LinesWithIndexes(text.Written, lines[line - 1].Span) : [line];
        if (possible.Count > 1) return new(cell, null, $"line {string.Join(", ", possible.SkipLast(1))} or {possible[^1]}: {lines[possible[0] - 1].ToString().Trim()} ...");
        var only = possible.Count == 1 ? possible[0] : line;
        return new(cell, only, lines[only - 1].ToString().Trim());
    }

    // All index checks of an optimised function share one exit, and with it one line: so the error may be any of theirs.
    private static IReadOnlyList<int> LinesWithIndexes(SyntaxTree tree, TextSpan line)
    {
        static SyntaxNode? Function(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(at => at is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        var root = tree.GetRoot();
        var first = root.DescendantNodes().FirstOrDefault(node => line.Contains(node.SpanStart));
        if (first is null || Function(root.FindToken(first.Span.Start).Parent!) is not { } function) return [];
        return [.. function.DescendantNodes().OfType<ElementAccessExpressionSyntax>()
            .Where(access => Function(access) == function)
            .Select(access => tree.GetLineSpan(access.ArgumentList.Span).StartLinePosition.Line + 1)
            .Distinct().Order()];
    }

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
