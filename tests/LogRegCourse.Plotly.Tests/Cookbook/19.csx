var z = Lin(-8, 8, 81);
double[] ws = [-2, -1, -0.5, 0, 0.5, 1, 2, 4];
double[] Y(double w) => z.Select(v => S(w * v + 1)).ToArray();
var c = Chart.Line<double, double, string>(z, Y(1))
    .WithTitle("σ(w z + 1)")
    .WithYAxisStyle<double, double, string>(MinMax: Tuple.Create(-0.05, 1.05))
    .WithSize(750, 450);
c.GetLayout().SetValue("sliders", new[] { new { active = 5, currentvalue = new { prefix = "w = " }, pad = new { t = 40 },
    steps = ws.Select(w => new { method = "update", label = FormattableString.Invariant($"{w}"),
        args = new object[] { new { y = new[] { Y(w) } }, new { }, new[] { 0 } } }).ToArray() } });
c
