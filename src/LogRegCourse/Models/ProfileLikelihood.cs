namespace LogRegCourse;

/// <summary>
/// The deviance as a function of one coefficient t·v, all else refitted, and where it has risen by a given amount. Working
/// columns stay centred for every coefficient: the one is held by a side condition, not by leaving a column out.
/// </summary>
internal sealed class ProfileLikelihood
{
    private const int MaxEvaluations = 200;
    private const int MaxSteps = 300;

    // A step that changes log-odds by less than this leaves an error of the deviance of its square.
    private const double Arrived = 1e-10;
    private const double SmallChange = 0.5;

    // After so many steps rounding may be what still moves them, and this is near enough for what is promised.
    private const int Patience = 60;
    private const double NearlyArrived = 3e-6;

    // Or one that lowers the deviance by less than this share of the rise.
    private const double NegligibleFall = 1e-17;

    // The rise at an end, beside the one asked for: what is aimed at, and what is promised.
    private const double Aim = 1e-14;
    private const double Promise = 1e-10;

    // So much log-odds may change at the first try.
    private const double LargestStart = 2;

    // The bracket grows by no more than this at a time.
    private const double LargestGrowth = 4;
    private readonly WorkingLogistic _loss;
    private readonly DoubleDouble[] _estimate;
    private readonly DoubleDouble[] _direction;
    private readonly DoubleDouble _value;
    private readonly DoubleDouble _variance;
    private readonly DoubleDouble[] _tangent;

    /// <summary>Looks from the estimate along one coefficient.</summary>
    /// <param name="loss">The loss in working columns.</param>
    /// <param name="estimate">Its minimiser.</param>
    /// <param name="direction">The t of the coefficient t·v.</param>
    public ProfileLikelihood(WorkingLogistic loss, DoubleDouble[] estimate, DoubleDouble[] direction)
    {
        (_loss, _estimate, _direction) = (loss, estimate, direction);
        loss.MoveTo(estimate);
        _value = DoubleDoubleVectors.Dot(direction, estimate);
        var factor = loss.Factor() ?? throw Failed();
        _variance = factor.Form(direction);
        _tangent = factor.Solve(direction);
    }

    /// <summary>Whether the loss has more digits than a double.</summary>
    public bool IsPrecise => _loss is PreciseLogistic;

    /// <summary>An end of the interval, in working units.</summary>
    /// <param name="side">−1 for the lower end, 1 for the upper.</param>
    /// <param name="rise">By how much the deviance, twice the loss, has risen there.</param>
    public DoubleDouble End(int side, double rise)
    {
        // Along the signed root of the rise the profile is nearly a straight line: Newton's method, kept between a point
        // inside the interval and one outside.
        var wanted = Math.Sqrt(rise);
        // Where the curvature at the maximum says, unless that would make rows certain which say nothing then.
        DoubleDouble distance = DoubleDouble.Sqrt(_variance) * wanted;
        var change = _loss.LargestChange(_tangent) / _variance.Hi * distance.Hi;
        if (change > LargestStart) distance *= LargestStart / change;
        var (inside, outside) = ((DoubleDouble)0, (DoubleDouble)double.PositiveInfinity);
        var weights = DoubleDoubleVectors.Plus(_estimate, _tangent, distance * side / _variance);
        for (var evaluation = 0; evaluation < MaxEvaluations; evaluation++)
        {
            var (risen, rounding, slope, tangent) = Refit(ref weights, _value + distance * side, rise);
            // What rounding leaves open is not promised.
            if (!(rounding <= Promise * rise)) throw Failed();
            var missing = risen - rise;
            if (Math.Abs(missing.Hi) <= Math.Max(Aim * rise, rounding)) return _value + distance * side;
            if (missing.Hi < 0) inside = distance;
            else outside = distance;
            var root = Math.Sqrt(Math.Max(risen.Hi, 0));
            // d√rise/dθ = slope/(2√rise), so √rise has its wanted value after this much more.
            var step = missing.Hi / (root + wanted) * 2 * root / (side * slope);
            var next = distance - step;
            var isOpen = double.IsInfinity(outside.Hi);
            if (!(next.Hi > inside.Hi) || !(next.Hi < outside.Hi)) next = isOpen ? distance * LargestGrowth : (inside + outside) * 0.5;
            if (isOpen && next.Hi > LargestGrowth * distance.Hi) next = distance * LargestGrowth;
            if (double.IsInfinity(next.Hi)) return side * double.PositiveInfinity;
            // No number lies between: the end is as good as double, or doubled precision, lets it be.
            if (Math.Abs((next - distance).Hi) <= 1e-16 * Math.Abs(distance.Hi) || Math.Abs(step) <= 1e-17 * Math.Abs(distance.Hi))
                return Math.Abs(missing.Hi) <= Promise * rise ? _value + distance * side : throw Failed();
            weights = DoubleDoubleVectors.Plus(weights, tangent, (next - distance) * side);
            distance = next;
        }
        throw Failed();
    }

    /// <summary>Minimises the loss where t·v has the value: the rise of twice the loss, its rounding and slope, and the way the minimum moves.</summary>
    private (DoubleDouble Rise, double Rounding, double Slope, DoubleDouble[] Tangent) Refit(ref DoubleDouble[] weights, DoubleDouble value, double rise)
    {
        _loss.MoveTo(weights);
        for (var step = 0; step < MaxSteps; step++)
        {
            // Far out most rows are certain, and what they alone would decide is flat.
            var factor = _loss.Factor() ?? _loss.TiltedFactor() ?? throw Failed();
            var gradient = _loss.Gradient();
            var (newton, side) = (factor.Solve(gradient), factor.Solve(_direction));
            var variance = DoubleDoubleVectors.Dot(_direction, side);
            // The step −H⁻¹g + μ·H⁻¹t that leads to t·v = value; at the minimum g = μ·t.
            var multiplier = (DoubleDoubleVectors.Dot(_direction, newton) + value - DoubleDoubleVectors.Dot(_direction, weights)) / variance;
            var move = new DoubleDouble[weights.Length];
            for (var j = 0; j < move.Length; j++) move[j] = multiplier * side[j] - newton[j];
            var change = _loss.LargestChange(move);
            if (!double.IsFinite(change)) throw Failed();
            var length = change > SmallChange ? PreciseNewton.Length(_loss, weights, gradient, move, change) : 1;
            weights = DoubleDoubleVectors.Plus(weights, move, length);
            _loss.MoveTo(weights);
            if (change > (step < Patience ? Arrived : NearlyArrived) && Math.Abs(DoubleDoubleVectors.Dot(gradient, move).Hi) > NegligibleFall * rise) continue;
            var (risen, rounding) = _loss.RiseFrom(_estimate);
            return (risen * 2, 2 * rounding, 2 * multiplier.Hi, Array.ConvertAll(side, entry => entry / variance));
        }
        throw Failed();
    }

    private static NoEstimateException Failed() => new(
        "An end of the profile-likelihood interval was not reached with 32 digits: the data say too little about this coefficient.");
}
