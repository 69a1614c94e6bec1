using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Precision;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>What two formulas do at one point.</summary>
internal enum Agreement
{
    Same,
    Different,
    LeftUndefined,
    RightUndefined,

    /// <summary>Not told apart with the most bits that are spent.</summary>
    Undecided,
}

/// <summary>
/// Compares two formulas at a point with error bounds, at 128 bits (38 digits) first and with more where the bounds
/// leave it open, so that a disagreement is a fact and cancellation no alarm.
/// </summary>
internal sealed class Comparison(Setting setting)
{
    public const int MostBits = 4096;

    /// <summary>Fewer than a zero is known to, so that a divisor which is zero there is one whose ball holds 0.</summary>
    public const int BitsAtZero = 192;

    private const int FirstBits = 128;

    // Two values that agree to 100 bits (30 digits) are the same.
    private const int AgreeingBits = 100;

    // Where a double is known to its last digits only, what agrees to 16 bits within those digits is the same.
    private const int LooselyAgreeingBits = 16;

    // Parts of formulas that are evaluated at 128 bits for one line: some seconds.
    private const long MostEffort = 400_000;

    // What a sentence beside the verdict may cost: a tenth of a second.
    private const long EffortOfSentence = 40_000;

    // Of every so many points one is too few.
    private const int MostSkipped = 6;

    private readonly Dictionary<Term, Dictionary<(Point, int), Values>> _remembered = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Term, int> _sizes = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<Point>? _extremes;
    private long _effort;

    public Setting Setting => setting;

    /// <summary>Where lines are compared.</summary>
    public IReadOnlyList<Point> Points { get; } = [.. PointSource.For(setting)];

    /// <summary>Where lines that agree so far are compared as well: near the ends of the domains, and far out.</summary>
    public IReadOnlyList<Point> Extremes => _extremes ??= [.. PointSource.Extremes(setting)];

    /// <summary>Where two lines are compared: everywhere, or, where that would take too long, at every second, third, ... point.</summary>
    public IEnumerable<Point> PointsFor(Term a, Term b)
    {
        List<Point> all = [.. Points, .. Extremes, .. Breaks.For(this, [a, b])];
        var each = a.Everything().Count() + b.Everything().Count();
        var step = 1 + 2L * each * all.Count / MostEffort;
        // Looked for only where all others are the same.
        return step > MostSkipped ? all : all.Where((_, k) => k % step == 0).Concat(Suspects.For(setting, a, b));
    }

    /// <summary>Whether more was computed than a line is worth: the comparison is then broken off.</summary>
    public bool IsExhausted => _effort > MostEffort;

    public void Begin() => _effort = 0;

    /// <summary>Begins something that is left where it would take long, for the verdict stands without it.</summary>
    public void BeginSentence(long effort = EffortOfSentence) => _effort = MostEffort - effort;

    /// <summary>Keeps the values of a formula that is compared with many others; the object, not its equals.</summary>
    public void Remember(Term term) => _remembered.TryAdd(term, []);

    public Agreement At(Term left, Term right, Point point) => Values(left, right, point).Agreement;

    public (Agreement Agreement, Values? Left, Values? Right) Values(Term left, Term right, Point point)
    {
        Values? a = null, b = null;
        if (point.IsAtZero)
        {
            (a, b) = (Value(left, point, BitsAtZero), Value(right, point, BitsAtZero));
            var isOpen = Has(a, Certainty.Open) || Has(b, Certainty.Open);
            return (isOpen && HasPoleAt(left, point) ? Agreement.LeftUndefined
                : isOpen && !Has(a, Certainty.Open) && HasPoleAt(right, point) ? Agreement.RightUndefined
                : isOpen ? Agreement.LeftUndefined : Decide(a, b, BitsAtZero) ?? Agreement.Same, a, b);
        }
        for (var bits = FirstBits; bits <= point.MostBits && !IsExhausted; bits *= 2)
        {
            a = Value(left, point, bits);
            b = Value(right, point, bits);
            if (Decide(a, b, bits) is { } decided) return (decided, a, b);
            // More bits do not make a double better known.
            if (IsApproximate(left) || IsApproximate(right)) return (LooselySame(a, b) ? Agreement.Same : Agreement.Undecided, a, b);
        }
        return (Agreement.Undecided, a, b);
    }

    public Values Value(Term term, Point point, int bits)
    {
        if (!_remembered.TryGetValue(term, out var values)) return Evaluate(term, point, bits);
        if (!values.TryGetValue((point, bits), out var value))
            values[(point, bits)] = value = Evaluate(term, point, bits);
        return value;
    }

    /// <summary>Whether a divisor, or what a logarithm is taken of, is zero at a point that is known to be one's zero, and no case passes it by.</summary>
    public bool HasPoleAt(Term line, Point zero)
    {
        return Borders.OfCases(line).All(border => At(border) is { IsKnown: true, MayBeZero: false })
            && Borders.OfPoles([line]).SelectMany(EquationSolver.Factors).Any(factor => At(factor) is { IsKnown: true, MayBeZero: true });

        Ball At(Term border) => border.FreeSymbols().All(zero.Symbols.ContainsKey) ? Value(border, zero, BitsAtZero).Entries[0].Value : Ball.Open;
    }

    public static bool IsApproximate(Term term) => term.Everything().Any(part => part is Approximate);

    private Values Evaluate(Term term, Point point, int bits)
    {
        if (!_sizes.TryGetValue(term, out var size)) _sizes[term] = size = term.Everything().Count();
        _effort += size * (bits / FirstBits);
        return new Evaluator(point, setting.Shapes, bits).Value(term);
    }

    private static Agreement? Decide(Values a, Values b, int bits)
    {
        if (Has(a, Certainty.Undefined)) return Agreement.LeftUndefined;
        if (Has(a, Certainty.Open)) return null;
        if (Has(b, Certainty.Undefined)) return Agreement.RightUndefined;
        if (Has(b, Certainty.Open)) return null;
        if (a.Rows != b.Rows || a.Columns != b.Columns) return Agreement.Different;
        var open = false;
        for (var i = 0; i < a.Entries.Length; i++)
        {
            var same = Same(a.Entries[i].Value, b.Entries[i].Value, bits);
            if (same == false) return Agreement.Different;
            open |= same is null;
        }
        return open ? null : Agreement.Same;
    }

    private static bool Has(Values values, Certainty certainty) => Array.Exists(values.Entries, entry => entry.Value.Certainty == certainty);

    private static bool? Same(Ball a, Ball b, int bits)
    {
        if (a.IsExact && b.IsExact) return BigReal.Compare(a.Middle, b.Middle) == 0;
        if (Ball.Compare(a, b, bits) != 0) return false;
        var error = Math.Max(a.Error, b.Error);
        if (error <= Math.Max(a.Middle.Magnitude, b.Middle.Magnitude) - AgreeingBits) return true;
        return a.MayBeZero && b.MayBeZero && bits > FirstBits ? true : null;
    }

    private static bool LooselySame(Values a, Values b) =>
        a.Entries.Length == b.Entries.Length && a.Entries.Zip(b.Entries).All(pair => pair.First.Value.IsKnown && pair.Second.Value.IsKnown
            && Math.Max(pair.First.Value.Error, pair.Second.Value.Error)
                <= Math.Max(0, Math.Max(pair.First.Value.Middle.Magnitude, pair.Second.Value.Middle.Magnitude)) - LooselyAgreeingBits);
}
