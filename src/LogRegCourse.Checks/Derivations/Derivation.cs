using System.Linq.Expressions;
using System.Text.RegularExpressions;
using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Display;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks;

/// <summary>
/// A derivation, line by line, each line a lambda whose formula is read, typeset and checked against the line before
/// it: <c>Derivation.Of("...").From(z =&gt; 1 / (1 + Exp(-z))).Differentiate("chain rule", z =&gt; ...)</c>.
/// As the value of a cell it shows itself with a verdict per line.
/// </summary>
[TypeFormatterSource(typeof(DerivationFormats), PreferredMimeTypes = ["text/html", "text/plain", Verdicts.MimeType])]
public abstract partial class Derivation
{
    private readonly Setting _setting;
    private readonly List<DerivationStep> _steps = [];
    private IReadOnlyList<CheckedLine>? _lines;
    private bool _expectsError;

    private protected Derivation(string title, Setting setting, LambdaExpression first)
    {
        Title = title;
        var named = first.Parameters.Select(parameter => parameter.Name ?? "x").ToList();
        _setting = setting with { Names = named };
        foreach (var unknown in setting.Domains.Keys.Concat(setting.Shapes.Keys).Concat(setting.Indices.Keys).Except(named))
            throw new DerivationException($"The derivation \"{title}\" says something of {unknown}, but its lines have only {string.Join(", ", named)}.");
        if (setting.SizeLetters.FirstOrDefault(letter => setting.Shapes.ContainsKey(letter) || setting.Indices.ContainsKey(letter)) is { } twice)
            throw new DerivationException($"In the derivation \"{title}\" {twice} is a size, so it cannot be a matrix or an index as well: use another letter.");
        Add(StepKind.From, "", first);
    }

    /// <summary>What is derived.</summary>
    public string Title { get; }

    /// <summary>Whether every line is written and follows from the one before it.</summary>
    public bool IsRight => Lines.All(line => line.Mark is Mark.Given or Mark.Right);

    /// <summary>Whether a line is still to be written.</summary>
    public bool HasGaps => Lines.Any(line => line.Mark == Mark.Gap);

    /// <summary>The number of the first line that is wrong, counted from 1, or null.</summary>
    public int? FirstWrongLine => FirstWrong?.Number;

    internal IReadOnlyList<CheckedLine> Lines => _lines ??= [.. DerivationChecker.Check(_steps, _setting)];

    internal CheckedLine? FirstWrong => Lines.FirstOrDefault(line => line.Mark == Mark.Wrong);

    internal CheckedLine? FirstUnchecked => Lines.FirstOrDefault(line => line.Mark == Mark.Unchecked);

    internal IReadOnlyList<DerivationStep> Steps => _steps;

    internal Setting Setting => _setting;

    internal bool ExpectsError => _expectsError;

    /// <summary>Begins a derivation.</summary>
    /// <param name="title">What is derived, in a few words.</param>
    public static DerivationStart Of(string title) => new(title ?? throw new DerivationException("A derivation needs a title: Derivation.Of(\"what is derived\")."));

    /// <summary>The derivation as plain text, with its verdicts.</summary>
    public override string ToString() => DerivationText.Write(this);

    private protected void AnnounceError() => _expectsError = true;

    private protected void Add(StepKind kind, string why, LambdaExpression lambda, string? by = null)
    {
        _lines = null;
        Term? direction = null;
        try
        {
            if (kind == StepKind.Derivative) direction = Direction(by);
            _steps.Add(new DerivationStep(kind, why, TermReader.Read(lambda, _steps.Count == 0 ? null : _setting.Names), By: direction) { Calls = Called.In(lambda) });
        }
        catch (DerivationException problem)
        {
            _steps.Add(new DerivationStep(kind, why, null, problem.Message, direction) { IsUnreadable = problem.IsUnreadable });
        }
    }

    /// <summary>What to differentiate by: "w", or "w[j]" for one entry.</summary>
    private Term Direction(string? by)
    {
        var match = Entry().Match(by ?? _setting.Names[0]);
        var (name, index) = (match.Groups["name"].Value, match.Groups["index"]);
        if (!match.Success || !_setting.Names.Contains(name))
            throw new DerivationException($"One cannot differentiate by {by}: the lines have {string.Join(", ", _setting.Names)}; write a name, or \"w[j]\" for one entry.");
        if (!index.Success) return new Symbol(name);
        if (!_setting.Indices.ContainsKey(index.Value))
            throw new DerivationException($"One cannot differentiate by {by} before it is known how far {index.Value} runs: add it to Sizes, like \"{index.Value}: 1..d\".");
        return Term.Of(Operator.Row, new Symbol(name), new Symbol(index.Value));
    }

    [GeneratedRegex(@"^\s*(?<name>\w+)\s*(\[\s*(?<index>\w+)\s*\])?\s*$")]
    private static partial Regex Entry();
}
