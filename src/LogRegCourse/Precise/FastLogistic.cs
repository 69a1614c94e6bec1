namespace LogRegCourse;

/// <summary>The fast logistic loss as seen by Newton's method in doubled precision: for many well-conditioned rows its sums are good enough.</summary>
internal sealed class FastLogistic(LogisticLoss loss) : WorkingLogistic
{
    private const double ShareOfRounding = 2e-16;
    private readonly double[] _weights = new double[loss.Dimension];
    private readonly double[] _gradient = new double[loss.Dimension];
    private DoubleDouble[] _here = new DoubleDouble[loss.Dimension];
    private double _value;

    public override int Dimension => loss.Dimension;

    public override double Rounding => 1e-15;

    public override void MoveTo(DoubleDouble[] weights)
    {
        _here = weights;
        for (var j = 0; j < weights.Length; j++) _weights[j] = weights[j].Hi;
        _value = loss.ValueAndGradient(_weights, _gradient);
    }

    public override DoubleDouble Value() => _value;

    public override DoubleDouble[] Gradient() => Array.ConvertAll(_gradient, value => (DoubleDouble)value);

    public override double[] GradientRounding() => throw new NotSupportedException("Newton's method in doubled precision is not run on sums in double.");

    public override TriangularFactor? Factor()
    {
        var hessian = loss.Hessian(_weights);
        var copy = new DoubleDouble[Dimension, Dimension];
        for (var j = 0; j < Dimension; j++)
            for (var k = 0; k <= j; k++) copy[j, k] = hessian[j, k];
        return TriangularFactor.OfMatrix(copy);
    }

    public override (DoubleDouble Rise, double Rounding) RiseFrom(DoubleDouble[] minimiser)
    {
        var (z, changes) = (Predictors(minimiser), Predictors([.. _here.Zip(minimiser, (here, least) => here - least)]));
        var (rise, rounding) = (0.0, 0.0);
        for (var i = 0; i < z.Length; i++)
        {
            var trials = loss.RowWeights?[i] ?? 1;
            rise += trials * RowDivergence.Of(z[i], changes[i]);
            rounding += RoundingOf(trials, z[i], changes[i], ShareOfRounding);
        }
        return (rise, rounding);
    }

    public override double LargestChange(DoubleDouble[] step) => Predictors(step).Max(Math.Abs);

    private double[] Predictors(DoubleDouble[] weights)
    {
        double[] rounded = Array.ConvertAll(weights, value => value.Hi);
        return loss.X.Predictors(loss.FirstSlope == 1 ? rounded[0] : 0, rounded.AsSpan(loss.FirstSlope));
    }
}
