namespace LogRegCourse.Checks.Exercises;

/// <summary>Says where a function fails, if that is a place that a sentence can name: an interval, a label, lists that are not sorted.</summary>
internal static class FailingRegion
{
    private const int FewestFailures = 2;

    // Of the inputs of a kind at least so many must fail before the kind is named as the place.
    private const double LeastShare = 0.5;

    private const int Beside = 3;

    // A bound this near to 0 is where the difference begins to be larger than rounding, no place.
    private const double NoPlace = 1e-6;

    /// <summary>A sentence that is true of all inputs that were tried, and of fresh ones; null if there is none.</summary>
    /// <param name="function">The student's function, for the names of its parameters.</param>
    /// <param name="tries">Each input, whether it gave the right result, and whether it did so digit by digit, however small the result is.</param>
    /// <param name="fresh">Other inputs, which no sentence was made from.</param>
    public static string? Describe(Delegate function, IReadOnlyList<TriedInput> tries, Func<IReadOnlyList<TriedInput>> fresh)
    {
        var failed = tries.Where(t => !t.IsRight).ToList();
        if (failed.Count < FewestFailures || failed.Count == tries.Count) return null;
        var names = function.Method.GetParameters().Select(parameter => parameter.Name ?? "").ToArray();
        var offset = Math.Max(0, names.Length - tries[0].Input.Length);
        List<Region> regions = [];
        for (var k = 0; k < tries[0].Input.Length; k++)
        {
            var name = names.ElementAtOrDefault(k + offset) is { Length: > 0 } given ? given : $"argument {k + 1}";
            if (Interval(name, tries, k) is { } interval) regions.Add(interval);
            // Where most inputs fail, the few that do not are right by chance.
            if (2 * failed.Count > tries.Count) continue;
            regions.AddRange(Kinds(name, k).Where(kind => IsThePlace(kind.Is, tries, failed)).Take(1).Select(kind => new Region($"It fails only where {kind.Text}.", input => kind.Is(input) ? null : false)));
        }
        if (regions.Count == 0) return null;
        var others = fresh();
        return regions.Find(region => others.Any(t => !t.IsRight) && others.All(t => region.Fails(t.Input) is not { } fails || fails != t.IsRight))?.Text;
    }

    private static Region? Interval(string name, IReadOnlyList<TriedInput> tries, int argument)
    {
        if (tries.Any(t => t.Input[argument] is not (double or int))) return null;
        var byValue = tries.Where(t => t.Input[argument] is not double.NaN).Select(t => (Value: Number(t.Input[argument]), Try: t)).OrderBy(t => t.Value).ToList();
        if (tries.Any(t => t.Input[argument] is double.NaN && !t.IsRight)) return null;
        var (first, last) = (byValue.FindIndex(t => !t.Try.IsRight), byValue.FindLastIndex(t => !t.Try.IsRight));
        if (byValue.Skip(first).Take(last - first).Any(t => t.Try.IsRight)) return null;
        // Just beyond a bound the results must be right, not only too small to be told apart.
        if (byValue.Take(first).TakeLast(Beside).Concat(byValue.Skip(last + 1).Take(Beside)).Any(t => !t.Try.IsExact)) return null;
        var (low, high) = (byValue[first].Value, byValue[last].Value);
        var (below, above) = (first == 0 ? double.NegativeInfinity : byValue[first - 1].Value, last == byValue.Count - 1 ? double.PositiveInfinity : byValue[last + 1].Value);
        var (isFirst, isLast) = (first == 0, last == byValue.Count - 1);
        if ((!isFirst && Show.Value(low) == Show.Value(below)) || (!isLast && Show.Value(high) == Show.Value(above))) return null;
        var text = low == high ? $"It fails only where {name} is {Show.Value(low)}."
            : isFirst ? (high is < 0 and > -NoPlace && above >= 0 ? $"It fails for {name} below 0." : IsNoPlace(high) ? null : $"It fails for {name} up to {Show.Value(high)}, and is right for every larger one that was tried.")
            : isLast && low is > 0 and < NoPlace && below >= 0 ? (byValue[0].Value < 0 ? $"It fails for {name} above 0." : null)
            : isLast ? (IsNoPlace(low) ? null : $"It fails for {name} from {Show.Value(low)} on, and is right for every smaller one that was tried.")
            : IsNoPlace(low) || IsNoPlace(high) ? null : $"It fails for {name} from {Show.Value(low)} to {Show.Value(high)}, and is right for every other one that was tried.";
        return text is null ? null : new(text, input => Number(input[argument]) switch
        {
            var value when value >= low && value <= high => true,
            var value when value <= below || value >= above => false,
            _ => null,
        });
    }

    private static double Number(object? value) => value is int whole ? whole : (double)value!;

    private static bool IsNoPlace(double bound) => bound != 0 && Math.Abs(bound) < NoPlace;

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

    private static bool IsThePlace(Func<object?[], bool> isKind, IReadOnlyList<TriedInput> tries, IReadOnlyList<TriedInput> failed) =>
        failed.All(t => isKind(t.Input)) && tries.Any(t => !isKind(t.Input)) && tries.Count(t => isKind(t.Input)) * LeastShare <= failed.Count;

    private static double[]? Numbers(object? argument) => argument switch
    {
        double[] numbers => numbers,
        int[] numbers => Array.ConvertAll(numbers, number => (double)number),
        _ => null,
    };

    /// <summary>A sentence, and what it says of an input: that it fails, that it does not, or nothing.</summary>
    private sealed record Region(string Text, Func<object?[], bool?> Fails);
}

/// <summary>An input, whether the answer was right, and whether it would be without any allowance for small numbers.</summary>
internal sealed record TriedInput(object?[] Input, bool IsRight, bool IsExact);
