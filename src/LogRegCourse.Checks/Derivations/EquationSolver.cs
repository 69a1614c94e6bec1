using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Precision;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>
/// Points at which an equation holds: any point where it is an identity, else zeros in one symbol, with simple and with
/// random values of the others. Random ones lie nowhere special on the equation's curve or surface, so no product
/// vanishes and nothing cancels that would not cancel everywhere.
/// </summary>
internal sealed class EquationSolver(Comparison comparison)
{
    private const int SimpleFrames = 4;
    private const int GenericFrames = 6;
    private const int MostPoints = 60;
    private const int Seed = 4711;
    private const int MostSearches = 60;
    private const int MostPieces = 6;

    // What is larger, or nearer to 0, has too many digits.
    private const double LargestSaid = 20_000;

    private const double FarthestOfArea = 40;

    // What doubles may make of two sides that are the same.
    private const double Slight = 1e-6;

    // Solutions of an equation with a double of few known digits are known to as many.
    private const int LooselyAgreeingBits = 36;
    private const long LooseShare = 1L << 38;

    private const int AgreeingBitsAtZero = 100;
    private const int NearShare = 1 << 16;

    private readonly Dictionary<Line, IReadOnlyList<Point>> _known = [];
    private readonly Setting _setting = comparison.Setting;

    public Comparison Comparison => comparison;

    public IReadOnlyList<Point> SolutionsOf(Line equation) =>
        _known.TryGetValue(equation, out var points) ? points : _known[equation] = [.. WithOthersFree(Search(equation), equation).Take(MostPoints)];

    /// <summary>
    /// Solutions of an equation in the pieces and on the borders of it and of another one: where both hold over a whole
    /// area, where one symbol is solved for, and what a solved equation says of its symbol in each of its pieces.
    /// </summary>
    public IReadOnlyList<Point> SolutionsInPieces(Line equation, Line other, IReadOnlyList<Point> frames)
    {
        var hasPieces = Borders.OfPieces(equation.Sides.Concat(other.Sides)).Count > 0;
        var unknowns = equation.Sides.SelectMany(side => side.FreeSymbols()).Distinct().Where(name => _setting.DomainOf(name).Values.Count == 0).ToList();
        var difference = Term.Of(Operator.Subtract, equation.Left, equation.Right!);
        var step = 1 + frames.Count * unknowns.Count / MostSearches;
        var some = frames.Where((_, k) => k % step == 0).ToList();
        var roots = unknowns.SelectMany(unknown => new RootFinder(difference, unknown, comparison) is var finder ? some.SelectMany(frame => finder.Roots(frame).Take(2)) : []);
        return [.. roots, .. HoldingAround(equation, difference, frames).Take(MostPieces), .. hasPieces ? Said(equation, other, frames) : []];
    }

    /// <summary>Points in the pieces and on the borders of two equations.</summary>
    public IReadOnlyList<Point> FramesOf(Line equation, Line other) => [.. Breaks.For(comparison, [.. equation.Sides, .. other.Sides])];

    /// <summary>Points around which the equation holds everywhere: an area of solutions.</summary>
    private IEnumerable<Point> HoldingAround(Line equation, Term difference, IEnumerable<Point> frames)
    {
        var (quick, random) = (new QuickProgram(difference, _setting.Names), new Random(Seed));
        return comparison.Points.Skip(comparison.Points.Count / 2).Concat(frames).Where(point =>
            (double[])[.. _setting.Names.Select(name => point.Symbols[name][0].ToDouble())] is var place && place.All(number => Math.Abs(number) <= FarthestOfArea) && Math.Abs(quick.At(place)) < Slight
            && Holds(equation, point) == true && IsZeroAt(point) && IsZeroAt(Beside(point, random)));

        // With so many bits that no exponential of what is this near hides in the error.
        bool IsZeroAt(Point point) => comparison.Value(difference, point, Comparison.MostBits).Entries[0].Value is { IsKnown: true, MayBeZero: true };
    }

