using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Sampling;

/// <summary>
/// The points at which two lines are compared: small rational numbers first, then seeded random ones, then some far
/// out; matrices with numbers of rows and columns that differ from each other and from point to point, so that no
/// clash of sizes hides and no constant can stand for a size.
/// </summary>
internal static class PointSource
{
    private const int Seed = 20170;
    private const int SimplePoints = 36;
    private const int RandomPoints = 20;
    private const int MatrixPoints = 12;

    // Of the matrix points, those at which one size is 1, so that a vector is a number.
    private static readonly HashSet<int> PointsWithAOne = [6, 8, 10];

    public static IEnumerable<Point> For(Setting setting) => setting.HasMatrices ? Matrices(setting) : Numbers(setting);

    /// <summary>One symbol far out, the others anywhere.</summary>
    public static IEnumerable<Point> Extremes(Setting setting)
    {
        var random = new Random(Seed + 1);
        if (setting.HasMatrices)
        {
            foreach (var name in setting.Names.Where(name => !setting.ShapeOf(name).IsScalar && setting.DomainOf(name) is { IsOneHot: false, Values.Count: 0 }))
                foreach (var (scale, bits) in new[] { (100, Comparison.MostBits), (1000, 256) })
                {
                    var sizes = Sizes(setting.SizeLetters, random, false);
                    var point = MatrixPoint(setting, sizes, random, isSimple: false);
                    if (setting.DomainOf(name) is { Low: null, High: null }) yield return point.With(name, [.. point.Symbols[name].Select(entry => Number.Ratio(entry.Numerator * scale, entry.Denominator))]) with { MostBits = bits };
                }
            yield break;
        }
        foreach (var name in setting.Names)
            foreach (var (number, bits) in setting.DomainOf(name).Extremes)
                yield return Generic(setting, random).With(name, [number]) with { MostBits = bits };
    }

    /// <summary>A point with no simple numbers in it, at which products do not vanish and nothing cancels by chance.</summary>
    public static Point Generic(Setting setting, Random random) =>
        new(setting.Names.ToDictionary(name => name, name => new[] { setting.DomainOf(name).Random(random) }), new Dictionary<string, int>());

    /// <summary>A point of matrices whose entries are positive, those of one symbol of a given size, and those of another 0 where they can be.</summary>
    public static Point Alike(Setting setting, Random random, string name, int scale, string zero)
    {
        var point = MatrixPoint(setting, Sizes(setting.SizeLetters, random, false), random, isSimple: false);
        return point with { Symbols = point.Symbols.ToDictionary(pair => pair.Key, pair => Alike(pair.Key, pair.Value)), MostBits = 256 };

        Number[] Alike(string symbol, Number[] entries) => setting.DomainOf(symbol) switch
        {
            _ when setting.ShapeOf(symbol).IsScalar => entries,
            { IsOneHot: false } domain when symbol == zero && (domain.Values.Count == 0 ? domain.Contains(Term.Whole(0)) : domain.Values.Contains(Term.Whole(0))) => Array.ConvertAll(entries, _ => Term.Whole(0)),
            { Low: null, High: null, Values.Count: 0 } => Array.ConvertAll(entries, _ => Number.Ratio((symbol == name ? scale : 1) * random.Next(64, 128), 64)),
            _ => entries,
        };
    }

    private static IEnumerable<Point> Numbers(Setting setting)
    {
        var sizes = new Dictionary<string, int>();
        var choices = setting.Names.Select(name => setting.DomainOf(name).SimpleNumbers).ToList();
        foreach (var pick in Diagonal(choices.Select(choice => choice.Count).ToList()).Take(SimplePoints))
            yield return new(setting.Names.Zip(pick.Zip(choices, (k, choice) => choice[k])).ToDictionary(pair => pair.First, pair => new[] { pair.Second }), sizes);
        var random = new Random(Seed);
        for (var i = 0; i < RandomPoints; i++) yield return Generic(setting, random);
    }

    /// <summary>All index tuples below the counts, by increasing sum: simple combinations come first.</summary>
    private static IEnumerable<int[]> Diagonal(List<int> counts)
    {
        for (var total = 0; total <= counts.Sum(count => count - 1); total++)
            foreach (var tuple in WithSum(counts, 0, total))
                yield return tuple;
    }

    private static IEnumerable<int[]> WithSum(List<int> counts, int from, int total)
    {
        if (from == counts.Count)
        {
            if (total == 0) yield return [];
            yield break;
        }
        for (var k = 0; k < Math.Min(counts[from], total + 1); k++)
            foreach (var rest in WithSum(counts, from + 1, total - k))
                yield return [k, .. rest];
    }

    private static IEnumerable<Point> Matrices(Setting setting)
    {
        var random = new Random(Seed);
        for (var round = 0; round < MatrixPoints; round++)
            yield return MatrixPoint(setting, Sizes(setting.SizeLetters, random, PointsWithAOne.Contains(round)), random, isSimple: round < 4);
    }

    /// <summary>A size for each letter, no two of them the same; one of them 1 where that is asked for.</summary>
    private static Dictionary<string, int> Sizes(IReadOnlyList<string> letters, Random random, bool withAOne)
    {
        var sizes = Enumerable.Range(2, letters.Count + 2).ToArray();
        random.Shuffle(sizes);
        if (withAOne) sizes[random.Next(letters.Count)] = 1;
        return letters.Zip(sizes).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static Point MatrixPoint(Setting setting, Dictionary<string, int> sizes, Random random, bool isSimple) =>
        new(setting.Names.ToDictionary(name => name, name => Entries(setting, name, sizes, random, isSimple)), sizes)
        {
            Columns = setting.Shapes.Where(pair => !pair.Value.IsScalar).ToDictionary(pair => pair.Key, pair => Count(pair.Value.Columns, sizes)),
        };

    private static Number[] Entries(Setting setting, string name, Dictionary<string, int> sizes, Random random, bool isSimple)
    {
        if (sizes.TryGetValue(name, out var size)) return [Term.Whole(size)];
        if (setting.Indices.TryGetValue(name, out var range)) return [Term.Whole(1 + random.Next(sizes[range]))];
        var shape = setting.ShapeOf(name);
        var entries = new Number[Count(shape.Rows, sizes) * Count(shape.Columns, sizes)];
        var domain = setting.DomainOf(name);
        if (domain.IsOneHot)
        {
            // One column is one label; otherwise every row is one.
            var width = shape.IsColumn ? entries.Length : Count(shape.Columns, sizes);
            for (var start = 0; start < entries.Length; start += width)
            {
                var hot = random.Next(width);
                for (var k = 0; k < width; k++) entries[start + k] = Term.Whole(k == hot ? 1 : 0);
            }
            return entries;
        }
        var simple = domain.SimpleNumbers.Take(7).ToList();
        return [.. entries.Select(_ => isSimple ? simple[random.Next(simple.Count)] : domain.Random(random))];
    }

    private static int Count(string letter, Dictionary<string, int> sizes) => letter == "1" ? 1 : sizes[letter];
}
