using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LogRegCourse.App.Grading;

/// <summary>
/// Words in an answer that no exercise needs: a check runs in the process of the answer that it checks, and code that
/// looks into other code, starts processes or reads files could alter it. Such an answer is graded, and a person is asked to read it.
/// </summary>
internal static class CloserLook
{
    private static readonly HashSet<string> Words =
    [
        "Activator", "AppContext", "AppDomain", "Assembly", "AssemblyLoadContext", "BindingFlags", "Checks", "Course", "Directory", "DirectoryInfo", "DllImport", "DynamicInvoke",
        "Emit", "Environment", "File", "FileInfo", "FileStream", "Formatter", "GetConstructor", "GetField", "GetFields", "GetMember", "GetMethod", "GetMethods", "GetProperty", "GetType",
        "HttpClient", "InvokeMember", "Kernel", "LibraryImport", "LogRegCourse", "Marshal", "MemoryMarshal", "MethodInfo", "ModuleInitializer", "ModuleInitializerAttribute", "NativeLibrary",
        "Process", "Reflection", "RuntimeHelpers", "Socket", "StreamReader", "StreamWriter", "TcpClient", "Thread", "ThreadPool", "Timer", "Unsafe",
    ];

    /// <summary>The words found in a student's text, in their order; loaded files and magic lines count.</summary>
    public static IReadOnlyList<string> In(string source)
    {
        var tokens = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview, kind: SourceCodeKind.Script)).GetRoot().DescendantTokens(descendIntoTrivia: true);
        var words = tokens.Where(token => token.IsKind(SyntaxKind.UnsafeKeyword) || token.IsKind(SyntaxKind.ExternKeyword) || (token.IsKind(SyntaxKind.IdentifierToken) && Words.Contains(token.ValueText))).Select(token => token.ValueText);
        var lines = source.Split('\n').Select(line => line.TrimStart()).Where(IsDirective).Select(line => line.Split(' ', 2)[0].Trim());
        return [.. lines.Concat(words).Distinct()];
    }

    /// <summary>Whether a line brings other code into the notebook.</summary>
    public static bool IsDirective(string line) => line.StartsWith("#r", StringComparison.Ordinal) || line.StartsWith("#load", StringComparison.Ordinal)
        || line.StartsWith("#i ", StringComparison.Ordinal) || line.StartsWith("#!", StringComparison.Ordinal);
}