    /// <summary>Solutions that can be read from one of two equations, in each piece of what it says its symbol is.</summary>
    private IEnumerable<Point> Said(Line equation, Line other, IReadOnlyList<Point> frames) =>
        from line in new[] { equation, other }
        from said in new[] { (Of: line.Left, Is: line.Right!), (Of: line.Right!, Is: line.Left) }
        where said.Of is Symbol symbol && !said.Is.FreeSymbols().Contains(symbol.Name) && _setting.DomainOf(symbol.Name).Values.Count == 0
        let name = ((Symbol)said.Of).Name
        from piece in PiecesOf(said.Is).Take(MostPieces)
        from frame in frames.Concat(comparison.Extremes)
        let value = comparison.Value(piece, frame, RootFinder.Bits).Entries[0].Value
        where value.IsKnown && !value.Middle.IsZero && Math.Abs(value.Middle.Magnitude) < LargestSaid
        let number = RootFinder.Rational(value.Middle)
        where _setting.DomainOf(name).Contains(number)
        let point = frame.With(name, [number])
        where Holds(equation, point) == true
        select point;

    /// <summary>The formula with one operand in the place of each larger or smaller of two, and of each case.</summary>
    private static IEnumerable<Term> PiecesOf(Term term) => term switch
    {
        Apply { Op: Operator.Max or Operator.Min } pair => pair.Operands.SelectMany(PiecesOf),
        Apply { Op: var op } cases when Condition.IsCases(op) => cases.Operands.Skip(2).SelectMany(PiecesOf),
        Apply apply => apply.Operands.Select(operand => PiecesOf(operand).Take(MostPieces).ToList()).Aggregate((IEnumerable<IReadOnlyList<Term>>)[[]], (all, choices) =>
            all.SelectMany(before => choices.Select(choice => (IReadOnlyList<Term>)[.. before, choice])).Take(MostPieces)).Select(apply.With),
        _ => [term],
    };

    /// <summary>Whether the equation holds at a solution known to some hundred bits; null where it has no value.</summary>
    public bool? Holds(Line equation, Point point, int agreeing = EquationCheck.AgreeingBits)
    {
        var bits = point.IsAtZero ? Comparison.BitsAtZero : RootFinder.Bits;
        if (point.IsAtZero) agreeing = Math.Min(agreeing, AgreeingBitsAtZero);
        var left = comparison.Value(equation.Left, point, bits).Entries[0].Value;
        var right = comparison.Value(equation.Right!, point, bits).Entries[0].Value;
        if (!left.IsKnown || !right.IsKnown) return null;
        var difference = BigReal.Subtract(left.Middle, right.Middle, bits);
        var scale = Math.Max(left.Middle.Magnitude, right.Middle.Magnitude);
        return difference.IsZero || difference.Magnitude < Math.Max(scale, -60) - agreeing;
    }

    /// <summary>
    /// Whether the equation holds at a solution that is known to as many digits as a double that C# computed: at it, or
    /// between two points that such a double cannot tell apart.
    /// </summary>
    public bool? HoldsLoosely(Line equation, Point point)
    {
        if (Holds(equation, point, LooselyAgreeingBits) is not false) return Holds(equation, point, LooselyAgreeingBits);
        return equation.Sides.SelectMany(side => side.FreeSymbols()).Distinct().Where(name => _setting.DomainOf(name).Values.Count == 0).Any(name => Sign(name, -1) * Sign(name, 1) < 0);

        int Sign(string name, int side)
        {
            var number = point.Symbols[name][0];
            var beside = point.With(name, [Number.Ratio(number.Numerator * (LooseShare + side), number.Denominator * LooseShare)]);
            var (left, right) = (comparison.Value(equation.Left, beside, RootFinder.Bits).Entries[0].Value, comparison.Value(equation.Right!, beside, RootFinder.Bits).Entries[0].Value);
            return left.IsKnown && right.IsKnown && BigReal.Subtract(left.Middle, right.Middle, RootFinder.Bits) is { IsZero: false } difference ? Math.Sign(difference.ToDouble()) : 0;
        }
    }

    /// <summary>Whether a side surely has no value at a point, nor anywhere near it.</summary>
    public bool IsUndefinedAround(Line equation, Point point)
    {
        var random = new Random(Seed);
        return IsUndefined(equation, point) && Enumerable.Range(0, 4).All(_ => IsUndefined(equation, Beside(point, random)));
    }

    private Point Beside(Point point, Random random)
    {
        return _setting.Names.Where(name => _setting.DomainOf(name).Values.Count == 0).Aggregate(point, (near, name) =>
            near.With(name, [Moved(point.Symbols[name][0], random.Next(1, 64) * (random.Next(2) == 0 ? 1 : -1))]));

        static Number Moved(Number number, int share) => Number.Ratio(number.Numerator * NearShare + share * number.Denominator, number.Denominator * NearShare);
    }

