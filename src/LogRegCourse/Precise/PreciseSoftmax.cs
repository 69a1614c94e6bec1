namespace LogRegCourse;

/// <summary>The summed cross-entropy of K classes in doubled precision, with a ridge of its own for each weight of a class.</summary>
/// <param name="columns">k columns of n numbers, the intercept's ones first where there is one.</param>
/// <param name="classes">n class numbers, 0 to K − 1.</param>
/// <param name="classCount">K.</param>
/// <param name="isReference">Whether class 0 has weights 0.</param>
/// <param name="ridge">λ_j of each of a class's k weights.</param>
internal sealed class PreciseSoftmax(DoubleDouble[][] columns, int[] classes, int classCount, bool isReference, double[] ridge) : WorkingLoss
{
    private const double ShareOfSums = 1e-31;

    // e to the power of minus this is 0.
    private const double BeyondDoubt = 1000;

    private readonly int _width = columns.Length;
    private readonly int _first = isReference ? 1 : 0;
    private readonly DoubleDouble[][] _probabilities = [.. classes.Select(_ => new DoubleDouble[classCount])];
    private readonly DoubleDouble[] _losses = new DoubleDouble[classes.Length];
    private DoubleDouble[] _weights = [];

    public override int Dimension => (classCount - _first) * _width;

    public override void MoveTo(DoubleDouble[] weights)
    {
        _weights = weights;
        for (var i = 0; i < classes.Length; i++)
        {
            var scores = Scores(i, weights, _probabilities[i]);
            var top = 0;
            for (var k = 1; k < classCount; k++) if ((scores[k] - scores[top]).Hi > 0) top = k;
            var (largest, behind) = (scores[top], scores[top] - scores[classes[i]]);
            DoubleDouble others = 0;
            for (var k = 0; k < classCount; k++)
            {
                scores[k] = k == top ? 1 : DoubleDouble.Exp(scores[k] - largest);
                if (k != top) others += scores[k];
            }
            for (var k = 0; k < classCount; k++) scores[k] /= DoubleDouble.One + others;
            _losses[i] = behind + DoubleDouble.LogOfOnePlus(others);
        }
    }

    public override DoubleDouble Value()
    {
        DoubleDouble sum = 0;
        foreach (var loss in _losses) sum += loss;
        for (var j = 0; j < _weights.Length; j++) sum += _weights[j] * _weights[j] * (ridge[j % _width] / 2);
        return sum;
    }

    public override DoubleDouble[] Gradient()
    {
        var gradient = new DoubleDouble[Dimension];
        var slopes = new DoubleDouble[classes.Length];
        for (var k = _first; k < classCount; k++)
        {
            for (var i = 0; i < slopes.Length; i++) slopes[i] = classes[i] == k ? -Others(i, k) : _probabilities[i][k];
            for (var j = 0; j < _width; j++)
            {
                var at = (k - _first) * _width + j;
                gradient[at] = DoubleDoubleVectors.Dot(columns[j], slopes) + _weights[at] * ridge[j];
            }
        }
        return gradient;
    }

    public override double[] GradientRounding()
    {
        var rounding = new double[Dimension];
        for (var at = 0; at < Dimension; at++)
        {
            var (k, j) = (_first + at / _width, at % _width);
            var sum = Math.Abs(_weights[at].Hi * ridge[j]);
            for (var i = 0; i < classes.Length; i++) sum += Math.Abs(columns[j][i].Hi) * (classes[i] == k ? Others(i, k) : _probabilities[i][k]).Hi;
            rounding[at] = ShareOfSums * sum;
        }
        return rounding;
    }

    public override TriangularFactor? Factor()
    {
        var hessian = new DoubleDouble[Dimension, Dimension];
        var product = new DoubleDouble[classes.Length];
        for (var k = _first; k < classCount; k++)
            for (var l = _first; l <= k; l++)
                for (var a = 0; a < _width; a++)
                {
                    for (var i = 0; i < product.Length; i++)
                        product[i] = columns[a][i] * _probabilities[i][k] * (k == l ? Others(i, k) : -_probabilities[i][l]);
                    for (var b = 0; b < (k == l ? a + 1 : _width); b++)
                        hessian[(k - _first) * _width + a, (l - _first) * _width + b] = DoubleDoubleVectors.Dot(product, columns[b]);
                }
        for (var j = 0; j < Dimension; j++) hessian[j, j] += ridge[j % _width];
        // In symmetric form the loss does not see a weight's sum over the classes, which is 0 at the minimum: steps along it are made impossible.
        for (var j = 0; !isReference && j < _width; j++)
        {
            var size = Enumerable.Range(0, classCount).Average(k => hessian[k * _width + j, k * _width + j].Hi);
            for (var k = 0; k < classCount; k++)
                for (var l = 0; l <= k; l++) hessian[k * _width + j, l * _width + j] += size;
        }
        return TriangularFactor.OfMatrix(hessian);
    }

    public override double LargestChange(DoubleDouble[] step)
    {
        var largest = 0.0;
        var (changes, scores) = (new DoubleDouble[classCount], new DoubleDouble[classCount]);
        for (var i = 0; i < classes.Length; i++)
        {
            var spread = Spread(Scores(i, step, changes));
            if (double.IsNaN(spread)) return spread;
            // A row beyond all doubt says nothing while it stays there: its change counts in proportion.
            largest = Math.Max(largest, spread / Math.Max(1, Spread(Scores(i, _weights, scores)) / BeyondDoubt));
        }
        return largest;
    }

    private DoubleDouble[] Scores(int row, DoubleDouble[] weights, DoubleDouble[] scores)
    {
        for (var k = 0; k < classCount; k++)
        {
            scores[k] = 0;
            for (var j = 0; k >= _first && j < _width; j++) scores[k] += columns[j][row] * weights[(k - _first) * _width + j];
        }
        return scores;
    }

    private static double Spread(DoubleDouble[] scores) => scores.Max(score => score.Hi) - scores.Min(score => score.Hi);

    /// <summary>1 − p_k as the sum of the others.</summary>
    private DoubleDouble Others(int row, int k)
    {
        DoubleDouble others = 0;
        for (var l = 0; l < classCount; l++) if (l != k) others += _probabilities[row][l];
        return others;
    }
}
