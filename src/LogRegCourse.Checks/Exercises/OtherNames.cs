using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Exercises;

/// <summary>
/// The symbols of an answer, in the task's names: a derivation from log(q / (1 - q)) = s is the one from
/// log(p / (1 - p)) = z.
/// </summary>
internal sealed class OtherNames
{
    private readonly Dictionary<string, string> _names = [];

    private OtherNames()
    {
    }

    /// <summary>The names by which an answer's first line becomes the task's; null where none do.</summary>
    public static OtherNames? Of(Line own, Setting setting, Line asked, Setting askedSetting)
    {
        var others = new OtherNames();
        if (setting.Names.Count != askedSetting.Names.Count || own.IsEquation != asked.IsEquation || !own.Sides.Zip(asked.Sides).All(pair => others.Match(pair.First, pair.Second)))
            return PlainWriter.Write(own) == PlainWriter.Write(asked) ? new() : null;
        foreach (var (name, askedName) in others._names.ToList())
        {
            var (shape, askedShape) = (setting.ShapeOf(name), askedSetting.ShapeOf(askedName));
            // What differs in size beside the letters is told when the sizes are compared.
            others.Pair(shape.Rows, askedShape.Rows);
            others.Pair(shape.Columns, askedShape.Columns);
        }
        // Symbols that the first line lacks.
        foreach (var (name, askedName) in setting.Names.Where(name => !others._names.ContainsKey(name)).Zip(askedSetting.Names.Where(name => !others._names.ContainsValue(name)))) others.Pair(name, askedName);
        return others;
    }

    /// <summary>A name in the task's words.</summary>
    public string this[string name] => _names.GetValueOrDefault(name, name);

    /// <summary>A formula in the task's names.</summary>
    public Term this[Term term] => _names.All(pair => pair.Key == pair.Value) ? term : Derivations.Diagnosis.Rewrite.Everywhere(term, part => part switch
    {
        Symbol symbol => new Symbol(this[symbol.Name]),
        Sum sum => sum with { Index = this[sum.Index], Size = sum.Size is { } size ? this[size] : null },
        _ => part,
    });

    /// <summary>A line in the task's names.</summary>
    public Line this[Line line] => new(this[line.Left], line.Right is { } right ? this[right] : null);

    /// <summary>What is known of the symbols, in the task's names.</summary>
    public Setting this[Setting setting] => new(
        [.. setting.Names.Select(name => this[name])],
        setting.Domains.ToDictionary(pair => this[pair.Key], pair => pair.Value),
        setting.Shapes.ToDictionary(pair => this[pair.Key], pair => new Shape(this[pair.Value.Rows], this[pair.Value.Columns])),
        setting.Indices.ToDictionary(pair => this[pair.Key], pair => this[pair.Value]));

    private bool Match(Term own, Term asked) => (own, asked) switch
    {
        (Symbol a, Symbol b) => Pair(a.Name, b.Name),
        (Sum a, Sum b) => a.IsProduct == b.IsProduct && (a.Size == b.Size || a.Size is not null && b.Size is not null && Pair(a.Size, b.Size)) && MatchInside(a, b),
        (Apply a, Apply b) => a.Op == b.Op && a.Operands.Count == b.Operands.Count && a.Operands.Zip(b.Operands).All(pair => Match(pair.First, pair.Second)),
        _ => own.Equals(asked),
    };

    // Each sum has an index of its own, whatever it is called in another one.
    private bool MatchInside(Sum own, Sum asked)
    {
        var isSame = Pair(own.Index, asked.Index) && Match(own.Body, asked.Body);
        _names.Remove(own.Index);
        return isSame;
    }

    private bool Pair(string own, string asked)
    {
        if (_names.TryGetValue(own, out var known)) return known == asked;
        return !_names.ContainsValue(asked) && _names.TryAdd(own, asked);
    }
}
