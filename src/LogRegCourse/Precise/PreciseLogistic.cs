namespace LogRegCourse;

/// <summary>The summed cross-entropy of binomial rows in doubled precision, with a ridge and a slope of its own for each weight.</summary>
internal sealed class PreciseLogistic : WorkingLogistic
{
    // With less of a column its own than this, a product XᵀWX leaves too few of 32 digits, and X itself is orthogonalised.
    private const double EnoughOfItsOwn = 1e-13;

    // e to the power of minus this is 0.
    private const double BeyondDoubt = 1000;

    private const double Tilt = 1e-25;
    private const double ShareOfRounding = 1e-30;
    private const double ShareOfSums = 1e-31;

    private readonly DoubleDouble[][] _columns;
    private readonly double[] _trials;
    private readonly double[] _successes;
    private readonly double[] _ridge;
    private readonly double[] _tilt;
    private readonly DoubleDouble[] _z;
    private readonly DoubleDouble[] _slopes;
    private readonly double[] _curvatures;
    private DoubleDouble[] _weights;

    /// <summary>Holds the rows.</summary>
    /// <param name="columns">k columns of n numbers, the intercept's ones among them.</param>
    /// <param name="successes">n counts, 0 to trials.</param>
    /// <param name="trials">n positive numbers of trials; null is 1 each.</param>
    /// <param name="ridge">λ_j ≥ 0 of the penalty Σ (λ_j/2)·w_j²; null is none.</param>
    /// <param name="tilt">t_j of the linear penalty Σ t_j·w_j, λ₁ times the sign of a weight; null is none.</param>
    public PreciseLogistic(DoubleDouble[][] columns, double[] successes, double[]? trials, double[]? ridge = null, double[]? tilt = null)
    {
        _columns = columns;
        _successes = successes;
        _trials = trials ?? [.. Enumerable.Repeat(1.0, successes.Length)];
        _ridge = ridge ?? new double[columns.Length];
        _tilt = tilt ?? new double[columns.Length];
        _z = new DoubleDouble[successes.Length];
        _slopes = new DoubleDouble[successes.Length];
        _curvatures = new double[successes.Length];
        _weights = new DoubleDouble[columns.Length];
    }

    public override int Dimension => _columns.Length;

    /// <summary>The derivatives of the rows' losses by their log-odds here.</summary>
    public DoubleDouble[] Slopes => _slopes;

    public override void MoveTo(DoubleDouble[] weights)
    {
        _weights = weights;
        Predict(weights, _z);
        for (var i = 0; i < _z.Length; i++)
        {
            var e = DoubleDouble.Exp(-DoubleDouble.Abs(_z[i]));
            var large = DoubleDouble.One / (DoubleDouble.One + e);
            var (ofOne, ofZero) = _z[i].Hi >= 0 ? (large, e * large) : (e * large, large);
            // t·p − s as (t − s)·p − s·(1 − p), which loses nothing for a plain label.
            _slopes[i] = ofOne * DoubleDouble.Difference(_trials[i], _successes[i]) - ofZero * _successes[i];
            _curvatures[i] = _trials[i] * (double)(e * large * large);
        }
    }

    public override DoubleDouble Value()
    {
        DoubleDouble sum = 0;
        for (var i = 0; i < _z.Length; i++) sum += RowLoss(i);
        for (var j = 0; j < _weights.Length; j++) sum += _weights[j] * _weights[j] * (_ridge[j] / 2) + _weights[j] * _tilt[j];
        return sum;
    }

    public override (DoubleDouble Rise, double Rounding) RiseFrom(DoubleDouble[] minimiser)
    {
        var (z, changes) = (new DoubleDouble[_z.Length], new DoubleDouble[_z.Length]);
        Predict(minimiser, z);
        Predict([.. _weights.Zip(minimiser, (here, least) => here - least)], changes);
        DoubleDouble rise = 0;
        var rounding = 0.0;
        for (var i = 0; i < z.Length; i++)
        {
            rise += RowDivergence.Of(z[i], changes[i]) * _trials[i];
            rounding += RoundingOf(_trials[i], z[i].Hi, changes[i].Hi, ShareOfRounding);
        }
        return (rise, rounding);
    }

    public override DoubleDouble[] Gradient()
    {
        var gradient = new DoubleDouble[Dimension];
        for (var j = 0; j < gradient.Length; j++)
            gradient[j] = DoubleDoubleVectors.Dot(_columns[j], _slopes) + _weights[j] * _ridge[j] + _tilt[j];
        return gradient;
    }

    public override double[] GradientRounding()
    {
        var rounding = new double[Dimension];
        for (var j = 0; j < rounding.Length; j++)
        {
            var sum = Math.Abs(_weights[j].Hi * _ridge[j]) + Math.Abs(_tilt[j]);
            // The slope of a mixed row is a difference, of terms as large as its curvature.
            for (var i = 0; i < _slopes.Length; i++) sum += Math.Abs(_columns[j][i].Hi) * (Math.Abs(_slopes[i].Hi) + _curvatures[i]);
            rounding[j] = ShareOfSums * sum;
        }
        return rounding;
    }

