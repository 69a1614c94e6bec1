using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LogRegCourse.Kernel.Display;
using LogRegCourse.Kernel.Editing;
using LogRegCourse.Kernel.Magics;
using LogRegCourse.Kernel.Packages;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.PlainWords;
using LogRegCourse.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using LogRegCourse.Kernel.Interactive;

namespace LogRegCourse.Kernel.Session;

/// <summary>The session that compiles and runs C#.</summary>
internal sealed class CellSession : ICellSession
{
    // The compiler leaves much behind that the collector, unhurried, would keep for hours.
    private const int CellsBetweenCollections = 50;

    private const string WarmUpCell = "warm-up";

    private const int DeepestImport = 16;

    private readonly IHost _host;
    private readonly NotebookLoadContext _context;
    private readonly ReferenceLoader _references;
    private readonly SubmissionChain _chain;
    private readonly PackageLoader _packages;
    private readonly MagicCommands _magics;
    private IInteractiveLibrary? _library;
    private bool _isInsideCell;
    private readonly Dictionary<string, CellText?> _textByName = [];
    private readonly Dictionary<string, string> _cellBySubmission = [];
    private readonly OrderedDictionary<string, AnalysedSubmission> _current = [];

    public CellSession(IHost host)
    {
        ValueFormatter.Library = null;
        _host = host;
        _context = new NotebookLoadContext();
        _references = new ReferenceLoader(_context, host);
        _chain = new SubmissionChain(_context, _references);
        _magics = new MagicCommands(_chain);
        _packages = new PackageLoader(host, _references, _context, _chain, LoadExtension);
    }

    public int ExecutionCount { get; private set; }

    /// <summary>Compiles and runs the least there is, with all references, so that the student's first cell need not.</summary>
    public void WarmUp()
    {
        var compiled = _chain.Add(WarmUpCell, CellText.Parse("null", WarmUpCell));
        var submission = compiled.Submission ?? throw new InvalidOperationException($"The first cell does not compile: {string.Join('\n', compiled.Diagnostics)}");
        submission.Invoke(_chain.Objects).GetAwaiter().GetResult();
    }

    /// <summary>Compiles what lessons are made of and keeps nothing, beside the first cells, so that later ones are quick.</summary>
    public void WarmUpFurther()
    {
        var preview = Preview("double f(double x) => x * x; var ys = new List<double>(); foreach (var x in new[] { 1.5 }) { ys.Add(f(x)); } $\"{ys.Sum(y => y):F2}\"");
        preview.Compilation.Emit(Stream.Null);
        FindingsFinder.Find(preview, CellOf, CancellationToken.None);
        ValueFormatter.Format(new[] { 1.5 }, []);
    }

    public async Task<CellOutcome> RunAsync(string cellId, string source, IOutput output, string? kernel = null)
    {
        ExecutionCount++;
        var bounded = new BoundedOutput(output, _host.HasThreads, WholeOf(cellId));
        RunningCell.Set(bounded);
        ConsoleCapture.Renew();
        try
        {
            var clock = Stopwatch.StartNew();
            return (await RunStepsAsync(cellId, CellSteps.Of(source, kernel), $"cell {ExecutionCount}", bounded, depth: 0)) with { Time = clock.Elapsed };
        }
        catch (CellStoppedException)
        {
            // Before it ran: while its packages were fetched.
            return CellOutcome.Stopped;
        }
        catch (Exception error)
        {
            // Whatever a text does to the compiler or to us ends with its cell.
            return new(CellOutcomeKind.Failed, TimeSpan.Zero, ErrorReport.OfCompiler(error));
        }
        finally
        {
            RunningCell.Set(null);
            bounded.Finish();
            if (ExecutionCount % CellsBetweenCollections == 0) Rest();
        }
    }

    public async Task<LiveInputOutcome> SetLiveInputAsync(string name, JsonElement value, IRerun rerun)
    {
        var declaring = _current.Values.LastOrDefault(cell => cell.Inputs.Any(input => input.Name == name));
        if (declaring is null) return new([], $"There is no live input {name}: run its cell first.");
        if (LiveInputs.SetField(_chain.Objects[declaring.Submission.Slot]!, name, value) is { } misfit) return new([], misfit);
        List<string> ran = [];
        var input = new CellName(name, declaring.Submission.Compilation.AssemblyName!);
        foreach (var dependent in LiveInputs.Dependents(input, _current.Values))
        {
            var outcome = await RunAgainAsync(dependent, rerun);
            ran.Add(dependent.Submission.CellId);
            if (outcome.Kind != CellOutcomeKind.Succeeded) return new(ran, outcome.Error!.Message);
        }
        return new(ran);
    }

    public void Stop() => StopFlag.Raise();

    public void ForgetStop() => StopFlag.Lower();

