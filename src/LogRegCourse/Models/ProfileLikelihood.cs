namespace LogRegCourse;

/// <summary>The deviance as a function of one coefficient, all others refitted.</summary>
internal sealed class ProfileLikelihood
{
    private const int MaxSteps = 60;

    // Further than this many standard errors away an end is taken for infinite.
    private const double FarAway = 1000;
    private readonly LogisticLoss _loss;
    private readonly double[] _estimate;
    private readonly int _index;
    private readonly double _standardError;
    private readonly double _least;

    public ProfileLikelihood(BinomialData data, double[] estimate, int index, double standardError)
    {
        // The intercept has to be held in raw units, so nothing is centred for it.
        var centring = data.Intercept && index > 0 ? Centring.Of(data.X) : Centring.None;
        _loss = new LogisticLoss(centring.Apply(data.X), data.Share, new LossOptions { Intercept = data.Intercept, Weights = data.Trials, Scaling = LossScaling.Sum });
        _estimate = centring.FromRaw(estimate);
        (_index, _standardError) = (index, standardError);
        _least = _loss.Value(_estimate);
    }

    /// <summary>The interval at whose ends the deviance has risen by the given amount.</summary>
    public Interval IntervalFor(double rise) => new(End(-1, rise), End(+1, rise));

    /// <summary>
    /// The signed root √(deviance − least) is nearly a straight line in the coefficient, so the secant method, kept between
    /// a value inside and one outside, needs few refits.
    /// </summary>
    private double End(int side, double rise)
    {
        var wanted = Math.Sqrt(rise);
        double inside = 0, outside = double.PositiveInfinity, distance = wanted;
        double insideRoot = 0, outsideRoot = 0;
        for (var step = 0; step < MaxSteps; step++)
        {
            var root = Root(side * distance);
            if (Math.Abs(root - wanted) < 1e-12 * wanted) break;
            if (root < wanted) (inside, insideRoot) = (distance, root);
            else (outside, outsideRoot) = (distance, root);
            if (double.IsInfinity(outside) && inside > FarAway) return side * double.PositiveInfinity;
            var next = double.IsInfinity(outside)
                ? Math.Max(distance * wanted / Math.Max(root, 1e-3 * wanted), distance * 1.01)
                : inside + (outside - inside) * (wanted - insideRoot) / (outsideRoot - insideRoot);
            if (Math.Abs(next - distance) <= 1e-14 * distance) break;
            // A false-position step that hardly moves is replaced by a bisection now and then.
            distance = step % 4 == 3 && !double.IsInfinity(outside) ? (inside + outside) / 2 : next;
        }
        return _estimate[_index] + side * distance * _standardError;
    }

    private double Root(double distance)
    {
        var held = new LossWithHeldWeight(_loss, _index, _estimate[_index] + distance * _standardError);
        var others = _estimate.Where((_, j) => j != _index).ToArray();
        if (others.Length == 0) return Math.Sqrt(Math.Max(0, 2 * (held.Value() - _least)));
        var descent = NewtonMethod.Minimise(held, others, new Stopping { MaxIterations = 60, GradientNorm = 0, NewtonDecrement = 1e-15 });
        return Math.Sqrt(Math.Max(0, 2 * (descent.Loss - _least)));
    }

    /// <summary>A loss as a function of all its weights but one, which is held.</summary>
    private sealed class LossWithHeldWeight(Loss loss, int index, double held) : Loss
    {
        private readonly double[] _weights = new double[loss.Dimension];
        private readonly double[] _gradient = new double[loss.Dimension];
        private readonly double[,] _hessian = new double[loss.Dimension, loss.Dimension];

        public override int Dimension => loss.Dimension - 1;

        public override IReadOnlyList<string> WeightNames => [.. loss.WeightNames.Where((_, j) => j != index)];

        public override double Smoothness => loss.Smoothness;

        public override double ValueAndGradient(ReadOnlySpan<double> weights, Span<double> gradient)
        {
            Insert(weights);
            var value = loss.ValueAndGradient(_weights, _gradient);
            for (var j = 0; j < gradient.Length; j++) gradient[j] = _gradient[Full(j)];
            return value;
        }

        public override void Hessian(ReadOnlySpan<double> weights, double[,] hessian)
        {
            Insert(weights);
            loss.Hessian(_weights, _hessian);
            for (var j = 0; j < Dimension; j++)
                for (var k = 0; k < Dimension; k++) hessian[j, k] = _hessian[Full(j), Full(k)];
        }

        private int Full(int j) => j < index ? j : j + 1;

        private void Insert(ReadOnlySpan<double> weights)
        {
            _weights[index] = held;
            for (var j = 0; j < weights.Length; j++) _weights[Full(j)] = weights[j];
        }
    }
}
