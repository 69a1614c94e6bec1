using LogRegCourse.Checks.Exercises;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Sampling;

/// <summary>
/// Points at which two lines seem to differ. They are looked for in ordinary doubles, all over the domain and at random
/// places that the text of the lines decides, so that no stretch lies between all points; what is found so is judged with
/// error bounds like every other point.
/// </summary>
internal static class Suspects
{
    private const int PartsOfDecade = 60;
    private const int PartsOfFarDecade = 12;
    private const int MostSuspects = 4;
    private const int MostSteps = 2_000_000;
    private const double Least = 1e-9;
    private const double Most = 1e7;

    // What rounding alone may make of two equal lines.
    private const double Slight = 1e-7;
    private const double SlightInSlope = 1e-3;
    private const double StepOfSlope = 1e-4;

    /// <summary>Points at which two lines have different values in doubles.</summary>
    public static IEnumerable<Point> For(Setting setting, Term expected, Term line)
    {
        if (setting.HasMatrices || setting.Names.Count == 0) yield break;
        var seed = Seeds.Of($"{expected} = {line}", 11);
        var random = new Random(seed);
        var (right, by) = expected is Apply { Op: Operator.Derivative } slope && slope[1] is Symbol symbol ? (slope[0], setting.Names.ToList().IndexOf(symbol.Name)) : (expected, -1);
        var (one, two) = (new QuickProgram(right, setting.Names), new QuickProgram(line, setting.Names));
        var places = Places(setting, new RandomInputs(seed), random).ToList();
        var step = 1 + places.Count * (long)(one.Length + two.Length) / MostSteps;
        var found = places.Where((_, k) => k % step == 0).Select(place => (Place: place, Difference: Difference(place))).Where(one => one.Difference.Relative > (by < 0 ? Slight : SlightInSlope)).ToList();
        // Where doubles lose digits the difference is small, either in itself or beside the values.
        foreach (var place in found.OrderByDescending(one => one.Difference.Size).Take(MostSuspects).Concat(found.OrderByDescending(one => one.Difference.Relative).Take(MostSuspects)).Select(one => one.Place).Distinct())
            yield return new(setting.Names.Zip(place).ToDictionary(pair => pair.First, pair => new[] { Number.FromDouble(pair.Second) }), new Dictionary<string, int>()) { MostBits = 512 };

        (double Size, double Relative) Difference(double[] place)
        {
            var (a, b) = (by < 0 ? one.At(place) : Slope(place), two.At(place));
            return double.IsFinite(a) && double.IsFinite(b) ? (Math.Abs(a - b), Math.Abs(a - b) / Math.Max(Math.Abs(a), Math.Abs(b))) : (0, 0);
        }

        double Slope(double[] place)
        {
            var (at, away) = (place[by], Math.Max(Math.Abs(place[by]) * StepOfSlope, 1e-300));
            double Beside(double distance)
            {
                place[by] = at + distance;
                var value = one.At(place);
                place[by] = at;
                return value;
            }
            var (low, high) = (Beside(-away), Beside(away));
            // Where the difference is lost in rounding nothing can be said.
            return Math.Abs(high - low) is var difference && difference > 0 && difference < 1e-9 * Math.Abs(high) ? double.NaN : (high - low) / (2 * away);
        }
    }

    // One symbol after the other through all sizes, the others anywhere.
    private static IEnumerable<double[]> Places(Setting setting, RandomInputs draw, Random random)
    {
        for (var k = 0; k < setting.Names.Count; k++)
            foreach (var value in Values(setting.DomainOf(setting.Names[k]), draw))
            {
                double[] place = [.. setting.Names.Select(name => setting.DomainOf(name).Random(random).ToDouble())];
                place[k] = value;
                yield return place;
            }
    }

    private static IEnumerable<double> Values(Domain domain, RandomInputs draw)
    {
        if (domain.Values.Count > 0) return [];
        var (low, high) = (domain.Low?.ToDouble(), domain.High?.ToDouble());
        if (low is { } from && high is { } to) return Sizes(draw, 0.5).SelectMany(size => (double[])[from + (to - from) * size, to - (to - from) * size]);
        var sizes = Sizes(draw, Most);
        return low is { } end ? sizes.Select(size => end + size) : high is { } top ? sizes.Select(size => top - size) : sizes.SelectMany(size => (double[])[size, -size]);
    }

    private static IEnumerable<double> Sizes(RandomInputs draw, double most) =>
        Decades(draw, 0.01, Math.Min(1000, most), PartsOfDecade).Concat(Decades(draw, Least, 0.01, PartsOfFarDecade)).Concat(Decades(draw, 1000, most, PartsOfFarDecade));

    private static IEnumerable<double> Decades(RandomInputs draw, double low, double high, int parts) =>
        low >= high ? [] : draw.Magnitudes(low, high, (int)Math.Ceiling(Math.Log10(high / low) * parts));
}
