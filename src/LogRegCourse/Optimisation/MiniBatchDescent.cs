namespace LogRegCourse;

/// <summary>
/// Stochastic gradient descent in mini-batches: the rows are shuffled, and each batch of them makes one update with the
/// gradient of its own mean loss. One epoch is one pass over all rows.
/// </summary>
public static class MiniBatchDescent
{
    /// <summary>Runs epochs until a stopping rule is met; weights and intercept are updated alike.</summary>
    /// <param name="loss">The loss to minimise, a mean over its rows.</param>
    /// <param name="learningRate">Step size η, the same for every batch.</param>
    /// <param name="batchSize">Rows per batch, at least 1; the last batch of an epoch is short when n is no multiple of it.</param>
    /// <param name="seed">Where the shuffling starts: the same seed walks the same path.</param>
    /// <param name="start">First weights; zeros when left out.</param>
    /// <param name="stopping">When to stop; iterations count epochs. By default 1000 epochs or a full gradient norm below 10⁻⁸.</param>
    /// <param name="shuffle">False takes the rows in their own order in every epoch; on sorted data that goes wrong.</param>
    /// <returns>The last weights, the reason to stop, and a path with the full loss after each epoch.</returns>
    /// <exception cref="ArgumentException">The loss is a sum, start has the wrong length, or a rate or size is not positive.</exception>
    /// <remarks>
    /// With a constant rate the weights do not settle at the minimum but hover round it, the wider the larger η and the
    /// smaller the batch. Source: H. Robbins and S. Monro, Annals of Mathematical Statistics 22 (1951).
    /// </remarks>
    public static Descent Minimise(
        LinearPredictorLoss loss, double learningRate, int batchSize, int seed, double[]? start = null, Stopping? stopping = null, bool shuffle = true)
    {
        Guard.NotNull(loss, nameof(loss));
        Guard.Positive(learningRate);
        if (batchSize < 1) throw new ArgumentOutOfRangeException(nameof(batchSize), $"batchSize is {batchSize}; take at least one row per batch.");
        if (loss.IsSum && loss.Y.Length > 1)
            throw new ArgumentException("the loss is a sum over the rows, but batches need a mean; choose LossScaling.Mean.", nameof(loss));
        var weights = GradientDescent.Start(loss, start);
        var gradient = new double[weights.Length];
        var value = loss.ValueAndGradient(weights, gradient);
        var recorder = new Recorder(loss, stopping ?? new Stopping(), value, gradient, weights);
        if (!recorder.MayStart) return recorder.Finish(StopReason.MaxIterations, weights);

        var rows = new PackedRows(loss);
        var random = new Random(seed);
        var order = Enumerable.Range(0, loss.Y.Length).ToArray();
        for (var epoch = 1; ; epoch++)
        {
            if (shuffle) random.Shuffle(order);
            var batch = order.AsSpan(0, Math.Min(batchSize, order.Length));
            for (var rest = order.AsSpan(batch.Length); batch.Length > 0; rest = rest[batch.Length..])
            {
                var next = rest[..Math.Min(batchSize, rest.Length)];
                rows.Update(weights, batch, next, learningRate);
                batch = next;
            }
            value = loss.ValueAndGradient(weights, gradient);
            if (recorder.After(epoch, value, gradient, weights) is { } reason) return recorder.Finish(reason, weights);
        }
    }
}
