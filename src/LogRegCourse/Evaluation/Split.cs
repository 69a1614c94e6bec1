namespace LogRegCourse;

/// <summary>Which rows a model learns from and which it is judged by. The same seed gives the same split everywhere.</summary>
/// <param name="Train">Row numbers, counted from 0, to fit.</param>
/// <param name="Test">Row numbers to judge; none of them in <paramref name="Train"/>.</param>
public sealed record Split(int[] Train, int[] Test)
{
    // 100·0.07 is 7.000000000000001, and 7 rows are meant.
    private const double ShareRounding = 1e-15;

    /// <summary>A random split in which both parts have (nearly) the same share of every class.</summary>
    /// <param name="y">n labels.</param>
    /// <param name="testShare">Share of rows to hold back, between 0 and 1.</param>
    /// <param name="seed">Where the shuffle starts.</param>
    /// <exception cref="ArgumentException">The share leaves a part without rows, or without a class.</exception>
    public static Split Stratified(double[] y, double testShare, int seed)
    {
        Guard.StrictShare(testShare);
        Guard.NotEmpty(y, nameof(y));
        var random = new Random(seed);
        var test = ByClass(y).SelectMany(rows =>
        {
            random.Shuffle(rows);
            return rows.Take((int)Math.Round(rows.Length * testShare, MidpointRounding.AwayFromZero));
        });
        var split = Of(y.Length, [.. test], nameof(testShare));
        foreach (var part in new[] { split.Train, split.Test })
            if (y.Except(part.Select(i => y[i])).Cast<double?>().FirstOrDefault() is { } absent)
                throw new ArgumentException(
                    $"testShare is {Guard.Show(testShare)}, which leaves one of the two parts without class {Guard.Show(absent)}, of which there are {y.Count(label => label == absent)} rows; choose another share, or gather more rows.", nameof(testShare));
        return split;
    }

    /// <summary>A random split that does not look at the classes.</summary>
    /// <param name="rows">Number of rows, n.</param>
    /// <param name="testShare">Share of rows to hold back, between 0 and 1.</param>
    /// <param name="seed">Where the shuffle starts.</param>
    /// <exception cref="ArgumentException">The share leaves a part without rows.</exception>
    public static Split Shuffled(int rows, double testShare, int seed)
    {
        Guard.StrictShare(testShare);
        if (rows < 2) throw new ArgumentOutOfRangeException(nameof(rows), $"rows is {rows}; a split needs at least 2.");
        var order = Enumerable.Range(0, rows).ToArray();
        new Random(seed).Shuffle(order);
        return Of(rows, order[..(int)Math.Ceiling(rows * testShare * (1 - ShareRounding))], nameof(testShare));
    }

    /// <summary>k splits for cross-validation: every row is judged once, and each fold has (nearly) the same share of every class.</summary>
    /// <param name="y">n labels.</param>
    /// <param name="folds">k, at least 2 and at most the number of rows of the rarest class.</param>
    /// <param name="seed">Where the shuffle starts.</param>
    /// <exception cref="ArgumentOutOfRangeException">folds is below 2 or above the number of rows of the rarest class.</exception>
    public static Split[] StratifiedFolds(double[] y, int folds, int seed)
    {
        Guard.NotEmpty(y, nameof(y));
        if (folds < 2) throw new ArgumentOutOfRangeException(nameof(folds), $"folds is {folds}; take at least 2.");
        var rarest = ByClass(y).MinBy(rows => rows.Length)!;
        if (rarest.Length < folds)
            throw new ArgumentOutOfRangeException(nameof(folds),
                $"folds is {folds}, but class {Guard.Show(y[rarest[0]])} has {(rarest.Length == 1 ? "one row" : $"{rarest.Length} rows")} only, so a fold would have none of it; " +
                (rarest.Length == 1 ? "gather more rows." : $"take at most {rarest.Length} folds, or gather more rows."));
        var random = new Random(seed);
        // Dealt out like cards, class after class, so that no fold is ahead by more than one row.
        var dealt = ByClass(y).SelectMany(rows =>
        {
            random.Shuffle(rows);
            return rows;
        }).ToArray();
        return [.. Enumerable.Range(0, folds).Select(fold => Of(y.Length, [.. dealt.Where((_, k) => k % folds == fold)], nameof(folds)))];
    }

    private static Split Of(int rows, int[] test, string argument)
    {
        var held = test.ToHashSet();
        if (held.Count == 0 || held.Count == rows)
            throw new ArgumentException($"{argument} leaves one of the two parts without a row; there are {rows} rows.", argument);
        return new Split([.. Enumerable.Range(0, rows).Where(i => !held.Contains(i))], [.. test.Order()]);
    }

    /// <summary>The rows of each class, classes in rising order.</summary>
    internal static int[][] ByClass(double[] y) =>
        [.. Enumerable.Range(0, y.Length).GroupBy(i => y[i]).OrderBy(group => group.Key).Select(group => group.ToArray())];
}
