using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>
/// The cells that ran, each compiled as a continuation of the one before: a variable is a field of its submission's
/// object, and a name declared again hides the older one from then on.
/// </summary>
internal sealed class SubmissionChain
{
    // What the real .NET Interactive C# kernel imports.
    private static readonly string[] Imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
            "LogRegCourse.Kernel.Interactive.CellFunctions", "LogRegCourse.Kernel.Interactive.Extensions"];

    private readonly NotebookLoadContext? _context;
    private readonly CSharpCompilationOptions _options;
    private readonly ReferenceLoader _references;
    private readonly MetadataReference[] _firstReferences;
    private readonly List<MetadataReference> _newReferences;
    private readonly Dictionary<string, (string CellId, int Run)> _cells;
    private volatile CSharpCompilation? _last;
    private volatile IReadOnlyList<MetadataReference>? _rest;

    // Where methods were hidden: the chain in which those of other cells are overloads still, for the cells that want them.
    private CSharpCompilation? _overloads;
    private object?[] _objects = new object?[64];
    private int _lastSlot;

    /// <param name="context">Where compiled cells are loaded; null where another process runs them.</param>
    /// <param name="references">Finds what cells name.</param>
    public SubmissionChain(NotebookLoadContext? context, ReferenceLoader references)
    {
        _context = context;
        _references = references;
        _cells = [];
        _firstReferences = [.. references.DefaultReferences];
        _newReferences = [.. _firstReferences];
        _options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: Imports,
            allowUnsafe: true,
            // Cells are small: sharing one among threads costs more than it gains.
            concurrentBuild: false,
            metadataReferenceResolver: references,
            sourceReferenceResolver: new SourceFileResolver([], Environment.CurrentDirectory),
            // Versions of the framework's parts that a library was compiled against need not be those that run.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
    }

    private SubmissionChain(SubmissionChain other)
    {
        (_context, _options, _references, _firstReferences) = (other._context, other._options, other._references, other._firstReferences);
        (_newReferences, _cells) = ([.. other._newReferences], new(other._cells));
        (_last, _rest, _overloads, _lastSlot) = (other._last, other._rest, other._overloads, other._lastSlot);
    }

    /// <summary>A chain that goes on from here by itself. Only where cells are not loaded: variables cannot be two.</summary>
    public SubmissionChain Fork() => new(this);

    /// <summary>The objects that hold the variables, by slot.</summary>
    public object?[] Objects => _objects;

    /// <summary>The newest variable of each name, with its value.</summary>
    public IReadOnlyDictionary<string, object?> Variables()
    {
        Dictionary<string, object?> newest = [];
        foreach (var submission in _objects.OfType<object>())
            foreach (var field in submission.GetType().GetFields().Where(field => !field.IsStatic && field.Name[0] != '<')) newest[field.Name] = field.GetValue(submission);
        return newest;
    }

    /// <summary>References that come with the next submission and stay.</summary>
    public void AddReference(MetadataReference reference) => _newReferences.Add(reference);

    /// <summary>A text as the submission that would come next; nothing is kept. Any thread may ask.</summary>
    public CSharpCompilation Preview(SyntaxTree tree) =>
        Create(tree, "preview", [.. _last is null ? _firstReferences : [], .. _rest ?? []], OptimizationLevel.Release, _last);

    /// <summary>From now on texts are compiled with all of the framework; whether that is more than before.</summary>
    public bool TakeRest()
    {
        if (_rest is not null) return false;
        _rest = _references.Rest();
        if (_rest.Count == 0) return false;
        _newReferences.AddRange(_rest);
        return true;
    }

    /// <summary>Compiles and loads a text as the next submission, whose methods take the place of older ones (<see cref="Superseded"/>).
    /// The chain is as before when it does not compile. Run: tells the runs of one cell apart.</summary>
    public CompileResult Add(string cellId, CellText text, int run = 0)
    {
        var result = AddAsItIs(cellId, text, run);
        return result.Submission is null && TakeRest() ? AddAsItIs(cellId, text, run) : result;
    }

    private CompileResult AddAsItIs(string cellId, CellText text, int run)
    {
        var level = text.DeclaresFunctions ? OptimizationLevel.Release : OptimizationLevel.Debug;
        var (compilation, hidden) = Continue(_last, Hides.All);
        var result = Load(cellId, text, compilation);
        CSharpCompilation? overloads = null;
        if ((_overloads is not null || hidden > 0) && Continue(_overloads ?? _last, Hides.SameCell) is var (other, fewer) && (_overloads is not null || fewer < hidden)) overloads = other;
        if (result.Submission is null && overloads is not null && (_overloads is null || Superseded.HaveSameVariables(_last, _overloads)) && Load(cellId, text, overloads) is { Submission: not null } accepted)
            (result, compilation, overloads) = (accepted, overloads, null);
        if (result.Submission is null) return result;
        _newReferences.Clear();
        _cells[compilation.AssemblyName!] = (cellId, run);
        (_last, _overloads) = (compilation, overloads is not null && HasErrors(overloads) ? null : overloads);
        return result;

        (CSharpCompilation Next, int Hidden) Continue(CSharpCompilation? last, Hides hides)
        {
            var next = Create(text.Compiled, $"cell-{_cells.Count}", _newReferences, level, last);
            var replaced = last is null ? [] : Superseded.By(next, earlier => _cells[earlier] is var (cell, before) && cell == cellId && before != run, hides);
            // Nothing is hidden where the rest would no longer compile without it.
            return replaced.Count > 0 && Superseded.Hidden(last!, replaced) is { } rest ? (Create(text.Compiled, next.AssemblyName!, _newReferences, level, rest), replaced.Count) : (next, 0);
        }
    }

    /// <summary>Whether a submission does not compile. It is emitted to find out: its anonymous types have no names before, and
    /// a later submission that meets one without a name would fail inside the compiler.</summary>
    internal static bool HasErrors(CSharpCompilation compilation) => compilation.Emit(Stream.Null).Diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error);

    private CompileResult Load(string cellId, CellText text, CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        using var symbols = _context is null ? null : new MemoryStream();
        var emitted = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (emitted.Diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error)) return new(null, text, compilation, emitted.Diagnostics);
        Func<object?[], Task<object?>> invoke = _ => Task.FromResult<object?>(null);
        CompiledImage? image = null;
        // Nothing is emitted for a cell of usings, references or comments alone, and it takes no slot.
        if (emitted.Success)
        {
            var entry = compilation.GetEntryPoint(CancellationToken.None)!;
            if (_context is null) image = new(assembly.ToArray(), entry.ContainingType.MetadataName, entry.MetadataName);
            else invoke = CompiledImage.EntryPoint(_context.LoadCell(assembly, symbols), entry.ContainingType.MetadataName, entry.MetadataName);
            _lastSlot++;
        }
        var submission = new Submission(cellId, _lastSlot, text, compilation, invoke, HasValue(compilation, text.Compiled), image);
        if (_lastSlot >= _objects.Length) Array.Resize(ref _objects, 2 * _objects.Length);
        return new(submission, text, compilation, emitted.Diagnostics);
    }

    // References and imports are inherited from the submission before: given again they would be read again, each time.
    private CSharpCompilation Create(SyntaxTree tree, string name, IEnumerable<MetadataReference> references, OptimizationLevel level, CSharpCompilation? last)
    {
        var options = (last is null ? _options : _options.WithUsings()).WithOptimizationLevel(level);
        return CSharpCompilation.CreateScriptCompilation(name, tree, references, options, last, returnType: typeof(object));
    }

    // The compiler makes the value null both where there is none and where it is null; students see the difference.
    private static bool HasValue(CSharpCompilation compilation, SyntaxTree tree)
    {
        var statements = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).ToList();
        if (statements.OfType<ReturnStatementSyntax>().Any(statement => statement.Expression is not null)) return true;
        return statements.LastOrDefault() is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last
            && tree.GetCompilationUnitRoot().Members.Last() is GlobalStatementSyntax
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type?.SpecialType != SpecialType.System_Void;
    }
}
