namespace LogRegCourse.Checks.Exercises;

/// <summary>
/// A quantity of a task, given to the function or met on the way, and how to make an input in which it has a given value.
/// It is asked for all over its range, at a random place in each of many small parts: an answer that is wrong in some
/// stretch only, because it clips, rounds or hides a case there, meets an input in that stretch.
/// </summary>
internal sealed class Quantity
{
    // Where students and examples live the parts are so small that no stretch of a twentieth is missed.
    private const double Low = 0.01;
    private const double High = 1000;
    private const int PartsOfFarDecade = 8;

    // A browser interprets the code, some thirty times slower: there every eighth part has to do.
    private const int PartsApartInBrowser = 8;

    private readonly Func<RandomInputs, IEnumerable<double>> _values;
    private readonly Func<RandomInputs, double, object?[]> _at;

    private Quantity(Func<RandomInputs, IEnumerable<double>> values, Func<RandomInputs, double, object?[]> at) => (_values, _at) = (values, at);

    /// <summary>A number of either sign, of any size between two limits, and 0.</summary>
    public static Quantity Line(double least, double most, Func<RandomInputs, double, object?[]> at, int parts = 94) =>
        new(draw => Sizes(draw, least, most, parts).SelectMany(size => (double[])[size, -size]).Append(0), at);

    /// <summary>A positive number of any size between two limits.</summary>
    public static Quantity Positive(double least, double most, Func<RandomInputs, double, object?[]> at, int parts = 94) => new(draw => Sizes(draw, least, most, parts), at);

    /// <summary>A probability, as near to 0 and to 1 as the limit says.</summary>
    public static Quantity Probability(double least, Func<RandomInputs, double, object?[]> at, int parts = 60) =>
        new(draw => Sizes(draw, least, 0.5, parts).SelectMany(size => (double[])[size, 1 - size]), at);

    /// <summary>A whole number from 1 on.</summary>
    public static Quantity Count(double most, Func<RandomInputs, double, object?[]> at, int parts = 40) => new(draw => Sizes(draw, 1, most, parts).Select(size => Math.Round(size)).Distinct(), at);

    /// <summary>Inputs from moderate to extreme values of the quantity.</summary>
    public IEnumerable<object?[]> Inputs(RandomInputs draw) => Some(draw, _values(draw).OrderBy(value => Math.Abs(Math.Log(Math.Abs(value))))).Select(value => _at(draw, value));

    // Others for each answer, as the draw begins with what it is.
    private static IEnumerable<double> Some(RandomInputs draw, IEnumerable<double> values)
    {
        if (!OperatingSystem.IsBrowser()) return values;
        var first = draw.Whole(0, PartsApartInBrowser - 1);
        return values.Where((_, i) => i % PartsApartInBrowser == first);
    }

    private static IEnumerable<double> Sizes(RandomInputs draw, double least, double most, int parts) =>
        Decades(draw, least, Math.Min(Low, most), PartsOfFarDecade)
            .Concat(Decades(draw, Math.Max(Low, least), Math.Min(High, most), parts))
            .Concat(Decades(draw, Math.Max(High, least), most, PartsOfFarDecade));

    private static IEnumerable<double> Decades(RandomInputs draw, double low, double high, int parts) =>
        low >= high ? [] : draw.Magnitudes(low, high, Math.Max(1, (int)Math.Ceiling(Math.Log10(high / low) * parts)));
}
