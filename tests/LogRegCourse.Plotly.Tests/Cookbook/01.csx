var z = Lin(-8, 8, 161);
Chart.Combine([
    Chart.Line<double, double, string>(z, z.Select(S).ToArray(), Name: "σ(z)", LineWidth: 3),
    Chart.Line<double, double, string>([-2, 2], [0, 1], Name: "tangent ½ + z/4", LineDash: StyleParam.DrawingStyle.Dash),
    Chart.Line<double, double, string>([-8, 8], [1, 1], Name: "asymptotes",
        LineColor: Color.fromString("grey"), LineDash: StyleParam.DrawingStyle.Dot),
    Chart.Line<double, double, string>([-8, 8], [0, 0], ShowLegend: false,
        LineColor: Color.fromString("grey"), LineDash: StyleParam.DrawingStyle.Dot)
])
.WithTitle("The sigmoid, its asymptotes and its tangent at 0")
.WithXAxisStyle<double, double, string>(TitleText: "z")
.WithYAxisStyle<double, double, string>(TitleText: "σ(z)", MinMax: Tuple.Create(-0.1, 1.1))
.WithSize(750, 400)
