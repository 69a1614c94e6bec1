double[] Logits(double u, double v) => [1.5 * v, -1.5 * u - v, 1.5 * u - v];
double Winner(double u, double v) { var l = Logits(u, v); return Array.IndexOf(l, l.Max()); }
GenericChart Class(int k, double mx, double my, string colour) =>
    Chart.Point<double, double, string>(Cloud(mx), Cloud(my), Name: $"class {k}", MarkerColor: Color.fromString(colour));
