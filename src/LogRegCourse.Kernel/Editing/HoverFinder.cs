using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using LogRegCourse.Kernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LogRegCourse.Kernel.Editing;

/// <summary>Signature and XML documentation of what stands at a position.</summary>
internal static partial class HoverFinder
{
    // Comments may inherit from one another in a circle.
    private const int MaxInherited = 3;

    private const int MaxSignatures = 5;

    public static HoverText? Find(CellPreview preview, int position, CancellationToken cancel)
    {
        var root = preview.Tree.GetRoot(cancel);
        if (root.FullSpan.Length == 0) return null;
        var token = root.FindToken(Math.Clamp(position, 0, root.FullSpan.End - 1));
        if (!token.IsKind(SyntaxKind.IdentifierToken) && token.SpanStart == position && position > 0) token = root.FindToken(position - 1);
        if (!token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is null) return null;
        var model = preview.CreateModel();
        var info = model.GetSymbolInfo(token.Parent, cancel);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault() ?? model.GetDeclaredSymbol(token.Parent, cancel);
        if (symbol is null) return null;
        // A call that is not finished yet may become any of several.
        var signatures = info.Symbol is null && info.CandidateSymbols.Length > 1 ? info.CandidateSymbols.Select(SymbolText.Signature).Distinct().Take(MaxSignatures) : [SymbolText.Signature(symbol)];
        return new(token.Span.Start, token.Span.End, string.Join('\n', signatures), Documentation(symbol, preview.Compilation, MaxInherited, cancel));
    }

    private static string? Documentation(ISymbol symbol, Compilation compilation, int hops, CancellationToken cancel)
    {
        var xml = symbol.OriginalDefinition.GetDocumentationCommentXml(cancellationToken: cancel);
        if (string.IsNullOrWhiteSpace(xml)) return null;
        try
        {
            var member = XElement.Parse(xml.StartsWith("<member", StringComparison.Ordinal) || xml.StartsWith("<doc", StringComparison.Ordinal) ? xml : $"<doc>{xml}</doc>");
            if (hops > 0 && member.Descendants("inheritdoc").FirstOrDefault()?.Attribute("cref")?.Value is { } inherited
                && DocumentationCommentId.GetFirstSymbolForDeclarationId(inherited, compilation) is { } elsewhere)
                return Documentation(elsewhere, compilation, hops - 1, cancel);
            var parts = member.Descendants("summary").Take(1)
                .Select(Text)
                .Concat(member.Descendants("param").Select(param => $"{param.Attribute("name")?.Value}: {Text(param)}"))
                .Concat(member.Descendants("returns").Take(1).Select(returns => $"Returns {Text(returns)}"));
            var text = string.Join('\n', parts.Where(part => part.Length > 0));
            return text.Length == 0 ? null : text;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Text(XElement element)
    {
        foreach (var reference in element.Descendants().Where(inner => inner.Attribute("cref") is not null || inner.Attribute("name") is not null).ToList())
            reference.Value = reference.Attribute("name")?.Value ?? reference.Attribute("cref")!.Value.Split('(')[0].Split('.', ':').Last();
        return Space().Replace(element.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
