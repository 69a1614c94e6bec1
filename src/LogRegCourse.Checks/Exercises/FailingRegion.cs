namespace LogRegCourse.Checks.Exercises;

/// <summary>Says where a function fails, if that is a place that a sentence can name: an interval, a label, lists that are not sorted.</summary>
internal static class FailingRegion
{
    private const int FewestFailures = 2;

    // Of the inputs of a kind at least so many must fail before the kind is named as the place.
    private const double LeastShare = 0.5;

    /// <summary>A sentence that is true of all inputs that were tried; null if there is none.</summary>
    /// <param name="function">The student's function, for the names of its parameters.</param>
    /// <param name="tries">Each input, and whether it gave the right result.</param>
    public static string? Describe(Delegate function, IReadOnlyList<(object?[] Input, bool IsRight)> tries)
    {
        var failed = tries.Where(t => !t.IsRight).ToList();
        if (failed.Count < FewestFailures || failed.Count == tries.Count) return null;
        var names = function.Method.GetParameters().Select(parameter => parameter.Name ?? "").ToArray();
        var offset = Math.Max(0, names.Length - tries[0].Input.Length);
        for (var k = 0; k < tries[0].Input.Length; k++)
        {
            var name = names.ElementAtOrDefault(k + offset) is { Length: > 0 } given ? given : $"argument {k + 1}";
            if (Interval(name, tries, k) is { } interval) return interval;
            // Where most inputs fail, the few that do not are right by chance.
            if (2 * failed.Count > tries.Count) continue;
            if (Kinds(name, k).FirstOrDefault(kind => IsThePlace(kind.Is, tries, failed)) is { Text: { } text }) return $"It fails only where {text}.";
        }
        return null;
    }

    private static string? Interval(string name, IReadOnlyList<(object?[] Input, bool IsRight)> tries, int argument)
    {
        if (tries.Any(t => t.Input[argument] is not double)) return null;
        var byValue = tries.Where(t => t.Input[argument] is double value && !double.IsNaN(value)).Select(t => (Value: (double)t.Input[argument]!, t.IsRight)).OrderBy(t => t.Value).ToList();
        if (tries.Any(t => t.Input[argument] is double.NaN && !t.IsRight)) return null;
        var (low, high) = (byValue.First(t => !t.IsRight).Value, byValue.Last(t => !t.IsRight).Value);
        if (byValue.Any(t => t.Value >= low && t.Value <= high && t.IsRight)) return null;
        if (low == high) return $"It fails only where {name} is {Show.Value(low)}.";
        if (byValue[0].Value == low) return $"It fails for {name} up to {Show.Value(high)}, and is right for every larger one that was tried.";
        if (byValue[^1].Value == high) return $"It fails for {name} from {Show.Value(low)} on, and is right for every smaller one that was tried.";
        return $"It fails for {name} from {Show.Value(low)} to {Show.Value(high)}, and is right for every other one that was tried.";
    }

    private static IEnumerable<(string Text, Func<object?[], bool> Is)> Kinds(string name, int k)
    {
        yield return ($"{name} has one item", input => Numbers(input[k]) is { Length: 1 });
        yield return ($"{name} has an odd number of items", input => Numbers(input[k]) is { } list && list.Length % 2 == 1);
        yield return ($"{name} has an even number of items", input => Numbers(input[k]) is { } list && list.Length % 2 == 0);
        yield return ($"{name} is not sorted", input => Numbers(input[k]) is { } list && !list.SequenceEqual(list.Order()));
        yield return ($"{name} holds a value twice", input => Numbers(input[k]) is { } list && list.Distinct().Count() < list.Length);
        yield return ($"{name} is 0", input => input[k] is 0 or 0.0);
        yield return ($"{name} is 1", input => input[k] is 1 or 1.0);
        yield return ($"{name} is negative", input => input[k] is < 0.0);
        yield return ($"{name} holds a negative number", input => Numbers(input[k]) is { } list && list.Any(value => value < 0));
        yield return ($"{name} holds a 0", input => Numbers(input[k]) is { } list && list.Contains(0));
        yield return ($"{name} holds a number above 700", input => Numbers(input[k]) is { } list && list.Any(value => value > 700));
    }

    private static bool IsThePlace(Func<object?[], bool> isKind, IReadOnlyList<(object?[] Input, bool IsRight)> tries, IReadOnlyList<(object?[] Input, bool IsRight)> failed) =>
        failed.All(t => isKind(t.Input)) && tries.Any(t => !isKind(t.Input)) && tries.Count(t => isKind(t.Input)) * LeastShare <= failed.Count;

    private static double[]? Numbers(object? argument) => argument switch
    {
        double[] numbers => numbers,
        int[] numbers => Array.ConvertAll(numbers, number => (double)number),
        _ => null,
    };
}
