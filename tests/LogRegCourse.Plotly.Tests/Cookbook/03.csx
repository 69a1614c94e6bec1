var z = Lin(-6, 6, 241);
Chart.Combine([
    Chart.Line<double, double, string>([-6, 0, 0, 6], [0, 0, 1, 1], Name: "step", LineColor: Color.fromString("black")),
    Chart.Line<double, double, string>(z, z.Select(v => S(v)).ToArray(), Name: "σ(z)"),
    Chart.Line<double, double, string>(z, z.Select(v => S(4 * v)).ToArray(), Name: "σ(4z)", LineDash: StyleParam.DrawingStyle.Dash)
])
.WithTitle("A step has no useful slope, the sigmoid has")
.WithXAxisStyle<double, double, string>(TitleText: "z")
.WithSize(750, 400)
