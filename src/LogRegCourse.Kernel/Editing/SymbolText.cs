using Microsoft.CodeAnalysis;

namespace LogRegCourse.Kernel.Editing;

/// <summary>Symbols in the words of the page.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.CollapseTupleTypes)
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeOptionalBrackets)
        .RemoveParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword);

    public static string Signature(ISymbol symbol) => symbol is { ContainingType: { IsScriptClass: false, IsImplicitlyDeclared: false } } and not ITypeSymbol
        ? symbol.ToDisplayString(Format)
        : symbol.ToDisplayString(Format.WithMemberOptions(Format.MemberOptions & ~SymbolDisplayMemberOptions.IncludeContainingType));

    public static string Kind(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.IsScriptClass: true } or ILocalSymbol or IRangeVariableSymbol => "variable",
        IFieldSymbol => "field",
        IEventSymbol => "event",
        IParameterSymbol => "parameter",
        INamespaceSymbol => "namespace",
        ITypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        _ => "variable",
    };
}