    /// <summary>Whether a side surely has no value: a division by zero, the logarithm of what is not positive.</summary>
    public bool IsUndefined(Line equation, Point point) =>
        equation.Sides.Any(side => comparison.Value(side, point, RootFinder.Bits).Entries[0].Value.Certainty == Certainty.Undefined || (point.IsAtZero && comparison.HasPoleAt(side, point)));

    // An equation says nothing of a symbol that it lacks: it holds whatever the symbol is, and another one may not.
    private IEnumerable<Point> WithOthersFree(IEnumerable<Point> points, Line equation)
    {
        var others = _setting.Names.Where(name => !equation.Sides.Any(side => side.FreeSymbols().Contains(name))).ToList();
        var random = new Random(Seed);
        return others.Count == 0 ? points : points.SelectMany(point => new[] { point, others.Aggregate(point, (free, name) => free.With(name, [_setting.DomainOf(name).Random(random)])) });
    }

    private IEnumerable<Point> Search(Line equation)
    {
        // An equation that holds at random points holds everywhere.
        var random = new Random(Seed);
        if (Enumerable.Range(0, 3).All(_ => comparison.At(equation.Left, equation.Right!, PointSource.Generic(_setting, random)) == Agreement.Same))
            return comparison.Points.Where(point => comparison.At(equation.Left, equation.Right!, point) == Agreement.Same);
        var used = _setting.Names.Where(name => equation.Sides.Any(side => side.FreeSymbols().Contains(name))).ToList();
        var unknowns = used.Where(name => _setting.DomainOf(name).Values.Count == 0).ToList();
        if (unknowns.Count == 0) return Choices(used).Where(point => Holds(equation, point) == true);
        var formulas = Factors(equation).Where(factor => factor.FreeSymbols().Any()).ToList();
        // One point of each symbol and frame in turn, so that a long search leaves none out.
        return unknowns.SelectMany(unknown =>
        {
            var frames = Frames(used, unknown).ToList();
            return formulas.Where(formula => formula.FreeSymbols().Contains(unknown)).SelectMany(formula =>
            {
                var finder = new RootFinder(formula, unknown, comparison);
                return frames.SelectMany((frame, k) => finder.Roots(frame).Take(used.Count == 1 ? int.MaxValue : 3).Select(point => (point, k)));
            });
        }).OrderBy(pair => pair.k).Select(pair => pair.point).Where(point => formulas.Count == 1 || Holds(equation, point) == true);
    }

    /// <summary>The factors of which one is zero where the equation holds; else the difference of its sides.</summary>
    private static IEnumerable<Term> Factors(Line equation) =>
        equation.Right is Number { IsZero: true } ? Factors(equation.Left)
        : equation.Left is Number { IsZero: true } ? Factors(equation.Right!)
        : [Term.Of(Operator.Subtract, equation.Left, equation.Right!)];

    /// <summary>The factors of which one is zero where a formula is.</summary>
    public static IEnumerable<Term> Factors(Term term) => term switch
    {
        Apply { Op: Operator.Multiply } product => product.Operands.SelectMany(Factors),
        Apply { Op: Operator.Divide } quotient => Factors(quotient[0]),
        Apply { Op: Operator.Negate } negative => Factors(negative[0]),
        // What is zero where its operand is: there it has a corner or an end, which no change of sign shows.
        Apply { Op: Operator.Abs or Operator.Sqrt } corner => Factors(corner[0]),
        Apply { Op: Operator.Power } power when power[1] is Number { Numerator.Sign: > 0 } => Factors(power[0]),
        _ => [term],
    };

    /// <summary>Values for all symbols but one: all that there are where they are few, else simple ones, then random ones.</summary>
    private IEnumerable<Point> Frames(List<string> used, string unknown)
    {
        if (used.Count == 1) return comparison.Points.Take(1);
        if (used.All(name => name == unknown || _setting.DomainOf(name).Values.Count > 0)) return Choices([.. used.Where(name => name != unknown)]);
        var random = new Random(Seed);
        return comparison.Points.DistinctBy(point => string.Join(";", used.Where(name => name != unknown).Select(name => $"{point.Symbols[name][0]}"))).Take(SimpleFrames)
            .Concat(Enumerable.Range(0, GenericFrames).Select(_ => PointSource.Generic(_setting, random)));
    }

    /// <summary>All combinations of the labels that the symbols can have.</summary>
    private IEnumerable<Point> Choices(List<string> names)
    {
        IEnumerable<Point> points = comparison.Points.Take(1);
        foreach (var name in names)
            points = points.SelectMany(point => _setting.DomainOf(name).Values.Select(value => point.With(name, [value])));
        return points;
    }
}
