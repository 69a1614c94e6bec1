using LogRegCourse.Checks.Exercises;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Sampling;

/// <summary>
/// Points where a line changes its formula or loses its value. A line by cases, or with an absolute value, a smaller or a
/// larger of two, is made of pieces, and a piece may lie between all other points, far out, or where several symbols are
/// small together; a divisor may vanish at any number.
/// </summary>
internal static class Breaks
{
    private const int MostConstants = 6;
    private const int Seed = 20171;
    private const int Draws = 500;
    private const long MostSteps = 60_000;
    private const int PointsPerPiece = 2;
    private const int MostOfPieces = 24;
    private const int ZerosPerFrame = 2;
    private const int FramesPerBorder = 3;

    private const int BitsInPiece = 1024;
    private const int BitsOnBorder = 256;

    // Sizes from 40 down to 0.004 first, so that what is shown is no larger than it need be; then from a million down to 10^-20.
    private const double Near = 40;
    private const int NearDecades = 4;
    private const double Far = 1e6;
    private const int Decades = 26;

    // A longer border takes too long to be searched.
    private const int LongestBorder = 60;

    /// <summary>Points on the borders of lines and in their pieces; none where they have neither.</summary>
    public static IEnumerable<Point> For(Comparison comparison, params IReadOnlyList<Term> sides)
    {
        var setting = comparison.Setting;
        if (setting.HasMatrices) return InMatrices(setting, sides);
        var borders = Borders.Of(sides);
        if (borders.Count == 0) return [];
        var onBorders = OnBorders(comparison, borders, Borders.OfPoles(sides));
        return Borders.OfPieces(sides) is { Count: > 0 } pieces ? [.. AroundConstants(setting, Constants(pieces)), .. InPieces(setting, borders, Constants(borders)), .. onBorders] : [.. onBorders];
    }

    /// <summary>One symbol at or beside a constant of the borders, the others anywhere.</summary>
    private static IEnumerable<Point> AroundConstants(Setting setting, List<double> constants)
    {
        var random = new Random(Seed);
        var numbers = constants.SelectMany(c => new[] { c / 2, c * 0.999, c, c * 1.001, 2 * c })
            .Concat(constants.SelectMany((c, k) => constants.Skip(k + 1).SelectMany(d => new[] { (c + d) / 2, Math.Abs(c - d) / 2, c + d / 2, c - d / 2, d + c / 2, d - c / 2 })))
            .SelectMany(size => new[] { size, -size }).Where(double.IsFinite).Distinct().Select(Number.FromDouble).ToList();
        foreach (var name in setting.Names.Where(name => setting.DomainOf(name).Values.Count == 0))
            foreach (var number in numbers.Where(setting.DomainOf(name).Contains))
                yield return PointSource.Generic(setting, random).With(name, [number]);
    }

    /// <summary>Some points for each combination of signs that the borders have: in doubles, at places of every size.</summary>
    private static IEnumerable<Point> InPieces(Setting setting, IReadOnlyList<Term> borders, List<double> constants)
    {
        var programs = borders.Select(border => new QuickProgram(border, setting.Names)).ToList();
        var draws = (int)Math.Min(Draws, MostSteps / Math.Max(1, programs.Sum(program => program.Length)));
        var random = new Random(Seed);
        var pieces = new Dictionary<string, int>();
        var found = 0;
        for (var i = 0; i < draws && found < MostOfPieces; i++)
        {
            var shared = i % 2 == 0 ? (double?)null : random.NextDouble();
            Number[] numbers = [.. setting.Names.Select(name => Draw(setting.DomainOf(name), random, shared, constants, isNear: i < draws / 3))];
            double[] place = [.. numbers.Select(number => number.ToDouble())];
            var signs = string.Concat(programs.Select(program => program.At(place) switch { > 0 => '+', < 0 => '-', 0 => '0', _ => '?' }));
            if (pieces.TryGetValue(signs, out var before) && before >= PointsPerPiece) continue;
            pieces[signs] = before + 1;
            found++;
            yield return new(setting.Names.Zip(numbers).ToDictionary(pair => pair.First, pair => new[] { pair.Second }), new Dictionary<string, int>()) { MostBits = BitsInPiece };
        }
    }

