using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Sampling;

/// <summary>What is known of the symbols of a derivation: their domains and, for matrices, their sizes.</summary>
internal sealed record Setting(
    IReadOnlyList<string> Names,
    IReadOnlyDictionary<string, Domain> Domains,
    IReadOnlyDictionary<string, Shape> Shapes,
    IReadOnlyDictionary<string, string> Indices)
{
    public Domain DomainOf(string name) => Domains.GetValueOrDefault(name, Domain.Everywhere);

    public Shape ShapeOf(string name) => Shapes.GetValueOrDefault(name, Shape.Scalar);

    public ShapeChecker NewShapeChecker() => new(Names.ToDictionary(name => name, ShapeOf), Indices);

    public bool HasMatrices => Shapes.Values.Any(shape => !shape.IsScalar);

    /// <summary>The size letters in use: n, d, K.</summary>
    public IReadOnlyList<string> SizeLetters =>
        [.. Shapes.Values.SelectMany(shape => new[] { shape.Rows, shape.Columns }).Concat(Indices.Values).Where(letter => letter != "1").Distinct()];
}
