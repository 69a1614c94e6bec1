using System.Collections;

namespace LogRegCourse.Kernel.Display;

/// <summary>The first items of a query that was worked out once, and how many there are in all, where that is known.</summary>
internal sealed class SettledQuery(IReadOnlyList<object?> first, int? count) : IEnumerable
{
    public int? Count => count;

    public IEnumerator GetEnumerator() => first.GetEnumerator();
}
