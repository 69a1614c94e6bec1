namespace LogRegCourse.Checks.Predictions;

/// <summary>The voters of 1996 and a walk over them in batches.</summary>
internal static class Voters
{
    public static readonly string[] Columns = ["selfLR", "age", "educ", "income"];

    private static readonly Lazy<Dataset> Read = new(() => CourseData.Load("anes96"));
    private static readonly Lazy<double[][]> Standard = new(() =>
    {
        var features = Read.Value.Features(Columns).Standardised();
        return [.. Enumerable.Range(0, features.RowCount).Select(i => (double[])[1, .. features.Row(i)])];
    });

    public static Dataset Data => Read.Value;

    public static double[] Vote => Read.Value["vote"];

    /// <summary>Shuffled numbers of all voters.</summary>
    public static int[] Shuffled(int seed)
    {
        int[] order = [.. Enumerable.Range(0, Standard.Value.Length)];
        new Random(seed).Shuffle(order);
        return order;
    }

    /// <summary>The weights, bias first, after some epochs of batches; the rate falls like 1/(1 + decay · k).</summary>
    public static double[] Walk(int[] rows, int size, int epochs, double rate, double decay = 0, bool shuffle = true)
    {
        var (vote, weights, shuffler, k) = (Vote, new double[Columns.Length + 1], new Random(1), 0);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            int[] order = [.. rows];
            if (shuffle) shuffler.Shuffle(order);
            foreach (var batch in order.Chunk(size))
            {
                var gradient = new double[weights.Length];
                foreach (var i in batch)
                {
                    var error = Logistic.Sigmoid(Logit(weights, i)) - vote[i];
                    for (var j = 0; j < weights.Length; j++) gradient[j] += error * Standard.Value[i][j] / batch.Length;
                }
                for (var j = 0; j < weights.Length; j++) weights[j] -= rate / (1 + decay * k) * gradient[j];
                k++;
            }
        }
        return weights;
    }

    /// <summary>The mean loss of weights, bias first, on some voters.</summary>
    public static double Loss(double[] weights, int[] rows)
    {
        var vote = Vote;
        return rows.Average(i => CrossEntropy.FromLogit(vote[i], Logit(weights, i)));
    }

    private static double Logit(double[] weights, int i)
    {
        var sum = 0.0;
        for (var j = 0; j < weights.Length; j++) sum += weights[j] * Standard.Value[i][j];
        return sum;
    }
}
