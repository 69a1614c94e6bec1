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

    private readonly NotebookLoadContext _context;
    private readonly CSharpCompilationOptions _options;
    private readonly MetadataReference[] _firstReferences;
    private readonly List<MetadataReference> _newReferences;
    private volatile CSharpCompilation? _last;
    private object?[] _objects = new object?[64];
    private int _lastSlot;
    private int _compiled;

    public SubmissionChain(NotebookLoadContext context, ReferenceLoader references)
    {
        _context = context;
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
        Create(tree, "preview", _last is null ? _firstReferences : [], OptimizationLevel.Release);

    /// <summary>Compiles and loads a text as the next submission. The chain is as before when it does not compile.</summary>
    public CompileResult Add(string cellId, CellText text)
    {
        var level = text.DeclaresFunctions ? OptimizationLevel.Release : OptimizationLevel.Debug;
        var compilation = Create(text.Compiled, $"cell-{_compiled}", _newReferences, level);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (emitted.Diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error)) return new(null, text, compilation, emitted.Diagnostics, Redeclared(compilation, text.Compiled, emitted.Diagnostics));
        Func<object?[], Task<object?>> invoke = _ => Task.FromResult<object?>(null);
        // Nothing is emitted for a cell of usings, references or comments alone, and it takes no slot.
        if (emitted.Success)
        {
            assembly.Position = 0;
            symbols.Position = 0;
            invoke = EntryPoint(compilation, _context.LoadCell(assembly, symbols));
            _lastSlot++;
        }
        var submission = new Submission(cellId, _lastSlot, text, compilation, invoke, HasValue(compilation, text.Compiled));
        _newReferences.Clear();
        _compiled++;
        _last = compilation;
        if (_lastSlot >= _objects.Length) Array.Resize(ref _objects, 2 * _objects.Length);
        return new(submission, text, compilation, emitted.Diagnostics);
    }

    // A variable declared again hides the older one, but methods of one name gather like overloads, and a call or a
    // conversion may then find more of them than its writer sees.
    private static string? Redeclared(CSharpCompilation compilation, SyntaxTree tree, IEnumerable<Diagnostic> diagnostics)
    {
        var model = compilation.GetSemanticModel(tree);
        return diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error && found.Location.SourceTree == tree)
            .SelectMany(found => tree.GetRoot().FindNode(found.Location.SourceSpan).DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            .FirstOrDefault(name => model.GetMemberGroup(name).Select(method => method.ContainingType).Where(type => type.IsScriptClass).Distinct(SymbolEqualityComparer.Default).Count() > 1)
            ?.Identifier.Text;
    }

    // References and imports are inherited from the submission before: given again they would be read again, each time.
    private CSharpCompilation Create(SyntaxTree tree, string name, IEnumerable<MetadataReference> references, OptimizationLevel level)
    {
        var last = _last;
        var options = (last is null ? _options : _options.WithUsings()).WithOptimizationLevel(level);
        return CSharpCompilation.CreateScriptCompilation(name, tree, references, options, last, returnType: typeof(object));
    }

    private static Func<object?[], Task<object?>> EntryPoint(CSharpCompilation compilation, System.Reflection.Assembly assembly)
    {
        var entry = compilation.GetEntryPoint(CancellationToken.None)!;
        return assembly.GetType(entry.ContainingType.MetadataName)!
            .GetMethod(entry.MetadataName)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
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
