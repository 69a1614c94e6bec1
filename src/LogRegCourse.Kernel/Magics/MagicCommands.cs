using System.Net;
using LogRegCourse.Kernel.Display;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Scripting;
using LogRegCourse.Kernel.Session;
using Microsoft.CodeAnalysis.CSharp;
using LogRegCourse.Kernel.Interactive;

namespace LogRegCourse.Kernel.Magics;

/// <summary>What a magic line or the lines of another language come to: steps to do next (Name: what stack traces call
/// them), or a refusal.</summary>
internal sealed record MagicAnswer(IReadOnlyList<CellStep> Steps, string? Name = null, CellError? Refusal = null)
{
    public static MagicAnswer Done { get; } = new([]);
}

/// <summary>The commands of Polyglot Notebooks that make sense in a kernel of C# alone; the others are refused, each in a
/// sentence.</summary>
internal sealed class MagicCommands(SubmissionChain chain)
{
    private const string Known = "#!about, #!csharp, #!html, #!import, #!javascript, #!lsmagic, #!markdown, #!mermaid, #!set, #!share, #!time, #!value, #!who and #!whos";

    private static readonly Dictionary<string, string> Languages = new()
    {
        ["fsharp"] = "F#",
        ["pwsh"] = "PowerShell",
        ["http"] = "HTTP",
        ["sql"] = "SQL",
        ["kql"] = "KQL",
        ["python"] = "Python",
        ["r"] = "R",
    };

    // What #!value keeps.
    private readonly Dictionary<string, string> _values = [];

    /// <summary>Shows lines of a language that needs no kernel.</summary>
    public MagicAnswer Show(OtherStep step)
    {
        switch (step.Kernel)
        {
            case "html":
                RunningCell.Show(new MarkedText(step.Text, MimeBundle.Html), []);
                return MagicAnswer.Done;
            case "markdown":
                RunningCell.Show(new MarkedText(step.Text, "text/markdown"), []);
                return MagicAnswer.Done;
            case "javascript":
                RunningCell.Show(new MarkedText($"<script type=\"text/javascript\">{step.Text}</script>", MimeBundle.Html), []);
                return MagicAnswer.Done;
            case "mermaid":
                RunningCell.Show(new MarkedText(step.Text, "text/vnd.mermaid"), []);
                return MagicAnswer.Done;
            case "value":
                return Keep(step);
            case "meta":
                return MagicAnswer.Done;
            case var other:
                return Refused(step, "OtherLanguage", $"These lines are {Languages.GetValueOrDefault(other, other)}, and this kernel runs C# only.");
        }
    }

    /// <summary>Does a magic line.</summary>
    public MagicAnswer Do(MagicStep step)
    {
        switch (step.Name)
        {
            case "import":
                return Import(step);
            case "set":
                return Set(step);
            case "share":
                return Share(step);
            case "who":
                RunningCell.Show(string.Join(", ", chain.Variables().Keys.Order(StringComparer.Ordinal)), []);
                return MagicAnswer.Done;
            case "whos":
                RunningCell.Show(new MarkedText(Table(), MimeBundle.Html), []);
                return MagicAnswer.Done;
            case "lsmagic":
                RunningCell.Show($"The magic commands of this kernel: {Known}; and #r and #i for packages.", []);
                return MagicAnswer.Done;
            case "about":
                RunningCell.Show($"C# cells, run by the kernel of LogRegCourse on .NET {Environment.Version}.", []);
                return MagicAnswer.Done;
            case "connect":
                return Refused(step, "MagicError", "#!connect connects to kernels of other languages, and this kernel runs C# only.");
            case var unknown when Known.Contains($"#!{unknown.ToLowerInvariant()},", StringComparison.Ordinal) || unknown.ToLowerInvariant() is "whos" or "time":
                return Refused(step, "MagicError", $"#!{unknown} is no magic command: did you mean #!{unknown.ToLowerInvariant()}?");
            case var unknown:
                return Refused(step, "MagicError", $"#!{unknown} is no magic command of this kernel, which knows {Known}.");
        }
    }

