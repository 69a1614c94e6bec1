using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Sampling;

/// <summary>
/// The points at which two lines are compared: small rational numbers first, then seeded random ones; matrices with
/// numbers of rows and columns that are pairwise different, so that no clash of sizes hides.
/// </summary>
internal static class PointSource
{
    private const int Seed = 20170;
    private const int SimplePoints = 36;
    private const int RandomPoints = 20;
    private const int MatrixPoints = 10;

    public static IEnumerable<Point> For(Setting setting) => setting.HasMatrices ? Matrices(setting) : Numbers(setting);

    private static IEnumerable<Point> Numbers(Setting setting)
    {
        var sizes = new Dictionary<string, int>();
        var choices = setting.Names.Select(name => setting.DomainOf(name).SimpleNumbers).ToList();
        foreach (var pick in Diagonal(choices.Select(choice => choice.Count).ToList()).Take(SimplePoints))
            yield return new(setting.Names.Zip(pick.Zip(choices, (k, choice) => choice[k])).ToDictionary(pair => pair.First, pair => new[] { pair.Second }), sizes);
        var random = new Random(Seed);
        for (var i = 0; i < RandomPoints; i++)
            yield return new(setting.Names.ToDictionary(name => name, name => new[] { setting.DomainOf(name).Random(random) }), sizes);
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
        var letters = setting.SizeLetters;
        for (var round = 0; round < MatrixPoints; round++)
        {
            // 2, 3, 4 ... dealt out in another order each round.
            var sizes = letters.Select((letter, k) => (letter, size: 2 + (k + round) % letters.Count)).ToDictionary(pair => pair.letter, pair => pair.size);
            yield return new(setting.Names.ToDictionary(name => name, name => Entries(setting, name, sizes, random, round)), sizes)
            {
                Columns = setting.Shapes.Where(pair => !pair.Value.IsScalar).ToDictionary(pair => pair.Key, pair => Count(pair.Value.Columns, sizes)),
            };
        }
    }

    private static Number[] Entries(Setting setting, string name, Dictionary<string, int> sizes, Random random, int round)
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
        // The first rounds take the small numbers, the others random fractions.
        var simple = domain.SimpleNumbers.Take(7).ToList();
        return [.. entries.Select(_ => round < 4 ? simple[random.Next(simple.Count)] : domain.Random(random))];
    }

    private static int Count(string letter, Dictionary<string, int> sizes) => letter == "1" ? 1 : sizes[letter];
}
