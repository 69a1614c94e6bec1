namespace LogRegCourse;

/// <summary>Separation among K classes: weights by which every row's own class scores at least as high as every other.</summary>
internal static class ClassSeparation
{
    /// <summary>The separation in words, or null when the classes overlap.</summary>
    public static string? Find(Features x, string[] classes, IReadOnlyList<string> names, bool intercept)
    {
        var centring = intercept ? Centring.Of(x) : Centring.None;
        var shifted = centring.Apply(x);
        var sizes = Enumerable.Range(0, x.ColumnCount).Select(j => shifted.Column(j).Max(Math.Abs)).Select(size => size == 0 ? 1 : size).ToArray();
        var scaled = shifted.Map((j, value) => value / sizes[j]);
        var width = x.ColumnCount + (intercept ? 1 : 0);
        var vectors = new List<double[]>();
        for (var i = 0; i < x.RowCount; i++)
        {
            double[] row = intercept ? [1, .. scaled.Row(i)] : scaled.Row(i);
            foreach (var other in names.Where(name => name != classes[i])) vectors.Add(Difference(row, IndexOf(classes[i]), IndexOf(other)));
        }
        if (SeparatingDirection.Find(vectors) is not { } direction) return null;

        for (var k = 0; k < direction.Length; k++)
            if (!intercept || k % width > 0) direction[k] /= sizes[k % width - (intercept ? 1 : 0)];
        string[] columns = intercept ? ["(intercept)", .. x.Names] : [.. x.Names];
        var scores = direction.Chunk(width).Select((weights, k) => $"{names[k + 1]}: {Vectors.Expression(columns.Zip(centring.ToRaw(weights)))}");
        return $"The classes are separated: with score 0 for {names[0]} and {string.Join("; ", scores)}, every row's own class scores at least as high " +
            "as every other, so the likelihood rises for ever along these weights and no maximum-likelihood estimate exists. " +
            "Fit with a penalty (L2), gather more data, or use fewer columns.";

        int IndexOf(string name) => Enumerable.Range(0, names.Count).First(k => names[k] == name);

        // The first class is the reference and has no weights.
        double[] Difference(double[] row, int own, int other)
        {
            var vector = new double[(names.Count - 1) * width];
            if (own > 0) row.CopyTo(vector, (own - 1) * width);
            if (other > 0)
                for (var j = 0; j < width; j++) vector[(other - 1) * width + j] -= row[j];
            return vector;
        }
    }
}
