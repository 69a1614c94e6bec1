namespace LogRegCourse;

/// <summary>An interval of numbers.</summary>
/// <param name="Low">Lower end, −∞, or NaN where it was not found.</param>
/// <param name="High">Upper end, +∞, or NaN where it was not found.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Why the lower end was not found; null where it was.</summary>
    public NoEstimateException? LowProblem { get; init; }

    /// <summary>Why the upper end was not found; null where it was.</summary>
    public NoEstimateException? HighProblem { get; init; }

    /// <summary>Whether a number lies in the interval, ends included.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="NoEstimateException">It hangs on an end that was not found.</exception>
    public bool Contains(double value)
    {
        if (value < Low || value > High) return false;
        return (LowProblem ?? HighProblem) is { } problem ? throw problem : Low <= value && value <= High;
    }

    /// <summary>The interval as "low to high"; an end that was not found is "?".</summary>
    public override string ToString() => $"{Shown(Low)} to {Shown(High)}";

    private static string Shown(double end) => double.IsNaN(end) ? "?" : Digits.Short(end);
}