    // Anywhere, of any size (all symbols of one size together in every second draw), or about a constant.
    private static Number Draw(Domain domain, Random random, double? shared, List<double> constants, bool isNear)
    {
        if (domain.Values.Count > 0) return domain.Random(random);
        var kind = random.Next(4);
        if (shared is null && kind == 0) return domain.Random(random);
        if (shared is null && kind > 1 && constants.Count > 0)
        {
            var near = constants[random.Next(constants.Count)] * random.Next(4) switch { 0 => 0.5, 1 => 0.999, 2 => 1.001, _ => 2 } * (random.Next(2) == 0 ? 1 : -1);
            if (double.IsFinite(near) && Number.FromDouble(near) is var number && domain.Contains(number)) return number;
        }
        var (low, high) = (domain.Low?.ToDouble(), domain.High?.ToDouble());
        var width = low is { } from && high is { } to ? (to - from) / 2 : isNear ? Near : Far;
        var share = shared is { } one ? one + (random.NextDouble() - 0.5) / 40 : random.NextDouble();
        var size = RandomInputs.Short(width * Math.Pow(10, -(isNear ? NearDecades : Decades) * Math.Clamp(share, 0.001, 1)));
        var down = random.Next(2) == 0;
        var drawn = Number.FromDouble(low is { } start && (high is null || !down) ? start + size : high is { } end ? end - size : down ? -size : size);
        return domain.Contains(drawn) ? drawn : domain.Random(random);
    }

    /// <summary>Zeros of the borders themselves, of divisors and logarithms the irrational ones too.</summary>
    private static IEnumerable<Point> OnBorders(Comparison comparison, IReadOnlyList<Term> borders, IReadOnlyList<Term> poles)
    {
        var setting = comparison.Setting;
        var random = new Random(Seed + 1);
        List<Point> frames = [.. comparison.Points.Take(1), .. Enumerable.Range(1, FramesPerBorder - 1).Select(_ => PointSource.Generic(setting, random))];
        // The factors have no zeros that are only touched.
        var factors = borders.SelectMany(border => EquationSolver.Factors(border).Select(factor => (Border: factor, IsPole: poles.Contains(border)))).Distinct();
        foreach (var (border, isPole) in factors.Where(one => one.Border.Everything().Take(LongestBorder + 1).Count() <= LongestBorder))
            foreach (var name in border.FreeSymbols().Where(name => setting.Names.Contains(name) && setting.DomainOf(name).Values.Count == 0))
            {
                var finder = new RootFinder(border, name, comparison);
                foreach (var point in frames.SelectMany(frame => finder.Crossings(frame, alsoRounded: isPole).Take(ZerosPerFrame)))
                    yield return point with { MostBits = BitsOnBorder };
            }
    }

    /// <summary>All entries of one sign and size, so that nothing that is clipped hides beside what is not.</summary>
    private static IEnumerable<Point> InMatrices(Setting setting, IReadOnlyList<Term> sides)
    {
        var random = new Random(Seed);
        var constants = Constants(Borders.OfPieces(sides));
        foreach (var scale in constants.Select(c => (int)Math.Clamp(4 * c, 1, 4000)).Distinct())
            foreach (var name in setting.Names.Where(name => !setting.ShapeOf(name).IsScalar && setting.DomainOf(name) is { Low: null, High: null, Values.Count: 0 }))
                foreach (var sign in new[] { 1, -1 })
                    foreach (var other in setting.Names)
                        yield return PointSource.Alike(setting, random, name, sign * scale, zero: other == name ? "" : other);
    }

    private static List<double> Constants(IReadOnlyList<Term> borders) =>
        [.. borders.SelectMany(border => border.Everything()).Select(Size).OfType<double>().Where(size => size > 0).Distinct().Take(MostConstants)];

    private static double? Size(Term term) => term switch
    {
        Number number => Math.Abs(number.ToDouble()),
        Approximate known => Math.Abs(known.Value),
        _ => null,
    };
}
