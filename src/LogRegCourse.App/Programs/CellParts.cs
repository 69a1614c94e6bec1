using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogRegCourse.App.Programs;

/// <summary>
/// A cell's script text taken apart as a program needs it: usings go to the top of the file, types to its end, and
/// the value of the last expression is shown by a call.
/// </summary>
internal sealed class CellParts
{
    private static readonly CSharpParseOptions AsScript = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    private readonly List<MemberDeclarationSyntax> _statements;

    private CellParts(CompilationUnitSyntax unit)
    {
        Usings = [.. unit.Usings.Select(line => line.WithoutTrivia().ToString())];
        Types = [.. unit.Members.Where(IsType).Select(type => type.ToFullString().Trim())];
        _statements = [.. unit.Members.Where(member => !IsType(member))];
    }

    public IReadOnlyList<string> Usings { get; }

    public IReadOnlyList<string> Types { get; }

    /// <summary>Variables and functions that later cells can read.</summary>
    public IEnumerable<string> Defined => _statements.SelectMany(DefinedNames.AtTopLevel).Distinct();

    /// <summary>Variables of blocks and loops, which a program does not let bear the name of a variable around them.</summary>
    public IEnumerable<string> Nested => _statements.SelectMany(DefinedNames.InBlocks).Distinct();

    public static CellParts Of(string source)
    {
        // Lines for the notebook alone: packages and libraries are the project's business.
        var lines = source.Split('\n').Where(line => !line.StartsWith("#r ", StringComparison.Ordinal));
        return new CellParts(CSharpSyntaxTree.ParseText(string.Join('\n', lines), AsScript).GetCompilationUnitRoot());
    }

    /// <summary>The statements with names changed as asked.</summary>
    public string Statements(IReadOnlyDictionary<string, string> newNames)
    {
        var renaming = new Renaming(newNames);
        return string.Concat(_statements.Select(statement => Statement((MemberDeclarationSyntax)renaming.Visit(statement)))).Trim('\r', '\n');
    }

    private static string Statement(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } value } =>
            $"{value.GetLeadingTrivia().ToFullString()}display({value.Expression.WithoutTrivia()});{value.GetTrailingTrivia().ToFullString()}",
        MethodDeclarationSyntax method => method.WithModifiers(Allowed(method)).ToFullString(),
        _ => member.ToFullString(),
    };

    // A local function is as private as can be and may read the variables around it.
    private static SyntaxTokenList Allowed(MethodDeclarationSyntax method) =>
        [.. method.Modifiers.Where(word => word.IsKind(SyntaxKind.AsyncKeyword) || word.IsKind(SyntaxKind.UnsafeKeyword))];

    private static bool IsType(MemberDeclarationSyntax member) => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;
}
