namespace LogRegCourse.Checks.Review;

/// <summary>Chance that is the same on every machine and in every version of .NET for the same text.</summary>
internal sealed class StableRandom(string seed)
{
    private ulong _state = seed.Aggregate(14695981039346656037ul, (hash, letter) => (hash ^ letter) * 1099511628211ul);

    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> items)
    {
        var mixed = items.ToArray();
        for (var i = mixed.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (mixed[i], mixed[j]) = (mixed[j], mixed[i]);
        }
        return mixed;
    }

    // Marsaglia's xorshift64*; the high bits are the good ones.
    private int Below(int bound)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)((_state * 2685821657736338717ul >> 33) % (ulong)bound);
    }
}
