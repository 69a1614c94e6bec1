using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;

namespace LogRegCourse.Cluster;

/// <summary>
/// Mean binary cross-entropy of rows that are elsewhere: loss, gradient and Hessian are sums over the rows, so each
/// partition adds up its own and sends the sums. Every optimiser of the course runs over it unchanged.
/// </summary>
/// <remarks>
/// The partitions' sums are added in the order of their numbers, whoever answers first, and all sums are compensated: so
/// neither the number of partitions nor the silos' luck shows in the digits. Not for use by two threads at once.
/// </remarks>
public sealed class ClusterLoss : Loss
{
    private readonly IPartitions _partitions;
    private readonly int _count;
    private readonly double _l2;
    private readonly List<PassReport> _passes = [];
    private double[] _at = [];
    private CompensatedSums _sums = new(0);
    private bool _hasHessian;
    private bool _wantsHessian;

    internal ClusterLoss(IPartitions partitions, int count, string[] columns, double l2)
    {
        (_partitions, _count, _l2) = (partitions, count, l2);
        WeightNames = ["(intercept)", .. columns];
    }

    /// <inheritdoc/>
    public override int Dimension => WeightNames.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<string> WeightNames { get; }

    /// <summary>Rows of all partitions; 0 before the first pass.</summary>
    public long Rows { get; private set; }

    /// <summary>What happened in each pass over the rows so far.</summary>
    public IReadOnlyList<PassReport> Passes => _passes;

    /// <summary>λ_max(XᵀX)/4n + λ/n. At weights 0 each p(1 − p) is 1/4, so the Hessian there is XᵀX/4n itself.</summary>
    public override double LipschitzConstant
    {
        get
        {
            Ask(new double[Dimension], hessian: true);
            var hessian = Matrix<double>.Build.Dense(Dimension, Dimension, (j, k) => Second(Math.Max(j, k), Math.Min(j, k)));
            return hessian.Evd(Symmetricity.Symmetric).EigenValues.Max(value => value.Real) + _l2 / Rows;
        }
    }

    /// <inheritdoc/>
    public override double ValueAndGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        Ask(weights, hessian: false);
        var value = _sums[0] / Rows;
        for (var j = 0; j < Dimension; j++) gradient[j] = _sums[1 + j] / Rows;
        for (var j = 1; j < Dimension; j++)
        {
            gradient[j] += _l2 / Rows * weights[j];
            value += _l2 / Rows / 2 * weights[j] * weights[j];
        }
        return value;
    }

    /// <inheritdoc/>
    public override void Hessian(ReadOnlySpan<double> weights, double[,] hessian)
    {
        Ask(weights, hessian: true);
        for (var j = 0; j < Dimension; j++)
            for (var k = 0; k <= j; k++) hessian[j, k] = hessian[k, j] = Second(j, k) + (j == k && j > 0 ? _l2 / Rows : 0);
    }

    /// <summary>The mean's second derivative, k ≤ j, without the penalty.</summary>
    private double Second(int j, int k) => _sums[1 + Dimension + j * (j + 1) / 2 + k] / Rows;

    /// <summary>One pass over all rows, unless the sums at these weights are known.</summary>
    private void Ask(ReadOnlySpan<double> weights, bool hessian)
    {
        if (weights.SequenceEqual(_at) && (_hasHessian || !hessian)) return;
        // Who asked for a Hessian once will ask again, for the same weights: then one pass brings all three.
        _wantsHessian |= hessian;
        var pass = new Pass(_passes.Count + 1, weights.ToArray(), _wantsHessian);
        var watch = Stopwatch.StartNew();
        var asked = new int[_count];
        var answers = Answers(pass, asked);
        if (Array.Find(answers, answer => answer.Bad is not null) is { } bad) throw new BadRowException(bad.Bad!);

        var rows = answers.Sum(answer => answer.Rows);
        if (rows == 0) throw new InvalidOperationException("the partitions have no rows; give at least one.");
        if (Rows != 0 && rows != Rows)
            throw new InvalidOperationException($"the partitions have {rows} rows, but had {Rows} in the pass before; leave the files as they are during a fit.");
        var sums = new CompensatedSums(RowTerms.Count(Dimension, pass.Hessian));
        foreach (var answer in answers) sums.Add(answer.High, answer.Lost);
        (Rows, _at, _sums, _hasHessian) = (rows, pass.Weights, sums, pass.Hessian);
        _passes.Add(new PassReport(pass.Number, watch.Elapsed.TotalSeconds,
            [.. answers.Select((answer, k) => new PartitionReport(k, answer.Silo, answer.Rows, answer.Seconds, asked[k]))]));
    }

    private PartitionSum[] Answers(Pass pass, int[] askedAgain)
    {
        Task<PartitionSum[]> All() => Task.WhenAll(Enumerable.Range(0, _count).Select(k => _partitions.SumAsync(k, pass, () => askedAgain[k]++)));
        return (OperatingSystem.IsBrowser() ? All() : Task.Run(All)).GetAwaiter().GetResult();
    }
}
