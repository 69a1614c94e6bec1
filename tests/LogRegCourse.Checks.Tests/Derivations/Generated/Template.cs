using System.Linq.Expressions;
using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Tests.Derivations.Generated;

/// <summary>One line and the next, made of a law that holds or does not, on parts drawn at random.</summary>
internal sealed record GeneratedStep(string Law, Setting Setting, Line Before, Line After, StepKind Kind, Term? By, string Words)
{
    /// <summary>What the checker says of the second line.</summary>
    public CheckedLine Judge() => DerivationChecker.Check([new(StepKind.From, "", Before), new(Kind, "", After, By: By)], Setting).Last();

    public override string ToString() => $"{Law}: {Before}  ->  {After}";
}

/// <summary>A law with gaps for parts: its left side, what it becomes, and the words that name the mistake.</summary>
/// <param name="name">The law.</param>
/// <param name="from">The left side, with the gaps a, b, c and the whole number n.</param>
/// <param name="to">What it becomes.</param>
/// <param name="parts">What fills the gaps.</param>
/// <param name="words">A word of the sentence that names the mistake; empty for laws that hold.</param>
internal sealed class Template(string name, LambdaExpression from, LambdaExpression to, Parts parts, string words = "")
{
    public string Name => name;

    public GeneratedStep Draw(Random random, bool isRewritten)
    {
        var (setting, fill, by) = parts.Draw(random);
        var (before, after) = (Fill(from, fill), Fill(to, fill));
        if (by is null && before.Right is null)
        {
            var context = parts.Context(random);
            (before, after) = (new(context(before.Left)), new(context(after.Left)));
        }
        if (isRewritten)
            for (var k = random.Next(3); k > 0; k--)
                after = after.Right is null || random.Next(2) == 0 ? after with { Left = Identities.Apply(after.Left, setting, random) } : after with { Right = Identities.Apply(after.Right, setting, random) };
        return new(name, setting, before, after, by is null ? StepKind.Rewrite : StepKind.Derivative, by, words);
    }

    private static Line Fill(LambdaExpression lambda, IReadOnlyDictionary<string, Term> parts)
    {
        var line = TermReader.Read(lambda);
        Term Filled(Term side) => Rewrite.Everywhere(side, term => term is Symbol symbol && parts.TryGetValue(symbol.Name, out var part) ? part : term);
        return new(Filled(line.Left), line.Right is { } right ? Filled(right) : null);
    }
}

/// <summary>Parts for the gaps of a template, and where the whole may stand.</summary>
internal sealed class Parts(string kind)
{
    private static readonly Setting Numbers = Derivation.Of("t").Where("p in (0,1)", "q in (0,1)", "u > 0", "v > 0", "y in {0,1}")
        .From((p, q, u, v, y) => p + q + u + v + y).Setting with { Names = ["p", "q", "u", "v", "y", "w", "x", "z"] };

    private static readonly string[] Positive = ["p", "q", "u", "v", "1 - p", "u + 1", "exp z", "p * u", "sigmoid z", "u / v"];
    private static readonly string[] Real = ["z", "x", "w", "y", "w * x", "z - 1", "2 * z", "-x", "z * z", "x + w", "u"];
    private static readonly (string Inner, string Slope)[] Inner = [("w * z", "w"), ("w * z + x", "w"), ("-z", "-1"), ("2 * z", "2"), ("z * z", "2 * z"), ("1 - z", "-1"), ("x - w * z", "-w"), ("exp z", "exp z")];

    public static Parts OfPositive { get; } = new("positive");

    public static Parts OfReal { get; } = new("real");

    public static Parts OfInner { get; } = new("inner");

    public (Setting Setting, IReadOnlyDictionary<string, Term> Fill, Term? By) Draw(Random random)
    {
        if (kind == "inner")
        {
            var (inner, slope) = Inner[random.Next(Inner.Length)];
            return (Only(["z", "w", "x"]), new Dictionary<string, Term> { ["a"] = Part(inner), ["b"] = Part(slope), ["n"] = Term.Whole(random.Next(2, 5)) }, new Symbol("z"));
        }
        var choices = kind == "positive" ? Positive : Real;
        string[] drawn = [.. random.GetItems(choices, 12).Distinct().Take(3)];
        var fill = new Dictionary<string, Term> { ["a"] = Part(drawn[0]), ["b"] = Part(drawn[1]), ["c"] = Part(drawn[^1]), ["n"] = Term.Whole(random.Next(2, 5)) };
        return (Only([.. fill.Values.SelectMany(term => term.FreeSymbols()).Append("z").Distinct().Order(StringComparer.Ordinal)]), fill, null);
    }

    /// <summary>The whole line, or a part of one.</summary>
    public Func<Term, Term> Context(Random random)
    {
        var z = new Symbol("z");
        return random.Next(8) switch
        {
            0 => term => Term.Of(Operator.Add, z, term),
            1 => term => Term.Of(Operator.Subtract, term, Term.Of(Operator.Exp, z)),
            2 => term => Term.Of(Operator.Multiply, z, term),
            3 => term => Term.Of(Operator.Negate, term),
            4 => term => Term.Of(Operator.Divide, term, Term.Of(Operator.Add, Term.Whole(1), Term.Of(Operator.Exp, z))),
            _ => term => term,
        };
    }

    private static Setting Only(IReadOnlyList<string> names) => Numbers with { Names = names, Domains = Numbers.Domains.Where(pair => names.Contains(pair.Key)).ToDictionary() };

    private static Term Part(string text)
    {
        Symbol S(string name) => new(name);
        return text switch
        {
            "1 - p" => Term.Of(Operator.Subtract, Term.Whole(1), S("p")),
            "u + 1" => Term.Of(Operator.Add, S("u"), Term.Whole(1)),
            "exp z" => Term.Of(Operator.Exp, S("z")),
            "p * u" => Term.Of(Operator.Multiply, S("p"), S("u")),
            "sigmoid z" => Term.Of(Operator.Sigmoid, S("z")),
            "u / v" => Term.Of(Operator.Divide, S("u"), S("v")),
            "w * x" => Term.Of(Operator.Multiply, S("w"), S("x")),
            "w * z" => Term.Of(Operator.Multiply, S("w"), S("z")),
            "w * z + x" => Term.Of(Operator.Add, Part("w * z"), S("x")),
            "x - w * z" => Term.Of(Operator.Subtract, S("x"), Part("w * z")),
            "z - 1" => Term.Of(Operator.Subtract, S("z"), Term.Whole(1)),
            "1 - z" => Term.Of(Operator.Subtract, Term.Whole(1), S("z")),
            "2 * z" => Term.Of(Operator.Multiply, Term.Whole(2), S("z")),
            "z * z" => Term.Of(Operator.Multiply, S("z"), S("z")),
            "x + w" => Term.Of(Operator.Add, S("x"), S("w")),
            "-x" => Term.Of(Operator.Negate, S("x")),
            "-w" => Term.Of(Operator.Negate, S("w")),
            "-z" => Term.Of(Operator.Negate, S("z")),
            "-1" => Term.Whole(-1),
            "2" => Term.Whole(2),
            _ => S(text),
        };
    }
}
