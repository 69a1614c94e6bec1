using System.Collections;

namespace LogRegCourse;

/// <summary>The points an optimiser visited, from the start to the end.</summary>
public sealed class DescentPath : IReadOnlyList<Step>
{
    private readonly int _dimension;
    // Flat arrays that double when full: recording a step costs no object.
    private int[] _iterations = new int[64];
    private double[] _losses = new double[64];
    private double[] _gradientNorms = new double[64];
    private double[] _weights;

    internal DescentPath(int dimension)
    {
        _dimension = dimension;
        _weights = new double[64 * dimension];
    }

    /// <summary>Number of recorded points.</summary>
    public int Count { get; private set; }

    /// <summary>A recorded point.</summary>
    /// <param name="index">0 is the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public Step this[int index] => index >= 0 && index < Count
        ? new(_iterations[index], _losses[index], _gradientNorms[index], WeightsAt(index))
        : throw new ArgumentOutOfRangeException(nameof(index), $"index is {index}, but the path has points 0 to {Count - 1}.");

    /// <summary>How many updates had been made at each point.</summary>
    public int[] Iterations => _iterations[..Count];

    /// <summary>The loss at each point.</summary>
    public double[] Losses => _losses[..Count];

    /// <summary>One weight's value at each point.</summary>
    /// <param name="index">Which weight, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such weight.</exception>
    public double[] Weight(int index) => index >= 0 && index < _dimension
        ? [.. Enumerable.Range(0, Count).Select(k => _weights[k * _dimension + index])]
        : throw new ArgumentOutOfRangeException(nameof(index), $"index is {index}, but there are weights 0 to {_dimension - 1}.");

    /// <inheritdoc/>
    public IEnumerator<Step> GetEnumerator()
    {
        for (var k = 0; k < Count; k++) yield return this[k];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(int iteration, double loss, double gradientNorm, ReadOnlySpan<double> weights)
    {
        if (Count == _iterations.Length) Grow();
        (_iterations[Count], _losses[Count], _gradientNorms[Count]) = (iteration, loss, gradientNorm);
        weights.CopyTo(_weights.AsSpan(Count * _dimension));
        Count++;
    }

    private double[] WeightsAt(int index) => _weights.AsSpan(index * _dimension, _dimension).ToArray();

    private void Grow()
    {
        Array.Resize(ref _iterations, 2 * Count);
        Array.Resize(ref _losses, 2 * Count);
        Array.Resize(ref _gradientNorms, 2 * Count);
        Array.Resize(ref _weights, 2 * Count * _dimension);
    }
}
