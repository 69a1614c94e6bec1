var p = Lin(0.005, 0.995, 199);
Chart.Combine([
    Chart.Line<double, double, string>(p, p.Select(v => Math.Log(v)).ToArray(), Name: "ln p"),
    Chart.Line<double, double, string>(p, p.Select(v => Math.Log(v / (1 - v))).ToArray(), Name: "logit p"),
    Chart.Line<double, double, string>([0, 1], [0, 0], ShowLegend: false,
        LineColor: Color.fromString("grey"), LineDash: StyleParam.DrawingStyle.Dot)
])
.WithTitle("ln p only goes down to −∞; logit p goes both ways")
.WithXAxisStyle<double, double, string>(TitleText: "p")
.WithSize(750, 400)