    public override TriangularFactor? Factor() =>
        TriangularFactor.OfMatrix(Hessian()) is { LeastShare: > EnoughOfItsOwn } factor ? factor : TriangularFactor.OfColumns(WeightedColumns());

    public override TriangularFactor? TiltedFactor()
    {
        var hessian = Hessian();
        var largest = Enumerable.Range(0, Dimension).Max(j => hessian[j, j].Hi);
        for (var j = 0; j < Dimension; j++) hessian[j, j] += Tilt * largest;
        return TriangularFactor.OfMatrix(hessian);
    }

    /// <summary>
    /// The leverages here, to 32 digits, so that one near 1 has what is missing to 1: the squares of the rows of √W·X made orthonormal.
    /// Null when columns depend on each other.
    /// </summary>
    public DoubleDouble[]? Leverages()
    {
        DoubleDouble[] roots = [.. _z.Select((z, i) => DoubleDouble.Sqrt(Curvature(z) * _trials[i]))];
        DoubleDouble[][] columns = [.. _columns.Select(column => (DoubleDouble[])[.. column.Select((entry, i) => entry * roots[i])])];
        if (TriangularFactor.OfColumns(columns) is null) return null;
        var leverages = new DoubleDouble[roots.Length];
        foreach (var column in columns)
            for (var i = 0; i < leverages.Length; i++) leverages[i] += column[i] * column[i];
        return leverages;

        static DoubleDouble Curvature(DoubleDouble z)
        {
            var e = DoubleDouble.Exp(-DoubleDouble.Abs(z));
            var large = DoubleDouble.One / (DoubleDouble.One + e);
            return e * large * large;
        }
    }

    public override double LargestChange(DoubleDouble[] step)
    {
        var changes = new DoubleDouble[_z.Length];
        Predict(step, changes);
        var largest = 0.0;
        for (var i = 0; i < changes.Length; i++)
        {
            if (double.IsNaN(changes[i].Hi)) return double.NaN;
            // A row beyond all doubt says nothing while it stays there: its change counts in proportion.
            largest = Math.Max(largest, Math.Abs(changes[i].Hi) / Math.Max(1, Math.Abs(_z[i].Hi) / BeyondDoubt));
        }
        // What a weak ridge alone decides changes no score any more while it is still on its way.
        var size = _weights.Select(weight => Math.Abs(weight.Hi)).DefaultIfEmpty(0).Max();
        return size > 0 && Array.Exists(_ridge, ridge => ridge > 0) ? Math.Max(largest, step.Max(change => Math.Abs(change.Hi)) / size) : largest;
    }

    private void Predict(DoubleDouble[] weights, DoubleDouble[] z)
    {
        Array.Clear(z);
        for (var j = 0; j < _columns.Length; j++)
        {
            var (column, weight) = (_columns[j], weights[j]);
            if (weight.Hi == 0) continue;
            for (var i = 0; i < z.Length; i++) z[i] += column[i] * weight;
        }
    }

    private DoubleDouble RowLoss(int i)
    {
        var against = _z[i].Hi > 0 ? DoubleDouble.Difference(_trials[i], _successes[i]) : _successes[i];
        var size = DoubleDouble.Abs(_z[i]);
        return against * size + DoubleDouble.LogOfOnePlus(DoubleDouble.Exp(-size)) * _trials[i];
    }

    private DoubleDouble[,] Hessian()
    {
        var hessian = new DoubleDouble[Dimension, Dimension];
        var product = new DoubleDouble[_z.Length];
        for (var j = 0; j < Dimension; j++)
        {
            for (var i = 0; i < product.Length; i++) product[i] = _columns[j][i] * _curvatures[i];
            for (var k = 0; k <= j; k++) hessian[j, k] = DoubleDoubleVectors.Dot(product, _columns[k]);
            hessian[j, j] += _ridge[j];
        }
        return hessian;
    }

    /// <summary>√W·X with the rows √λ_j·e_j of the ridge below it: its product with itself is the Hessian.</summary>
    private DoubleDouble[][] WeightedColumns()
    {
        var roots = Array.ConvertAll(_curvatures, Math.Sqrt);
        var ridged = Enumerable.Range(0, Dimension).Where(j => _ridge[j] > 0).ToArray();
        return [.. Enumerable.Range(0, Dimension).Select(j =>
        {
            var column = new DoubleDouble[roots.Length + ridged.Length];
            for (var i = 0; i < roots.Length; i++) column[i] = _columns[j][i] * roots[i];
            if (_ridge[j] > 0) column[roots.Length + Array.IndexOf(ridged, j)] = DoubleDouble.Sqrt(_ridge[j]);
            return column;
        })];
    }
}