    public void Rest() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);

    public Completions Complete(string source, int position, CancellationToken cancel)
    {
        try
        {
            return CompletionFinder.Find(Preview(source), position, cancel);
        }
        catch (TooDeepException)
        {
            return new(position, position, []);
        }
    }

    public HoverText? Hover(string source, int position, CancellationToken cancel)
    {
        try
        {
            return HoverFinder.Find(Preview(source), position, cancel);
        }
        catch (TooDeepException)
        {
            return null;
        }
    }

    public Findings Diagnose(string source, CancellationToken cancel)
    {
        try
        {
            return Found(source, cancel);
        }
        catch (TooDeepException error)
        {
            return new([new(Math.Max(0, error.Place - 1), error.Place, "error", "CS8078", error.Message)], null);
        }
    }

    private Findings Found(string source, CancellationToken cancel)
    {
        var findings = FindingsFinder.Find(Preview(source), CellOf, cancel);
        // Before the first cell has run it has precedence.
        return ExecutionCount > 0 && findings.Items.Any(item => item.Severity == "error") && _chain.TakeRest() ? FindingsFinder.Find(Preview(source), CellOf, cancel) : findings;
    }

    public IReadOnlyDictionary<string, object?> Variables() => _chain.Variables();

    public IReadOnlyList<string> TakeChangedReferences() => _references.TakeChanged();

    public TextState StateOf(string source)
    {
        try
        {
            var tree = CellText.Parse(CellSteps.CSharpOf(source), "", isPolled: false).Written;
            if (!SyntaxFactory.IsCompleteSubmission(tree)) return TextState.Incomplete;
            return tree.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error) ? TextState.Invalid : TextState.Complete;
        }
        catch (TooDeepException)
        {
            return TextState.Invalid;
        }
    }

    // A browser has no files that outlive the page.
    private WholeOutputs? WholeOf(string cellId) => _host.HasThreads ? new WholeOutputs(cellId) : null;

    private CellPreview Preview(string source)
    {
        var text = CellText.Parse(CellSteps.CSharpOf(source), "", isPolled: false);
        return new(text, _chain.Preview(text.Written));
    }

    private string? CellOf(string submission)
    {
        lock (_cellBySubmission) return _cellBySubmission.GetValueOrDefault(submission);
    }

    // Name: what stack traces call the cell. The first step that fails ends it.
    private async Task<CellOutcome> RunStepsAsync(string cellId, IReadOnlyList<CellStep> steps, string name, IOutput output, int depth)
    {
        var outcome = new CellOutcome(CellOutcomeKind.Succeeded, TimeSpan.Zero);
        Stopwatch? wall = null;
        foreach (var step in steps)
        {
            var part = name;
            for (var next = 2; step is CSharpStep && !_textByName.TryAdd(part, null); next++) part = $"{name}, part {next}";
            if (step is MagicStep { Name: "time" }) wall = Stopwatch.StartNew();
            else outcome = step is CSharpStep code ? await CompileAndRunAsync(cellId, CellText.Parse(code.Text, part), output) : await RunMagicAsync(cellId, step, name, output, depth, outcome);
            if (outcome.Kind != CellOutcomeKind.Succeeded) break;
        }
        if (wall is not null) RunningCell.Show(string.Create(CultureInfo.InvariantCulture, $"Wall time: {wall.Elapsed.TotalMilliseconds}ms"), []);
        return outcome;
    }

    private async Task<CellOutcome> RunMagicAsync(string cellId, CellStep step, string name, IOutput output, int depth, CellOutcome before)
    {
        var answer = step is OtherStep other ? _magics.Show(other) : _magics.Do((MagicStep)step);
        if (answer.Refusal is { } refusal) return before with { Kind = CellOutcomeKind.Failed, Error = refusal };
        if (answer.Steps.Count == 0) return before;
        if (depth < DeepestImport) return await RunStepsAsync(cellId, answer.Steps, answer.Name ?? name, output, depth + 1);
        const string sentence = "#!import goes round in a circle: a file imports itself.";
        return before with { Kind = CellOutcomeKind.Failed, Error = new("MagicError", sentence, [sentence], step.Line, 1) };
    }

    private async Task<CellOutcome> CompileAndRunAsync(string cellId, CellText text, IOutput output)
    {
        var clock = Stopwatch.StartNew();
        _textByName[text.Written.FilePath] = text;
        if (_packages.Load(text.Packages) is { } refused) return new(CellOutcomeKind.Failed, clock.Elapsed, refused);
        var compiled = Compile(cellId, text);
        if (compiled.Submission is not { } submission)
            return new(CellOutcomeKind.Failed, clock.Elapsed, ErrorReport.OfCompilation(compiled));
        foreach (var warning in compiled.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Warning))
            output.Print(PrintStream.Stderr, ErrorReport.Sentence(submission.Text, warning) + "\n");
        foreach (var (place, sentence) in WholeNumberNotes.In(submission.Text.Compiled, submission.CreateModel()))
            output.Print(PrintStream.Stderr, ErrorReport.Note(submission.Text, place, sentence) + "\n");
        var outcome = (await ExecuteInsideAsync(submission, text)) with { Time = clock.Elapsed };
        var analysed = Analyse(submission);
        lock (_cellBySubmission) _cellBySubmission[submission.Compilation.AssemblyName!] = cellId;
        _current.Remove(cellId);
        _current[cellId] = analysed;
        return outcome with { Dependencies = analysed.Dependencies.ToMessage(CellOf), LiveInputs = analysed.Inputs };
    }

    // Once a notebook has named .NET Interactive's library, each of its cells runs as a command of it.
    private async Task<CellOutcome> ExecuteInsideAsync(Submission submission, CellText text)
    {
        if (_library is null || _isInsideCell) return await ExecuteAsync(submission);
        CellOutcome? outcome = null;
        _isInsideCell = true;
        try
        {
            _library.Run(text.Written.GetText().ToString(), () =>
            {
                ConsoleCapture.Renew();
                outcome = ExecuteAsync(submission).GetAwaiter().GetResult();
            });
        }
        finally
        {
            _isInsideCell = false;
        }
        return outcome!;
    }

    private bool LoadLibrary()
    {
        _library = _host.LoadInteractive(RunSubmitted);
        if (_library is null) return false;
        ValueFormatter.Library = _library;
        foreach (var path in _library.Libraries)
        {
            _context.Share(Path.GetFileNameWithoutExtension(path));
            _chain.AddReference(_host.Reference(path));
        }
        // Behind this submission the library's names hide the kernel's own of the same spelling.
        _chain.Add("library", CellText.Parse("using static Microsoft.DotNet.Interactive.Kernel;", "library"));
        return true;
    }

    // Code that a cell gives to Kernel.Root: the error's message, or null.
    private string? RunSubmitted(string code)
    {
        if (RunningCell.Output is not { } output) return "No cell runs.";
        return RunStepsAsync($"{WarmUpCell}-submitted", CellSteps.Of(code), "submitted code", output, depth: 1).GetAwaiter().GetResult().Error?.Message;
    }

    private void LoadExtension(string path)
    {
        try
        {
            if (_library is null && !LoadLibrary()) return;
            _library!.Run("", () => _library.LoadExtension(_context.LoadFromAssemblyPath(path)));
        }
        catch (Exception error) when (error is not CellStoppedException)
        {
            RunningCell.Print(PrintStream.Stderr, $"The extension {Path.GetFileName(path)} could not be loaded: {(error.InnerException ?? error).Message}\n");
        }
    }

    private CompileResult Compile(string cellId, CellText text)
    {
        if (_library is null && InteractiveNames.In(text)) LoadLibrary();
        var asWritten = _chain.Add(cellId, text, ExecutionCount);
        if (asWritten.Submission is null && _library is null && InteractiveNames.MissingIn(asWritten.Diagnostics) && LoadLibrary()) asWritten = _chain.Add(cellId, text, ExecutionCount);
        // The released tool carries this library, and notebooks name it without asking for it.
        if (asWritten.Submission is null && InteractiveNames.JsonMissingIn(asWritten.Diagnostics)
            && _packages.Load([new PackageLine("Newtonsoft.Json", "*", IsSource: false, Line: 1)]) is null) asWritten = _chain.Add(cellId, text, ExecutionCount);
        return Spelling.Accepted(asWritten, text => _chain.Add(cellId, text, ExecutionCount));
    }

    private async Task<CellOutcome> RunAgainAsync(AnalysedSubmission cell, IRerun rerun)
    {
        var (submission, dependencies, inputs) = cell;
        var before = _chain.Objects[submission.Slot];
        var bounded = new BoundedOutput(rerun.Started(submission.CellId), _host.HasThreads, WholeOf(submission.CellId));
        RunningCell.Set(bounded);
        var clock = Stopwatch.StartNew();
        var outcome = (await ExecuteAsync(submission)) with { Time = clock.Elapsed };
        RunningCell.Set(null);
        bounded.Finish();
        // A submission overwrites its object before its code runs.
        if (outcome.Kind != CellOutcomeKind.Succeeded) _chain.Objects[submission.Slot] = before;
        rerun.Finished(submission.CellId, outcome with { Dependencies = dependencies.ToMessage(CellOf), LiveInputs = inputs });
        return outcome;
    }

    private async Task<CellOutcome> ExecuteAsync(Submission submission)
    {
        try
        {
            StopFlag.Poll();
            var task = submission.Invoke(_chain.Objects);
            if (!task.IsCompleted) await _host.WaitAsync(task);
            if (!task.IsCompleted) throw new CellStoppedException();
            var value = task.GetAwaiter().GetResult();
            if (submission.HasValue && value is not DisplayedValue && _library?.IsDisplayed(value) != true) RunningCell.ShowResult(value);
            return new(CellOutcomeKind.Succeeded, TimeSpan.Zero);
        }
        catch (Exception) when (StopFlag.IsRaised)
        {
            return CellOutcome.Stopped;
        }
        catch (Exception error)
        {
            return new(CellOutcomeKind.Failed, TimeSpan.Zero, ErrorReport.OfException(error, submission.Text.Written.FilePath, name => _textByName.GetValueOrDefault(name), _host.WhatIsMissing(error)));
        }
    }

    private static AnalysedSubmission Analyse(Submission submission)
    {
        var model = submission.CreateModel();
        var tree = submission.Text.Compiled;
        return new(submission, CellDependencies.Of(submission.Compilation, tree, model), LiveInputDeclarations.In(tree, model));
    }
}
