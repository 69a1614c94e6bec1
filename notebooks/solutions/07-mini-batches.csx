// exercise 7.1
double stepsPerEpoch = Ceiling(1000 / 48.0);

// exercise 7.2
var unequal = Derivation.Of("batches of two and one")
    .From((g1, g2, g3) => (2 * ((g1 + g2) / 2) + g3) / 3)
    .Then("cancel the two", (g1, g2, g3) => (g1 + g2 + g3) / 3)
    .Therefore("the mean of all rows", (g1, g2, g3) => (g1 + g2 + g3) / 3);

// exercise 7.3
int[][] Cut(int[] order, int size) => order.Chunk(size).ToArray();

// exercise 7.4
double lossOfLuck = Log(2) - (9 + 1) / (2.0 * 500);

// exercise 7.5
double[] OneEpoch(double[] x, double[] y, double rate, int size)
{
    double b = 0, w = 0;
    foreach (int[] batch in Enumerable.Range(0, x.Length).Chunk(size))
    {
        double[] error = batch.Select(i => Sigmoid(w * x[i] + b) - y[i]).ToArray();
        w -= rate * error.Select((e, k) => e * x[batch[k]]).Average();
        b -= rate * error.Average();
    }
    return [b, w];
}
