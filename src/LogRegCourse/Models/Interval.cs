namespace LogRegCourse;

/// <summary>An interval of numbers.</summary>
/// <param name="Low">Lower end, or −∞.</param>
/// <param name="High">Upper end, or +∞.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Whether a number lies in the interval, ends included.</summary>
    /// <param name="value">The number.</param>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>The interval as "low to high".</summary>
    public override string ToString() => $"{Digits.Short(Low)} to {Digits.Short(High)}";
}
