namespace LogRegCourse.Checks.Terms;

/// <summary>
/// The indices that mean something at a place of a formula and how far each runs: those of the derivation and those
/// of the sums around the place.
/// </summary>
internal sealed class IndexScope(IReadOnlyDictionary<string, string> indices)
{
    private readonly Dictionary<string, string?> _sizes = indices.ToDictionary(pair => pair.Key, string? (pair) => pair.Value);

    public bool Has(string name) => _sizes.ContainsKey(name);

    /// <summary>Works inside a sum; the size is null where it is still to be found.</summary>
    public T Inside<T>(string index, string? size, Func<T> work)
    {
        var hides = _sizes.TryGetValue(index, out var outer);
        _sizes[index] = size;
        try
        {
            return work();
        }
        finally
        {
            if (hides) _sizes[index] = outer;
            else _sizes.Remove(index);
        }
    }

    /// <summary>Refuses what may lie outside 1..size: i + 1, a number above 2 (the least size that is tried), another size's index.</summary>
    public void Check(Apply part, int operand, string size)
    {
        var index = part[operand];
        switch (index)
        {
            case Symbol symbol when _sizes.TryGetValue(symbol.Name, out var own):
                if (own is null || own == size) return;
                throw new ShapeException($"In {part} the index {index} runs over 1..{own}, but there it must run over 1..{size}.");
            case Symbol symbol when symbol.Name == size:
            case Number { Denominator.IsOne: true } number when number.IsOne || (number.Numerator == 2 && size != "1"):
                return;
            default:
                throw new ShapeException($"In {part} the index {index} may lie outside 1..{size}: use an index that runs over 1..{size}, or the number 1 or 2.");
        }
    }
}
