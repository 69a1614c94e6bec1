extern alias own;

using System.Globalization;
using System.Text.Json;
using LogRegCourse.KernelProcess.Session;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;
using own::LogRegCourse.Kernel.Session;
using Completion = Microsoft.DotNet.Interactive.Events.CompletionItem;
using Diagnostic = Microsoft.DotNet.Interactive.Diagnostic;
using LinePosition = Microsoft.DotNet.Interactive.LinePosition;
using LinePositionSpan = Microsoft.DotNet.Interactive.LinePositionSpan;

namespace LogRegCourse.Polyglot;

/// <summary>The kernel's session as one of .NET Interactive's kernels.</summary>
internal sealed class CSharpCells : Microsoft.DotNet.Interactive.Kernel,
    IKernelCommandHandler<SubmitCode>,
    IKernelCommandHandler<RequestCompletions>,
    IKernelCommandHandler<RequestHoverText>,
    IKernelCommandHandler<RequestDiagnostics>,
    IKernelCommandHandler<RequestValue>,
    IKernelCommandHandler<RequestValueInfos>,
    IKernelCommandHandler<SendValue>
{
    private readonly ICellSession _session;
    private readonly WorkQueue _work;

    public CSharpCells(ICellSession session, WorkQueue work) : base("csharp")
    {
        (_session, _work) = (session, work);
        KernelInfo.LanguageName = "C#";
        KernelInfo.LanguageVersion = "14.0";
        KernelInfo.DisplayName = "csharp - C# Script";
        KernelInfo.Description = "Compile and run C# Script";
    }

    async Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        context.Publish(new CodeSubmissionReceived(command));
        context.Publish(new CompleteCodeSubmissionReceived(command));
        var outcome = await RunAsync(command.Code, new PolyglotOutput(command, context), context.CancellationToken);
        if (outcome.Error is { } error) context.Fail(command, message: error.Trace.Count > 0 ? string.Join('\n', error.Trace) : $"{error.Name}: {error.Message}");
    }

    Task IKernelCommandHandler<RequestCompletions>.HandleAsync(RequestCompletions command, KernelInvocationContext context)
    {
        var text = SourceText.From(command.Code);
        var found = _session.Complete(command.Code, Index(text, command.LinePosition), context.CancellationToken);
        context.Publish(new CompletionsProduced(
            [.. found.Items.Select(item => new Completion(item.Text, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(item.Kind), insertText: item.Text, documentation: item.Detail))],
            command,
            Span(text, found.Start, found.End)));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestHoverText>.HandleAsync(RequestHoverText command, KernelInvocationContext context)
    {
        var text = SourceText.From(command.Code);
        if (_session.Hover(command.Code, Index(text, command.LinePosition), context.CancellationToken) is { } found)
        {
            var shown = $"```csharp\n{found.Signature}\n```" + (found.Documentation is null ? "" : $"\n\n{found.Documentation}");
            context.Publish(new HoverTextProduced(command, [new FormattedValue("text/markdown", shown)], Span(text, found.Start, found.End)));
        }
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestDiagnostics>.HandleAsync(RequestDiagnostics command, KernelInvocationContext context)
    {
        var text = SourceText.From(command.Code);
        var found = _session.Diagnose(command.Code, context.CancellationToken).Items.Select(item => new Diagnostic(
            Span(text, item.Start, item.End),
            item.Severity == "error" ? Microsoft.CodeAnalysis.DiagnosticSeverity.Error : Microsoft.CodeAnalysis.DiagnosticSeverity.Warning,
            item.Code,
            item.Message)).ToList();
        context.Publish(new DiagnosticsProduced(found, [.. found.Select(item => new FormattedValue("text/plain", item.ToString()))], command));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context)
    {
        context.Publish(new ValueInfosProduced(
            [.. _session.Variables().Select(variable => new KernelValueInfo(variable.Key, FormattedValue.CreateSingleFromObject(variable.Value, command.MimeType), variable.Value?.GetType() ?? typeof(object)))], command));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        if (_session.Variables().TryGetValue(command.Name, out var value))
            context.Publish(new ValueProduced(value, command.Name, FormattedValue.CreateSingleFromObject(value, command.MimeType), command));
        else
            context.Fail(command, message: $"There is no variable {command.Name}: run the cell that declares it first.");
        return Task.CompletedTask;
    }

    async Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context)
    {
        var source = $"var {command.Name} = {Literal(command.FormattedValue)};";
        var outcome = await RunAsync(source, new PolyglotOutput(command, context), context.CancellationToken);
        if (outcome.Error is { } error) context.Fail(command, message: error.Message);
    }

    private async Task<CellOutcome> RunAsync(string source, IOutput output, CancellationToken cancel)
    {
        var ended = new TaskCompletionSource<CellOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        // With the cell's thread goes which command it serves, so that what a cell asks of the front end is not queued behind it.
        var command = ExecutionContext.Capture()!;
        _work.Add(new(() =>
        {
            // The library leads Console elsewhere with every command.
            ConsoleCapture.Install();
            ExecutionContext.Run(command, _ => ended.SetResult(_session.RunAsync($"polyglot-{_session.ExecutionCount + 1}", source, output).GetAwaiter().GetResult()), null);
            return Task.FromResult(true);
        }, () => ended.TrySetResult(CellOutcome.Aborted)));
        await using var stop = cancel.Register(_work.Stop);
        return await ended.Task;
    }

    /// <summary>A value that another kernel sends, as C# that makes it.</summary>
    private static string Literal(FormattedValue value)
    {
        if (value.MimeType != "application/json") return SymbolDisplay.FormatLiteral(value.Value, quote: true);
        using var json = JsonDocument.Parse(value.Value);
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.String => SymbolDisplay.FormatLiteral(json.RootElement.GetString()!, quote: true),
            JsonValueKind.True or JsonValueKind.False => value.Value.Trim(),
            JsonValueKind.Number => json.RootElement.TryGetInt32(out _) ? value.Value.Trim() : $"double.Parse(\"{value.Value.Trim()}\", System.Globalization.CultureInfo.InvariantCulture)",
            JsonValueKind.Null => "(object)null",
            _ => $"System.Text.Json.JsonDocument.Parse({SymbolDisplay.FormatLiteral(value.Value, quote: true)})",
        };
    }

    private static int Index(SourceText text, LinePosition at) => text.Lines.GetPosition(new(at.Line, at.Character));

    private static LinePositionSpan Span(SourceText text, int start, int end) => new(Position(text, start), Position(text, end));

    private static LinePosition Position(SourceText text, int index)
    {
        var at = text.Lines.GetLinePosition(index);
        return new(at.Line, at.Character);
    }
}
