using MathNet.Numerics.LinearAlgebra;

namespace LogRegCourse;

/// <summary>A column that is a linear combination of the columns before it: the weights are not determined.</summary>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class LinearDependence : IReportable
{
    // A column whose part outside the span of the others is below this share of its length counts as dependent.
    private const double Tolerance = 1e-10;
    private const double NegligibleShare = 1e-9;

    private LinearDependence(string column, IReadOnlyList<(string Column, double Factor)> parts) => (Column, Parts) = (column, parts);

    /// <summary>The dependent column.</summary>
    public string Column { get; }

    /// <summary>The columns it follows from, with their factors; "(intercept)" stands for the column of ones.</summary>
    public IReadOnlyList<(string Column, double Factor)> Parts { get; }

    /// <summary>The dependence in words.</summary>
    public string Sentence => Parts is [("(intercept)", var constant)]
        ? $"column '{Column}' is {Digits.Short(constant)} in every row, so it repeats the intercept."
        : Parts.Count == 0
            ? $"column '{Column}' is 0 in every row."
            : $"column '{Column}' is a combination of others: {Column} = {Vectors.Expression(Parts)}.";

    /// <summary>The first dependent column, or null when all columns (with the intercept's ones) are independent.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="intercept">Whether the model has an intercept, a column of ones before the others.</param>
    /// <remarks>Gram-Schmidt orthogonalisation, each column against those before it, twice, on columns of length 1.</remarks>
    public static LinearDependence? Find(Features x, bool intercept = true)
    {
        var names = intercept ? ["(intercept)", .. x.Names] : x.Names;
        var columns = new List<double[]>();
        if (intercept) columns.Add([.. Enumerable.Repeat(1.0, x.RowCount)]);
        for (var j = 0; j < x.ColumnCount; j++) columns.Add(x.Column(j));

        var basis = new List<double[]>();
        foreach (var column in columns)
        {
            var rest = Orthogonalised(column, basis);
            var size = Vectors.Norm(rest);
            if (size <= Tolerance * Vectors.Norm(column)) return Explain(columns, basis.Count, names);
            basis.Add([.. rest.Select(value => value / size)]);
        }
        return null;
    }

    /// <summary>The dependence in words.</summary>
    public override string ToString() => Sentence;

    Report IReportable.Report() => new("Linear dependence", [], [Sentence]);

    private static double[] Orthogonalised(double[] column, List<double[]> basis)
    {
        var rest = (double[])column.Clone();
        for (var pass = 0; pass < 2; pass++)
            foreach (var direction in basis)
            {
                var along = Vectors.Dot(rest, direction);
                for (var i = 0; i < rest.Length; i++) rest[i] -= along * direction[i];
            }
        return rest;
    }

    private static LinearDependence Explain(List<double[]> columns, int dependent, IReadOnlyList<string> names)
    {
        if (dependent == 0 || Vectors.Norm(columns[dependent]) == 0) return new(names[dependent], []);
        var factors = Matrix<double>.Build.DenseOfColumnArrays(columns.Take(dependent)).QR().Solve(Vector<double>.Build.Dense(columns[dependent]));
        var length = Vectors.Norm(columns[dependent]);
        return new(names[dependent], [.. Enumerable.Range(0, dependent)
            .Where(j => Math.Abs(factors[j]) * Vectors.Norm(columns[j]) > NegligibleShare * length)
            .Select(j => (names[j], factors[j]))]);
    }

}
