using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Precision;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>What two formulas do at one point.</summary>
internal enum Agreement
{
    Same,
    Different,
    LeftUndefined,
    RightUndefined,

    /// <summary>Not told apart with the most bits that are spent.</summary>
    Undecided,
}

/// <summary>
/// Compares two formulas at a point with error bounds, at 128 bits (38 digits) first and with more where the bounds
/// leave it open, so that a disagreement is a fact and cancellation no alarm.
/// </summary>
internal static class Comparison
{
    private const int FirstBits = 128;
    private const int MostBits = 4096;

    // Two values that agree to 100 bits (30 digits) are the same.
    private const int AgreeingBits = 100;

    public static Agreement At(Term left, Term right, Point point, Setting setting) => Values(left, right, point, setting).Agreement;

    public static (Agreement Agreement, Values? Left, Values? Right) Values(Term left, Term right, Point point, Setting setting)
    {
        Values? a = null, b = null;
        for (var bits = FirstBits; bits <= MostBits; bits *= 2)
        {
            var evaluator = new Evaluator(point, setting.Shapes, bits);
            a = evaluator.Value(left);
            b = evaluator.Value(right);
            if (Decide(a, b, bits) is { } decided) return (decided, a, b);
        }
        return (Agreement.Undecided, a, b);
    }

    private static Agreement? Decide(Values a, Values b, int bits)
    {
        if (a.Entries.Any(entry => entry.Value.Certainty == Certainty.Undefined)) return Agreement.LeftUndefined;
        if (a.Entries.Any(entry => !entry.Value.IsKnown)) return null;
        if (b.Entries.Any(entry => entry.Value.Certainty == Certainty.Undefined)) return Agreement.RightUndefined;
        if (b.Entries.Any(entry => !entry.Value.IsKnown)) return null;
        if (a.Rows != b.Rows || a.Columns != b.Columns) return Agreement.Different;
        var open = false;
        for (var i = 0; i < a.Entries.Length; i++)
        {
            var same = Same(a.Entries[i].Value, b.Entries[i].Value, bits);
            if (same == false) return Agreement.Different;
            open |= same is null;
        }
        return open ? null : Agreement.Same;
    }

    private static bool? Same(Ball a, Ball b, int bits)
    {
        if (a.IsExact && b.IsExact) return BigReal.Compare(a.Middle, b.Middle) == 0;
        if (Ball.Compare(a, b, bits) != 0) return false;
        var error = Math.Max(a.Error, b.Error);
        if (error <= Math.Max(a.Middle.Magnitude, b.Middle.Magnitude) - AgreeingBits) return true;
        return a.MayBeZero && b.MayBeZero && bits > FirstBits ? true : null;
    }
}
