var z = Lin(-8, 8, 161);
Chart.Combine([
    Chart.Line<double, double, string>(z, z.Select(S).ToArray(), Name: "σ(z)"),
    Chart.Line<double, double, string>(z, z.Select(v => S(v) * (1 - S(v))).ToArray(), Name: "σ′(z) = σ(1 − σ)"),
    Chart.Line<double, double, string>([0, 0], [0, 0.25], Name: "maximum ¼ at z = 0", LineDash: StyleParam.DrawingStyle.Dot)
])
.WithTitle("The sigmoid and its derivative")
.WithXAxisStyle<double, double, string>(TitleText: "z")
.WithSize(750, 400)