    private MagicAnswer Keep(OtherStep step)
    {
        var line = new MagicStep(step.Kernel, step.Arguments, step.Line);
        if (line.Option("--name") is not { } name) return Refused(step, "MagicError", "#!value needs a name for its text: #!value --name NAME.");
        if (line.Option("--from-url") is not null) return Refused(step, "MagicError", "#!value --from-url is not known here: fetch the text with HttpClient.");
        if (line.Option("--from-file") is { } file)
        {
            if (!File.Exists(file)) return Refused(step, "MagicError", $"#!value finds no file {file} in {Environment.CurrentDirectory}.");
            _values[name] = File.ReadAllText(file);
            return MagicAnswer.Done;
        }
        _values[name] = step.Text;
        return MagicAnswer.Done;
    }

    private static MagicAnswer Import(MagicStep step)
    {
        if (step.Words is not [var file, ..]) return Refused(step, "MagicError", "#!import needs a file: #!import FILE.ipynb or FILE.cs.");
        try
        {
            return ImportedFile.Read(file) is { } steps
                ? new(steps, Path.GetFileName(file))
                : Refused(step, "MagicError", $"#!import reads .ipynb, .dib, .cs, .csx, .html, .md and .js files, and {file} is none of them.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Refused(step, "MagicError", $"#!import cannot read {file}: {error.Message}");
        }
    }

    private MagicAnswer Set(MagicStep step)
    {
        if (step.Option("--name") is not { } name || !SyntaxFacts.IsValidIdentifier(name)) return Refused(step, "MagicError", "#!set needs a name: #!set --name NAME --value VALUE.");
        if (step.Option("--value") is not { } value) return Refused(step, "MagicError", "#!set needs a value: #!set --name NAME --value VALUE.");
        if (!value.StartsWith('@')) return Declare(step, name, Literal(value));
        var (kernel, what) = value[1..].Split(':', 2) is [var from, var word] ? (from, word.Trim('"')) : (value[1..], "");
        switch (kernel)
        {
            case "input" or "password":
                return RunningCell.ReadLine(what.Length > 0 ? what : name, kernel == "password") is { } line
                    ? Declare(step, name, Literal(line))
                    : Refused(step, "MagicError", "#!set got no input.");
            default:
                return Take(step, kernel, what, name);
        }
    }

    private MagicAnswer Share(MagicStep step) =>
        step.Option("--from") is { } kernel && step.Words is [var what, ..]
            ? Take(step, kernel, what, step.Option("--as") ?? what)
            : Refused(step, "MagicError", "#!share needs a kernel and a name: #!share --from KERNEL NAME.");

    private MagicAnswer Take(MagicStep step, string kernel, string what, string name)
    {
        switch (kernel)
        {
            case "csharp" or "c#" or "C#":
                return what == name ? MagicAnswer.Done : Declare(step, name, what);
            case "value":
                return _values.TryGetValue(what, out var kept) ? Declare(step, name, Literal(kept)) : Refused(step, "MagicError", $"#!value has kept nothing named {what}.");
            default:
                return Refused(step, "MagicError", $"There is no value {what} of {Languages.GetValueOrDefault(kernel, kernel)}: this kernel runs C# only.");
        }
    }

    private static MagicAnswer Declare(MagicStep step, string name, string expression) => new([new CSharpStep(new string('\n', step.Line - 1) + $"var {name} = {expression};", step.Line)]);

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static MagicAnswer Refused(CellStep step, string kind, string sentence) => new([], Refusal: new(kind, sentence, [sentence], step.Line, 1));

    private string Table()
    {
        var rows = chain.Variables().OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable =>
            $"<tr><td>{variable.Key}</td><td>{WebUtility.HtmlEncode(variable.Value is { } value ? Members.TypeName(value.GetType()) : "")}</td><td>{HtmlText.Of(variable.Value)}</td></tr>");
        return $"<table><thead><tr><th>Variable</th><th>Type</th><th>Value</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table>";
    }
}
