namespace Plotly.NET.CSharp;

/// <summary>
/// An optional argument. A struct with this conversion, and not a nullable type, because then a query or a collection
/// expression is refused where the real library refuses it.
/// </summary>
public readonly record struct Optional<T>(T Value, bool IsSome)
{
    /// <summary>A given argument.</summary>
    public static implicit operator Optional<T>(T value) => new(value, true);
}
