namespace LogRegCourse;

/// <summary>The fast logistic loss as seen by Newton's method in doubled precision: for many well-conditioned rows its sums are good enough.</summary>
internal sealed class FastLogistic(LogisticLoss loss) : WorkingLoss
{
    private readonly double[] _weights = new double[loss.Dimension];
    private readonly double[] _gradient = new double[loss.Dimension];
    private double _value;

    public override int Dimension => loss.Dimension;

    public override double Rounding => 1e-15;

    public override void MoveTo(DoubleDouble[] weights)
    {
        for (var j = 0; j < weights.Length; j++) _weights[j] = weights[j].Hi;
        _value = loss.ValueAndGradient(_weights, _gradient);
    }

    public override DoubleDouble Value() => _value;

    public override DoubleDouble[] Gradient() => Array.ConvertAll(_gradient, value => (DoubleDouble)value);

    public override TriangularFactor? Factor()
    {
        var hessian = loss.Hessian(_weights);
        var copy = new DoubleDouble[Dimension, Dimension];
        for (var j = 0; j < Dimension; j++)
            for (var k = 0; k <= j; k++) copy[j, k] = hessian[j, k];
        return TriangularFactor.OfMatrix(copy);
    }

    public override double LargestChange(DoubleDouble[] step)
    {
        double[] rounded = Array.ConvertAll(step, value => value.Hi);
        return loss.X.Predictors(loss.FirstSlope == 1 ? rounded[0] : 0, rounded.AsSpan(loss.FirstSlope)).Max(Math.Abs);
    }
}
