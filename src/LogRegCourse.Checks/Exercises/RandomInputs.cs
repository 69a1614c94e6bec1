using System.Globalization;

namespace LogRegCourse.Checks.Exercises;

/// <summary>
/// Draws the inputs of a function exercise. The same answer to the same exercise draws the same inputs, another answer
/// draws others: no answer can know them, and a verdict can be repeated.
/// </summary>
/// <param name="seed">From the exercise and the answer.</param>
internal sealed class RandomInputs(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Lengths of lists: one, two, odd and even ones, some longer than any example.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [1, 2, 3, 4, 5, 6, 7, 9, 12, 25];

    /// <summary>Lengths of lists that need two items.</summary>
    public static IReadOnlyList<int> SizesFromTwo { get; } = [.. Sizes.Skip(1)];

    /// <summary>A number between two others, of four digits, so that a message can show all of it.</summary>
    public double Real(double low, double high) => Math.Clamp(Short(low + (high - low) * _random.NextDouble()), low, high);

    /// <summary>Several such numbers.</summary>
    public double[] Reals(int count, double low, double high) => Repeat(count, () => Real(low, high));

    /// <summary>A whole number, both ends possible.</summary>
    public int Whole(int low, int high) => _random.Next(low, high + 1);

    /// <summary>Whole numbers as doubles: of a few values many are equal.</summary>
    public double[] Wholes(int count, int low, int high) => Repeat(count, () => (double)Whole(low, high));

    /// <summary>A number with equal chance for every order of magnitude.</summary>
    public double Magnitude(double low, double high) => Short(Math.Exp(Math.Log(low) + (Math.Log(high) - Math.Log(low)) * _random.NextDouble()));

    /// <summary>A probability strictly between 0 and 1: mostly in the middle, sometimes close to an end.</summary>
    public double Probability() => Whole(0, 3) switch { 0 => Magnitude(1e-6, 0.1), 1 => 1 - Magnitude(1e-6, 0.1), _ => Real(0.01, 0.99) };

    /// <summary>Several probabilities.</summary>
    public double[] Probabilities(int count) => Repeat(count, Probability);

    /// <summary>Labels 0 and 1.</summary>
    public double[] Labels(int count) => Repeat(count, () => (double)Whole(0, 1));

    /// <summary>Labels 0 and 1, both of them there.</summary>
    public double[] BothLabels(int count)
    {
        var labels = Labels(count);
        var one = Whole(0, count - 1);
        labels[one] = 1;
        labels[(one + Whole(1, count - 1)) % count] = 0;
        return labels;
    }

    /// <summary>Values of which at least two differ, in no order.</summary>
    public double[] Different(int count, double low, double high)
    {
        var values = Reals(count, low, high);
        if (values.All(value => value == values[0])) values[^1] = values[0] == high ? low : high;
        return values;
    }

    /// <summary>Shares that sum to 1, some of them 0 when asked for.</summary>
    public double[] Shares(int count, bool withZeros)
    {
        var parts = Repeat(count, () => withZeros && Whole(0, 2) == 0 ? 0 : Whole(1, 20) / 1.0);
        if (parts.Sum() == 0) parts[Whole(0, count - 1)] = 1;
        return [.. parts.Select(part => part / parts.Sum())];
    }

    /// <summary>The numbers from 0 to count - 1 in some order.</summary>
    public int[] Order(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        _random.Shuffle(order);
        return order;
    }

    /// <summary>Rows of features.</summary>
    public double[][] Rows(int count, int features, double low, double high) => [.. Enumerable.Range(0, count).Select(_ => Reals(features, low, high))];

    /// <summary>One number in each of many equal parts of an interval, so that no part is missed.</summary>
    public IEnumerable<double> Spread(double low, double high, int parts) =>
        Enumerable.Range(0, parts).Select(i => Real(low + (high - low) * i / parts, low + (high - low) * (i + 1) / parts));

    /// <summary>One number in each of many parts of equal ratio.</summary>
    public IEnumerable<double> Magnitudes(double low, double high, int parts) =>
        Enumerable.Range(0, parts).Select(i => Magnitude(low * Math.Pow(high / low, i / (double)parts), low * Math.Pow(high / low, (i + 1.0) / parts)));

    /// <summary>Numbers of either sign and of the size of a scale, none of them small beside it.</summary>
    public double[] Sized(int count, double scale) => Repeat(count, () => Short(Real(0.3, 1) * scale) * (Whole(0, 1) == 0 ? 1 : -1));

    /// <summary>A list with one of its numbers replaced.</summary>
    public double[] With(double number, double[] list)
    {
        list[Whole(0, list.Length - 1)] = number;
        return list;
    }

    /// <summary>The same lists with their first row once more: what counts different rows only gives another result.</summary>
    public static object?[] WithRowTwice(object?[] input) => [.. input.Select(argument => argument switch
    {
        double[] list => (object?)(double[])[.. list, list[0]],
        int[] list => (int[])[.. list, list[0]],
        _ => argument,
    })];

    /// <summary>How large terms would be that lose as much as the odds of a probability that is near an end.</summary>
    public static double LostInLogit(double p) => 0.1 / p + 0.1 / (1 - p);

    /// <summary>One of a few lengths of lists.</summary>
    public int Length(int most = 5) => Whole(1, most);

    private static T[] Repeat<T>(int count, Func<T> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];

    /// <summary>A number to four digits, so that a message can show all of it.</summary>
    public static double Short(double value) => double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
