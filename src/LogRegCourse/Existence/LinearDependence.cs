namespace LogRegCourse;

/// <summary>A column that is a linear combination of the columns before it: the weights are not determined.</summary>
/// <remarks>
/// Computed with 32 digits from the numbers as they are. What is left of a column when the columns before it have explained
/// what they can is taken for nothing if in every row it is no larger than the rounding of the row's numbers, about 10⁻¹⁵ of them.
/// </remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class LinearDependence : IReportable
{
    // Eight units in the last place of the numbers: what their own rounding can explain.
    private const double Rounding = 8 * 2.2204460492503131e-16;
    private const double NegligibleShare = 1e-14;

    // Columns of which more than this share is their own are independent, whatever double loses in saying so.
    private const double PlainlyItsOwn = 1e-8;

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
            : Parts.Any(part => !double.IsNormal(part.Factor))
            ? $"column '{Column}' is a combination of {string.Join(", ", Parts.Select(part => part.Column))}, with factors beyond the range of double."
            : $"column '{Column}' is a combination of others: {Column} = {Vectors.Expression(Parts)}.";

    /// <summary>The first dependent column, or null when all columns (with the intercept's ones) are independent.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="intercept">Whether the model has an intercept, a column of ones before the others.</param>
    /// <exception cref="ArgumentNullException">There is no data.</exception>
    public static LinearDependence? Find(Features x, bool intercept = true)
    {
        Guard.NotNull(x, nameof(x));
        var columns = WorkingColumns.Of(x, null, intercept);
        if (ArePlainlyIndependent(columns.Apply(x), intercept)) return null;
        var basis = new Orthogonal(columns, x, intercept);
        for (var j = 0; j < x.ColumnCount; j++)
            if (!basis.Add(j)) return basis.Explain(j);
        return null;
    }

    /// <summary>The columns, by number, that do not depend on those before them.</summary>
    internal static int[] Independent(Features x, bool intercept)
    {
        var columns = WorkingColumns.Of(x, null, intercept);
        if (ArePlainlyIndependent(columns.Apply(x), intercept)) return [.. Enumerable.Range(0, x.ColumnCount)];
        var basis = new Orthogonal(columns, x, intercept);
        return [.. Enumerable.Range(0, x.ColumnCount).Where(basis.Add)];
    }

    /// <summary>The dependence in words.</summary>
    public override string ToString() => Sentence;

    Report IReportable.Report() => new("Linear dependence", [], [Sentence]);

    private static bool ArePlainlyIndependent(Features x, bool intercept)
    {
        if (x.RowCount < x.ColumnCount + (intercept ? 1 : 0)) return false;
        // At weights 0 the Hessian of the logistic loss is XᵀX/4.
        var loss = new LogisticLoss(x, new double[x.RowCount], new LossOptions { Intercept = intercept, Scaling = LossScaling.Sum });
        return Cholesky.Factor(loss.Hessian(new double[loss.Dimension])) > PlainlyItsOwn;
    }

    /// <summary>Columns made orthogonal one after the other, each against those before it, twice.</summary>
    private sealed class Orthogonal
    {
        private readonly WorkingColumns _columns;
        private readonly DoubleDouble[][] _exact;
        private readonly IReadOnlyList<string> _names;
        private readonly int _first;
        private readonly List<DoubleDouble[]> _basis = [];

        // Of each unit vector, in terms of the working columns.
        private readonly List<DoubleDouble[]> _origins = [];
        private DoubleDouble[] _factors = [];

        public Orthogonal(WorkingColumns columns, Features x, bool intercept)
        {
            (_columns, _exact, _names, _first) = (columns, columns.Exactly(x), x.Names, intercept ? 1 : 0);
            if (intercept) AddWeight(0);
        }

        /// <summary>Takes column j in, unless it depends on those taken before.</summary>
        public bool Add(int j) => AddWeight(j + _first);

        public LinearDependence Explain(int j)
        {
            // x_j/2^e_j − c_j = Σ f_k·(x_k/2^e_k − c_k), and back to raw columns.
            var (weight, raw) = (j + _first, new List<(string, double)>());
            var size = Size(weight);
            int[] parts = [.. Enumerable.Range(_first, j).Where(k => Math.Abs(_factors[k].Hi) * Spread(k) > NegligibleShare * size)];
            if (_first == 1)
            {
                var constant = _factors[0] + _columns.CentreOf(j);
                foreach (var k in parts)
                {
                    constant -= _factors[k] * _columns.CentreOf(k - 1);
                    size = Math.Max(size, Math.Abs(_factors[k].Hi * _columns.CentreOf(k - 1)));
                }
                if (Math.Abs(constant.Hi) > NegligibleShare * size) raw.Add(("(intercept)", (double)DoubleDouble.Scale(constant, _columns.ExponentOf(weight))));
            }
            foreach (var k in parts)
                raw.Add((_names[k - _first], (double)DoubleDouble.Scale(_factors[k], _columns.ExponentOf(weight) - _columns.ExponentOf(k))));
            return new(_names[j], raw);
        }

        private bool AddWeight(int weight)
        {
            var rest = (DoubleDouble[])_exact[weight].Clone();
            _factors = new DoubleDouble[_exact.Length];
            for (var pass = 0; pass < 2; pass++)
                for (var b = 0; b < _basis.Count; b++)
                {
                    var along = DoubleDoubleVectors.Dot(_basis[b], rest);
                    for (var i = 0; i < rest.Length; i++) rest[i] -= along * _basis[b][i];
                    for (var k = 0; k < weight; k++) _factors[k] += along * _origins[b][k];
                }
            if (Enumerable.Range(0, rest.Length).All(i => Math.Abs(rest[i].Hi) <= Rounding * Terms(weight, i))) return false;

            var size = DoubleDouble.Sqrt(DoubleDoubleVectors.Dot(rest, rest));
            _basis.Add(Array.ConvertAll(rest, value => value / size));
            var origin = Array.ConvertAll(_factors, factor => -factor / size);
            origin[weight] = DoubleDouble.One / size;
            _origins.Add(origin);
            return true;
        }

        /// <summary>The largest term of a row's combination of raw columns, the row's own entry among them: its rounding is in proportion to it.</summary>
        private double Terms(int weight, int row)
        {
            var (constant, largest) = (_factors[0].Hi + Centre(weight), Math.Abs(Entry(weight, row)));
            for (var k = 0; k < weight; k++)
            {
                if (k >= _first) largest = Math.Max(largest, Math.Abs(_factors[k].Hi * Entry(k, row)));
                constant -= k < _first ? 0 : _factors[k].Hi * Centre(k);
            }
            return _first == 1 ? Math.Max(largest, Math.Abs(constant)) : largest;
        }

        private double Entry(int weight, int row) => _exact[weight][row].Hi + Centre(weight);

        private double Centre(int weight) => weight < _first ? 0 : _columns.CentreOf(weight - _first);

        /// <summary>The largest number of a column before it was centred: rounding is in proportion to it.</summary>
        private double Size(int weight) => Enumerable.Range(0, _exact[weight].Length).Max(row => Math.Abs(Entry(weight, row)));

        /// <summary>The largest distance from a column's centre.</summary>
        private double Spread(int weight) => _exact[weight].Max(value => Math.Abs(value.Hi));
    }
}
