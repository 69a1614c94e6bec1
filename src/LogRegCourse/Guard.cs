using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace LogRegCourse;

/// <summary>Checks of arguments, each failing with one sentence that says which argument, which row, and what to do.</summary>
internal static class Guard
{
    public static double Probability(double p, [CallerArgumentExpression(nameof(p))] string? name = null) =>
        p is < 0 or > 1
            ? throw new ArgumentOutOfRangeException(name, $"{name} is {Show(p)}, but a probability lies between 0 and 1.")
            : p;

    /// <summary>A probability that decides, so that not even NaN may pass through.</summary>
    public static double Threshold(double threshold, [CallerArgumentExpression(nameof(threshold))] string? name = null) =>
        threshold is >= 0 and <= 1
            ? threshold
            : throw new ArgumentOutOfRangeException(name, $"{name} is {Show(threshold)}, but a probability lies between 0 and 1.");

    public static double Label(double y, [CallerArgumentExpression(nameof(y))] string? name = null) =>
        y is < 0 or > 1
            ? throw new ArgumentOutOfRangeException(name, $"{name} is {Show(y)}, but a label is 0 or 1 (or a probability between them).")
            : y;

    public static double Level(double level, [CallerArgumentExpression(nameof(level))] string? name = null) =>
        level is > 0 and < 1
            ? level
            : throw new ArgumentOutOfRangeException(name, $"{name} is {Show(level)}, but a confidence level lies between 0 and 1, such as 0.95.");

