using LogRegCourse.Kernel.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>A name and the submission (its assembly's name) that declared it: the compiler's own answer, so that a name
/// declared twice is two names.</summary>
internal sealed record CellName(string Name, string Submission);

/// <summary>What a cell defines, and what of other cells it reads, writes (assigns) and touches (calls into).</summary>
internal sealed record CellDependencies(
    IReadOnlySet<CellName> Defines,
    IReadOnlySet<CellName> Reads,
    IReadOnlySet<CellName> Writes,
    IReadOnlySet<CellName> Touches)
{
    /// <summary>What the semantic model says of a cell; it need not have run.</summary>
    public static CellDependencies Of(CSharpCompilation compilation, SyntaxTree tree, SemanticModel model)
    {
        var own = compilation.AssemblyName!;
        var defines = compilation.ScriptClass!.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary } && member.CanBeReferencedByName)
            .Select(member => new CellName(member.Name, own));
        var (reads, writes, touches) = (new HashSet<CellName>(), new HashSet<CellName>(), new HashSet<CellName>());
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (IsInNameof(name) || Outside(SymbolOf(name, model), own) is not { } outside) continue;
            var use = UseOf(name, model);
            if (use != Use.Write) reads.Add(outside);
            if (use is Use.Write or Use.ReadAndWrite) writes.Add(outside);
            if (use == Use.Touch) touches.Add(outside);
        }
        return new(defines.ToHashSet(), reads, writes, touches);
    }

    /// <summary>The same in the words of the pipe. CellOf: the cell whose submission a name is of, null for none.</summary>
    public CellUse ToMessage(Func<string, string?> cellOf)
    {
        return new([.. Defines.Select(name => name.Name)], Named(Reads), Named(Writes), Named(Touches));

        IReadOnlyList<OutsideName> Named(IEnumerable<CellName> names) =>
            [.. names.Where(name => cellOf(name.Submission) is not null).Select(name => new OutsideName(name.Name, cellOf(name.Submission)!))];
    }

    private enum Use { Read, Write, ReadAndWrite, Touch }

    // A function that is passed as any delegate has no symbol of its own, only candidates.
    private static ISymbol? SymbolOf(SimpleNameSyntax name, SemanticModel model)
    {
        var info = model.GetSymbolInfo(name);
        return info.Symbol ?? info.CandidateSymbols.FirstOrDefault() ?? model.GetMemberGroup(name).FirstOrDefault();
    }

    private static CellName? Outside(ISymbol? symbol, string own)
    {
        // A class of a cell is named where it is made; its members lead back to the object that was named.
        var named = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType : symbol?.OriginalDefinition;
        if (named is not (IFieldSymbol or IPropertySymbol or IMethodSymbol or INamedTypeSymbol) || named.ContainingType?.IsScriptClass != true) return null;
        var submission = named.ContainingAssembly.Name;
        return submission == own ? null : new(named.Name, submission);
    }

    private static Use UseOf(SimpleNameSyntax name, SemanticModel model)
    {
        ExpressionSyntax whole = name;
        while (whole.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
            whole = whole.Parent as ExpressionSyntax ?? (ExpressionSyntax)whole.Parent.Parent!;
        switch (whole.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == whole:
                return assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? Use.Write : Use.ReadAndWrite;
            case PrefixUnaryExpressionSyntax prefix when prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression:
            case PostfixUnaryExpressionSyntax postfix when postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression:
                return Use.ReadAndWrite;
            case ArgumentSyntax argument when argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword):
                return Use.Write;
            case ArgumentSyntax argument when argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword):
                return Use.ReadAndWrite;
        }
        return CanChangeInside(model.GetTypeInfo(name).Type) && IsTouched(whole, model) ? Use.Touch : Use.Read;
    }

    private static bool CanChangeInside(ITypeSymbol? type) => type is { IsReferenceType: true, SpecialType: not SpecialType.System_String, TypeKind: not TypeKind.Delegate };

    // x.Method(), x[i] = ..., x.Property = ..., also deeper: x.Inner.Add(...).
    private static bool IsTouched(ExpressionSyntax receiver, SemanticModel model)
    {
        for (var at = receiver; ;)
        {
            switch (at.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Expression == at:
                    if (access.Parent is InvocationExpressionSyntax call && call.Expression == access)
                        return model.GetSymbolInfo(call).Symbol is IMethodSymbol { IsExtensionMethod: false, IsStatic: false };
                    at = access;
                    break;
                case ElementAccessExpressionSyntax element when element.Expression == at:
                    at = element;
                    break;
                case AssignmentExpressionSyntax assignment:
                    return assignment.Left == at && at != receiver;
                case PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax:
                    return at != receiver && at.Parent.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression
                        or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression;
                default:
                    return false;
            }
        }
    }

    private static bool IsInNameof(SimpleNameSyntax name) =>
        name.Ancestors().OfType<InvocationExpressionSyntax>().Any(call => call.Expression is IdentifierNameSyntax { Identifier.Text: "nameof" });
}