    public static double StrictShare(double share, [CallerArgumentExpression(nameof(share))] string? name = null) =>
        share is > 0 and < 1
            ? share
            : throw new ArgumentOutOfRangeException(name, $"{name} is {Show(share)}, but it must lie strictly between 0 and 1.");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, $"{name} is {Show(value)}, but it must be a positive finite number.");

    public static void AtLeastOne(int number, [CallerArgumentExpression(nameof(number))] string? name = null)
    {
        if (number < 1) throw new ArgumentOutOfRangeException(name, $"{name} is {number}; take at least 1.");
    }

    public static void SameLength(int expected, int actual, string name, string expectedOf)
    {
        if (expected != actual)
            throw new ArgumentException($"{name} has {actual} entries, but {expectedOf} has {expected} rows; give one entry per row.", name);
    }

    /// <summary>As many entries as the features have rows.</summary>
    public static void OnePerRow(
        Features x, Array values, [CallerArgumentExpression(nameof(x))] string? nameOfX = null, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        NotNull(x, nameOfX!);
        NotNull(values, name!);
        SameLength(x.RowCount, values.Length, name!, nameOfX!);
    }

    /// <summary>As many entries as another array.</summary>
    public static void OneEach(
        Array rows, Array values, [CallerArgumentExpression(nameof(rows))] string? nameOfRows = null, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        NotNull(rows, nameOfRows!);
        NotNull(values, name!);
        SameLength(rows.Length, values.Length, name!, nameOfRows!);
    }

    public static void NotNull([NotNull] object? value, string name)
    {
        if (value is null) throw new ArgumentNullException(name, $"{name} is null; was the variable given a value?");
    }

    public static void Finite(double[] values, string name)
    {
        NotNull(values, name);
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i]))
                throw new ArgumentException($"{name} is {Show(values[i])} in row {i + 1}; remove that row or replace the value by a finite number.", name);
    }

    /// <summary>A row of a model's columns: as many numbers, all finite.</summary>
    public static void Row(ReadOnlySpan<double> row, IReadOnlyList<string> columns)
    {
        RowLength(row, columns);
        for (var j = 0; j < row.Length; j++)
            if (!double.IsFinite(row[j]))
                throw new ArgumentException($"the row's {columns[j]} is {Show(row[j])}; give a finite number.", nameof(row));
    }

    /// <summary>A row of a model's columns.</summary>
    public static void RowLength(ReadOnlySpan<double> row, IReadOnlyList<string> columns)
    {
        if (row.Length != columns.Count)
            throw new ArgumentException($"the row has {row.Length} numbers, but the model has {columns.Count} columns: {string.Join(", ", columns)}.", nameof(row));
    }

    public static void Labels(double[] y, string name)
    {
        NotNull(y, name);
        for (var i = 0; i < y.Length; i++)
            if (y[i] is not (0 or 1))
                throw new ArgumentException($"{name} is {Show(y[i])} in row {i + 1}, but labels are 0 or 1; code the classes as 0 and 1 first.", name);
    }

    public static void NotNegative(double value, string name)
    {
        if (!(value >= 0) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(name, $"{name} is {Show(value)}, but it must be 0 or a positive finite number.");
    }

    public static void RowWeights(double[] weights, int rows, string name)
    {
        NotNull(weights, name);
        SameLength(rows, weights.Length, name, "x");
        for (var i = 0; i < weights.Length; i++)
            if (!(weights[i] >= 0) || double.IsInfinity(weights[i]))
                throw new ArgumentException($"{name} is {Show(weights[i])} in row {i + 1}, but a weight is 0 or a positive finite number.", name);
        FiniteSum(weights, name);
        if (weights.Sum() == 0) throw new ArgumentException($"{name} is 0 in every row; give at least one row a positive weight.", name);
    }

    public static void FiniteSum(double[] weights, string name)
    {
        if (double.IsInfinity(weights.Sum()))
            throw new ArgumentException($"{name} add up to more than a double holds; divide them all by the same number.", name);
    }

    public static double[] Shares(double[] y, string name)
    {
        NotNull(y, name);
        for (var i = 0; i < y.Length; i++)
            if (!(y[i] is >= 0 and <= 1))
                throw new ArgumentException($"{name} is {Show(y[i])} in row {i + 1}, but a label is 0 or 1 (or a probability between them).", name);
        return y;
    }

    public static void EnoughRows(int rows, int coefficients)
    {
        if (coefficients > rows)
            throw new ArgumentException($"x has {rows} rows for {coefficients} coefficients; give more rows, leave columns out, or fit with a penalty (L2).", "x");
    }

    /// <summary>Labels of which both occur.</summary>
    /// <param name="y">The labels.</param>
    /// <param name="name">What the caller calls them.</param>
    /// <param name="purpose">What needs both, such as "a fit".</param>
    /// <param name="where">Which rows were looked at.</param>
    public static void BothClasses(double[] y, string name, string purpose = "a fit", string where = "in every row")
    {
        NotEmpty(y, name);
        if (y.All(value => value == y[0]))
            throw new ArgumentException($"{name} is {Show(y[0])} {where}; {purpose} needs rows of both classes.", name);
    }

    /// <summary>The distinct class names in alphabetical order, at least two.</summary>
    public static string[] ClassNames(string[] classes, string name)
    {
        NotEmpty(classes, name);
        EachNamed(classes, name);
        var names = classes.Distinct().Order(StringComparer.Ordinal).ToArray();
        return names.Length > 1 ? names : throw new ArgumentException($"{name} is '{names[0]}' in every row; a fit needs at least two classes.", name);
    }

    public static void EachNamed(string[] classes, string name)
    {
        if (Array.FindIndex(classes, value => value is null) is var missing and >= 0)
            throw new ArgumentException($"{name} has no name in row {missing + 1}; name the class of every row.", name);
    }

    public static void Successes(double[] successes, double[] trials)
    {
        for (var i = 0; i < trials.Length; i++)
        {
            if (!(trials[i] > 0) || double.IsInfinity(trials[i]))
                throw new ArgumentException($"trials is {Show(trials[i])} in row {i + 1}; every group needs at least one trial.", nameof(trials));
            if (!(successes[i] >= 0 && successes[i] <= trials[i]))
                throw new ArgumentException(
                    $"successes is {Show(successes[i])} in row {i + 1}, but it must lie between 0 and the row's {Show(trials[i])} trials.", nameof(successes));
            WholeNumber(trials[i], i, nameof(trials));
            WholeNumber(successes[i], i, nameof(successes));
        }

        FiniteSum(trials, nameof(trials));

        static void WholeNumber(double value, int row, string name)
        {
            if (!double.IsInteger(value))
                throw new ArgumentException($"{name} is {Show(value)} in row {row + 1}, but it is a count; give whole numbers.", name);
        }
    }

    public static void NotEmpty<T>(T[] values, string name)
    {
        NotNull(values, name);
        if (values.Length == 0) throw new ArgumentException($"{name} is empty; give at least one row.", name);
    }

    public static void RowNumbers(int[] rows, int count)
    {
        var outside = Array.FindIndex(rows, row => row < 0 || row >= count);
        if (outside >= 0) throw new ArgumentOutOfRangeException(nameof(rows), $"rows[{outside}] is {rows[outside]}, but there are rows 0 to {count - 1}.");
    }

    public static void Predictions(double[] y, double[] probabilities)
    {
        OneEach(y, probabilities);
        NotEmpty(y, nameof(y));
        Labels(y, nameof(y));
        Probabilities(probabilities, nameof(probabilities));
    }

    public static void Probabilities(double[] p, string name)
    {
        NotNull(p, name);
        for (var i = 0; i < p.Length; i++)
            if (!(p[i] is >= 0 and <= 1)) throw new ArgumentException($"{name} is {Show(p[i])} in row {i + 1}, but a probability lies between 0 and 1.", name);
    }

    public static string Show(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
